// Puts in order by tapping: a first tap gives the next place, a second takes it back.
export default function order(box) {
  const part = (name) => box.querySelector(`[data-part=${name}]`);
  const places = [...box.querySelectorAll("select")];
  const cards = [...box.querySelectorAll("[data-value]")];
  const { taken, takenAway } = box.dataset;
  const text = (card) => card.querySelector(".choice-text").textContent;

  const put = (values) => {
    places.forEach((place, at) => { place.value = values[at] || ""; });
    for (const card of cards) {
      const at = values.indexOf(card.dataset.value) + 1;
      card.setAttribute("aria-pressed", String(at > 0));
      card.querySelector("[data-part=number]").textContent = at || "";
    }
    part("again").hidden = values.length === 0;
  };
  const now = () => places.map((place) => place.value).filter(Boolean);

  part("cards").addEventListener("click", (event) => {
    const card = event.target.closest("[data-value]");
    if (!card) return;
    const { value } = card.dataset;
    const before = now();
    const has = before.includes(value);
    if (!has && before.length === places.length) return;
    const after = has ? before.filter((one) => one !== value) : [...before, value];
    put(after);
    part("said").textContent = `${text(card)}: ${has ? takenAway : `${taken} ${after.length}`}`;
  });
  part("again").addEventListener("click", () => {
    put([]);
    cards[0].focus();
  });

  put(now());
  part("places").hidden = true;
  part("cards").hidden = false;
  // A refused page's link leads to what can be seen; a label stays with its own field.
  const [place] = places;
  const { id } = place;
  place.labels[0].htmlFor = "place-1";
  place.id = "place-1";
  cards[0].id = id;
}
