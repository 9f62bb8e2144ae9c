// Shows a chosen look at once, and remembers it: the choices are small marks on the page.
const MARKS = { size: "size", colours: "scheme" };

export default function looks(panel) {
  const { dataset } = document.documentElement;
  panel.querySelector("[data-part=show]").hidden = true;

  const fields = () => [...panel.querySelectorAll("input[name]")].filter(({ type, checked }) => type === "hidden" || checked);

  panel.addEventListener("change", ({ target: { name, value, checked } }) => {
    if (name === "more") {
      if (checked) dataset[value] = "";
      else delete dataset[value];
    } else if (value) dataset[MARKS[name]] = value;
    else delete dataset[MARKS[name]];
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    const body = new URLSearchParams(fields().map(({ name: field, value: chosen }) => [field, chosen]));
    fetch(panel.dataset.action, { method: "POST", body, headers: { "X-CSRFToken": token, Accept: "application/json" } }).catch(() => {});
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    panel.open = false;
    panel.firstElementChild.focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!panel.contains(target)) panel.open = false;
  });
}
