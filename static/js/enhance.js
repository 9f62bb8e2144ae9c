// Finds data-enhance="name" and lets js/enhancements/name.js work on that element,
// which then says so with data-enhanced.
const near = {};

const enhance = async (element) => {
  for (const name of element.dataset.enhance.split(/\s+/).filter(Boolean)) {
    const { default: work } = near[name] ?? (await import(`./enhancements/${name}.js`));
    work(element);
  }
  element.dataset.enhanced = "";
};

const enhanceAll = () => document.querySelectorAll("[data-enhance]:not([data-enhanced])").forEach(enhance);

enhanceAll();
// Another question has taken the place of the last.
document.addEventListener("turned", enhanceAll);
