// Shows a button that prints the page, where the browser can.
export default function print(part) {
  part.hidden = false;
  part.querySelector("button").addEventListener("click", () => window.print());
}
