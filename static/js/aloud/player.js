// One voice at a time: a recording, or the device's own; at the speed that was chosen.
// The one Audio stays: a phone lets only what a tap has started go on to the next.
const sound = new Audio();
const speech = window.speechSynthesis;
let rate = 1;
let now;

const mark = (piece, on) => {
  piece.element.toggleAttribute("data-aloud-now", on);
  piece.button?.setAttribute("aria-pressed", String(on));
};

export const stop = () => {
  if (!now) return;
  const { pieces, at, ended } = now;
  now = undefined;
  mark(pieces[at], false);
  sound.pause();
  speech?.cancel();
  ended();
};

const say = (piece, next) => {
  const words = Object.assign(new SpeechSynthesisUtterance(piece.text), {
    voice: piece.voice, lang: piece.voice.lang, rate, onend: next, onerror: next,
  });
  // Kept, or some browsers forget it half way, and never say that it ended.
  now.words = words;
  speech.speak(words);
};

const begin = () => {
  const mine = now;
  const piece = mine.pieces[mine.at];
  const is = (run) => () => { if (now === mine && mine.pieces[mine.at] === piece) run(); };
  const next = is(() => {
    mark(piece, false);
    if (mine.at + 1 === mine.pieces.length) return stop();
    mine.at += 1;
    return begin();
  });
  mark(piece, true);
  if (!piece.sound) return say(piece, next);
  sound.src = piece.sound;
  sound.playbackRate = rate;
  sound.onended = next;
  return sound.play().catch(is(() => {
    const { failed } = mine;
    stop();
    failed?.();
  }));
};

// pieces: {element, text, sound or voice, button}; ended and failed are told.
export const play = (pieces, { ended = () => {}, failed } = {}) => {
  stop();
  if (!pieces.length) return;
  now = { pieces, at: 0, ended, failed };
  begin();
};

export const plays = (pieces) => now?.pieces === pieces;

export const setSpeed = (wanted) => {
  rate = wanted;
  sound.defaultPlaybackRate = wanted;
  sound.playbackRate = wanted;
  if (!now || now.pieces[now.at].sound) return;
  const { pieces, at, ended, failed } = now;
  now = undefined;
  speech.cancel();
  now = { pieces, at, ended, failed };
  begin();
};

export const speed = () => rate;

// The file this device can play; its size is told in place of the other's.
export const playable = (button) => {
  const { sound: first, also, type, alsoSize, size } = button.dataset;
  if (!also || sound.canPlayType(type)) return first;
  button.querySelector("small").textContent = alsoSize;
  button.setAttribute("aria-label", button.getAttribute("aria-label").replace(size, alsoSize));
  return also;
};

addEventListener("pagehide", stop);
