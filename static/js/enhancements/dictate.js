// Records a wording into the file field inside, and sends the form when stopped; the
// file field alone is enough without it.
const LONGEST = 120_000;
const TYPES = ["audio/webm", "audio/mp4", "audio/ogg"];

const button = (words) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button-secondary";
  made.textContent = words;
  return made;
};

const record = async (said) => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 32_000 });
  const pieces = [];
  recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
  recorder.addEventListener("stop", () => {
    stream.getTracks().forEach((track) => track.stop());
    said(new File(pieces, "recording", { type: mimeType }));
  });
  recorder.start();
  setTimeout(() => recorder.state === "recording" && recorder.stop(), LONGEST);
  return recorder;
};

export default (place) => {
  if (!navigator.mediaDevices || !window.MediaRecorder) return;
  const field = place.querySelector("input[type=file]");
  const start = button(place.dataset.record);
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  let recorder = null;

  const keep = (file) => {
    const files = new DataTransfer();
    files.items.add(file);
    field.files = files.files;
    field.form.requestSubmit(field.form.querySelector("[data-keep]"));
  };
  start.addEventListener("click", async () => {
    if (recorder) {
      start.disabled = true;
      recorder.stop();
      return;
    }
    try {
      recorder = await record(keep);
      start.textContent = place.dataset.stop;
      status.textContent = place.dataset.recording;
    } catch {
      status.textContent = place.dataset.refused;
    }
  });
  place.prepend(start, status);
};
