// Small makers of elements for the survey editor; what it says comes from the page.
let told = null;

// Words, choices and addresses, as surveys/drafting/editing.py gives them.
export const editor = () => {
  told ??= JSON.parse(document.getElementById("survey-editor").textContent);
  return told;
};

export const say = (name, values = {}) => {
  let words = editor().words[name] ?? name;
  for (const [key, value] of Object.entries(values)) words = words.replaceAll(`{${key}}`, value);
  return words;
};

export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else if (name === "checked") element.checked = Boolean(value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
};

let made = 0;
export const newId = () => `survey-editor-${(made += 1)}`;

export const icon = (name) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
};

// A button with a picture on it; its name is read aloud and shown on hovering.
export const iconButton = (name, label, onclick, attributes = {}) =>
  make("button", { type: "button", class: "voice-icon", "aria-label": label, title: label, onclick, ...attributes }, icon(name));

export const button = (label, onclick, attributes = {}) =>
  make("button", { type: "button", class: "button button-small button-secondary", onclick, ...attributes }, label);

// A control under its visible label, with a hint between when there is one.
export const labelled = (label, control, hint = "") => {
  control.id ||= newId();
  const help = hint && make("span", { class: "voice-hint", id: `${control.id}-hint` }, hint);
  if (help) control.setAttribute("aria-describedby", help.id);
  return make("div", { class: "voice-field" }, make("label", { for: control.id }, label), help || null, control);
};

export const tick = (label, checked, onchange, hint = "") => {
  const box = make("input", { type: "checkbox", checked, id: newId() });
  box.addEventListener("change", () => onchange(box.checked));
  const help = hint && make("span", { class: "voice-hint", id: `${box.id}-hint` }, hint);
  if (help) box.setAttribute("aria-describedby", help.id);
  return make("div", { class: "voice-tick" }, box, make("label", { for: box.id }, label), help || null);
};

export const choose = (choices, value, onchange, attributes = {}) => {
  const list = make("select", attributes);
  for (const [key, label] of choices) {
    list.append(make("option", { value: key, selected: String(key) === String(value) }, label));
  }
  list.addEventListener("change", () => onchange(list.value));
  return list;
};

export const parse = (text, otherwise) => {
  try {
    return JSON.parse(text) ?? otherwise;
  } catch {
    return otherwise;
  }
};
