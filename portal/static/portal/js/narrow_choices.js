// Narrows a list of boxes to those whose label has the typed words; ticked ones always stay in sight.
(() => {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const set = (box) => {
    if (box.dataset.ready) return;
    box.dataset.ready = "yes";
    const search = box.querySelector(".choices-search");
    search.hidden = false;
    search.querySelector("input").addEventListener("input", (event) => {
      const words = plain(event.target.value).split(/\s+/).filter(Boolean);
      for (const label of box.querySelectorAll(".choices-list label")) {
        const text = plain(label.textContent);
        label.hidden = !label.querySelector("input").checked && !words.every((word) => text.includes(word));
      }
      event.stopPropagation();
    });
  };
  const all = () => document.querySelectorAll("[data-narrow-choices]").forEach(set);
  document.addEventListener("DOMContentLoaded", all);
  new MutationObserver(all).observe(document.documentElement, { childList: true, subtree: true });
})();
