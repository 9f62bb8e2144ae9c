// Offers to read the page aloud where it can be: from recordings, or by a voice of the
// device itself (never one that sends the words elsewhere).
const speech = window.speechSynthesis;
const codeOf = (voice) => voice.lang.replace("_", "-").toLowerCase();

const voiceIn = (language) => {
  const ours = (speech?.getVoices() || []).filter(
    (one) => one.localService && codeOf(one).split("-")[0] === language,
  );
  return ours.find((one) => codeOf(one) === "en-gb") || ours[0];
};

export default function aloud(bar) {
  const main = bar.closest("main");
  const all = bar.querySelector("button");
  const load = async (voice) => {
    const { default: reader } = await import("../aloud/reader.js");
    if (bar.isConnected) reader(bar, main, voice);
  };
  const offer = () => {
    const voice = voiceIn(document.documentElement.lang.split("-")[0]);
    if (voice && "waits" in bar.dataset) {
      bar.voice = voice;
      bar.hidden = false;
    } else if (voice) load(voice);
    else if (main.querySelector("[data-sound]")) bar.hidden = false;
  };
  for (const near of ["pointerover", "focus"]) all.addEventListener(near, () => load(bar.voice), { once: true });
  all.addEventListener("click", async () => {
    if (bar.wired) return;
    await load(bar.voice);
    all.click();
  });
  if (speech) speech.onvoiceschanged = offer;
  offer();
}
