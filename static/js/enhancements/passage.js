// Words selected in the open comment become the passage that the theme is about.
// Positions count characters as Python does (code points).
const points = (text) => Array.from(text).length;

export default function passage(comment) {
  const words = comment.querySelector("[data-words]");
  const shown = comment.querySelector("[data-passage]");
  if (!shown) return;
  const start = comment.querySelector("[data-start]");
  const end = comment.querySelector("[data-end]");
  const clear = () => {
    start.value = end.value = "";
    shown.hidden = true;
  };
  shown.querySelector("[data-clear]").addEventListener("click", clear);
  document.addEventListener("selectionchange", () => {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return;
    const text = range.toString();
    const trimmed = text.trim();
    if (!trimmed) return;
    const before = document.createRange();
    before.selectNodeContents(words);
    before.setEnd(range.startContainer, range.startOffset);
    const from = points(before.toString()) + points(text.slice(0, text.indexOf(trimmed)));
    start.value = from;
    end.value = from + points(trimmed);
    shown.querySelector("q").textContent = trimmed;
    shown.hidden = false;
  });
}
