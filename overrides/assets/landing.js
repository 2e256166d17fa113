// Decides by the visitor's own date whether the survey is open, and leads to the form after a moment in which the visitor
// can stay: by the button, or by touching or moving the page, since who reads on wants to read. Without this script the
// page shows what was true when the site was built, and the button works. Written for the browsers of old phones.
(function () {
  "use strict";
  var card = document.getElementById("survey");
  var form = document.getElementById("form");
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
  var timer = setTimeout(function () { location.assign(form.href); }, 3500);
  function stay() { clearTimeout(timer); forward.hidden = true; }
  document.getElementById("stay").addEventListener("click", stay);
  ["pagehide", "scroll", "touchstart", "wheel", "keydown"].forEach(function (sign) { addEventListener(sign, stay); });
})();
