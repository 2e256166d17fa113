// Finds what is typed on the pages, behind the theme's own search box and in its messages (setup, ready, query, result).
//
// Thai has no spaces between words, so no word is cut here at all: a page is one run of letters, and what is typed is
// looked for anywhere in it. 1,500 pages are four megabytes, which takes a few milliseconds. The index is fetched with the
// first words that are typed: that of the newest year first, which is answered from at once, then one year after another,
// whenever nobody types. Served, this is a worker; from a disk, where a browser forbids those, `tonbaep.js` runs it.
(function (scope) {
  "use strict";
  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, OLDER = 4; // the last is our own
  var SHOWN = 40; // results with a passage of the page; the theme draws ten, and more as one scrolls
  var AROUND = 60; // letters of a passage before and after what was found
  var MARKED = 20; // places of a page that are looked for to be marked
  var TOLERANT = 5; // letters from which on one of them may be wrong
  var TITLE = 100, HEADING = 40, TEXT = 10;
  var NEARLY = 0.03; // what is nearly in a title comes behind what is in a text
  var QUIET = 300; // milliseconds without a letter after which older years are fetched
  var OFTEN = 500; // milliseconds between two answers to the same words, while older years come in
  var AGAIN = 3000; // milliseconds after which an index that did not come is asked for again

  // Letters, marks and digits of every script, as browsers of iOS 12 and Chrome 64 and later know them by name; before
  // that, what is none of them in the scripts of a Thai office's pages.
  var NO_LETTER, MARK;
  try {
    NO_LETTER = new RegExp("[^\\p{L}\\p{M}\\p{N}\\u0001]", "gu");
    MARK = "\\p{M}";
    new RegExp(MARK, "u");
  } catch (unknown) {
    NO_LETTER = /[\0\u0002-\/:-@[-`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u02c2-\u02c5\u02d2-\u02df\u060c\u061b\u061f\u066a-\u066d\u06d4\u0e3f\u0e4f\u0e5a\u0e5b\u2000-\u206f\u207a-\u207e\u208a-\u208e\u20a0-\u20cf\u2100\u2101\u2103-\u2106\u2190-\u245f\u249c-\u24e9\u2500-\u2775\u2794-\u2bff\u3000-\u3004\u3008-\u3020\u30fb\ud800-\uf8ff\ufd3e\ufd3f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/g;
    MARK = "[\\u0300-\\u036f\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u20d0-\\u20f0\\ufe00-\\ufe0f]";
  }

  var MARKS = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}/g;
  var YEAR = /(?:พศ|พุทธศักราช)?(2[4-6]\d\d)(?!\d)/g;

  var PIECES = new RegExp("เเ|[\\d๐-๙]\\.(?=[\\d๐-๙])|[\\d๐-๙]|[\\u0e00-\\u0e7f][\\u0e30-\\u0e3a\\u0e45\\u0e47-\\u0e4e]*|[^]" + MARK + "*", "gu");

  function rank(mark) {
    var code = mark.charCodeAt(0);
    if (code >= 0x0e38 && code <= 0x0e3a) return 0; // below
    if (code === 0x0e4d) return 3; // the ring of a divided sara am, which is joined with its aa below
    return code >= 0x0e48 && code <= 0x0e4c ? 2 : 1; // a tone or a silencer above all else; a vowel above
  }

  // Two vowels on one letter are no spelling of anything: there a letter is missing, and no order is the right one.
  function inOrder(marks) {
    if (/([\u0e31\u0e34-\u0e3a\u0e47]).*(?!\1)[\u0e31\u0e34-\u0e3a\u0e47]/.test(marks)) return marks;
    return marks.split("").sort(function (a, b) { return rank(a) - rank(b); }).join("").replace(/(.)\1+/g, "$1");
  }

  // What counts as the same: Thai and Arabic digits, large and small, sara am in one letter or two, marks in any order,
  // and everything that is no letter, mark or digit, save the point in a number.
  function plain(text) { return letters(text).replace(MARKS, inOrder).replace(/\u0e4d\u0e32/g, "\u0e33"); }

  // The same with the marks as they were typed: a letter that is missing between two leaves them side by side.
  function unordered(text) { return letters(text).replace(/\u0e4d\u0e32/g, "\u0e33"); }

  function letters(text) {
    return text
      .normalize("NFKC") // makes two letters of sara am, so that a tone typed between them can be put in order
      .toLowerCase()
      .replace(/[๐-๙]/g, function (digit) { return String.fromCharCode(digit.charCodeAt(0) - 0x0e20); })
      .replace(/เเ/g, "แ")
      .replace(/(\d)\.(?=\d)/g, "$1\u0001")
      .replace(NO_LETTER, "");
  }

  // Most letters are what they are already; that is told faster than done again.
  function isPlain(piece) {
    var code = piece.charCodeAt(0);
    return piece.length === 1 && ((code > 0x0e00 && code < 0x0e3b) || (code > 0x60 && code < 0x7b));
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

  // Returns a function that tells where the words stand next in a run of letters: [from, to], or nothing.
  function finder(words) {
    if (YEAR.test(words)) {
      YEAR.lastIndex = 0;
      var parts = "", end = 0, found;
      while ((found = YEAR.exec(words))) {
        parts += forPattern(words.slice(end, found.index)) + "(?:พศ|พุทธศักราช)?" + found[1];
        end = found.index + found[0].length;
      }
      var pattern = new RegExp(parts + forPattern(words.slice(end)), "g");
      return function (letters, start) {
        pattern.lastIndex = start || 0;
        var match = pattern.exec(letters);
        return match && [match.index, match.index + match[0].length];
      };
    }
    return function (letters, start) {
      var from = letters.indexOf(words, start || 0);
      return from < 0 ? null : [from, from + words.length];
    };
  }

  // With one wrong letter, one half of the words is right: where a half stands, the other is compared letter by letter.
  function nearFinder(words) {
    var middle = words.length >> 1;
    var first = words.slice(0, middle), second = words.slice(middle);
    return function (letters, start) {
      var at = letters.indexOf(first, start || 0), end;
      for (; at >= 0; at = letters.indexOf(first, at + 1)) {
        end = behind(letters, at + first.length, second);
        if (end >= 0) return [at, end];
      }
      for (at = letters.indexOf(second, start || 0); at >= 0; at = letters.indexOf(second, at + 1)) {
        end = before(letters, at, first);
        if (end >= (start || 0)) return [end, at + second.length];
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

  // What is found with one wrong letter: in the words as they are made plain, or with their marks as they were typed.
  function nearFinders(typed) {
    var ways = [plain(typed), unordered(typed)];
    return ways.filter(function (way, n) { return way.length >= TOLERANT && ways.indexOf(way) === n; }).map(nearFinder);
  }

  function nearest(page, finds) {
    var best = { score: 0, find: null };
    finds.forEach(function (find) {
      var score = best.score ? 0 : NEARLY * scoreOf(page, find);
      if (score) best = { score: score, find: find };
    });
    return best;
  }

  // Every part has to stand on the page; what stands there as one phrase counts more than its parts apart.
  function scores(pages, typed, parts) {
    var whole = finder(plain(typed)), apart = parts.map(plain).map(finder);
    var near = nearFinders(typed), nearly = parts.map(nearFinders);
    var found = [];
    pages.forEach(function (page) {
      var score = scoreOf(page, whole), used = [whole], close;
      if (!score && parts.length > 1) {
        used = [];
        score = 0.5 * Math.min.apply(null, apart.map(function (find, n) {
          var one = scoreOf(page, find);
          if (one) used.push(find);
          if (one || !nearly[n].length) return one;
          close = nearest(page, nearly[n]);
          if (close.find) used.push(close.find);
          return close.score;
        }));
      }
      if (!score) {
        close = nearest(page, near);
        score = close.score;
        used = [close.find];
      }
      if (score) found.push({ page: page, score: score, used: used });
    });
    return found.sort(function (a, b) { return b.score - a.score || b.page.year - a.page.year || a.page.order - b.page.order; });
  }

  function marked(text, finds) {
    var run = placed(text), spans = [];
    finds.forEach(function (find) {
      for (var found = find(run.letters, 0); found && found[1] > found[0]; found = find(run.letters, found[1])) {
        spans.push([run.places[found[0]][0], run.places[found[1] - 1][1]]);
        if (spans.length > MARKED) break;
      }
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
    if (plain(typed).length < 2) return [];
    var found = scores(pages, typed, typed.split(/\s+/).filter(plain));
    if (!found.length && scope.Intl && Intl.Segmenter) {
      var words = Array.from(new Intl.Segmenter("th", { granularity: "word" }).segment(typed), function (one) { return one.segment; });
      words = words.filter(function (word) { return plain(word).length > 1; });
      if (words.length > 1) found = scores(pages, typed, words);
    }
    return found.map(item);
  }

  function opened(listed, before) {
    return listed.map(function (each, n) {
      return {
        location: each[0], title: each[1], text: each[3], order: before + n,
        year: /^\d+\//.test(each[0]) ? parseInt(each[0], 10) : 0,
        plainTitle: plain(each[1]), plainHeadings: each[2].map(plain), plainText: plain(each[3])
      };
    });
  }

  // `post` takes what is answered; `fetchIndex` calls back with the pages of a part of the index, and after the first part
  // with the years of the others, or with nothing where it did not come: on a thin line it is asked for again, as long as
  // there is something to look for. A list that an older year adds nothing to is not posted again: it would lose its place.
  scope.tonbaepSearch = function (post, fetchIndex) {
    var pages = null, older = [], wanted = "", asked = false, answered = 0, known = "", next;
    function answer(again) {
      var items = pages ? search(pages, wanted) : [];
      var places = items.map(function (each) { return each[0].location; }).join();
      answered = Date.now();
      post({ type: OLDER, data: { older: older.length > 0 && plain(wanted).length > 1, none: !items.length } });
      if (!again || !places || places !== known) post({ type: RESULT, data: { items: items } });
      known = places;
    }
    function ask() {
      if (asked || !wanted.trim() || (pages && (!older.length || plain(wanted).length < 2))) return;
      asked = true;
      fetchIndex(pages ? "pages-" + older[0] : "pages", function (listed, years) {
        asked = false;
        if (listed) add(listed, years || []);
        else later(AGAIN);
      });
    }
    function add(listed, years) {
      var first = !pages;
      pages = (pages || []).concat(opened(listed, first ? 0 : pages.length));
      if (first) older = years.slice();
      else older.shift();
      if (first || !older.length || Date.now() - answered > OFTEN) answer(!first);
      later(first ? QUIET : 0);
    }
    function later(wait) {
      clearTimeout(next);
      if (!pages || older.length) next = setTimeout(ask, wait);
    }
    return function (message) {
      if (message.type === SETUP) post({ type: READY });
      if (message.type !== QUERY) return;
      wanted = message.data;
      if (pages || !wanted.trim()) answer();
      if (pages) later(QUIET);
      else ask();
    };
  };

  function imported(part, done) {
    try { scope.importScripts("../../search/" + part + ".js"); } catch (missing) { done(null); return; }
    done(scope.tonbaepPages, scope.tonbaepOlder);
  }

  if (typeof WorkerGlobalScope !== "undefined" && scope instanceof WorkerGlobalScope) {
    var take = scope.tonbaepSearch(function (message) { scope.postMessage(message); }, imported);
    scope.onmessage = function (event) { take(event.data); };
  }
})(self);
