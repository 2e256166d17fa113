// Asks before what was typed is left behind, keeps it meanwhile, and opens the part of a form that a link leads to.
// Without this script all of the desk works; nothing is asked then, and what is kept is what was sent.
"use strict";
(() => {
  const form = document.querySelector("form[data-guard]");
  if (form) {
    // A slow computer lets a clerk type before this runs: a field that no longer holds what came with the page counts.
    let typed =
      form.dataset.guard === "changed" ||
      [...form.elements].some((field) => "defaultValue" in field && field.value !== field.defaultValue);
    let waiting = 0;
    const keep = () => {
      const sent = new FormData(form);
      sent.delete("upload");
      sent.set("do", "keep");
      fetch(location.pathname, { method: "POST", body: sent }).catch(() => {});
    };
    form.addEventListener("input", () => {
      typed = true;
      clearTimeout(waiting);
      waiting = setTimeout(keep, 1500);
    });
    form.addEventListener("submit", () => {
      typed = false;
      clearTimeout(waiting);
    });
    addEventListener("beforeunload", (leaving) => {
      if (!typed) return;
      leaving.preventDefault();
      leaving.returnValue = form.dataset.leave;
    });
  }

  for (const pick of document.querySelectorAll("input[type=color]")) {
    const typed = document.getElementById(pick.dataset.of);
    pick.addEventListener("input", () => (typed.value = pick.value));
    typed.addEventListener("input", () => {
      if (/^#[0-9a-f]{6}$/i.test(typed.value)) pick.value = typed.value;
    });
  }

  for (const field of document.querySelectorAll("[data-press]"))
    field.addEventListener("keydown", (key) => {
      if (key.key !== "Enter") return;
      key.preventDefault();
      document.querySelector(`[value='${field.dataset.press}']`).click();
    });

  const show = () => {
    const spot = location.hash && document.getElementById(location.hash.slice(1));
    const folded = spot && (spot.closest("details") ?? spot.querySelector("details"));
    if (!folded) return;
    folded.open = true;
    spot.scrollIntoView();
  };
  addEventListener("hashchange", show);
  show();
})();
