// What a page does by itself: the search from a disk and by pasting, and a menu that stands open where there is room for it.
(function () {
  "use strict";

  // A browser starts no worker for a page that was opened from a disk, so there the search runs in the page, under the
  // name by which the theme asks for a worker.
  function InPage(address) {
    var worker = document.createDocumentFragment(), waiting = [], take = null;
    function load(source, done, failed) {
      var script = document.createElement("script");
      script.src = source;
      script.onload = done;
      script.onerror = failed;
      document.head.appendChild(script);
    }
    function post(message) { worker.dispatchEvent(new MessageEvent("message", { data: message })); }
    load(address, function () {
      take = self.tonbaepSearch(post, function (done) {
        var pages = new URL("../../search/pages.js", new URL(address, location.href)).href;
        load(pages, function () { done(self.tonbaepPages); }, function () { done(null); });
      });
      waiting.forEach(take);
    });
    worker.postMessage = function (message) { if (take) take(message); else waiting.push(message); };
    return worker;
  }
  if (location.protocol === "file:") self.Worker = InPage;

  // The theme listens to keys alone; what is pasted, dictated or chosen from a list comes without one.
  var box = document.querySelector("[data-md-component=search-query]");
  if (box) box.addEventListener("input", function () { box.dispatchEvent(new KeyboardEvent("keyup")); });

  // Who leaves the search by Escape goes on where they were; the theme leaves them nowhere.
  var from = null;
  if (box) box.addEventListener("focus", function (event) {
    var left = event.relatedTarget;
    if (!left || !left.closest(".md-search")) from = left;
  });
  addEventListener("keydown", function (event) {
    var open = document.getElementById("__search");
    if (event.key === "Escape" && from && open && open.checked) setTimeout(function () { from.focus(); from = null; });
  }, true);

  var menu = document.querySelector(".tb-menu");
  var wide = matchMedia("(min-width: 70em)");
  function fit() { menu.open = wide.matches; }
  if (menu) { fit(); wide.addEventListener("change", fit); }
})();
