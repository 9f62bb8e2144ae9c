// One button, and one key, that plays and stops the sound beside it.
export default function hear(place) {
  const sound = place.querySelector("audio");
  const button = place.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => {
    if (!sound.paused) return sound.pause();
    sound.currentTime = 0;
    return sound.play().catch(() => {});
  });
}
