/* Looks for words among the entries of this bundle (entries.js), without a server. ES5: it runs on old phones. */
var PORTAL_SEARCH = (function () {
  "use strict";
  var between = new RegExp(PORTAL_RULES.between), letters = PORTAL_RULES.letters;

  /* A word, and what is left of it without an Arabic article: either may stand in an entry. */
  function forms(word) {
    var found = [word];
    for (var i = 0; i < PORTAL_RULES.articles.length; i++) {
      var article = PORTAL_RULES.articles[i];
      if (word.indexOf(article) === 0 && word.length - article.length >= PORTAL_RULES.left) {
        found.push(word.slice(article.length));
      }
    }
    return found;
  }

  function folded(text) {
    var lower = text.toLowerCase(), plain = "", words = [], i;
    for (i = 0; i < lower.length; i++) {
      plain += letters.hasOwnProperty(lower[i]) ? letters[lower[i]] : lower[i];
    }
    var parts = plain.split(between);
    for (i = 0; i < parts.length; i++) {
      if (parts[i]) { words.push(parts[i]); }
    }
    return words;
  }

  /* How well a word fits an entry: 0 not at all, more in its title, most as a whole word there. */
  function fit(word, entry) {
    var title = " " + entry[5] + " ", body = " " + entry[6] + " ";
    if (title.indexOf(" " + word + " ") >= 0) { return 8; }
    if (title.indexOf(" " + word) >= 0) { return 5; }
    if (body.indexOf(" " + word + " ") >= 0) { return 2; }
    return body.indexOf(" " + word) >= 0 ? 1 : 0;
  }

  function best(word, entry) {
    var each = forms(word), most = 0;
    for (var i = 0; i < each.length; i++) { most = Math.max(most, fit(each[i], entry)); }
    return most;
  }

  function matching(words, all) {
    var found = [];
    for (var i = 0; i < PORTAL_ENTRIES.length; i++) {
      var score = 0, hits = 0;
      for (var j = 0; j < words.length; j++) {
        var each = best(words[j], PORTAL_ENTRIES[i]);
        score += each;
        hits += each ? 1 : 0;
      }
      if (all ? hits === words.length : hits) { found.push({ entry: PORTAL_ENTRIES[i], score: score, place: i }); }
    }
    found.sort(function (a, b) { return b.score - a.score || a.place - b.place; });
    return found;
  }

  /* Entries that hold all words; where none does, those that hold any. */
  function find(text) {
    var words = folded(text), found = words.length ? matching(words, true) : [], isAny = false, entries = [];
    if (words.length > 1 && !found.length) {
      found = matching(words, false);
      isAny = found.length > 0;
    }
    for (var i = 0; i < found.length; i++) { entries.push(found[i].entry); }
    return { entries: entries, isAny: isAny };
  }

  return { folded: folded, find: find };
})();

(function () {
  "use strict";
  if (typeof document === "undefined" || !document.getElementById("search")) { return; }
  var MOST = 60, form = document.getElementById("search"), field = document.getElementById("q");
  var said = document.getElementById("said"), list = document.getElementById("found"), waiting;

  function row(entry) {
    var item = document.createElement("li"), link = document.createElement("a"), more = document.createElement("small");
    link.href = "records/" + entry[0] + ".html";
    link.lang = entry[2];
    link.dir = entry[2] === "ar" ? "rtl" : "ltr";
    link.appendChild(document.createTextNode(entry[3]));
    more.appendChild(document.createTextNode(PORTAL_KINDS[entry[1]] + (entry[4] ? " · " + entry[4] : "")));
    item.appendChild(link);
    item.appendChild(document.createElement("br"));
    item.appendChild(more);
    return item;
  }

  function show() {
    var text = field.value, result = PORTAL_SEARCH.find(text), n = result.entries.length;
    while (list.firstChild) { list.removeChild(list.firstChild); }
    for (var i = 0; i < n && i < MOST; i++) { list.appendChild(row(result.entries[i])); }
    var sentence = !PORTAL_SEARCH.folded(text).length ? "" : form.getAttribute(
      !n ? "data-none" : result.isAny ? "data-any" : n > MOST ? "data-many" : "data-all");
    said.innerHTML = "";
    said.appendChild(document.createTextNode(sentence.replace("{n}", n).replace("{m}", MOST)));
  }

  function keep() {
    /* So that the way back from an entry leads to what was found. */
    try { history.replaceState(null, "", "#q=" + encodeURIComponent(field.value)); } catch (e) { }
  }

  form.onsubmit = function () { show(); keep(); return false; };
  field.oninput = function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { show(); keep(); }, 200);
  };
  form.className = "";
  if (location.hash.indexOf("#q=") === 0) {
    try { field.value = decodeURIComponent(location.hash.slice(3)); } catch (e) { field.value = ""; }
    show();
  }
})();
