// Finds what is typed on the pages, behind the theme's own search box and in its messages (setup, ready, query, result).
//
// Thai has no spaces between words, so no word is cut here at all: a page is one run of letters, and what is typed is
// looked for anywhere in it. 1,500 pages are four megabytes, which takes a few milliseconds. The index is fetched with the
// first words that are typed. Served, this is a worker; from a disk, where a browser forbids those, `tonbaep.js` runs it.
(function (scope) {
  "use strict";
  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  var SHOWN = 40; // results with a passage of the page; the theme draws ten, and more as one scrolls
  var AROUND = 60; // letters of a passage before and after what was found
  var TOLERANT = 5; // letters from which on one of them may be wrong
  var TITLE = 100, HEADING = 40, TEXT = 10, NEARLY = 0.3;

  var MARKS = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}/g;
  var YEAR = /(?:พศ|พุทธศักราช)?(2[45]\d\d)(?!\d)/g;

  var PIECES = /เเ|[\d๐-๙]\.(?=[\d๐-๙])|[\d๐-๙]|[\u0e00-\u0e7f][\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*|[^]\p{M}*/gu;

  function rank(mark) {
    var code = mark.charCodeAt(0);
    if (code >= 0x0e38 && code <= 0x0e3a) return 0; // below
    if (code === 0x0e4d) return 3; // the ring of a divided sara am, which stands before its aa
    return code >= 0x0e48 && code <= 0x0e4c ? 2 : 1; // a tone or a silencer above all else; a vowel above
  }

  function inOrder(marks) {
    return marks.split("").sort(function (a, b) { return rank(a) - rank(b); }).join("").replace(/(.)\1+/g, "$1");
  }

  // What counts as the same: Thai and Arabic digits, large and small, sara am in one letter or two, marks in any order,
  // and everything that is no letter, mark or digit, save the point in a number.
  function plain(text) {
    return text
      .normalize("NFKC") // makes two letters of sara am; a tone typed before it is put in order below
      .toLowerCase()
      .replace(/[๐-๙]/g, function (digit) { return String.fromCharCode(digit.charCodeAt(0) - 0x0e20); })
      .replace(/เเ/g, "แ")
      .replace(/(\d)\.(?=\d)/g, "$1\u0001")
      .replace(/[^\p{L}\p{M}\p{N}\u0001]/gu, "")
      .replace(MARKS, inOrder);
  }

  // Most letters are what they are already; that is told faster than done again.
  function isPlain(piece) {
    var code = piece.charCodeAt(0);
    return piece.length === 1 && ((code > 0x0e00 && code < 0x0e33) || (code > 0x0e33 && code < 0x0e3b) || (code > 0x60 && code < 0x7b));
  }

  // The same, with the place in `text` that each letter comes from: pieces that no rule crosses are made plain apart.
  function placed(text) {
    var letters = "", places = [];
    var pieces = text.match(PIECES) || [];
    var at = 0;
    pieces.forEach(function (piece) {
      var made = isPlain(piece) ? piece : /^[\d๐-๙]\.$/.test(piece) ? plain(piece) + "\u0001" : plain(piece);
      for (var n = 0; n < made.length; n++) { letters += made[n]; places.push([at, at + piece.length]); }
      at += piece.length;
    });
    return { letters: letters, places: places };
  }

  function escaped(text) {
    return text.replace(/[&<>"']/g, function (letter) { return "&#" + letter.charCodeAt(0) + ";"; });
  }

  function forPattern(text) { return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }

  // Returns a function that tells where the words stand in a run of letters: [from, to], or nothing.
  function finder(words) {
    if (YEAR.test(words)) {
      YEAR.lastIndex = 0;
      var parts = "", end = 0, found;
      while ((found = YEAR.exec(words))) {
        parts += forPattern(words.slice(end, found.index)) + "(?:พศ|พุทธศักราช)?" + found[1];
        end = found.index + found[0].length;
      }
      var pattern = new RegExp(parts + forPattern(words.slice(end)));
      return function (letters) {
        var match = pattern.exec(letters);
        return match && [match.index, match.index + match[0].length];
      };
    }
    return function (letters) {
      var from = letters.indexOf(words);
      return from < 0 ? null : [from, from + words.length];
    };
  }

  // With one wrong letter, one half of the words is right: where a half stands, the other is compared letter by letter.
  function nearFinder(words) {
    var middle = words.length >> 1;
    var first = words.slice(0, middle), second = words.slice(middle);
    return function (letters) {
      var at = letters.indexOf(first), end;
      for (; at >= 0; at = letters.indexOf(first, at + 1)) {
        end = behind(letters, at + first.length, second);
        if (end >= 0) return [at, end];
      }
      for (at = letters.indexOf(second); at >= 0; at = letters.indexOf(second, at + 1)) {
        end = before(letters, at, first);
        if (end >= 0) return [end, at + second.length];
      }
      return null;
    };
  }

  // Where `words`, with one letter wrong, missing or too many, end if they begin at `from`; -1 where they do not.
  function behind(letters, from, words) {
    var same = 0;
    while (same < words.length && letters[from + same] === words[same]) same++;
    if (same === words.length) return from + same;
    var rest = words.slice(same + 1), here = from + same;
    if (letters.startsWith(rest, here + 1) && here < letters.length) return here + 1 + rest.length; // wrong
    if (letters.startsWith(words.slice(same), here + 1)) return here + 1 + words.length - same; // missing in the words
    if (letters.startsWith(rest, here)) return here + rest.length; // too many in the words
    return -1;
  }

  // The same backward: where they begin if they end before `to`.
  function before(letters, to, words) {
    var same = 0, last = words.length - 1;
    while (same <= last && letters[to - 1 - same] === words[last - same]) same++;
    if (same > last) return to - same;
    var rest = words.slice(0, last - same), here = to - same;
    if (here > 0 && letters.endsWith(rest, here - 1)) return here - 1 - rest.length;
    if (here > 0 && letters.endsWith(words.slice(0, last + 1 - same), here - 1)) return here - 1 - (last + 1 - same);
    if (letters.endsWith(rest, here)) return here - rest.length;
    return -1;
  }

  function scoreOf(page, find) {
    var found = find(page.plainTitle);
    if (found) return TITLE + (found[0] === 0 ? 10 : 0) + 10 * (found[1] - found[0]) / page.plainTitle.length;
    for (var n = 0; n < page.plainHeadings.length; n++) if (find(page.plainHeadings[n])) return HEADING;
    found = find(page.plainText);
    return found ? TEXT + 5 / (1 + found[0] / 200) : 0;
  }

  // Every part has to stand on the page; what stands there as one phrase counts more than its parts apart.
  function scores(pages, phrase, parts) {
    var whole = finder(phrase), apart = parts.map(finder);
    var near = phrase.length >= TOLERANT ? nearFinder(phrase) : null;
    var nearly = parts.map(function (part) { return part.length >= TOLERANT ? nearFinder(part) : null; });
    var found = [];
    pages.forEach(function (page) {
      var score = scoreOf(page, whole), used = [whole];
      if (!score && parts.length > 1) {
        used = [];
        var each = apart.map(function (find, n) {
          var one = scoreOf(page, find);
          used.push(one || !nearly[n] ? find : nearly[n]);
          return one || (nearly[n] ? NEARLY * scoreOf(page, nearly[n]) : 0);
        });
        score = 0.5 * Math.min.apply(null, each);
      }
      if (!score && near) {
        score = NEARLY * scoreOf(page, near);
        used = [near];
      }
      if (score) found.push({ page: page, score: score, used: used });
    });
    return found.sort(function (a, b) { return b.score - a.score || a.page.order - b.page.order; });
  }

  function marked(text, finds) {
    var run = placed(text), spans = [];
    finds.forEach(function (find) {
      var found = find(run.letters);
      if (found && found[1] > found[0]) spans.push([run.places[found[0]][0], run.places[found[1] - 1][1]]);
    });
    spans.sort(function (a, b) { return a[0] - b[0]; });
    return spans;
  }

  function withMarks(text, spans, from, to) {
    var out = "", at = from;
    spans.forEach(function (span) {
      if (span[0] < at || span[1] > to) return;
      out += escaped(text.slice(at, span[0])) + "<mark>" + escaped(text.slice(span[0], span[1])) + "</mark>";
      at = span[1];
    });
    return out + escaped(text.slice(at, to));
  }

  // A passage begins and ends at a space where one is near, so that it does not open inside a word.
  function passage(text, spans) {
    if (!spans.length) return escaped(text.slice(0, 2 * AROUND)) + (text.length > 2 * AROUND ? "…" : "");
    var from = Math.max(0, spans[0][0] - AROUND), to = Math.min(text.length, spans[0][1] + 2 * AROUND);
    var space = text.lastIndexOf(" ", from);
    if (from > 0) from = space >= 0 && from - space < AROUND / 2 ? space + 1 : Math.max(0, text.indexOf(" ", from) + 1 || from);
    if (from > spans[0][0]) from = spans[0][0];
    space = text.indexOf(" ", to);
    if (to < text.length && space >= 0 && space - to < AROUND / 2) to = space;
    return (from > 0 ? "…" : "") + withMarks(text, spans, from, to) + (to < text.length ? "…" : "");
  }

  function item(found, n) {
    var page = found.page, shown = n < SHOWN;
    return [{
      location: page.location,
      title: shown ? withMarks(page.title, marked(page.title, found.used), 0, page.title.length) : escaped(page.title),
      text: shown ? passage(page.text, marked(page.text, found.used)) : "",
      score: found.score,
      terms: {}
    }];
  }

  // Two words typed as one stand on no page side by side: only then is what was typed cut into words, by the browser.
  function search(pages, typed) {
    var phrase = plain(typed);
    if (phrase.length < 2) return [];
    var found = scores(pages, phrase, typed.split(/\s+/).map(plain).filter(Boolean));
    if (!found.length && scope.Intl && Intl.Segmenter) {
      var words = Array.from(new Intl.Segmenter("th", { granularity: "word" }).segment(typed), function (one) { return plain(one.segment); });
      words = words.filter(function (word) { return word.length > 1; });
      if (words.length > 1) found = scores(pages, phrase, words);
    }
    return found.map(item);
  }

  function opened(listed) {
    return listed.map(function (each, order) {
      return {
        location: each[0], title: each[1], text: each[3], order: order,
        plainTitle: plain(each[1]), plainHeadings: each[2].map(plain), plainText: plain(each[3])
      };
    });
  }

  // `post` takes what is answered; `fetchIndex` calls back with the listed pages.
  scope.tonbaepSearch = function (post, fetchIndex) {
    var pages = null, wanted = null;
    function answer() { post({ type: RESULT, data: { items: search(pages, wanted) } }); }
    return function (message) {
      if (message.type === SETUP) post({ type: READY });
      if (message.type !== QUERY) return;
      var waiting = wanted !== null && !pages;
      wanted = message.data;
      if (pages) answer();
      else if (!wanted.trim()) post({ type: RESULT, data: { items: [] } });
      else if (!waiting) fetchIndex(function (listed) { pages = opened(listed); if (wanted !== null) answer(); });
      if (!pages && !wanted.trim()) wanted = null;
    };
  };

  if (typeof WorkerGlobalScope !== "undefined" && scope instanceof WorkerGlobalScope) {
    scope.onmessage = (function (take) { return function (event) { take(event.data); }; })(
      scope.tonbaepSearch(
        function (message) { scope.postMessage(message); },
        function (done) { scope.importScripts("../../search/pages.js"); done(scope.tonbaepPages); }
      )
    );
  }
})(self);
