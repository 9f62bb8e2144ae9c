// Brings the summary into hearing and view, and each link into its field.
const firstControl = (target) =>
  target.matches("input, select, textarea") ? target : target.querySelector("input, select, textarea");

export default function errorSummary(summary) {
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.hash.slice(1));
    const control = target && firstControl(target);
    if (!control) return;
    event.preventDefault();
    control.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  });
}
