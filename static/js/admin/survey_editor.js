// The survey editor: gives Wagtail's blocks our widgets, and explains every condition.
import { editor, parse } from "./dom.js";
import { blocks, widgets } from "./draft.js";
import { Extras } from "./extras.js";
import { Lines } from "./lines.js";

const { telepath, wagtailStreamField } = window;
const WAIT = 400;

const widget = (Bound) =>
  class {
    constructor(shape) {
      this.shape = shape;
    }

    render(place, name, id, state) {
      const bound = new Bound(place, name, id, this.shape);
      bound.setState(state);
      return bound;
    }
  };

// A copy is a question of its own: without the key and the ids of what it was copied from.
const copied = (state) => {
  const value = parse(state, null);
  if (!Array.isArray(value)) return state;
  return JSON.stringify(value.map((row) => ("help" in row ? { ...row, id: "", key: "" } : { ...row, id: "" })));
};

class FieldDefinition extends wagtailStreamField.blocks.FieldBlockDefinition {
  render(...given) {
    const block = super.render(...given);
    block.getDuplicatedState = () => (this.name === "key" ? "" : copied(block.getState()));
    return block;
  }
}

telepath.register("voice.widgets.Lines", widget(Lines));
telepath.register("voice.widgets.Extras", widget(Extras));
telepath.register("voice.blocks.Field", FieldDefinition);

// Keys that are renamed take with them the conditions that look at them.
const keys = new Map();
const rememberKeys = () => {
  for (const { place, value } of blocks()) keys.set(`${place}-value-key`, value.key);
};

const renameIn = (box, before, after) => {
  if (box) box.value = box.value.replaceAll(`{answer:${before}|`, `{answer:${after}|`);
};

const followKey = (input) => {
  const before = keys.get(input.name);
  const after = input.value.trim();
  if (before && after && before !== after) {
    for (const { place } of blocks()) {
      widgets.get(`${place}-value-extras`)?.rename(before, after);
      for (const name of ["prompt", "help"]) renameIn(document.getElementsByName(`${place}-value-${name}`)[0], before, after);
    }
  }
};

// A set of statements put on another scale has that scale's words, unless they were changed.
const followScale = (choice) => {
  const { starts } = editor();
  const lines = widgets.get(choice.name.replace(/-kind$/, "-options"));
  const said = lines?.rows.map(({ text }) => text).join("\n");
  const is_usual = Object.values(starts).some((words) => words.join("\n") === said);
  if (is_usual) starts[choice.value].forEach((text, number) => lines.change(number, { text }));
  if (is_usual) lines.draw();
};

// When each question is shown, in words, and what is wrong: the server says it again
// a moment after anything changes.
let waiting = 0;
let asked = "";
const explain = async () => {
  const some = blocks();
  const bands = [...document.querySelectorAll("[name=age_bands]:checked")].map(({ value }) => value);
  const said = JSON.stringify({ blocks: some.map(({ place, type, id, value }) => ({ place, type, id, value })), age_bands: bands });
  if (said === asked || !/"show_if":\{|\{\s*answer/i.test(said)) {
    if (said !== asked) for (const { place } of some) widgets.get(`${place}-value-extras`)?.explain();
    asked = said;
    return;
  }
  asked = said;
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const answer = await fetch(editor().explain_url, {
    method: "POST", body: said, headers: { "X-CSRFToken": token, "Content-Type": "application/json", Accept: "application/json" },
  }).catch(() => null);
  if (!answer?.ok) {
    asked = "";
    return;
  }
  const explained = await answer.json();
  if (asked !== said) return;
  for (const { place } of some) widgets.get(`${place}-value-extras`)?.explain(explained[place]);
};

const explainSoon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(explain, WAIT);
};

document.addEventListener("focusin", (event) => {
  if (/-value-key$/.test(event.target.name ?? "")) rememberKeys();
});
document.addEventListener("change", (event) => {
  if (/-value-key$/.test(event.target.name ?? "")) followKey(event.target);
  if (/-value-kind$/.test(event.target.name ?? "")) followScale(event.target);
});
for (const change of ["input", "change", "click", "pointerup"]) document.addEventListener(change, explainSoon);
if (document.readyState === "complete") explainSoon();
else window.addEventListener("load", explainSoon);
