// Shows how far background work is, every few seconds, until it is done; then the page anew.
const OFTEN = 3000;

export default function untilMade(box) {
  const look = async () => {
    const answer = await fetch(location.href).catch(() => null);
    const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page && page.querySelector("[data-part=making]");
    if (!box.isConnected) return;
    const playing = [...document.querySelectorAll("audio")].some((sound) => !sound.paused);
    if (now && !("enhance" in now.dataset) && !playing) return location.reload();
    if (now) box.replaceChildren(...now.childNodes);
    setTimeout(look, OFTEN);
  };
  setTimeout(look, OFTEN);
}
