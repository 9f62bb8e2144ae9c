// What a question may have besides its words: one hidden input, laid out when opened.
import { button, choose, editor, labelled, make, newId, parse, say, tick } from "./dom.js";
import { ConditionEditor } from "./conditions.js";
import { earlierThan, keyOf, placeOf, widgets } from "./draft.js";
import { pictureField } from "./pictures.js";

export class Extras {
  constructor(place, name, id, { kind, offers }) {
    this.kind = kind;
    this.offers = new Set(offers);
    this.name = name;
    this.extras = {};
    this.input = make("input", { type: "hidden", name, id });
    this.when = make("p", { class: "voice-extras__when", "data-when": true });
    this.troubles = make("ul", { class: "voice-extras__troubles", "data-troubles": true });
    this.panel = make("div", { class: "voice-extras__panel", id: newId(), hidden: true });
    this.toggle = button(say("more"), () => this.open(), { "aria-expanded": "false", "aria-controls": this.panel.id, "data-more": true });
    this.set = make("span", { class: "voice-extras__set" });
    this.decision = this.offers.has("decision") ? this.decisionField() : null;
    this.element = make(
      "div", { class: "voice-extras", role: "group", "aria-label": say("more") },
      this.input, this.decision, this.when, this.troubles,
      make("div", { class: "voice-extras__line" }, this.toggle, this.set), this.panel,
    );
    place.replaceWith(this.element);
    this.idForLabel = "";
    widgets.set(name, this);
  }

  getValue() {
    return this.input.value;
  }

  getState() {
    return this.input.value;
  }

  getTextLabel() {
    return "";
  }

  setState(state) {
    this.extras = parse(state, {});
    this.input.value = JSON.stringify(this.extras);
    if (this.decision) this.decision.querySelector("textarea").value = this.extras.decision ?? "";
    if (!this.panel.hidden) this.panel.replaceChildren(...this.fields());
    this.summarise();
    this.element.dataset.enhanced = "";
  }

  setInvalid(is_wrong) {
    const box = this.decision?.querySelector("textarea");
    if (is_wrong) {
      box?.setAttribute("aria-invalid", "true");
      if (this.panel.hidden) this.open();
    } else box?.removeAttribute("aria-invalid");
  }

  focus() {
    this.toggle.focus();
  }

  change(changes) {
    Object.assign(this.extras, changes);
    this.input.value = JSON.stringify(this.extras);
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
    this.summarise();
  }

  // A question's key was renamed: what looks at it follows.
  rename(before, after) {
    const follow = (one) => {
      if (!one) return;
      if (one.question === before) one.question = after;
      [...(one.all ?? []), ...(one.any ?? []), ...(one.none ?? [])].forEach(follow);
    };
    const was = JSON.stringify(this.extras.show_if ?? null);
    follow(this.extras.show_if);
    if (JSON.stringify(this.extras.show_if ?? null) !== was) this.change({});
  }

  // What the server says of the condition, in words, and what is wrong with it.
  explain({ words = "", troubles = [] } = {}) {
    this.when.textContent = words;
    this.troubles.replaceChildren(...troubles.map((trouble) => make("li", {}, trouble)));
  }

  summarise() {
    const { age_bands: bands = [], most, not_sure, not_said, sensitive, about_them, picture, key_theme } = this.extras;
    const names = new Map(editor().bands);
    const parts = [
      bands.length && say("only_bands", { bands: bands.map((one) => names.get(one) ?? one).join(", ") }),
      most && say("at_most_chosen", { most }),
      not_sure && say("not_sure"),
      not_said && say("not_said"),
      sensitive && say("is_sensitive"),
      about_them && say("is_about_them"),
      key_theme && new Map(editor().key_themes).get(key_theme),
      picture && say("has_picture"),
    ];
    this.set.textContent = parts.filter(Boolean).join(" · ");
  }

  open() {
    const opens = this.panel.hidden;
    this.panel.hidden = !opens;
    this.toggle.setAttribute("aria-expanded", String(opens));
    if (opens) this.panel.replaceChildren(...this.fields());
  }

  decisionField() {
    const box = make("textarea", { rows: 1, maxlength: 300 });
    box.addEventListener("input", () => this.change({ decision: box.value }));
    return labelled(say("decision"), box, say("decision_hint"));
  }

  fields() {
    const has = (name) => this.offers.has(name);
    return [
      has("show_if") && this.conditionField(),
      has("age_bands") && this.bandsField(),
      has("picture") && this.group(say("picture"), pictureField(this.extras.picture, (picture) => this.change({ picture }), say("choose_picture"))),
      (has("most") || has("date_parts") || has("not_sure")) && this.answerField(),
      has("sensitive") && this.aboutField(),
      this.pipingField(),
    ].filter(Boolean);
  }

  group(title, ...parts) {
    const id = newId();
    return make("div", { class: "voice-extras__group", role: "group", "aria-labelledby": id }, make("p", { class: "voice-extras__title", id }, title), ...parts);
  }

  conditionField() {
    const conditions = new ConditionEditor(this.extras.show_if, {
      earlier: () => earlierThan(placeOf(this.name)),
      changed: (condition) => this.change({ show_if: condition }),
    });
    return this.group(say("show_if"), conditions.element);
  }

  bandsField() {
    const ticks = editor().bands.map(([key, label]) =>
      tick(label, this.extras.age_bands?.includes(key), (is) => {
        const chosen = new Set(this.extras.age_bands ?? []);
        if (is) chosen.add(key);
        else chosen.delete(key);
        this.change({ age_bands: editor().bands.map(([one]) => one).filter((one) => chosen.has(one)) });
      }));
    return this.group(say("who_is_asked"), make("p", { class: "voice-hint" }, say("who_is_asked_hint")), ...ticks);
  }

  answerField() {
    const parts = [];
    if (this.offers.has("most")) {
      const numbers = Array.from({ length: 12 }, (_one, number) => [number, number ? String(number) : say("no_limit")]);
      parts.push(labelled(say(this.kind === "order" ? "most_order" : "most"), choose(numbers, this.extras.most ?? 0, (most) => this.change({ most: Number(most) }))));
    }
    if (this.offers.has("date_parts")) {
      parts.push(labelled(say("date_parts"), choose(editor().date_parts, this.extras.date_parts, (date_parts) => this.change({ date_parts }))));
    }
    if (this.offers.has("not_sure")) {
      parts.push(tick(say("offer_not_sure"), this.extras.not_sure, (not_sure) => this.change({ not_sure })));
      parts.push(tick(say("offer_not_said"), this.extras.not_said, (not_said) => this.change({ not_said })));
    }
    return this.group(say("answers"), ...parts);
  }

  aboutField() {
    const parts = [
      tick(say("sensitive"), this.extras.sensitive, (sensitive) => this.change({ sensitive }), say("sensitive_hint")),
      tick(say("about_them"), this.extras.about_them, (about_them) => this.change({ about_them }), say("about_them_hint")),
    ];
    if (editor().key_themes.length) {
      parts.push(labelled(say("key_theme"), choose([["", say("no_key_theme")], ...editor().key_themes], this.extras.key_theme, (key_theme) => this.change({ key_theme }))));
    }
    return this.group(say("about"), ...parts);
  }

  // An earlier answer put into the words of this one, by choosing.
  pipingField() {
    const questions = earlierThan(placeOf(this.name)).filter(({ kind }) => editor().piped.includes(kind));
    const title = say("insert");
    if (!questions.length) return this.group(title, make("p", { class: "voice-hint" }, say("insert_none")));
    const which = choose(questions.map(({ words }, number) => [number, words]), 0, () => {});
    const fallback = make("input", { type: "text", maxlength: 60, value: say("insert_otherwise_usual") });
    const done = make("p", { class: "voice-hint", role: "status" });
    const insert = button(title, () => {
      const key = keyOf(questions[Number(which.value)]);
      const otherwise = fallback.value.replace(/[{}|]/g, "").trim();
      const box = document.getElementsByName(`${placeOf(this.name)}-value-prompt`)[0];
      const words = `{answer:${key}|${otherwise || say("insert_otherwise_usual")}}`;
      const at = box.selectionStart ?? box.value.length;
      const space = at && !/\s$/.test(box.value.slice(0, at)) ? " " : "";
      box.setRangeText(space + words, at, box.selectionEnd ?? at, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.dispatchEvent(new Event("change", { bubbles: true }));
      done.textContent = say("inserted", { words: box.value });
    });
    return this.group(
      title, make("p", { class: "voice-hint" }, say("insert_hint")),
      labelled(say("insert_which"), which), labelled(say("insert_otherwise"), fallback), insert, done,
    );
  }
}
