// Keeps several choices possible: "none of these" clears the others, and no more than the limit.
export default function choices(list) {
  const { most, full } = list.dataset;
  const question = list.closest("fieldset");
  const said = question.querySelector("[data-part=full]");
  const all = [...question.querySelectorAll("input[name=answer]")];

  question.addEventListener("change", ({ target }) => {
    if (!all.includes(target)) return;
    const alone = "alone" in target.dataset;
    if (target.checked) {
      for (const other of all) {
        if (other !== target && (alone || "alone" in other.dataset)) other.checked = false;
      }
    }
    const chosen = all.filter((one) => one.checked && !("alone" in one.dataset));
    const tooMany = most && chosen.length > Number(most);
    if (tooMany) target.checked = false;
    said.textContent = tooMany ? full : "";
  });
}
