// Counts a round anew from rows without names: those of the page, or those of a CSV file that somebody kept. Nothing is
// asked of any host, so it works from a disk, too. Figures are whole numbers of their last decimal, which a browser holds
// exactly up to fifteen digits; longer ones are refused. Written for the browsers of old phones (ECMAScript 5).
(function (scope) {
  "use strict";
  var DIGITS = 15;
  var HEADS = ["ประเภท", "แถวที่", "คะแนนส่วนของกรรมการ", "ร้อยละความพึงพอใจ", "น้ำหนักความพึงพอใจ", "ลำดับเมื่อคะแนนรวมเท่ากัน", "อันดับ"];

  // The rows of a CSV file (RFC 4180), without the mark at its beginning.
  function read(text) {
    var rows = [[""]], quoted = false, n, sign, last;
    text = text.replace(/^\uFEFF/, "");
    for (n = 0; n < text.length; n++) {
      sign = text.charAt(n);
      last = rows[rows.length - 1];
      if (sign === "\"") {
        if (quoted && text.charAt(n + 1) === "\"") { last[last.length - 1] += "\""; n++; }
        else quoted = !quoted;
      } else if (sign === "," && !quoted) last.push("");
      else if ((sign === "\n" || sign === "\r") && !quoted) { if (last.length > 1 || last[0]) rows.push([""]); }
      else last[last.length - 1] += sign;
    }
    last = rows[rows.length - 1];
    if (last.length === 1 && !last[0]) rows.pop();
    return rows;
  }

  // The rows of a file as this counts them; null where it is another file.
  function fromFile(text) {
    var rows = read(text), places = [], n;
    if (!rows.length) return null;
    for (n = 0; n < HEADS.length; n++) {
      places.push(rows[0].indexOf(HEADS[n]));
      if (places[n] < 0) return null;
    }
    return rows.slice(1).map(function (row) {
      function of(n) { return row[places[n]] || ""; }
      return { category: of(0), number: of(1), committee: of(2), percent: of(3), weight: of(4), order: of(5), place: of(6) };
    });
  }

  // A figure as a whole number of so many decimals; NaN where it is none, or too long to be exact.
  function whole(figure, decimals) {
    var parts = /^(\d+)(?:\.(\d+))?$/.exec(figure), after, digits;
    if (!parts) return NaN;
    after = parts[2] || "";
    if (after.length > decimals) return NaN;
    while (after.length < decimals) after += "0";
    digits = (parts[1] + after).replace(/^0+(?=\d)/, "");
    return digits.length > DIGITS ? NaN : Number(digits);
  }

  function decimalsOf(figure) { return (figure.split(".")[1] || "").length; }

  // What a row comes to, in units of the last of `decimals`: the committee's part, and a weight in hundredths of a percent.
  function total(row, decimals) {
    var own = whole(row.committee, decimals);
    return row.percent ? own + whole(row.percent, decimals - 2) * whole(row.weight, 0) : own;
  }

  // The places of rows, in their order: a higher total is better, and among equal ones a lower order. Null where a figure
  // cannot be read.
  function recount(rows) {
    var decimals = 2, sums, bad;
    rows.forEach(function (row) { decimals = Math.max(decimals, decimalsOf(row.committee), decimalsOf(row.percent) + 2); });
    sums = rows.map(function (row) { return total(row, decimals); });
    bad = sums.some(function (sum) { return !(sum >= 0 && sum < Math.pow(10, DIGITS)); });
    if (bad || !rows.length) return null;
    return rows.map(function (row, n) {
      return 1 + rows.filter(function (other, m) {
        if (other.category !== row.category) return false;
        return sums[m] > sums[n] || (sums[m] === sums[n] && Number(other.order) < Number(row.order));
      }).length;
    });
  }

  function differing(rows, places) {
    return rows.filter(function (row, n) { return String(places[n]) !== row.place; }).length;
  }

  function ofPage(part) {
    return [].slice.call(part.querySelectorAll("tr[data-place]")).map(function (line) {
      return {
        category: line.parentNode.parentNode.getAttribute("data-category"),
        committee: line.getAttribute("data-committee"),
        percent: line.getAttribute("data-percent"),
        weight: part.getAttribute("data-weight"),
        order: line.getAttribute("data-order"),
        place: line.getAttribute("data-place"),
        told: line.querySelector(".tb-rows__new")
      };
    });
  }

  function set(part) {
    var said = part.querySelector("[data-recount-said]"), file = part.querySelector("[data-recount-file]"), newest;
    function tell(rows) {
      var places = rows && recount(rows), wrong;
      if (!places) { said.textContent = part.getAttribute("data-unread"); return; }
      wrong = differing(rows, places);
      if (rows[0].told) [].forEach.call(part.querySelectorAll("details"), function (fold) {
        if (fold.querySelector("tr[data-place]")) fold.open = true; // what is counted is seen
      });
      rows.forEach(function (row, n) {
        if (row.told) row.told.textContent = (String(places[n]) === row.place ? "✓ " : "✗ ") + places[n];
      });
      said.textContent = part.getAttribute(wrong ? "data-other" : "data-same").replace("{rows}", wrong || rows.length);
    }
    [].forEach.call(part.querySelectorAll("[data-recount-tools]"), function (tools) { tools.hidden = false; });
    part.querySelector("[data-recount-now]").addEventListener("click", function () { tell(ofPage(part)); });
    file.addEventListener("change", function () {
      var reader = new FileReader(), chosen = file.files[0];
      if (!chosen) return;
      file.value = ""; // the same file, changed, may be chosen again
      newest = reader;
      reader.onload = reader.onerror = function () {
        if (newest === reader) tell(reader.error ? null : fromFile(String(reader.result)));
      };
      reader.readAsText(chosen, "utf-8");
    });
  }

  scope.tonbaepRecount = { read: fromFile, recount: recount };
  if (scope.document) [].forEach.call(document.querySelectorAll("[data-recount]"), set);
})(typeof self === "undefined" ? globalThis : self);
