// Opens what is folded away on a phone where there is room for it.
export default function wideOpen(details) {
  if (window.matchMedia("(width >= 60rem)").matches) details.open = true;
}
