// Finds data-enhance="name" and lets js/enhancements/name.js work on that element,
// which then says so with data-enhanced.
const enhance = async (element) => {
  for (const name of element.dataset.enhance.split(/\s+/).filter(Boolean)) {
    const { default: work } = await import(`./enhancements/${name}.js`);
    work(element);
  }
  element.dataset.enhanced = "";
};

document.querySelectorAll("[data-enhance]").forEach(enhance);
