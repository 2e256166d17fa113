// What a page does by itself: the search from a disk and by pasting, and a menu that stands open where there is room for it.
(function () {
  "use strict";

  // A browser starts no worker for a page that was opened from a disk, so there the search runs in the page, under the
  // name by which the theme asks for a worker.
  function InPage(address) {
    var worker = document.createDocumentFragment(), waiting = [], take = null;
    function load(source, done) {
      var script = document.createElement("script");
      script.src = source;
      script.onload = done;
      document.head.appendChild(script);
    }
    function post(message) { worker.dispatchEvent(new MessageEvent("message", { data: message })); }
    load(address, function () {
      take = self.tonbaepSearch(post, function (done) {
        load(new URL("../../search/pages.js", new URL(address, location.href)).href, function () { done(self.tonbaepPages); });
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

  var menu = document.querySelector(".tb-menu");
  var wide = matchMedia("(min-width: 70em)");
  function fit() { menu.open = wide.matches; }
  if (menu) { fit(); wide.addEventListener("change", fit); }
})();
