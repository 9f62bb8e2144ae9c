// Sends a page again when the signal drops, and says so; a refused page is shown as without script.
const LONGEST_WAIT = 15000;
const asJson = { Accept: "application/json" };

export default function sending(form) {
  const status = form.querySelector("[data-part=status]");
  const { waiting, unsent } = form.dataset;
  const words = form.querySelector("textarea");
  const before = words && words.value;
  let busy = false;

  const say = (text) => {
    status.textContent = text;
    status.hidden = !text;
  };

  const post = async (body, wait) => {
    try {
      const page = await fetch(form.action, { method: "POST", body, headers: asJson });
      if (page.status >= 500 || page.status === 429) throw page;
      return page;
    } catch {
      say(waiting);
      await new Promise((done) => setTimeout(done, wait));
      return post(body, Math.min(wait * 2, LONGEST_WAIT));
    }
  };

  const showAsWithoutScript = (submitter) => {
    if (submitter) {
      const chosen = Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value });
      form.append(chosen);
    }
    form.submit();
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const sent = new FormData(form, event.submitter);
    const recording = sent.get("recording");
    const page = await post(recording ? sent : new URLSearchParams(sent), 1000);
    if (page.ok) location.assign((await page.json()).next);
    else if (page.status === 422 && recording?.size) {
      // Shown anew, the page would have lost what was recorded or drawn.
      say((await page.json()).problem);
      busy = false;
    } else showAsWithoutScript(event.submitter);
  });

  document.querySelector(".back")?.addEventListener("click", (event) => {
    if (!words || words.value === before || !status.hidden) return;
    event.preventDefault();
    say(unsent);
  });

  addEventListener("pageshow", (event) => {
    if (event.persisted) busy = false;
  });
}
