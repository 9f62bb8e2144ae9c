// Readable keys, proposed exactly as surveys/logic/keys.py proposes them.
const LONGEST = 40;

const shortened = (key, longest) => {
  if (key.length <= longest) return key;
  const whole = key.slice(0, longest + 1);
  const cut = whole.includes("_") ? whole.slice(0, whole.lastIndexOf("_")) : "";
  return cut || key.slice(0, longest);
};

export const proposeKey = (text, taken, otherwise) => {
  const plain = Array.from(text.normalize("NFKD")).filter((one) => one.codePointAt(0) < 128).join("");
  const bare = plain.toLowerCase().replaceAll("'", "").replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  const key = shortened(bare || otherwise, LONGEST);
  let proposed = key;
  for (let number = 2; taken.has(proposed); number += 1) {
    const ending = `_${number}`;
    proposed = shortened(key, LONGEST - ending.length) + ending;
  }
  return proposed;
};
