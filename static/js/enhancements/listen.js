// Plays a recording of the question when asked for, one at a time; a second press stops it.
let playing;

const stop = () => {
  if (!playing) return;
  playing.sound.pause();
  playing.button.setAttribute("aria-pressed", "false");
  playing = undefined;
};

export default function listen(button) {
  let sound;
  button.hidden = false;
  button.addEventListener("click", () => {
    const again = playing?.button === button;
    stop();
    if (again) return;
    sound ??= new Audio(button.dataset.sound);
    sound.currentTime = 0;
    sound.onended = stop;
    sound.onerror = stop;
    playing = { button, sound };
    button.setAttribute("aria-pressed", "true");
    sound.play().catch(stop);
  });
}
