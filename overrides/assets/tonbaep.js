// What a page does by itself: the search from a disk, by pasting and without a mouse or a screen, one switch for light and
// dark, a menu that stands open where there is room for it, days that are left, and pictures for every browser and host. Written for the
// browsers of old phones (ECMAScript 5); its parts begin apart, so that none ends another.
(function () {
  "use strict";
  var config = document.getElementById("__config") && JSON.parse(document.getElementById("__config").textContent);

  // What the theme takes for granted and phones of 2559 to 2563 lack. It would stop halfway, or fetch a replacement from a
  // host that no page may ask. Stand-ins that see nothing are enough: it looks once by itself.
  function complete() {
    function Blind() {}
    Blind.prototype.observe = Blind.prototype.unobserve = Blind.prototype.disconnect = function () {};
    lend(self, "ResizeObserver", Blind);
    lend(self, "IntersectionObserver", Blind);
    lend(Object, "entries", function (all) { return Object.keys(all).map(function (key) { return [key, all[key]]; }); });
    lend(NodeList.prototype, "forEach", Array.prototype.forEach);
    lend(String.prototype, "padStart", function (length, filling) {
      var text = String(this);
      while (text.length < length) text = (filling || " ") + text;
      return text;
    });
    var one = Element.prototype;
    lend(one, "closest", function (wanted) {
      var at = this;
      while (at && !(at.matches || at.webkitMatchesSelector).call(at, wanted)) at = at.parentElement;
      return at;
    });
    lend(one, "append", function () {
      for (var n = 0; n < arguments.length; n++) {
        this.appendChild(arguments[n] instanceof Node ? arguments[n] : document.createTextNode(arguments[n]));
      }
    });
    lend(one, "replaceChildren", function () {
      this.textContent = "";
      this.append.apply(this, arguments);
    });
    lend(one, "toggleAttribute", function (name, on) {
      if (on === undefined ? !this.hasAttribute(name) : on) this.setAttribute(name, "");
      else this.removeAttribute(name);
    });
  }
  function lend(to, name, part) { if (!to[name]) to[name] = part; }

  // Safari learned the second way with iOS 14.
  function onChange(media, act) {
    if (media.addEventListener) media.addEventListener("change", act);
    else media.addListener(act);
  }

  function watch(what, how, act) { if (self.MutationObserver) new MutationObserver(act).observe(what, how); }

  function load(source, done, failed) {
    var script = document.createElement("script");
    script.src = source;
    script.onload = done;
    script.onerror = failed;
    document.head.appendChild(script);
  }

  // A browser starts no worker for a page that was opened from a disk, so there the search runs in the page, under the
  // name by which the theme asks for a worker.
  function InPage(address) {
    var worker = document.createDocumentFragment(), waiting = [], take = null;
    function post(message) { heed(message); worker.dispatchEvent(new MessageEvent("message", { data: message })); }
    load(address, function () {
      take = self.tonbaepSearch(post, function (part, done) {
        load(address.replace(/assets\/\w+\/search\.[^\/]*$/, "search/" + part + ".js"), function () { done(self.tonbaepPages, self.tonbaepOlder, self.tonbaepParts); }, function () { done(null); });
      });
      waiting.forEach(take);
    });
    worker.postMessage = function (message) { note(message); if (take) take(message); else waiting.push(message); };
    return worker;
  }

  // The same for a worker of the browser's own: what it answers is looked at before the theme does.
  function heeded(Real) {
    return function (address) {
      var worker = new Real(address), post = worker.postMessage;
      worker.postMessage = function (message) { note(message); post.call(worker, message); };
      worker.addEventListener("message", function (event) { heed(event.data); });
      return worker;
    };
  }

  // What is listed answers what was typed before, as long as what is typed now was only asked.
  var asked = null, answered = null;
  function note(message) {
    if (message.type === 2) asked = message.data;
    if (message.type === 3) answered = message.data.of;
    var list = document.querySelector(".md-search-result__list");
    if (list) list.setAttribute("aria-busy", asked !== answered);
  }

  // While older years are still being searched, a line says so, and nobody is told that there is nothing.
  function heed(message) {
    var search = document.getElementById("tb-search"), line = search && search.querySelector(".tb-search__older");
    note(message);
    if (message.type !== 4 || !line) return;
    line.hidden = !message.data.older;
    search.classList[message.data.older && message.data.none ? "add" : "remove"]("tb-search--unsettled");
  }

  var box = document.querySelector("[data-md-component=search-query]");
  function searching() {
    self.Worker = location.protocol === "file:" || !self.Worker ? InPage : heeded(self.Worker);
    if (!box) return;
    var search = document.getElementById("tb-search"), toggle = document.getElementById("__search");
    accessible(search, toggle);
    // The theme listens to keys alone; what is pasted, dictated or chosen from a list comes without one. From a disk it
    // answers at once, so what else listens to the box comes before.
    box.addEventListener("input", function () { box.dispatchEvent(new Event("keyup")); });

    // Where the theme's script does not come, stops at something that this browser lacks, or gives its search up.
    function stopped(event) { if (/\/bundle\.[^\/]*$/.test(event.filename)) alone(search, toggle); }
    addEventListener("error", stopped);
    addEventListener("load", function () {
      removeEventListener("error", stopped);
      if (config && (!self.component$ || search.hidden)) alone(search, toggle);
    });
  }

  // The search without the theme: what is typed is asked, and what is answered is listed as the theme would.
  function alone(search, toggle) {
    if (alone.begun) return;
    alone.begun = true;
    document.documentElement.classList.remove("no-js");
    document.documentElement.classList.add("js");
    search.hidden = false;
    var list = search.querySelector(".md-search-result__list"), meta = search.querySelector(".md-search-result__meta");
    var says = config.translations, worker = new InPage(config.search), asked = "";
    function ask() {
      if (box.value !== asked) worker.postMessage({ type: 2, data: asked = box.value });
    }
    worker.addEventListener("message", function (event) {
      if (event.data.type !== 3) return;
      var found = event.data.data.items.map(function (group) { return group[0]; });
      meta.textContent = says["search.result." + (!asked.trim() ? "placeholder" : !found.length ? "none" : found.length > 1 ? "other" : "one")]
        .replace("#", found.length);
      list.innerHTML = found.slice(0, 40).map(function (item) { // its words are markup already, made harmless by the search
        return '<li class="md-search-result__item"><a class="md-search-result__link" tabindex="-1" href="' +
          encodeURI(config.base + "/" + item.location) + '"><article class="md-search-result__article md-typeset"><h1>' +
          item.title + "</h1><p>" + item.text + "</p></article></a></li>";
      }).join("");
    });
    worker.postMessage({ type: 0 });
    box.addEventListener("keyup", ask);
    box.addEventListener("focus", function () { if (!toggle.checked) toggle.click(); });
    box.form.addEventListener("reset", function () { setTimeout(ask); box.focus(); });
    box.form.addEventListener("submit", function (event) {
      var first = list.querySelector("a");
      event.preventDefault();
      if (first) first.click();
    });
    ask();
  }

  // The theme's search for who uses a keyboard or does not see the page; `toggle` is the theme's own switch for it.
  function accessible(search, toggle) {
    var opener = document.querySelector("button.tb-search-button");
    if (!opener) return; // Zensical opens a search of its own
    var said = search.querySelector("[role=status]"), meta = search.querySelector(".md-search-result__meta");
    var list = search.querySelector(".md-search-result__list");
    var beside = matchMedia("(min-width: 60em)"); // from here on it stands beside the page, before it covers all of it
    var older = search.querySelector(".tb-search__older"), behind = [], from = null, held = "", hasty = false, timer;
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
      hasty = hasty && toggle.checked;
    }
    toggle.addEventListener("change", follow);
    onChange(beside, follow);
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
    document.addEventListener("focusin", function (event) {
      held = list.contains(event.target) ? event.target.href : "";
      if (!search.contains(event.target)) turn(false);
    });

    // The theme closes at Tab, and at any other key but these goes back to the box, away from the button that it pressed.
    document.addEventListener("keydown", function (event) {
      var typed = event.key.length === 1 && event.key !== " ";
      if (toggle.checked && !typed && !/^(Enter|ArrowUp|ArrowDown)$/.test(event.key)) event.stopPropagation();
      if (toggle.checked && event.key === "Escape" && !event.isComposing) leave();
      // Whoever presses Enter before the answer is there is led to the first page of that answer, not of the one before;
      // the theme opens a little after the box has the focus, which a quick hand does not wait for.
      if (event.key !== "Enter" || event.target !== box || event.isComposing || !box.value.trim()) return;
      if (asked === answered && asked !== null && !search.classList.contains("tb-search--unsettled")) return;
      hasty = true;
      event.preventDefault();
      event.stopPropagation();
    });
    box.addEventListener("input", function () { hasty = false; });

    // The theme takes results out of the order of Tab, and each has an article with a heading for its name.
    watch(list, { childList: true }, function () {
      var again = null;
      list.querySelectorAll("a[tabindex]").forEach(function (link) {
        var article = link.firstElementChild, title = article.querySelector("h1");
        link.removeAttribute("tabindex");
        link.setAttribute("aria-label", title.textContent);
        link.setAttribute("aria-description", article.textContent.slice(title.textContent.length));
        article.setAttribute("role", "none");
        title.setAttribute("role", "none");
        if (link.href === held) again = link;
      });
      if (hasty && asked === answered && list.querySelector("a")) {
        hasty = false;
        list.querySelector("a").click();
      }
      // Who stood on a result when those of an older year came in stands there still.
      if (again && toggle.checked && document.activeElement === document.body) again.focus({ preventScroll: true });
    });

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
      var unsettled = search.classList.contains("tb-search--unsettled");
      said.textContent = (unsettled ? "" : meta.textContent) + (older.hidden ? "" : " " + older.textContent) +
        (list.childElementCount ? " " + said.getAttribute("data-found") : "");
    }
    box.addEventListener("input", hush);
    watch(meta, { childList: true }, listen);
  }

  // The switch of colours shows what the theme has chosen, and chooses through the theme; without it, by itself.
  function colours() {
    var dark = document.querySelector(".tb-scheme");
    if (!dark) return;
    function isDark() { return document.body.getAttribute("data-md-color-scheme") === "slate"; }
    function tell() { dark.setAttribute("aria-pressed", isDark()); }
    dark.addEventListener("click", function () {
      var before = isDark(), wanted = before ? "default" : "slate";
      var inputs = [].slice.call(document.getElementsByName("__palette"));
      var other = inputs.filter(function (one) { return one.getAttribute("data-md-color-scheme") === wanted; })[0];
      other.dispatchEvent(new Event("change"));
      if (isDark() !== before) return tell();
      var color = {};
      ["media", "scheme", "primary", "accent"].forEach(function (name) {
        color[name] = other.getAttribute("data-md-color-" + name);
        document.body.setAttribute("data-md-color-" + name, color[name]);
      });
      self.__md_set("__palette", { index: inputs.indexOf(other), color: color });
      tell();
    });
    tell();
    watch(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] }, tell);
  }

  function menu() {
    var list = document.querySelector(".tb-menu");
    var wide = matchMedia("(min-width: 70em)");
    function fit() { list.open = wide.matches; }
    if (list) { fit(); onChange(wide, fit); }
  }

  // The way to the survey at the foot of a phone comes only where none of the page's own buttons leads there, too: not
  // before that of the first screen has left it above.
  function route() {
    var bar = document.querySelector(".tb-route"), first = document.querySelector(".tb-stage .tb-button"), near = [];
    if (!bar || !self.IntersectionObserver) return;
    var way = bar.querySelector("a").href, own = [].filter.call(document.querySelectorAll(".tb-page .tb-button"), function (one) { return one.href === way; });
    var watch = new IntersectionObserver(function (seen) {
      seen.forEach(function (one) {
        near[own.indexOf(one.target)] = one.isIntersecting || (one.target === first && one.boundingClientRect.top >= 0);
      });
      bar.classList[near.some(Boolean) ? "add" : "remove"]("tb-route--aside");
    });
    own.forEach(function (one) { watch.observe(one); });
  }

  // By the visitor's own date, since nobody builds a page anew each day.
  function daysLeft() {
    var left = document.querySelector(".tb-left"), last = left && left.getAttribute("data-last").split("-");
    if (!left) return;
    var days = Math.ceil((new Date(last[0], last[1] - 1, +last[2] + 1) - new Date()) / 864e5) - 1;
    if (days < 0 || days > 99) return;
    left.textContent = days ? left.getAttribute("data-left").replace("#", days) : left.getAttribute("data-today");
    if (days && days < 8) pressing(left, days);
  }

  // In the last week the days that are left are the picture, and the day itself stands beside it.
  function pressing(left, days) {
    var date = document.querySelector(".tb-date"), part = date.children, words = left.getAttribute("data-left").split(" # ");
    var day = [part[0], part[2], part[3]].map(function (one) { return one.textContent; }).join(" ");
    part[0].textContent = words[0];
    part[1].querySelector("text").textContent = part[2].textContent = days;
    part[3].textContent = words[1];
    left.textContent = day;
  }

  // Whoever follows a link to what is folded sees it, and paper shows everything.
  function folds() {
    function unfold() {
      var at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      for (var one = at; one; one = one.parentElement) if (one.nodeName === "DETAILS") one.open = true;
      if (at && at.id === "contact") at.querySelector("details").open = true;
      if (at && at.closest("details")) at.scrollIntoView();
    }
    addEventListener("hashchange", unfold);
    unfold();
    addEventListener("beforeprint", function () {
      [].forEach.call(document.querySelectorAll(".tb-fold:not([open])"), function (one) {
        one.open = true;
        addEventListener("afterprint", function close() {
          one.open = false;
          removeEventListener("afterprint", close);
        });
      });
    });
  }

  // Where a page was not found, its own field asks the search.
  function lost() {
    var form = document.querySelector(".tb-lost__search"), toggle = document.getElementById("__search");
    if (form) form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (!toggle.checked) toggle.click();
      box.focus();
      box.value = form.elements[0].value;
      box.dispatchEvent(new Event("input"));
    });
  }

  // A host that does not know WebP sends "not found", for which no browser tries a picture's next source.
  function pictures() {
    function simpler(image) {
      var picture = image.parentNode, source = picture && picture.nodeName === "PICTURE" && picture.querySelector("source");
      if (source) picture.removeChild(source);
    }
    document.addEventListener("error", function (event) { if (event.target.nodeName === "IMG") simpler(event.target); }, true);
    [].forEach.call(document.images, function (image) { if (image.complete && !image.naturalWidth) simpler(image); });
  }

  [complete, pictures, searching, colours, menu, route, daysLeft, folds, lost].forEach(function (part) {
    try { part(); } catch (fault) { setTimeout(function () { throw fault; }); }
  });
})();
