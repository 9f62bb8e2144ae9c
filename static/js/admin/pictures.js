// A picture of a question or an option: chosen, sent, shown small, described, taken away.
import { button, editor, labelled, make, say } from "./dom.js";

const send = async (file) => {
  const form = new FormData();
  form.append("picture", file);
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const answer = await fetch(editor().picture_url, {
    method: "POST", body: form, headers: { "X-CSRFToken": token, Accept: "application/json" },
  });
  const kept = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(kept.error || say("picture_not_sent"));
  return kept;
};

// `changed` is told of each new picture, or null when it is taken away.
export const pictureField = (picture, changed, label = say("picture")) => {
  const place = make("div", { class: "voice-picture" });
  const draw = (shown, trouble = "") => {
    const file = make("input", { type: "file", accept: "image/png,image/jpeg,image/webp" });
    const error = make("p", { class: "voice-error", role: "alert" }, trouble);
    file.addEventListener("change", async () => {
      if (!file.files.length) return;
      place.setAttribute("aria-busy", "true");
      try {
        const kept = await send(file.files[0]);
        const next = { ...kept, alt: shown?.alt ?? "" };
        changed(next);
        draw(next);
        place.querySelector("input[type=text]").focus();
      } catch (refusal) {
        draw(shown, refusal.message || say("picture_not_sent"));
      }
      place.removeAttribute("aria-busy");
    });
    const parts = [labelled(shown ? say("another_picture") : label, file, say("picture_hint")), error];
    if (shown) {
      const alt = make("input", { type: "text", maxlength: 200, value: shown.alt });
      alt.addEventListener("input", () => {
        shown = { ...shown, alt: alt.value };
        changed(shown);
      });
      parts.unshift(
        make("img", { src: editor().medium_url.replace("0".repeat(64), shown.medium), alt: shown.alt, width: 96 }),
        labelled(say("alt"), alt, say("alt_hint")),
        button(say("remove_picture"), () => {
          changed(null);
          draw(null);
          place.querySelector("input").focus();
        }),
      );
    }
    place.replaceChildren(...parts);
  };
  draw(picture);
  return place;
};
