// Renews the counts of a room in place, calmly: no page comes and goes, nothing is announced.
const EVERY = 15000;

export default function counts(room) {
  const renew = async () => {
    if (document.hidden) return;
    const answer = await fetch(room.dataset.ask, { redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Once it is over there is nothing left to renew: the page says so.
    if (!page.querySelector("[data-enhance=counts]")) return location.reload();
    const fresh = page.querySelector("[data-part=counts]");
    const here = room.querySelector("[data-part=counts]");
    if (fresh && fresh.textContent !== here.textContent) here.replaceWith(fresh);
  };

  setInterval(renew, EVERY);
}
