// What a page does by itself: the search from a disk, by pasting and without a mouse or a screen, one switch for light and
// dark, and a menu that stands open where there is room for it.
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

  var box = document.querySelector("[data-md-component=search-query]");
  if (box) {
    accessible(document.getElementById("tb-search"), document.getElementById("__search"));
    // The theme listens to keys alone; what is pasted, dictated or chosen from a list comes without one. From a disk it
    // answers at once, so what else listens to the box comes before.
    box.addEventListener("input", function () { box.dispatchEvent(new KeyboardEvent("keyup")); });
  }

  // The theme's search for who uses a keyboard or does not see the page; `toggle` is the theme's own switch for it.
  function accessible(search, toggle) {
    var opener = document.querySelector("button.tb-search-button");
    if (!opener) return; // Zensical opens a search of its own
    var said = search.querySelector("[role=status]"), meta = search.querySelector(".md-search-result__meta");
    var list = search.querySelector(".md-search-result__list");
    var beside = matchMedia("(min-width: 60em)"); // from here on it stands beside the page, before it covers all of it
    var behind = [], from = null, timer;
    for (var at = search; at !== document.body; at = at.parentElement) {
      for (var one = at.parentElement.firstElementChild; one; one = one.nextElementSibling) if (one !== at) behind.push(one);
    }

    function follow() {
      var covers = toggle.checked && !beside.matches;
      opener.setAttribute("aria-expanded", toggle.checked);
      search.setAttribute("role", covers ? "dialog" : "search");
      if (covers) search.setAttribute("aria-modal", "true");
      else search.removeAttribute("aria-modal");
      behind.forEach(function (one) { one.inert = covers; });
      if (!toggle.checked) hush();
    }
    toggle.addEventListener("change", follow);
    beside.addEventListener("change", follow);
    follow();

    function turn(open) { if (toggle.checked !== open) toggle.click(); }
    // Who leaves goes on where they were, or where the search stands; the theme leaves them nowhere.
    function leave() {
      turn(false);
      (from || (beside.matches ? search : opener)).focus({ preventScroll: true });
      from = null;
    }
    opener.addEventListener("click", function () {
      turn(true);
      box.focus();
      from = opener;
    });
    search.querySelector(".tb-search__close").addEventListener("click", leave);
    search.querySelector(".md-search__overlay").addEventListener("click", function () { turn(false); });
    box.addEventListener("focus", function (event) { if (!toggle.checked) from = event.relatedTarget; });
    document.addEventListener("focusin", function (event) { if (!search.contains(event.target)) turn(false); });

    // The theme closes at Tab, and at any other key but these goes back to the box, away from the button that it pressed.
    document.addEventListener("keydown", function (event) {
      if (!toggle.checked) return;
      var typed = event.key.length === 1 && event.key !== " ";
      if (!typed && !/^(Enter|ArrowUp|ArrowDown)$/.test(event.key)) event.stopPropagation();
      if (event.key === "Escape" && !event.isComposing) leave();
    });

    // The theme takes results out of the order of Tab, and each has an article with a heading for its name.
    new MutationObserver(function () {
      list.querySelectorAll("a[tabindex]").forEach(function (link) {
        var article = link.firstElementChild, title = article.querySelector("h1");
        link.removeAttribute("tabindex");
        link.setAttribute("aria-label", title.textContent);
        link.setAttribute("aria-description", article.textContent.slice(title.textContent.length));
        article.setAttribute("role", "none");
        title.setAttribute("role", "none");
      });
    }).observe(list, { childList: true });

    // What is shown changes with every letter; what is said waits for the end of typing, and for an answer.
    function hush() {
      clearTimeout(timer);
      said.textContent = "";
    }
    function listen() {
      hush();
      if (box.value && toggle.checked) timer = setTimeout(say, 800);
    }
    function say() {
      said.textContent = meta.textContent + (list.childElementCount ? " " + said.getAttribute("data-found") : "");
    }
    box.addEventListener("input", hush);
    new MutationObserver(listen).observe(meta, { childList: true });
  }

  // The switch of colours shows what the theme has chosen, and chooses through the theme.
  var dark = document.querySelector(".tb-scheme");
  if (dark) {
    var isDark = function () { return document.body.getAttribute("data-md-color-scheme") === "slate"; };
    var tell = function () { dark.setAttribute("aria-pressed", isDark()); };
    new MutationObserver(tell).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    tell();
    dark.addEventListener("click", function () {
      var other = document.querySelector("[name=__palette][data-md-color-scheme=" + (isDark() ? "default" : "slate") + "]");
      other.dispatchEvent(new Event("change"));
    });
  }

  var menu = document.querySelector(".tb-menu");
  var wide = matchMedia("(min-width: 70em)");
  function fit() { menu.open = wide.matches; }
  if (menu) { fit(); wide.addEventListener("change", fit); }
})();
