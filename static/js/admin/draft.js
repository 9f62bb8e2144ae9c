// The draft as the form holds it now: every question in its order, read from its inputs.
import { parse } from "./dom.js";
import { proposeKey } from "./keys.js";

// The laid-out widgets by the name of their input.
export const widgets = new Map();
const GRADED = new Set(["faces", "agree"]);

// Words without the marks of an earlier answer put into them.
const plainly = (words) => words.replace(/\{answer:[^|}]*\|?([^}]*)\}/g, "$1");

const input = (name) => document.getElementsByName(name)[0];
const said = (name) => input(name)?.value ?? "";

// "questions-3-value-extras" is of the question at "questions-3".
export const placeOf = (name) => name.replace(/-value-[a-z]+$/, "");

export const blocks = (stream = "questions") => {
  const found = [];
  for (let number = 0; number < Number(said(`${stream}-count`)); number += 1) {
    const place = `${stream}-${number}`;
    if (!input(`${place}-type`) || said(`${place}-deleted`) === "1") continue;
    found.push({
      place,
      order: Number(said(`${place}-order`)),
      type: said(`${place}-type`),
      id: said(`${place}-id`),
      value: {
        prompt: said(`${place}-value-prompt`),
        help: said(`${place}-value-help`),
        key: said(`${place}-value-key`),
        kind: said(`${place}-value-kind`),
        options: parse(said(`${place}-value-options`), []),
        statements: parse(said(`${place}-value-statements`), []),
        extras: parse(said(`${place}-value-extras`), {}),
      },
    });
  }
  return found.sort((one, other) => one.order - other.order);
};

// Every question of some blocks: a set of statements is one for each.
export const questionsIn = (some) =>
  some.flatMap(({ place, type, value }) => {
    if (type !== "statements") {
      return [{ place, kind: type, key: value.key, words: plainly(value.prompt), options: value.options, row: -1 }];
    }
    return value.statements.map((statement, row) => ({
      place, kind: value.kind, key: statement.key, words: plainly(statement.text), options: value.options, row,
    }));
  });

export const earlierThan = (place) => {
  const all = blocks();
  const here = all.findIndex((block) => block.place === place);
  return questionsIn(here < 0 ? all : all.slice(0, here)).filter(
    ({ kind, words }) => words.trim() && !["message", "break"].includes(kind),
  );
};

// Return the key of a question, giving it one first when it has none.
export const keyOf = (question) => {
  if (question.key) return question.key;
  const taken = new Set(questionsIn(blocks()).map(({ key }) => key));
  const key = proposeKey(question.words, taken, "question");
  if (question.row >= 0) widgets.get(`${question.place}-value-statements`)?.setKey(question.row, key);
  else input(`${question.place}-value-key`).value = key;
  question.key = key;
  return key;
};

// Return the options of a question, each with a key: those with words only.
export const optionsOf = (question) => {
  const taken = new Set(question.options.map(({ key }) => key).filter(Boolean));
  question.options.forEach((option, row) => {
    if (option.key || !option.text.trim()) return;
    option.key = proposeKey(GRADED.has(question.kind) ? String(row + 1) : option.text, taken, "option");
    taken.add(option.key);
    widgets.get(`${question.place}-value-options`)?.setKey(row, option.key);
  });
  return question.options.filter(({ key }) => key);
};
