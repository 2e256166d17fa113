// Reloads a served page as soon as the site is newer than the page; the server answers at the next change.
(function () {
  "use strict";
  var epoch = Number(document.currentScript.getAttribute("data-epoch"));
  var asking = null;
  var soon = null;

  function ask() {
    var request = new XMLHttpRequest();
    asking = request;
    request.onloadend = function () {
      if (asking !== request) return;
      if (request.status === 200 && Number(request.responseText) !== epoch) {
        location.reload();
      } else {
        soon = setTimeout(ask, request.status === 200 ? 0 : 1000);
      }
    };
    request.open("GET", "/livereload/" + epoch + "/" + Date.now());
    request.send();
  }

  function rest() {
    var request = asking;
    asking = null;
    clearTimeout(soon);
    if (request) request.abort();
  }

  function follow() {
    rest();
    if (document.visibilityState === "visible") ask();
  }

  document.addEventListener("visibilitychange", follow);
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", follow);
})();
