// Goes by the visitor's own date, and leads to the form unless the visitor stays: by the button, or by moving the page, since
// who reads on wants to read. Written for the browsers of old phones; without it the button leads there.
(function () {
  "use strict";
  var card = document.getElementById("survey");
  if (!card) { return; } // a certificate's page has no survey
  var forward = document.getElementById("forward");
  var now = new Date();
  function two(number) { return ("0" + number).slice(-2); }
  var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  var state = card.getAttribute("data-state");
  if (state !== "closed") {
    state = today < card.getAttribute("data-opens") ? "coming" : today > card.getAttribute("data-closes") ? "closed" : "open";
    card.setAttribute("data-state", state);
  }
  var entry = window.performance && performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
  if (state !== "open" || (entry && entry.type === "back_forward")) { return; }
  forward.hidden = false;
  var timer = setTimeout(function () { location.assign(document.getElementById("form").href); }, 3500);
  function stay() { clearTimeout(timer); forward.hidden = true; }
  document.getElementById("stay").addEventListener("click", stay);
  ["pagehide", "scroll", "touchstart", "wheel", "keydown"].forEach(function (sign) { addEventListener(sign, stay); });
})();
