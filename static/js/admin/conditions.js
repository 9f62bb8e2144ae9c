// When a question is shown, edited by choosing: which question, how, which answer.
import { button, choose, editor, iconButton, make, say } from "./dom.js";
import { keyOf, optionsOf } from "./draft.js";

const GROUPS = ["all", "any", "none"];
const DEEPEST = 3;
const ABOUT = ["age_band", "language", "helper"];

const groupOf = (condition) => GROUPS.find((name) => Array.isArray(condition?.[name]));

// One test, or a group of them; `question.earlier()` gives the questions to choose from.
export class ConditionEditor {
  constructor(condition, { earlier, changed }) {
    this.earlier = earlier;
    this.changed = changed;
    this.root = groupOf(condition) ? structuredClone(condition) : { all: condition ? [structuredClone(condition)] : [] };
    this.element = make("div", { class: "voice-conditions" });
    this.draw();
  }

  // A group of one test is that test; an empty group says nothing.
  get condition() {
    const tidy = (one) => {
      const name = groupOf(one);
      if (!name) return one.question || one.about ? one : null;
      const parts = one[name].map(tidy).filter(Boolean);
      if (!parts.length) return null;
      return parts.length === 1 && name !== "none" ? parts[0] : { [name]: parts };
    };
    return tidy(this.root);
  }

  keep() {
    this.changed(this.condition);
  }

  redraw(focus) {
    this.keep();
    this.draw();
    (focus && this.element.querySelector(focus))?.focus();
  }

  draw() {
    this.questions = this.earlier();
    this.element.replaceChildren(this.group(this.root, "0", 1, null));
  }

  group(group, path, depth, remove) {
    const name = groupOf(group);
    const parts = group[name];
    const list = make("ul", { class: "voice-conditions__parts" });
    parts.forEach((part, number) => {
      const gone = () => {
        parts.splice(number, 1);
        this.redraw(`[data-add="${path}"]`);
      };
      const here = `${path}-${number}`;
      list.append(make("li", {}, groupOf(part) ? this.group(part, here, depth + 1, gone) : this.test(part, here, (changed) => {
        parts[number] = changed;
        this.redraw(`[data-part="${here}"]`);
      }, gone)));
    });
    const join = choose(GROUPS.map((one) => [one, say(`group_${one}`)]), name, (chosen) => {
      group[chosen] = parts;
      if (chosen !== name) delete group[name];
      this.redraw(`[data-join="${path}"]`);
    }, { "aria-label": say("group"), "data-join": path });
    const add = (part) => () => {
      parts.push(part());
      this.redraw(`[data-part="${path}-${parts.length - 1}"], [data-join="${path}-${parts.length - 1}"]`);
    };
    return make(
      "div", { class: "voice-conditions__group", role: "group", "aria-label": say("show_if") },
      parts.length > 1 || depth > 1 || name === "none" ? make("div", { class: "voice-conditions__join" }, join, remove && iconButton("bin", say("remove_group"), remove)) : null,
      list,
      make(
        "div", { class: "voice-conditions__add" },
        button(parts.length ? say("add_test") : say("add_first_test"), add(() => ({ question: "" })), { "data-add": path }),
        parts.length && depth < DEEPEST ? button(say("add_group"), add(() => ({ any: [{ question: "" }] }))) : null,
        depth === 1 && parts.length === 1 && name !== "none" && !groupOf(parts[0]) ? button(say("turn_round"), () => {
          group.none = parts;
          delete group[name];
          this.redraw(`[data-join="${path}"]`);
        }) : null,
      ),
    );
  }

  test(test, path, changed, remove) {
    const chosen = this.questions.findIndex(({ key }) => key && key === test.question);
    const subject = choose(
      [
        ["", say("choose_question")],
        ...this.questions.map((question, number) => [`q${number}`, `${number + 1}. ${question.words}`]),
        ...ABOUT.map((about) => [about, say(`about_${about}`)]),
        ...(test.question && chosen < 0 ? [["gone", say("not_earlier", { key: test.question })]] : []),
      ],
      test.about ?? (chosen >= 0 ? `q${chosen}` : test.question ? "gone" : ""),
      (value) => changed(this.begun(value, test)),
      { "aria-label": say("about_what"), "data-part": path },
    );
    const line = make("div", { class: "voice-conditions__test" }, subject);
    if (test.about) line.append(...this.known(test, changed));
    else if (chosen >= 0) line.append(...this.asked(test, this.questions[chosen], changed));
    line.append(iconButton("bin", say("remove_test"), remove));
    return line;
  }

  // What a test begins with, once it is said what it is about.
  begun(value, before) {
    if (value === "gone") return before;
    if (!value) return { question: "" };
    if (ABOUT.includes(value)) return { about: value, operator: "is", value: this.choices(value)[0]?.[0] ?? "" };
    const question = this.questions[Number(value.slice(1))];
    const [operator] = editor().operators[question.kind];
    return { question: keyOf(question), operator, value: this.first(question, operator) };
  }

  first(question, operator) {
    if (operator === "answered") return "";
    if (question.kind === "scale") return 5;
    if (question.kind === "date") return String(new Date().getFullYear());
    return optionsOf(question)[0]?.key ?? "";
  }

  choices(about) {
    return { age_band: editor().bands, language: editor().languages, helper: editor().helpers }[about];
  }

  known(test, changed) {
    return [
      choose(["is", "is_not"].map((one) => [one, say(`operator_${one}`)]), test.operator, (operator) => changed({ ...test, operator }), { "aria-label": say("how") }),
      choose(this.choices(test.about), test.value, (value) => changed({ ...test, value }), { "aria-label": say("which") }),
    ];
  }

  asked(test, question, changed) {
    const offered = editor().operators[question.kind];
    const operators = offered.includes(test.operator) ? offered : [...offered, test.operator];
    const parts = [
      choose(operators.map((one) => [one, say(question.kind === "order" && one === "is" ? "operator_first" : `operator_${one}`)]), test.operator, (operator) => changed({
        ...test, operator, value: operator === "answered" ? "" : test.value === "" ? this.first(question, operator) : test.value,
      }), { "aria-label": say("how") }),
    ];
    if (test.operator !== "answered") parts.push(this.value(test, question, changed));
    return parts;
  }

  value(test, question, changed) {
    const name = { "aria-label": say("which") };
    if (question.kind === "scale") {
      const numbers = Array.from({ length: 11 }, (_one, number) => [number, String(number)]);
      return choose(numbers, test.value, (value) => changed({ ...test, value: Number(value) }), name);
    }
    if (question.kind === "date") {
      const box = make("input", { type: "text", inputmode: "numeric", maxlength: 7, size: 7, value: test.value, ...name });
      box.addEventListener("change", () => changed({ ...test, value: box.value.trim() }));
      return box;
    }
    const options = optionsOf(question).map(({ key, text }) => [key, text]);
    if (!options.some(([key]) => key === test.value)) options.push([test.value, say("option_gone", { key: test.value })]);
    return choose(options, test.value, (value) => changed({ ...test, value }), name);
  }
}
