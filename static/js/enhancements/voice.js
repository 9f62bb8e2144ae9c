// Records an answer that is spoken: two minutes at most, to hear again or delete before it is sent.
const LONGEST = 120;
const HEAVIEST = 3 * 1024 * 1024;
const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

const told = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

export default function voice(box) {
  const part = (name) => box.querySelector(`[data-part=${name}]`);
  const file = box.querySelector("input[type=file]");
  const say = (text) => { part("said").textContent = text; };
  const { form } = file;
  let recorder;
  let ticking;
  let sends;

  file.addEventListener("change", () => {
    const heavy = file.files[0]?.size > HEAVIEST;
    if (heavy) file.value = "";
    say(heavy ? box.dataset.heavy : "");
  });
  if (!window.MediaRecorder || !navigator.mediaDevices || !window.DataTransfer) {
    say(box.dataset.unable);
    return;
  }

  const keep = (content) => {
    const held = new DataTransfer();
    if (content) held.items.add(content);
    file.files = held.files;
    part("recorded").hidden = !content;
    const before = part("player").src;
    if (before) URL.revokeObjectURL(before);
    if (content) part("player").src = URL.createObjectURL(content);
    else part("player").removeAttribute("src");
  };

  const look = (recording) => {
    box.toggleAttribute("data-live", recording);
    part("begin").hidden = recording;
    part("stop").hidden = !recording;
  };

  const begin = async () => {
    const type = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
    const pieces = [];
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32000 });
    } catch {
      stream?.getTracks().forEach((track) => track.stop());
      say(box.dataset.refused);
      part("file").hidden = false;
      return;
    }
    keep(null);
    const begun = performance.now();
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => {
      clearInterval(ticking);
      stream.getTracks().forEach((track) => track.stop());
      look(false);
      const kind = recorder.mimeType.split(";")[0];
      const content = new File(pieces, "recording", { type: kind });
      recorder = undefined;
      const heavy = content.size > HEAVIEST;
      keep(heavy ? null : content);
      say(heavy ? box.dataset.heavy : box.dataset.recorded);
      if (sends && !heavy) form.requestSubmit(sends);
      sends = undefined;
    };
    recorder.start();
    document.addEventListener("turning", () => recorder?.stop(), { once: true });
    look(true);
    part("clock").textContent = told(0);
    say(box.dataset.recording);
    // By the clock: a page in the background counts its seconds slowly.
    ticking = setInterval(() => {
      const seconds = Math.floor((performance.now() - begun) / 1000);
      part("clock").textContent = told(Math.min(seconds, LONGEST));
      const gone = seconds >= LONGEST || !box.isConnected;
      if (gone && recorder?.state === "recording") recorder.stop();
    }, 250);
  };

  // Next while it records: stop first, and send what was said. Skip sends nothing.
  form.parentElement.addEventListener("submit", (event) => {
    if (!recorder || event.submitter?.value === "skip") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    sends = event.submitter || form.querySelector(".steps [value=next]");
    if (recorder.state === "recording") recorder.stop();
  }, true);
  addEventListener("pagehide", () => recorder?.state === "recording" && recorder.stop());

  part("record").addEventListener("click", () => (recorder ? recorder.stop() : begin()));
  part("delete").addEventListener("click", () => {
    keep(null);
    part("clock").textContent = told(0);
    say(box.dataset.deleted);
    part("record").focus();
  });

  part("studio").hidden = false;
  part("file").hidden = true;
  // A refused page's link leads to what can be seen; a label stays with its own field.
  const { id } = file;
  file.labels[0].htmlFor = "file";
  file.id = "file";
  part("record").id = id;
}
