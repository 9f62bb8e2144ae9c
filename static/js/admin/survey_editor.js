// The survey editor: gives Wagtail's blocks our widgets, and keeps them in step.
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

const followKey = (input) => {
  const before = keys.get(input.name);
  const after = input.value.trim();
  if (before && after && before !== after) {
    for (const [name, one] of widgets) if (name.endsWith("-extras") && one.element.isConnected) one.rename(before, after);
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

document.addEventListener("focusin", (event) => {
  if (/-value-key$/.test(event.target.name ?? "")) rememberKeys();
});
document.addEventListener("change", (event) => {
  if (/-value-key$/.test(event.target.name ?? "")) followKey(event.target);
  if (/-value-kind$/.test(event.target.name ?? "")) followScale(event.target);
});
