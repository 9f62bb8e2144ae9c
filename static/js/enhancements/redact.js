// Select words in the comment, press what stands in for them: a passage is added, and
// what others will see is shown beside the original as it changes.
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

// A passage as a form sends it: “start-end-[word]”.
const passageOf = (value) => {
  const [start, end, ...rest] = value.split("-");
  return { start: Number(start), end: Number(end), instead: rest.join("-") };
};

const touch = (one, other) => one.start < other.end && other.start < one.end;

// Every place where exact words stand in the text, one after another.
const placesOf = (letters, exact, instead) => {
  const wanted = Array.from(exact);
  const found = [];
  for (let at = 0; wanted.length && at + wanted.length <= letters.length; at += 1) {
    if (wanted.every((letter, i) => letters[at + i] === letter)) {
      found.push({ start: at, end: at + wanted.length, instead });
      at += wanted.length - 1;
    }
  }
  return found;
};

export default function redact(form) {
  const words = document.getElementById("words");
  const preview = document.getElementById("preview");
  const chosen = form.querySelector(".redact-chosen");
  const details = form.querySelector("details");
  const offers = [...form.querySelectorAll("[name=offer]")];
  const letters = Array.from(words.textContent);
  let last = null;
  document.querySelectorAll("[data-with-script]").forEach((part) => { part.hidden = false; });
  document.querySelectorAll("[data-without-script]").forEach((part) => { part.hidden = true; });

  const offered = (box) => ({ start: Number(box.dataset.from), end: Number(box.dataset.to), instead: box.dataset.instead });
  const picked = () => [...chosen.querySelectorAll("input")].map((input) => passageOf(input.value));

  // All that is to be replaced, in order; of two that touch, the one sent first.
  const passages = () => {
    const taken = [...picked(), ...offers.filter((box) => box.checked).map(offered)];
    form.querySelectorAll(".redact-row").forEach((row) => {
      const exact = row.querySelector("[name=words]").value;
      const instead = row.querySelector("[name=replacement]").value;
      placesOf(letters, exact, instead).forEach((place) => {
        if (!taken.some((other) => touch(other, place))) taken.push(place);
      });
    });
    return taken.sort((one, other) => one.start - other.start);
  };

  const show = () => {
    const all = passages();
    if (preview) {
      const pieces = [];
      let reached = 0;
      all.forEach(({ start, end, instead }) => {
        if (start < reached) return;
        const mark = document.createElement("mark");
        mark.textContent = instead;
        pieces.push(letters.slice(reached, start).join(""), mark);
        reached = end;
      });
      preview.replaceChildren(...pieces, letters.slice(reached).join(""));
    }
    const replaces = all.length > 0;
    form.querySelector("[data-replaced]").dataset.kind = replaces ? "" : "quiet";
    form.querySelector("[data-as-it-is]").dataset.kind = replaces ? "quiet" : "";
  };

  // Of the rows to type in, one empty one is enough at a time.
  const tidy = () => {
    let empty = 0;
    form.querySelectorAll(".redact-row").forEach((row) => {
      empty += row.querySelector("[name=words]").value ? 0 : 1;
      row.hidden = empty > 1;
    });
  };

  const describe = (item) => {
    const { start, end, instead } = passageOf(item.querySelector("input").value);
    const said = document.createElement("bdi");
    said.textContent = letters.slice(start, end).join("");
    const other = document.createElement("bdi");
    other.textContent = instead;
    const back = document.createElement("button");
    back.type = "button";
    back.className = "button";
    back.dataset.kind = "plain";
    back.textContent = chosen.dataset.remove;
    back.addEventListener("click", () => {
      item.remove();
      show();
    });
    item.append(said, " → ", other, " ", back);
  };

  chosen.querySelectorAll("li").forEach(describe);
  document.addEventListener("selectionchange", () => {
    const now = selectedIn(words);
    last = now ?? last;
    if (now) details.open = true;
  });
  form.addEventListener("input", () => {
    tidy();
    show();
  });
  form.querySelectorAll("[data-replacement]").forEach((button) => {
    button.addEventListener("click", () => {
      if (!last || picked().some((other) => touch(other, last))) return;
      // What the reader selects stands in place of what was only offered.
      offers.forEach((box) => { if (touch(offered(box), last)) box.checked = false; });
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
      show();
    });
  });
  tidy();
  show();
}
