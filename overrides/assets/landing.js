// Goes by the visitor's own date, and leads to the form unless the visitor stays: by the button, or by moving the page or the
// focus, since who reads on wants to read. Written for the browsers of old phones; without it the button leads there.
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
  var said = document.getElementById("forwarding"), stop = document.getElementById("stay"), form = document.getElementById("form");
  // Said a moment after the page is there, so that a voice that reads it out says this, too.
  setTimeout(function () { if (timer) { said.textContent = "อีกสักครู่จะเปิดแบบประเมินให้"; } }, 500);
  var timer = setTimeout(function () {
    if (forward.getBoundingClientRect().bottom > window.innerHeight) { stay(); } // nobody is led away without a word
    else { location.assign(form.href); }
  }, 10000);
  function stay() {
    if (!timer) { return; }
    clearTimeout(timer);
    timer = 0;
    forward.style.minHeight = forward.offsetHeight + "px"; // nothing below moves under a finger
    said.textContent = "กดเริ่มตอบเลยเมื่อท่านพร้อม";
    if (document.activeElement === stop) { form.focus(); }
    stop.hidden = true;
    forward.className += " tb-landing__forward--stopped";
  }
  stop.addEventListener("click", stay);
  ["pagehide", "scroll", "touchstart", "wheel", "keydown", "focusin"].forEach(function (sign) { addEventListener(sign, stay); });
})();
