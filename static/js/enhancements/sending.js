// Sends a page again when the signal drops, and says so; a refused page says why.
const LONGEST_WAIT = 15000;

export default function sending(form) {
  const status = form.querySelector("[data-part=status]");
  const { waiting, unsent } = form.dataset;
  const words = form.querySelector("textarea");
  const before = words && words.value;
  const gone = new AbortController();
  let busy = false;

  const say = (text) => {
    status.textContent = text;
    status.hidden = !text;
  };

  // Null when another page was turned to, or left, while the signal was away.
  const post = async (body, wait) => {
    try {
      const reply = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      if (reply.status >= 500 || reply.status === 429) throw reply;
      return reply;
    } catch {
      if (!form.isConnected) return null;
      say(waiting);
      await new Promise((done) => setTimeout(done, wait));
      return form.isConnected ? post(body, Math.min(wait * 2, LONGEST_WAIT)) : null;
    }
  };

  const showAsWithoutScript = (submitter) => {
    if (submitter) {
      const chosen = Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value });
      form.append(chosen);
    }
    form.submit();
  };

  const turn = (reply) => {
    const turned = new CustomEvent("turn", { bubbles: true, cancelable: true, detail: reply });
    return !form.dispatchEvent(turned);
  };

  const understood = async (page) => {
    const isOurs = page.headers.get("Content-Type").startsWith("application/json");
    return isOurs && (page.ok || page.status === 422) ? page.json() : null;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const { submitter } = event;
    const sent = new FormData(form, submitter);
    const page = await post(sent.get("recording") ? sent : new URLSearchParams(sent), 1000);
    if (!page || !form.isConnected) {
      busy = false;
      say("");
      return;
    }
    const reply = await understood(page);
    if (reply?.problem) {
      // Shown anew, the page would have lost what was recorded or drawn.
      say(reply.problem);
      busy = false;
    } else if (!reply) showAsWithoutScript(submitter);
    else if (!turn(reply)) location.assign(reply.next);
  });

  document.querySelector(".back")?.addEventListener("click", (event) => {
    if (!words || words.value === before || !status.hidden) return;
    event.preventDefault();
    say(unsent);
  });

  addEventListener("pageshow", (event) => {
    if (event.persisted) busy = false;
  }, { signal: gone.signal });
  document.addEventListener("turned", () => {
    if (!form.isConnected) gone.abort();
  }, { signal: gone.signal });
}
