// A code scanned from paper stands behind # in the address, which no server sees: it is
// put into the box, and out of the address at once. Nothing is sent until somebody presses.
const LIKE_A_CODE = /^[0-9a-z -]{4,40}$/i;

export default function code(form) {
  const box = form.elements.code;

  const take = () => {
    const held = location.hash.slice(1);
    if (!LIKE_A_CODE.test(held)) return;
    history.replaceState(null, "", location.pathname);
    box.value = held;
    form.querySelector(".steps button").focus();
  };

  take();
  addEventListener("hashchange", take);
}
