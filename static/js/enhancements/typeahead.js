// The list of themes becomes a box to type in: buttons that do not match are hidden, and
// Enter presses the first that does.
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export default function typeahead(pad) {
  const box = pad.querySelector("[data-type]");
  const list = pad.querySelector("[data-with-list]");
  const say = pad.querySelector("[data-say]");
  const buttons = [...pad.querySelectorAll(".tag-button")];
  if (!box || !list) return;
  const select = list.querySelector("select");
  box.id = select.id;
  list.remove();
  box.hidden = false;

  const found = () => buttons.filter((button) => !button.hidden);
  const look = () => {
    const wanted = plain(box.value.trim());
    for (const button of buttons) button.hidden = !plain(button.dataset.name).includes(wanted);
    const [first] = found();
    if (!wanted) say.textContent = "";
    else say.textContent = first ? `${first.dataset.name}: ${say.dataset.one}` : say.dataset.none;
  };
  box.addEventListener("input", look);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      box.value = "";
      look();
      box.blur();
    }
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (box.value.trim()) found()[0]?.click();
  });
}
