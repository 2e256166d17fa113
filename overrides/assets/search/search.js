// Finds what is typed on the pages, behind the theme's own search box and in its messages (setup, ready, query, result).
//
// Thai has no spaces between words, so no word is cut here at all: a page is one run of letters, and what is typed is
// looked for anywhere in it. 1,500 pages are four megabytes, which takes a few milliseconds. The index is fetched with the
// first words that are typed: that of the newest year first, which is answered from at once, then one year after another,
// whenever nobody types. Served, this is a worker; from a disk, where a browser forbids those, the page runs it.
(function (scope) {
  "use strict";
  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, OLDER = 4; // the last is our own
  var SHOWN = 40; // results with a passage of the page; the theme draws ten, and more as one scrolls
  var PARTS = 6; // of so many results that are pages with parts of their own, these are fetched
  var AROUND = 60; // letters of a passage before and after what was found
  var MARKED = 20; // places of a page that are looked for to be marked
  var TOLERANT = 5; // letters from which on one of them may be wrong
  var SHORT = 4; // the same where nothing else was found
  var TITLE = 100, HIDDEN = 80, HEADING = 40, TEXT = 10;
  var EQUAL = 0.6; // another word for the same: in a title it comes behind what was typed in a title, before a heading
  var SOUNDS = 0.08, NEARLY = 0.03; // in a title it comes behind what was typed right in a text
  var QUIET = 300; // milliseconds without a letter after which older years are fetched
  var OFTEN = 500; // milliseconds between two answers to the same words, while older years come in
  var AGAIN = 3000; // milliseconds after which an index that did not come is asked for again

  // What a key writes with the Latin and with the Thai layout (Kedmanee, TIS 820-2538), without and with Shift.
  var LATIN = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./" +
    "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";
  var KEDMANEE = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ" +
    "%+๑๒๓๔ู฿๕๖๗๘๙๐\"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ";

  // What people type, behind what the pages say for it. A word is looked for as a part of what was typed, in the
  // beginning or at the end, from three letters on.
  var EQUALS = [
    ["facebook เฟซบุ๊ก", "facebook เฟซบุ๊ก เฟสบุ๊ก เฟซบุ๊ค เฟสบุ๊ค เฟสบุค เฟซบุค เฟซบุก เฟสบุก เฟซ เฟส fb"],
    ["line ไลน์", "line ไลน์ ไลน"],
    ["คิวอาร์โค้ด รหัส", "qr qrcode คิวอาร์ คิวอาร์โค้ด คิวอาโค้ด สแกน"],
    ["ข้อมูลส่วนบุคคล ความเป็นส่วนตัว", "pdpa พีดีพีเอ ข้อมูลส่วนตัว คุกกี้"],
    ["ประเมินการให้บริการ แบบประเมิน", "แบบสอบถาม แบบสำรวจ แบบประเมิน ประเมิน ประเมินความพึงพอใจ โหวต ลงคะแนน ให้คะแนน survey form questionnaire vote"],
    ["ร้องเรียน", "ร้องทุกข์ แจ้งเรื่อง แจ้งเหตุ ทุจริต คัดค้าน คัดค้านผล อุทธรณ์ ไม่เห็นด้วย ทบทวนผล ขอทบทวน complain"],
    ["เปรียบเทียบผลรายปี", "สถิติ แนวโน้ม ย้อนหลัง รายปี ทุกปี statistics"],
    ["ผลการคัดเลือก ผู้ได้รับการคัดเลือก", "รางวัล ได้รางวัล ผู้ได้รับรางวัล คนได้รางวัล ใครได้ ใครได้รางวัล ใครชนะ ผู้ชนะ คนชนะ รายชื่อ " +
      "พนักงานดีเด่น บุคลากรดีเด่น เจ้าหน้าที่ดีเด่น ข้าราชการดีเด่น คนดีเด่น ดีเด่น award winner winners"],
    ["ติดต่อ", "โทรศัพท์ โทร เบอร์ เบอร์โทร เบอร์โทรศัพท์ หมายเลขโทรศัพท์ ที่อยู่ แผนที่ เวลาทำการ เปิดกี่โมง อยู่ที่ไหน ติดต่อเรา phone tel address map"],
    ["องค์การบริหารส่วนตำบล อบต", "อบต องค์การบริหารส่วนตำบล องค์กรบริหารส่วนตำบล"],
    ["สำนักปลัด", "สป สำนักงานปลัด"],
    ["กองการศึกษา", "กองศึกษา กศ education"],
    ["กองสวัสดิการสังคม", "กองสวัสดิการ พัฒนาชุมชน welfare"],
    ["กองคลัง", "finance treasury"],
    ["กองช่าง", "engineering"],
    ["ศูนย์พัฒนาเด็กเล็ก", "ศพด ศูนย์เด็กเล็ก"],
    ["ผู้ใหญ่บ้าน", "ผญบ"],
    ["ผู้อำนวยการ", "ผอ"],
    ["โรงพยาบาลส่งเสริมสุขภาพตำบล", "รพสต"],
    ["นับคะแนนอย่างไร", "วิธีคิดคะแนน คิดคะแนน วิธีนับคะแนน วิธีให้คะแนน สูตรคะแนน score"],
    ["โปสเตอร์", "poster posters"],
    ["จดหมายข่าว", "newsletter"],
    ["ข่าวประชาสัมพันธ์", "ข่าวแจก press news"],
    ["ภาษี", "tax"],
    ["สื่อเผยแพร่ ดาวน์โหลด", "โหลด download ดาวโหลด เอกสาร ไฟล์ pdf"],
    ["เกณฑ์", "หลักเกณฑ์ กติกา คุณสมบัติ ตัดสิน"],
    ["กำหนดการ", "ปฏิทิน ตาราง วันไหน เมื่อไร เมื่อไหร่ schedule calendar"],
    ["ประกาศเกียรติคุณ", "ใบประกาศ เกียรติบัตร ใบเกียรติบัตร วุฒิบัตร certificate"]
  ];

  // What stands before a name when one speaks of somebody, written or not on that person's page.
  var CALLED = ("นาย นาง นางสาว น.ส. นส. ด.ช. ด.ญ. เด็กชาย เด็กหญิง คุณ พี่ น้อง น้า อา ลุง ป้า ตา ยาย ปู่ ย่า พ่อ แม่ บัง ก๊ะ เจ๊ เฮีย " +
    "ดร. ดอกเตอร์ ผศ. รศ. ศ. อ. อาจารย์ ครู หมอ นพ. พญ. ช่าง ท่าน กำนัน ผู้ใหญ่ ผู้ใหญ่บ้าน ปลัด นายก พระ หลวงพ่อ ร.ต. ร.ท. ร.อ. ส.ต. จ.ส.อ. ด.ต. " +
    "ว่าที่ร้อยตรี ว่าที่ ร้อยตรี หัวหน้า หน. ผอ. ผู้อำนวยการ ผู้ช่วย เจ้าหน้าที่ พยาบาล สมาชิก จ่า ดาบ ผู้หมวด ผู้กอง สารวัตร " +
    "กะ แบ อาแบ จ๊ะ มะ โต๊ะครู ฮัจยี ฮัจญี mr mrs ms miss dr").split(" ");

  // Of pages that have the words in a heading or in their text, those of one subject come before the two that repeat a
  // little of all, and these before the pages on rules that mention everything.
  var KINDS = [
    [/#|\/winner-|\/results\./, 1], [/\/criteria\./, 0.95], [/\/programme\./, 0.9], [/^index\.|\/index\./, 0.85],
    [/^archive\.|^division-|^trends\.|\/reach\./, 0.7], [/media\./, 0.6], [/^complaint\./, 0.5], [/^privacy\./, 0.4]
  ];

  var MONTHS = ["มค มกราคม", "กพ กุมภาพันธ์", "มีค มีนาคม", "เมย เมษายน", "พค พฤษภาคม", "มิย มิถุนายน", "กค กรกฎาคม", "สค สิงหาคม",
    "กย กันยายน", "ตค ตุลาคม", "พย พฤศจิกายน", "ธค ธันวาคม"].map(function (month) { return month.split(" "); });

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
  var ERA = "(?:พศ|พส|พุทธศักราช|พุทธสักลาช)?";
  var DAY = new RegExp("^(\\D*)(\\d{1,2})(" + MONTHS.map(function (month) { return month[1]; }).join("|") + ")");
  var YEAR = new RegExp(ERA + "(2[4-6]\\d\\d)(?!\\d)", "g");

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

  // There are a few thousand pieces in all the pages: what was made plain once is not made so again.
  var known = Object.create(null);
  function plainPiece(piece) {
    if (!(piece in known)) known[piece] = /^[\d๐-๙]\.$/.test(piece) ? plain(piece) + "\u0001" : plain(piece);
    return known[piece];
  }

  // The same, with the place in `text` that each letter comes from: pieces that no rule crosses are made plain apart.
  function placed(text) {
    var letters = "", places = [];
    var pieces = text.match(PIECES) || [];
    var at = 0;
    pieces.forEach(function (piece) {
      var made = plainPiece(piece);
      for (var n = 0; n < made.length; n++) { letters += made[n]; places.push([at, at + piece.length]); }
      at += piece.length;
    });
    return { letters: letters, places: places };
  }

  function escaped(text) {
    return text.replace(/[&<>"']/g, function (letter) { return "&#" + letter.charCodeAt(0) + ";"; });
  }

  function forPattern(text) { return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }

  function foldedWords(words) { return words.split(" ").map(plain).map(fold); }
  var EQUALS_FOLDED = EQUALS.map(function (each) {
    return { said: each[0].split(" ").map(plain), typed: foldedWords(each[1]) };
  });
  var CALLED_FOLDED = CALLED.map(plain).map(fold);

  // Returns a function that tells where the words stand next in a run of letters: [from, to], or nothing.
  function finder(words) {
    if (YEAR.test(words) || DAY.test(words)) {
      YEAR.lastIndex = 0;
      var parts = "", end = 0, found;
      while ((found = YEAR.exec(words))) {
        parts += forPattern(words.slice(end, found.index)) + ERA + found[1];
        end = found.index + found[0].length;
      }
      parts += forPattern(words.slice(end));
      var pattern = new RegExp(parts.replace(DAY, "$1$2(?:\\d\\d?)?$3"), "g"); // the first day of some: 16–31 มีนาคม
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

  // What stands in a heading stands in the text too, so a page without it is left at once.
  function scoreOf(page, find) {
    var run = find.folds ? foldedOf(page) : page.plain;
    var found = find(run.title);
    if (found) return TITLE + (found[0] === 0 ? 10 : 0) + 10 * (found[1] - found[0]) / run.title.length;
    found = find.latin && find(page.hidden);
    if (found) return HIDDEN + 10 * (found[1] - found[0]) / page.hidden.length;
    found = find(run.text);
    if (!found) return 0;
    for (var n = 0; n < run.headings.length; n++) if (find(run.headings[n])) return HEADING * page.kind;
    return (TEXT + 5 / (1 + found[0] / 200)) * page.kind;
  }

  // What sounds the same is written in several ways: compared are letters, so each stays one.
  function fold(letters) {
    return letters.replace(/[ศษ]/g, "ส").replace(/ณ/g, "น").replace(/ญ/g, "ย").replace(/ใ/g, "ไ").replace(/ร/g, "ล");
  }

  // The same as one hears it, for what is found in no other way: without tones and silent letters.
  function heard(letters) { return sounding(letters.replace(/[ก-ฮ][ิุ]?์/g, "")); }
  function heardInFull(letters) { return sounding(letters.replace(/์/g, "")); } // who sounds what is silent writes it
  function sounding(letters) {
    return fold(letters.replace(/รร/g, "ัน").replace(/([ก-ฮ])ะ(?=[ก-ฮ])/g, "$1"))
      .replace(/[็-๋]/g, "")
      .replace(/[ขฃคฅฆ]/g, "ค").replace(/[ฉชฌ]/g, "ช").replace(/ซ/g, "ส").replace(/[ฎฏฐฑฒดตถทธ]/g, "ท")
      .replace(/[ผพภ]/g, "พ").replace(/[ฝฟ]/g, "ฟ").replace(/ฮ/g, "ห").replace(/ฬ/g, "ล")
      .replace(/ี/g, "ิ").replace(/ื/g, "ึ").replace(/ู/g, "ุ");
  }

  function all(run, change) { return { title: change(run.title), headings: run.headings.map(change), text: change(run.text) }; }
  function foldedOf(page) { return page.folded || (page.folded = all(page.plain, fold)); }
  function folding(find) { find.folds = true; return find; }

  // What is found with one wrong letter: in the words as they are made plain, or with their marks as they were typed.
  function nearFinders(typed, tolerant) {
    var ways = [fold(plain(typed)), fold(unordered(typed))];
    ways = ways.filter(function (way, n) { return way.length >= tolerant && ways.indexOf(way) === n; });
    return ways.map(nearFinder).map(folding);
  }

  // Other ways to say what was typed: another word for it, a date in full, a telephone number from abroad.
  function equal(words) {
    var found = [], folded = fold(words);
    function add(other) { if (other !== words && found.indexOf(other) < 0) found.push(other); }
    EQUALS_FOLDED.forEach(function (each) {
      var best = "";
      each.typed.forEach(function (one) { if (one.length > best.length && stands(folded, one)) best = one; });
      if (!best) return;
      var at = folded.indexOf(best) === 0 ? 0 : words.length - best.length;
      each.said.forEach(function (other) { add(words.slice(0, at) + other + words.slice(at + best.length)); });
    });
    var date = /^(.*?)(\d{1,2})?(\D+?)(?:พศ)?(\d\d|[12]\d{3})$/.exec(words);
    if (date) MONTHS.forEach(function (month) {
      if (month.indexOf(date[3]) >= 0) add(date[1] + (date[2] || "") + month[1] + year(date[4]));
    });
    if (/^20[0-4]\d$/.test(words)) add(year(words));
    if (/^66\d{6,9}$/.test(words)) add("0" + words.slice(2));
    return found;
  }
  // The same for a word with one letter wrong.
  function equalNearly(words) {
    var folded = fold(words), found = [];
    if (folded.length >= TOLERANT) EQUALS_FOLDED.forEach(function (each) {
      if (each.typed.some(function (one) { return behind(one, 0, folded) === one.length; })) found = found.concat(each.said);
    });
    return found;
  }
  function year(written) { return written.length < 3 ? "25" + written : written < 2200 ? String(+written + 543) : written; }
  function stands(words, one) {
    if (words === one) return true;
    var at = one.length < 3 ? -1 : words.indexOf(one);
    return at === 0 || (at > 0 && at + one.length === words.length);
  }

  // A date in figures, as a day with its month.
  function dated(typed) {
    return typed.replace(/[๐-๙]/g, function (digit) { return String.fromCharCode(digit.charCodeAt(0) - 0x0e20); })
      .replace(/(\d{1,2})[\/.-](\d{1,2})[\/.-](\d{4}|\d\d)(?!\d)/, function (all, day, month, of) {
        return MONTHS[month - 1] ? +day + MONTHS[month - 1][1] + year(of) : all;
      });
  }

  // What is looked for: the words themselves and what is equal to them; what sounds the same, what has one letter wrong.
  function sought(typed, tolerant) {
    var words = plain(typed), date = dated(typed);
    var said = [words].concat(equal(words), date === typed ? [] : [plain(date)]).map(finder);
    var close = nearFinders(typed, tolerant || TOLERANT);
    said.concat(close).forEach(function (find) { find.latin = /^[a-z][a-z\d]{2,}$/.test(words); });
    return {
      length: words.length, said: said, near: close, nearSaid: said.length > 1 ? [] : equalNearly(words).map(finder),
      sound: /[ศษสณนญยใไรล]/.test(words) ? folding(finder(fold(words))) : null
    };
  }

  function closest(page, wanted, loose) {
    var best = { score: 0, find: null };
    function take(score, find) { if (score > best.score) best = { score: score, find: find }; }
    wanted.said.forEach(function (find, n) { take((n ? EQUAL : 1) * scoreOf(page, find), find); });
    if (best.score || !loose) return best;
    if (wanted.sound) take(SOUNDS * scoreOf(page, wanted.sound), wanted.sound);
    for (var n = 0; n < wanted.near.length && !best.score; n++) {
      take(NEARLY * page.kind * scoreOf(page, wanted.near[n]), wanted.near[n]);
    }
    if (best.score < SOUNDS * TEXT) wanted.nearSaid.forEach(function (find) { take(NEARLY * EQUAL * scoreOf(page, find), find); });
    return best;
  }

  // Every part has to stand on the page; what stands there as one phrase counts more than its parts apart.
  function together(page, parts, loose) {
    var all = { score: Infinity, used: [] };
    for (var n = 0; n < parts.length && all.score; n++) {
      var one = closest(page, parts[n], loose);
      all.score = Math.min(all.score, 0.5 * one.score);
      all.used.push(one.find);
    }
    return all.score && parts.length ? all : { score: 0, used: [] };
  }

  // The longest is on the fewest pages, and a page without it is left at once.
  function apart(typed, tolerant) {
    return typed.map(function (part) { return sought(part, tolerant); }).sort(function (a, b) { return b.length - a.length; });
  }

  // The names under which somebody may be meant, of what was typed with a title before them.
  function called(typed) {
    var names = [], words = fold(plain(typed));
    function without(words) {
      CALLED_FOLDED.forEach(function (title) {
        var rest = words.slice(title.length);
        if (rest.length < 2 || words.indexOf(title) || !/^[ก-ฮเ-ไa-z]/.test(rest) || names.indexOf(rest) >= 0) return;
        names.push(rest);
        without(rest);
      });
    }
    without(words);
    return names;
  }

  function isCalled(page, name) {
    return page.names.some(function (own) { return own.indexOf(name) === 0 || (name.length >= SHORT && behind(own, 0, name) >= 0); });
  }

  // What is typed right is looked for first; what is nearly so only where that is on fewer pages than are shown.
  function scores(pages, typed, parts, tolerant) {
    var whole = sought(typed, tolerant), many = parts.length > 1 ? apart(parts, tolerant) : [], names = called(typed);
    var found = [];
    function look(pages, loose) {
      var left = [];
      pages.forEach(function (page) {
        var one = closest(page, whole, loose), used = [one.find], score = one.score;
        var all = score < TEXT * EQUAL * page.kind ? together(page, many, loose) : one;
        if (all.score > score) { score = all.score; used = all.used; }
        if (score < TITLE && !loose && page.names.length) names.forEach(function (name) {
          if (score >= TITLE || !isCalled(page, name)) return;
          score = TITLE;
          used = [folding(finder(name))];
        });
        if (score) found.push({ page: page, score: score, used: used });
        else left.push(page);
      });
      return left;
    }
    var left = look(pages, false);
    if (found.length < SHOWN) look(left, true);
    return inTurn(found);
  }

  function inTurn(found) {
    return found.sort(function (a, b) { return b.score - a.score || b.page.year - a.page.year || a.page.order - b.page.order; });
  }

  // The same keys with the other layout; nothing where keys of both were pressed.
  function swapped(typed) {
    var thai = /[\u0e00-\u0e7f]/.test(typed);
    if (thai && /[a-z]/i.test(typed)) return "";
    var from = thai ? KEDMANEE : LATIN, to = thai ? LATIN : KEDMANEE;
    return typed.replace(/\S/g, function (letter) {
      var at = from.indexOf(letter);
      return at < 0 ? letter : to[at];
    });
  }

  // Names and words as one hears them, with one error more.
  function byEar(pages, typed) {
    return earFinds(pages, heard(plain(typed)), "heard", heard) || earFinds(pages, heardInFull(plain(typed)), "full", heardInFull) || [];
  }
  function earFinds(pages, words, kept, change) {
    if (words.length < SHORT) return null;
    var find = words.length < TOLERANT ? finder(words) : nearFinder(words), found = [];
    pages.forEach(function (page) {
      if (!page[kept]) page[kept] = all(page.plain, change);
      var score = NEARLY * scoreOf({ plain: page[kept], kind: page.kind, hidden: "" }, find);
      if (score) found.push({ page: page, score: score, used: [] });
    });
    return found.length ? inTurn(found) : null;
  }

  // The consonants of a name in Latin letters, and of one in Thai: there is more than one way to write either, and the
  // vowels are written in the most.
  function consonants(latin) {
    return latin.toLowerCase().replace(/[^a-z]/g, "").replace(/(.)\1+/g, "$1").replace(/ng/g, "N").replace(/ch|j/g, "C")
      .replace(/[kg]h?|q|c/g, "k").replace(/[td]h?/g, "t").replace(/ph|[pb]/g, "p").replace(/sh|z|x/g, "s").replace(/r/g, "l")
      .replace(/v/g, "w").replace(/[aeiou]/g, "");
  }
  var CLASSES = [["กขคฆ", "k"], ["ง", "N"], ["จฉชฌ", "C"], ["ซศษส", "s"], ["ญย", "y"], ["ฎฏฐฑฒดตถทธ", "t"], ["นณ", "n"], ["บปผพภ", "p"],
    ["ฝฟ", "f"], ["ม", "m"], ["รลฬ", "l"], ["ว", "w"], ["หฮ", "h"]], CLASS = {};
  CLASSES.forEach(function (each) { each[0].split("").forEach(function (letter) { CLASS[letter] = each[1]; }); });
  function thaiConsonants(name) {
    return name.replace(/[ก-ฮ][ิุ]?์|ห(?=[งญยนมรลว])/g, "").replace(/[^]/g, function (letter) { return CLASS[letter] || ""; });
  }
  function byConsonants(pages, typed) {
    var wanted = /^[a-z .]+$/i.test(typed) ? consonants(typed) : "", found = [];
    if (wanted.length > 2) pages.forEach(function (page) {
      if (!page.consonants) page.consonants = page.names.map(thaiConsonants).filter(Boolean);
      var is = page.consonants.some(function (own) {
        return own.indexOf(wanted) === 0 || (wanted.length >= SHORT && behind(own, 0, wanted) >= 0);
      });
      if (is) found.push({ page: page, score: NEARLY * TITLE, used: [] });
    });
    return inTurn(found);
  }

  function marked(text, finds) {
    var run = placed(text), spans = [];
    finds.forEach(function (find) {
      var letters = find.folds ? fold(run.letters) : run.letters;
      for (var found = find(letters, 0); found && found[1] > found[0]; found = find(letters, found[1])) {
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
  function cut(typed) {
    if (!scope.Intl || !Intl.Segmenter) return [];
    var words = Array.from(new Intl.Segmenter("th", { granularity: "word" }).segment(typed), function (one) { return one.segment; });
    words = words.filter(function (word) { return plain(word).length > 1; });
    return words.length > 1 ? words : [];
  }

  // `all` says that these are all pages there are: only then is it sure that nothing was found, and something else meant.
  function search(pages, typed, all) {
    if (plain(typed).length < 2) return [];
    var found = asTyped(pages, typed), other;
    if (!found.length) found = inWords(pages, typed);
    if (!found.length && all) {
      other = swapped(typed);
      if (plain(other).length > 2) found = asTyped(pages, other);
      if (!found.length) found = byConsonants(pages, typed);
      if (!found.length && plain(other).length > 2) found = inWords(pages, other);
      if (!found.length && plain(typed).length === SHORT) found = scores(pages, typed, [], SHORT);
      if (!found.length) found = byEar(pages, typed);
    }
    return found.map(item);
  }

  function asTyped(pages, typed) { return scores(pages, typed, typed.split(/\s+/).filter(plain)); }

  function inWords(pages, typed) {
    var words = apart(cut(typed)), found = [];
    if (words.length) pages.forEach(function (page) {
      var all = together(page, words, true);
      if (all.score) found.push({ page: page, score: all.score, used: all.used });
    });
    return inTurn(found);
  }

  function kindOf(address) {
    for (var n = 0; n < KINDS.length; n++) if (KINDS[n][0].test(address)) return KINDS[n][1];
    return 0.8; // a page that the office wrote
  }

  // The names of whom a page is about: from each of their parts on, without the title.
  function namesOf(address, title) {
    if (!/\/winner-/.test(address)) return [];
    var parts = title.split(/\s+/).map(plain).map(fold).filter(Boolean), first = parts[0] || "", before = 0;
    CALLED_FOLDED.forEach(function (one) { if (!first.indexOf(one)) before = Math.max(before, one.length); });
    parts[0] = first.slice(before);
    return [first, hiddenOf(address).replace("winner", "")].concat(parts.map(function (one, n) { return parts.slice(n).join(""); })).filter(Boolean);
  }

  // An address in letters, which are the words by which a page is known in English: an id, for example.
  function hiddenOf(address) { return plain(address.replace(/^\d+\/|^.*#|\.html$/g, "")); }

  function opened(listed, before) {
    return listed.map(function (each, n) {
      var own = { title: plain(each[1]), headings: each[2].map(plain), text: plain(each[3]) };
      return {
        location: each[0], title: each[1], text: each[3], order: before + n,
        year: /^\d+\//.test(each[0]) ? parseInt(each[0], 10) : 0, kind: kindOf(each[0]), hidden: hiddenOf(each[0]),
        names: namesOf(each[0], each[1]), plain: own
      };
    });
  }

  // A page whose parts stand for it now: it is still found by its title.
  function bare(page) {
    var own = { title: page.plain.title, headings: [], text: page.plain.title };
    return {
      location: page.location, title: page.title, text: "", order: page.order, year: page.year, kind: page.kind,
      hidden: page.hidden, names: [], plain: own
    };
  }

  // `post` takes what is answered; `fetchIndex` calls back with the pages of a part of the index, and after the first part
  // with the years of the others, or with nothing where it did not come: on a thin line it is asked for again, as long as
  // there is something to look for. A list that an older year adds nothing to is not posted again: it would lose its place.
  // A site of very many offices has a part for each page of them instead, which is fetched once that page was found.
  scope.tonbaepSearch = function (post, fetchIndex) {
    var pages = null, older = [], parts = {}, wanted = "", asked = false, answered = 0, known = "", next;
    // The parts of what was found first, of which one is fetched at a time.
    function closer(items) {
      return items.slice(0, PARTS).map(function (each) { return parts[each[0].location]; }).filter(Boolean);
    }
    function answer(again) {
      var items = pages ? search(pages, wanted, !older.length) : [];
      var near = older.length ? [] : closer(items);
      var places = items.map(function (each) { return each[0].location; }).join();
      answered = Date.now();
      post({ type: OLDER, data: { older: (older.length > 0 || near.length > 0) && plain(wanted).length > 1, none: !items.length } });
      if (!again || !places || places !== known) post({ type: RESULT, data: { items: items, of: wanted } });
      known = places;
      if (near.length) fetchPart(near[0]); // in a worker it is there at once, and answered before this returns
    }
    function ask() {
      if (asked || !wanted.trim() || (pages && (!older.length || plain(wanted).length < 2))) return;
      asked = true;
      fetchIndex(pages ? "pages-" + older[0] : "pages", function (listed, years, apart) {
        asked = false;
        if (listed && !pages) parts = apart || {};
        if (listed) add(listed, years || []);
        else later(AGAIN);
      });
    }
    function fetchPart(part) {
      if (asked) return;
      asked = true;
      fetchIndex("pages-" + part, function (listed) {
        asked = false;
        if (!listed) return setTimeout(function () { answer(true); }, AGAIN);
        pages = pages.map(function (page) { return parts[page.location] === part ? bare(page) : page; }).concat(opened(listed, pages.length));
        for (var at in parts) if (parts[at] === part) delete parts[at];
        answer(true);
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
    done(scope.tonbaepPages, scope.tonbaepOlder, scope.tonbaepParts);
  }

  if (typeof WorkerGlobalScope !== "undefined" && scope instanceof WorkerGlobalScope) {
    var take = scope.tonbaepSearch(function (message) { scope.postMessage(message); }, imported);
    scope.onmessage = function (event) { take(event.data); };
  }
})(self);
