// Puts the next question in the place of the last: one small request, and no new page.
const LONGEST_WAIT = 15000;
// A draft that rested so long is over (surveys.queries.responses.IDLE).
const IDLE = 3600000;

export default function turning(main) {
  const style = document.querySelector("style");
  const foot = document.querySelector(".answering-foot");
  const styled = new Set(style.dataset.parts.split(" "));
  // Pages left before they were sent. In memory alone: gone with this page.
  const unsent = new Map();
  let here = location.pathname;
  let touched = false;
  let answered = Date.now();
  let turn = 0;

  const isKept = (path) => Date.now() - answered < IDLE && unsent.has(path);
  // A drawing or a recording is no input that anybody typed.
  const holds = () => touched || [...main.querySelectorAll("[type=file]")].some(({ files }) => files.length);

  const arrive = (path, focused) => {
    here = path;
    touched = unsent.delete(path);
    scrollTo(0, 0);
    if (!focused) return;
    focused.tabIndex = -1;
    focused.focus({ preventScroll: true });
  };

  const clear = (sent) => {
    if (!sent && holds()) unsent.set(here, [main, foot].map((part) => [...part.childNodes]));
    // What plays stops, and so does a microphone.
    document.dispatchEvent(new Event("turning"));
  };

  const show = ({ page, foot: below, styles }, path, sent) => {
    clear(sent);
    answered = Date.now();
    for (const [name, css] of Object.entries(styles)) {
      if (!styled.has(name)) style.append(css);
      styled.add(name);
    }
    main.innerHTML = page;
    foot.innerHTML = below;
    // What went wrong is brought into hearing by itself.
    arrive(path, main.querySelector("[role=alert]") ? null : main.querySelector("h1"));
    document.dispatchEvent(new Event("turned"));
  };

  const fetched = async (path, mine, wait = 1000) => {
    try {
      const reply = await fetch(path, { headers: { Accept: "application/json" } });
      if (reply.status >= 500 || reply.status === 429) throw reply;
      return reply.ok ? await reply.json() : null;
    } catch {
      const status = main.querySelector("[data-part=status]");
      if (mine === turn && status) {
        status.textContent = main.dataset.weak;
        status.hidden = false;
      }
      await new Promise((done) => setTimeout(done, wait));
      return mine === turn ? fetched(path, mine, Math.min(wait * 2, LONGEST_WAIT)) : null;
    }
  };

  const go = async (path, otherwise, shown) => {
    turn += 1;
    const mine = turn;
    const reply = await fetched(path, mine);
    if (mine !== turn || !main.isConnected) return;
    if (!reply?.page) otherwise();
    else shown(reply);
  };

  const restore = (path) => {
    const kept = unsent.get(path);
    turn += 1;
    clear();
    [main, foot].forEach((part, at) => part.replaceChildren(...kept[at]));
    arrive(path, main.querySelector("h1"));
  };

  const forward = (reply, sent = false) => {
    history.pushState(null, "", reply.next);
    show(reply, reply.next, sent);
  };

  const follow = (path) => {
    if (!isKept(path)) return go(path, () => location.assign(path), (reply) => forward(reply));
    history.pushState(null, "", path);
    return restore(path);
  };

  const back = () => {
    const path = location.pathname;
    if (path === here) {
      // Back where it stands: what was on its way comes too late.
      turn += 1;
      return null;
    }
    if (isKept(path)) return restore(path);
    return go(path, () => location.reload(), (reply) => show(reply, path));
  };

  main.addEventListener("turn", (event) => {
    const reply = event.detail;
    if (!reply.page) return;
    event.preventDefault();
    turn += 1;
    // A page that was sent, or refused and shown again, is not left unsent.
    if (reply.next === here) show(reply, here, true);
    else forward(reply, true);
    touched ||= Boolean(reply.refused);
  });
  main.addEventListener("input", () => { touched = true; });
  // Help too, so that what was typed waits in memory: the way back brings it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".answering-main .back, .answering-main .steps a, .answering-top a");
    if (!link || link.search || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    follow(link.pathname);
  });
  // The second press of a double tap was meant for the question before.
  main.addEventListener("click", (event) => {
    if (event.detail > 1 && event.target.closest("[type=submit], a")) event.preventDefault();
  }, true);
  addEventListener("popstate", back);
}
