// Reads a page aloud: its question, its hint, its options, and what to do; and puts a
// listen button beside what has no recording, where the device has a voice for it.
import { play, playable, plays, setSpeed, speed, stop } from "./player.js";

const wordsOf = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".listen, noscript").forEach((one) => one.remove());
  // A number to ring is read sign by sign, and what stands on lines of its own apart.
  copy.querySelectorAll("[href^='tel:']").forEach((one) => one.replaceChildren([...one.textContent.replace(/\s/g, "")].join(" ")));
  copy.querySelectorAll(".help-line > a, small").forEach((one) => one.before(", "));
  return copy.textContent.replace(/\s+/g, " ").trim();
};

// What is read of a page: what is marked, or with data-whole every paragraph too.
const MARKED = "[data-aloud], [data-sound]";
const WHOLE = `${MARKED}, h1, h2, p:not(.code, .on-screen), li, .field-label`;

// In the order of the page; a recording says the words it stands behind.
const piecesOf = (main, voice) => {
  const found = [];
  let last;
  const read = "whole" in main.querySelector("[data-enhance=aloud]").dataset ? WHOLE : MARKED;
  for (const element of main.querySelectorAll(read)) {
    if (!element.dataset.sound) {
      last = { element, text: wordsOf(element), voice };
      if (element.getClientRects().length && last.text) found.push(last);
    } else if (last) {
      last.sound = playable(element);
      last.button = element;
    }
  }
  return found;
};

const place = (element, button) => {
  const held = document.activeElement;
  const card = element.closest(".choice, .order-card, a.choice-card");
  const face = element.closest(".face-place");
  const heading = element.closest("legend") || element.closest("h1") || element;
  if (card) {
    const row = card.closest(".choice-row") || document.createElement("div");
    if (!row.isConnected) {
      row.className = "choice-row";
      card.replaceWith(row);
      row.append(card);
    }
    row.append(button);
  } else if (face) face.append(button);
  else if (element.matches("span")) element.append(" ", button);
  else {
    const line = Object.assign(document.createElement("p"), { className: "asked-aloud" });
    line.append(button);
    heading.after(line);
  }
  if (held !== document.activeElement) held.focus({ preventScroll: true });
};

const addButton = (bar, piece) => {
  const holder = Object.assign(document.createElement("span"), { className: "listen" });
  const button = bar.querySelector("[data-part=all]").cloneNode(true);
  const small = !piece.element.closest("h1");
  button.removeAttribute("data-part");
  button.querySelector("small")?.remove();
  const label = button.querySelector("span");
  if (small) label.remove();
  else label.textContent = bar.dataset.listen;
  holder.toggleAttribute("data-small", small);
  button.setAttribute("aria-label", `${bar.dataset.listen}: ${piece.text}`);
  button.setAttribute("aria-pressed", "false");
  holder.append(button);
  place(piece.element, holder);
  const alone = [{ ...piece, button }];
  button.addEventListener("click", () => (plays(alone) ? stop() : play(alone)));
  piece.element.dataset.aloudHeard = "";
};

const wire = (bar, main) => {
  const part = (name) => bar.querySelector(`[data-part=${name}]`);
  const all = part("all");
  let pieces;
  const ended = () => all.setAttribute("aria-pressed", "false");
  const failed = () => { part("said").textContent = bar.dataset.failed; };
  const read = () => {
    const { voice } = bar;
    pieces = piecesOf(main, voice);
    if (voice) pieces.push({ element: bar, text: bar.dataset.todo, voice });
    part("said").textContent = "";
    part("more").hidden = false;
    play(pieces.filter((piece) => piece.sound || piece.voice), { ended, failed });
    all.setAttribute("aria-pressed", "true");
  };
  const reads = () => all.getAttribute("aria-pressed") === "true";
  all.addEventListener("click", () => (reads() ? stop() : read()));
  part("again").addEventListener("click", read);
  part("speed").value = String(speed());
  part("speed").addEventListener("change", ({ target }) => setSpeed(Number(target.value)));
  main.addEventListener("submit", stop);
  bar.hidden = false;
};

const dress = (bar) => {
  if (document.querySelector("link[data-aloud-style]") || !bar.dataset.style) return;
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: bar.dataset.style });
  sheet.dataset.aloudStyle = "";
  document.head.append(sheet);
};

export default function reader(bar, main, voice) {
  bar.voice = voice;
  if (!bar.wired) {
    bar.wired = true;
    // What the page before this one was still saying.
    stop();
    dress(bar);
    wire(bar, main);
  }
  if (!voice) return;
  for (const piece of piecesOf(main, voice)) {
    const { element } = piece;
    const asks = element.matches("h1, h1 *, legend h2, #help, .choice-text, .face-text, span");
    if (asks && !piece.button && !("aloudHeard" in element.dataset)) addButton(bar, piece);
  }
}
