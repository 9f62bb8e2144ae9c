// Finds data-enhance="name" and lets js/enhancements/name.js work on that element.
const enhance = async (element) => {
  for (const name of element.dataset.enhance.split(/\s+/).filter(Boolean)) {
    const { default: work } = await import(`./enhancements/${name}.js`);
    work(element);
  }
};

document.querySelectorAll("[data-enhance]").forEach(enhance);
