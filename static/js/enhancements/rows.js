// One more row from the pattern beside the list, numbered as the form counts them.
export default function rows(list) {
  const { prefix, add, most } = list.dataset;
  const form = list.closest("form");
  const total = form.elements[`${prefix}-TOTAL_FORMS`];
  const pattern = form.querySelector('template[data-part="row"]');
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "button",
    textContent: add,
  });
  button.dataset.kind = "quiet";

  button.addEventListener("click", () => {
    const place = Number(total.value);
    const row = pattern.content.cloneNode(true);
    for (const element of row.querySelectorAll("[id], [name], [for], [aria-describedby]")) {
      for (const name of ["id", "name", "for", "aria-describedby"]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replace("__prefix__", place));
      }
    }
    row.querySelector('[data-part="number"]').textContent = place + 1;
    list.append(row);
    total.value = place + 1;
    button.hidden = place + 1 >= Number(most);
    list.lastElementChild.querySelector("textarea").focus();
  });
  list.after(button);
}
