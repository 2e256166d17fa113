// Decides by the visitor's own date whether the survey is open, and leads to the form after a moment in which the visitor
// can stay. Without this script the page shows what was true when the site was built, and the button works.
(function () {
  "use strict";
  var card = document.getElementById("survey");
  var form = document.getElementById("form");
  var forward = document.getElementById("forward");
  var now = new Date();
  var today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(function (part) { return String(part).padStart(2, "0"); }).join("-");
  if (card.dataset.state !== "closed") {
    card.dataset.state = today < card.dataset.opens ? "coming" : today > card.dataset.closes ? "closed" : "open";
  }
  var entry = performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
  var returned = entry && entry.type === "back_forward";
  if (card.dataset.state !== "open" || returned) { return; }
  forward.hidden = false;
  var timer = setTimeout(function () { location.assign(form.href); }, 2500);
  function stay() { clearTimeout(timer); forward.hidden = true; }
  document.getElementById("stay").addEventListener("click", stay);
  addEventListener("pagehide", stay);
})();
