// Select words in the comment, press what stands in for them: a passage is added.
// Positions count characters as Python does (code points), not UTF-16 units.
const points = (text) => Array.from(text).length;

const selectedIn = (words) => {
  const selection = window.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(range.startContainer, range.startOffset);
  const start = points(before.toString());
  const text = range.toString();
  const trimmed = text.trim();
  if (!trimmed) return null;
  const from = start + points(text.slice(0, text.indexOf(trimmed)));
  return { start: from, end: from + points(trimmed), text: trimmed };
};

export default function redact(form) {
  const words = document.getElementById("words");
  const chosen = form.querySelector(".redact-chosen");
  const details = form.querySelector("details");
  let last = null;
  form.querySelectorAll("[data-with-script]").forEach((part) => { part.hidden = false; });
  form.querySelectorAll("[data-without-script]").forEach((part) => { part.hidden = true; });

  const describe = (item) => {
    const input = item.querySelector("input");
    const [start, end] = input.value.split("-").map(Number);
    const replacement = input.value.split("-").slice(2).join("-");
    const text = Array.from(words.textContent).slice(start, end).join("");
    const said = document.createElement("bdi");
    said.textContent = text;
    const back = document.createElement("button");
    back.type = "button";
    back.className = "button";
    back.dataset.kind = "plain";
    back.textContent = chosen.dataset.remove;
    back.addEventListener("click", () => item.remove());
    item.append(said, ` → ${replacement} `, back);
  };

  const overlaps = (start, end) =>
    [...chosen.querySelectorAll("input")].some((input) => {
      const [from, to] = input.value.split("-").map(Number);
      return start < to && from < end;
    });

  chosen.querySelectorAll("li").forEach(describe);
  document.addEventListener("selectionchange", () => {
    last = selectedIn(words) ?? last;
    if (selectedIn(words)) details.open = true;
  });
  form.querySelectorAll("[data-replacement]").forEach((button) => {
    button.addEventListener("click", () => {
      if (!last || overlaps(last.start, last.end)) return;
      const item = document.createElement("li");
      const input = document.createElement("input");
      input.type = "hidden";
      input.name = "passage";
      input.value = `${last.start}-${last.end}-${button.dataset.replacement}`;
      item.append(input);
      chosen.append(item);
      describe(item);
      window.getSelection().removeAllRanges();
      last = null;
    });
  });
}
