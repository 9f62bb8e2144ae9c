// Options or statements: one hidden input with all of them, laid out a line each.
import { button, iconButton, labelled, make, newId, parse, say, tick } from "./dom.js";
import { widgets } from "./draft.js";
import { pictureField } from "./pictures.js";

const EMPTY = {
  options: { id: "", key: "", text: "", is_other: false, is_alone: false, picture: null },
  statements: { id: "", key: "", text: "", help: "" },
};

export class Lines {
  constructor(place, name, id, shape) {
    this.shape = shape;
    this.rows = [];
    this.input = make("input", { type: "hidden", name, id });
    this.list = make("ol", { class: "voice-lines__list" });
    this.status = make("div", { class: "voice-lines__status", role: "status" });
    this.adding = this.fixed ? null : button(say(`add_${shape.sort}`), () => this.add());
    this.element = make(
      "div", { class: "voice-lines", role: "group", "aria-label": say(shape.sort) },
      this.input, this.list, this.adding, this.status,
    );
    place.replaceWith(this.element);
    this.idForLabel = "";
    widgets.set(name, this);
  }

  get fixed() {
    return this.shape.least === this.shape.most;
  }

  getValue() {
    return this.input.value;
  }

  getState() {
    return this.input.value;
  }

  setState(state) {
    this.rows = parse(state, []).map((row) => ({ ...EMPTY[this.shape.sort], ...row }));
    this.input.value = JSON.stringify(this.rows);
    this.draw();
  }

  getTextLabel() {
    return this.rows.map(({ text }) => text).filter(Boolean).join(", ");
  }

  setInvalid(is_wrong) {
    for (const box of this.boxes) {
      if (is_wrong) box.setAttribute("aria-invalid", "true");
      else box.removeAttribute("aria-invalid");
    }
  }

  focus() {
    this.boxes[0]?.focus();
  }

  get boxes() {
    return [...this.list.querySelectorAll(".voice-line__text")];
  }

  setKey(number, key) {
    this.rows[number].key = key;
    this.keep();
    const box = this.list.children[number]?.querySelector("[data-key]");
    if (box) box.value = key;
  }

  keep() {
    this.input.value = JSON.stringify(this.rows);
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  change(number, changes) {
    Object.assign(this.rows[number], changes);
    this.keep();
  }

  add(text = "", at = this.rows.length) {
    if (this.rows.length >= this.shape.most) {
      this.tell(say("no_more", { most: this.shape.most }));
      return;
    }
    this.rows.splice(at, 0, { ...EMPTY[this.shape.sort], text });
    this.keep();
    this.draw();
    this.boxes[at].focus();
  }

  remove(number) {
    const [gone] = this.rows.splice(number, 1);
    this.keep();
    this.draw();
    (this.boxes[Math.min(number, this.rows.length - 1)] ?? this.adding)?.focus();
    const undo = button(say("undo"), () => {
      this.rows.splice(number, 0, gone);
      this.keep();
      this.draw();
      this.tell("");
      this.boxes[number].focus();
    });
    this.tell(say("removed", { words: gone.text || say("empty_line") }), undo);
  }

  move(number, by) {
    const [row] = this.rows.splice(number, 1);
    this.rows.splice(number + by, 0, row);
    this.keep();
    this.draw();
    const line = this.list.children[number + by];
    const same = line.querySelector(by < 0 ? "[data-up]" : "[data-down]");
    (same.disabled ? line.querySelector(by < 0 ? "[data-down]" : "[data-up]") : same).focus();
    this.tell(say("moved", { words: row.text, number: number + by + 1 }));
  }

  tell(words, ...more) {
    this.status.replaceChildren(words, ...more);
  }

  // Several lines pasted into one become lines of their own.
  paste(event, number) {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    const [first, ...others] = pasted.split(/[\r\n]+/).map((line) => line.replace(/^[\s•·*–-]+/, "").trim()).filter(Boolean);
    if (!others.length || this.fixed) return;
    event.preventDefault();
    const free = this.shape.most - this.rows.length;
    this.change(number, { text: `${this.rows[number].text}${first}` });
    others.slice(0, free).forEach((text, more) => this.rows.splice(number + 1 + more, 0, { ...EMPTY[this.shape.sort], text }));
    this.keep();
    this.draw();
    this.boxes[Math.min(number + others.length, this.rows.length - 1)].focus();
    if (others.length > free) this.tell(say("no_more", { most: this.shape.most }));
  }

  draw() {
    const open = new Set([...this.list.querySelectorAll("[aria-expanded=true]")].map((one) => one.dataset.line));
    this.list.replaceChildren(...this.rows.map((row, number) => this.line(row, number, open)));
    this.input.closest(".voice-lines").dataset.enhanced = "";
  }

  line(row, number, open) {
    const label = say(`${this.shape.sort}_line`, { number: number + 1 });
    const box = make("input", {
      type: "text", class: "voice-line__text", "aria-label": label, maxlength: 200, value: row.text, autocomplete: "off",
    });
    box.addEventListener("input", () => {
      this.change(number, { text: box.value });
      for (const one of line.querySelectorAll("[data-says]")) {
        one.title = say(one.dataset.says, { words: box.value || String(number + 1) });
        one.setAttribute("aria-label", one.title);
      }
    });
    box.addEventListener("paste", (event) => this.paste(event, number));
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (!this.fixed) this.add("", number + 1);
    });
    const line = make("div", { class: "voice-line" }, make("span", { class: "voice-line__number", "aria-hidden": "true" }, String(number + 1)), box);
    if (this.fixed) return make("li", {}, line);
    const named = { words: row.text || String(number + 1) };
    line.append(
      iconButton("arrow-up", say("up", named), () => this.move(number, -1), { disabled: number === 0, "data-up": true, "data-says": "up" }),
      iconButton("arrow-down", say("down", named), () => this.move(number, 1), { disabled: number === this.rows.length - 1, "data-down": true, "data-says": "down" }),
    );
    const more = make("div", { class: "voice-line__more", id: newId() });
    const id = row.id || `new-${number}`;
    const is_open = open.has(id);
    const toggle = iconButton("cog", say("more_of", named), () => this.toggle(toggle, more, number), {
      "aria-expanded": "false", "aria-controls": more.id, "data-line": id, "data-says": "more_of",
    });
    more.hidden = true;
    line.append(toggle, iconButton("bin", say("remove", named), () => this.remove(number), { "data-says": "remove" }));
    if (is_open) this.toggle(toggle, more, number);
    const picture = this.shape.kind === "picture" && pictureField(row.picture, (kept) => this.change(number, { picture: kept }));
    return make("li", {}, line, picture || null, more);
  }

  toggle(button, more, number) {
    const opens = button.getAttribute("aria-expanded") === "false";
    button.setAttribute("aria-expanded", String(opens));
    more.hidden = !opens;
    if (opens) more.replaceChildren(...this.more(number));
  }

  more(number) {
    const row = this.rows[number];
    const key = make("input", { type: "text", value: row.key, maxlength: 40, "data-key": true, autocomplete: "off" });
    key.addEventListener("input", () => this.change(number, { key: key.value.trim() }));
    const keyField = labelled(say("key"), key, say("key_hint"));
    if (this.shape.sort === "statements") {
      const help = make("input", { type: "text", value: row.help, maxlength: 300 });
      help.addEventListener("input", () => this.change(number, { help: help.value }));
      return [labelled(say("hint"), help, say("statement_hint")), keyField];
    }
    const parts = [];
    if (["single", "several"].includes(this.shape.kind)) {
      parts.push(tick(say("is_other"), row.is_other, (is) => this.change(number, { is_other: is })));
    }
    if (this.shape.kind === "several") {
      parts.push(tick(say("is_alone"), row.is_alone, (is) => this.change(number, { is_alone: is })));
    }
    if (this.shape.kind !== "picture") {
      parts.push(pictureField(row.picture, (kept) => this.change(number, { picture: kept })));
    }
    return [...parts, keyField];
  }
}
