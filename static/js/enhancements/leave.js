// Leaves in one tap, or with Shift three times: blank at once, end the draft, replace the page.
const PATIENCE = 3000;
// Slow fingers and slow phones included.
const WITHIN = 5000;

const blank = () => {
  // What plays stops, and so does a microphone.
  document.dispatchEvent(new Event("turning"));
  document.documentElement.replaceChildren();
  document.title = "";
};

export default function leave(form) {
  const { action, dataset } = form;
  let pressed = [];

  const go = async () => {
    const body = new URLSearchParams(new FormData(form));
    blank();
    const ended = fetch(action, { method: "POST", body, keepalive: true, redirect: "manual" });
    const patience = new Promise((done) => setTimeout(done, PATIENCE));
    await Promise.race([ended, patience]).catch(() => {});
    location.replace(dataset.away);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") pressed = [];
    else if (!event.repeat) pressed = [...pressed, event.timeStamp].slice(-3);
    if (pressed.length === 3 && pressed[2] - pressed[0] < WITHIN) go();
  });
}
