// Mends what the theme leaves open: a name for its search dialog, no search box where a browser forbids the search
// (from a disk), and a menu that stands open where there is room for it.
(function () {
  "use strict";
  var search = document.querySelector("[data-md-component=search]");
  if (search) {
    search.setAttribute("aria-label", "ค้นหาในเว็บไซต์");
    if (location.protocol === "file:") {
      search.remove();
      document.querySelectorAll(".tb-search-button").forEach(function (button) { button.remove(); });
    }
  }
  var menu = document.querySelector(".tb-menu");
  var wide = matchMedia("(min-width: 70em)");
  function fit() { menu.open = wide.matches; }
  if (menu) { fit(); wide.addEventListener("change", fit); }
})();
