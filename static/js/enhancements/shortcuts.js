// Single keys for what is on the page already; they can be switched off, and never
// act while somebody is typing.
const OFF = "voice-keys-off";
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

const isOff = () => localStorage.getItem(OFF) === "1";

const press = (target) => {
  const details = target.closest("details");
  if (target.matches("summary")) {
    details.open = !details.open;
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  } else {
    if (details) details.open = true;
    if (target.matches(TYPING)) target.focus();
    else target.click();
  }
};

const step = (by) => {
  const listed = [...document.querySelectorAll("[data-listed]")];
  const here = listed.findIndex((link) => link.hasAttribute("aria-current"));
  listed[here < 0 ? 0 : here + by]?.click();
};

// On a screenful: the box of the one opened last.
const tick = () => {
  const box = document.querySelector(":target [data-tick]") ?? [...document.querySelectorAll("[data-tick]")].pop();
  box?.click();
};

const YESES = { c: "may_count", q: "may_quote" };

export default function shortcuts(room) {
  const dialog = room.querySelector("[data-keys]");
  const off = dialog?.querySelector("[data-keys-off]");
  const show = () => room.toggleAttribute("data-keys-on", !isOff());
  show();
  if (dialog) {
    const offer = room.querySelector("[data-keys-offer]");
    offer.hidden = false;
    offer.addEventListener("click", () => dialog.showModal());
    off.checked = isOff();
    off.addEventListener("change", () => {
      localStorage.setItem(OFF, off.checked ? "1" : "0");
      show();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.(TYPING)) return;
    if (dialog?.open) return;
    if (event.key === "?") return dialog?.showModal();
    if (isOff()) return;
    if (event.key === "j") return step(1);
    if (event.key === "k") return step(-1);
    if (event.key === "x") return tick();
    const yes = room.querySelector(`[name="${YESES[event.key]}"]:not(:disabled)`);
    const target = yes || room.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target) return;
    event.preventDefault();
    press(target);
  });
}
