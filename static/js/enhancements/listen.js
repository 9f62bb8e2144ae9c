// Plays a recording of the question when asked for, one at a time; a second press stops it.
import { play, playable, plays, stop } from "../aloud/player.js";

document.addEventListener("turning", stop);

export default function listen(button) {
  const file = playable(button);
  const pieces = [{ element: button, sound: file, button }];
  button.hidden = false;
  button.addEventListener("click", () => (plays(pieces) ? stop() : play(pieces)));
}
