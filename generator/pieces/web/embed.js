(function () {
  "use strict";
  var own = /embed\/winners\.js(?:[?#].*)?$/, script = document.currentScript, scripts, box, number;
  if (!script) {
    scripts = document.getElementsByTagName("script");
    for (number = 0; number < scripts.length; number += 1) {
      if (own.test(scripts[number].src)) { script = scripts[number]; }
    }
  }
  if (!script || !own.test(script.src)) { return; }
  box = document.createElement("div");
  box.style.cssText = "all:initial;display:block";
  (box.attachShadow ? box.attachShadow({ mode: "open" }) : box).innerHTML =
    "BLOCK".split("HERE").join(script.src.replace(own, "").replace(/&/g, "&amp;").replace(/"/g, "%22"));
  script.parentNode.insertBefore(box, script.nextSibling);
}());
