// A sheet to draw on: four colours, undo, clear (which undo brings back); sent as a PNG.
const THICK = 6;

export default function drawingBoard(box) {
  const part = (name) => box.querySelector(`[data-part=${name}]`);
  const file = box.querySelector("input[type=file]");
  const paper = part("paper");
  const ink = paper.getContext("2d");
  const pens = [...box.querySelectorAll("[data-pen]")];
  if (!window.DataTransfer || !window.PointerEvent || !ink) return;
  let strokes = [];
  let past = [];
  let stroke;
  let colour = "";

  const colourOf = (pen) => getComputedStyle(pen).getPropertyValue("--pen").trim();

  const line = ({ colour: shade, points }) => {
    ink.strokeStyle = shade;
    ink.fillStyle = shade;
    ink.lineWidth = THICK;
    ink.lineCap = "round";
    ink.lineJoin = "round";
    ink.beginPath();
    points.forEach(([x, y], at) => (at ? ink.lineTo(x, y) : ink.moveTo(x, y)));
    if (points.length === 1) ink.lineTo(points[0][0] + 0.1, points[0][1]);
    ink.stroke();
  };

  const hold = () => {
    const held = new DataTransfer();
    if (strokes.length) {
      const [, coded] = paper.toDataURL("image/png").split(",");
      const content = Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0));
      held.items.add(new File([content], "drawing.png", { type: "image/png" }));
    }
    file.files = held.files;
  };

  const draw = () => {
    ink.fillStyle = getComputedStyle(paper).getPropertyValue("--sheet").trim();
    ink.fillRect(0, 0, paper.width, paper.height);
    strokes.forEach(line);
    part("undo").disabled = past.length === 0;
    part("clear").disabled = strokes.length === 0;
    hold();
  };

  const become = (next) => {
    past.push(strokes);
    strokes = next;
    draw();
  };

  const place = (event) => {
    const { left, top, width, height } = paper.getBoundingClientRect();
    return [
      ((event.clientX - left) * paper.width) / width,
      ((event.clientY - top) * paper.height) / height,
    ];
  };

  const end = () => {
    if (!stroke) return;
    const finished = stroke;
    stroke = undefined;
    become([...strokes, finished]);
  };

  paper.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary) return;
    event.preventDefault();
    paper.setPointerCapture(event.pointerId);
    stroke = { colour, points: [place(event)] };
    line(stroke);
  });
  paper.addEventListener("pointermove", (event) => {
    if (!stroke || !event.isPrimary) return;
    stroke.points.push(place(event));
    line({ colour, points: stroke.points.slice(-2) });
  });
  paper.addEventListener("pointerup", end);
  paper.addEventListener("pointercancel", end);

  const choose = (pen) => {
    pens.forEach((one) => one.setAttribute("aria-pressed", String(one === pen)));
    colour = colourOf(pen);
  };
  pens.forEach((pen) => pen.addEventListener("click", () => choose(pen)));
  part("undo").addEventListener("click", () => {
    strokes = past.pop();
    draw();
  });
  part("clear").addEventListener("click", () => become([]));

  part("studio").hidden = false;
  part("file").hidden = true;
  const { id } = file;
  file.labels[0].htmlFor = "file";
  file.id = "file";
  paper.id = id;
  paper.tabIndex = -1;
  choose(pens[0]);
  draw();
}
