// Counts the seconds in which a decision can be undone. The server's clock decides;
// this only says how long is left, and takes the button away when it is over.
export default function undo(bar) {
  const form = bar.querySelector("[data-undo]");
  if (!form) return;
  const left = form.querySelector("[data-undo-left]");
  const over = bar.querySelector("[data-undo-over]");
  const end = performance.now() + Number(form.dataset.undo) * 1000;
  const show = () => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    if (seconds > 0) {
      left.textContent = ` ${seconds}`;
      return;
    }
    clearInterval(ticking);
    const hadFocus = form.contains(document.activeElement);
    form.remove();
    over.hidden = false;
    if (hadFocus) document.getElementById("main").focus();
  };
  const ticking = setInterval(show, 250);
  show();
}
