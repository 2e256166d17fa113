// Shows the offices that were asked for; without it, all of them are shown.
"use strict";
(() => {
  const form = document.querySelector("form");
  const offices = [...document.querySelectorAll("[data-state]")];
  const districts = [...document.querySelectorAll("[data-district]")];
  const said = document.querySelector("output");
  const none = document.getElementById("none");
  const show = () => {
    const state = form.elements.state.value;
    const district = form.elements.district.value;
    const words = form.elements.name.value.trim().toLowerCase().split(/\s+/);
    let count = 0;
    for (const group of districts) {
      let within = 0;
      for (const office of group.querySelectorAll("[data-state]")) {
        const fits =
          (!state || office.dataset.state === state) &&
          (!district || group.dataset.district === district) &&
          words.every((word) => office.dataset.name.toLowerCase().includes(word));
        office.hidden = !fits;
        within += fits;
      }
      group.hidden = !within;
      count += within;
    }
    none.hidden = count > 0;
    said.textContent = said.dataset.said.replace("{}", count);
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (offices.length) show();
})();
