// Offers to read the page aloud, where there is something to read it with: recordings,
// or a voice of the device itself (one that sends the words elsewhere is not used).
const speech = window.speechSynthesis;

const voiceIn = (language) => {
  const of = (voice) => voice.lang.replace("_", "-").toLowerCase();
  const ours = (speech?.getVoices() || []).filter(
    (voice) => voice.localService && of(voice).split("-")[0] === language,
  );
  return ours.find((voice) => of(voice) === "en-gb") || ours[0];
};

export default function aloud(bar) {
  const main = bar.closest("main");
  const offer = async () => {
    const voice = voiceIn(document.documentElement.lang.split("-")[0]);
    if (!voice && !main.querySelector("[data-sound]")) return;
    const { default: reader } = await import("../aloud/reader.js");
    if (bar.isConnected) reader(bar, main, voice);
  };
  if (speech) speech.onvoiceschanged = offer;
  return offer();
}
