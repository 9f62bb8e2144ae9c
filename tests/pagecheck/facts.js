() => {
  const shown = (one) => {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    return box.width > 0 && box.height > 0 && style.visibility !== "hidden" && !one.closest(".heard-only, .skip");
  };
  const words = (one) => (one.getAttribute("aria-label") || one.innerText || one.value || one.getAttribute("alt") || one.tagName).trim().slice(0, 60);
  const inText = (one) => {
    if (getComputedStyle(one).display !== "inline") return false;
    const around = one.closest("p, li, dd, td, th, figcaption, small, h1, h2, h3, h4, cite");
    return Boolean(around);
  };
  const place = (one) => {
    const box = one.getBoundingClientRect();
    return { width: box.width, height: box.height, top: box.top + scrollY };
  };
  const target = (one) => {
    const label = one.labels?.[0];
    const boxes = [one, label].filter(Boolean).map((each) => each.getBoundingClientRect());
    return {
      words: words(one),
      inText: inText(one),
      width: Math.max(...boxes.map((box) => box.width)),
      height: Math.max(...boxes.map((box) => box.height)),
    };
  };
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
  const wide = document.documentElement.clientWidth;
  return {
    title: document.title,
    description: meta("description"),
    language: document.documentElement.lang,
    direction: getComputedStyle(document.documentElement).direction,
    canonical: document.querySelector("link[rel=canonical]")?.href ?? "",
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => ({ level: Number(one.tagName[1]), words: words(one), shown: shown(one) })),
    images: [...document.querySelectorAll("img")].filter(shown).map((one) => ({
      source: one.currentSrc || one.src,
      alt: one.getAttribute("alt"),
      sized: one.hasAttribute("width") && one.hasAttribute("height"),
      lazy: one.loading === "lazy",
      own: one.naturalWidth,
      vector: /\.svg($|\?)|^data:image\/svg/.test(one.currentSrc || one.src),
      ...place(one),
    })),
    targets: [...document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), select, textarea")].filter(shown).map(target),
    links: [...document.querySelectorAll("a[href]")].map((one) => one.getAttribute("href")),
    anchors: [...document.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute("href")).filter((one) => one.length > 1 && !document.getElementById(decodeURIComponent(one.slice(1)))),
    tooWide: document.documentElement.scrollWidth - wide,
    screen: innerHeight,
  };
}
