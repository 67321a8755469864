// What the page tells its modules: addresses, labels in the visitor's language, sentences with {holes}.

let known = null;

/** The settings in <script id="map-settings">, read once. */
export function settings() {
  known ??= JSON.parse(document.getElementById("map-settings").textContent);
  return known;
}

/** A sentence of settings().words with its {holes} filled; pairs (one, more) choose by `n`. */
export function say(name, facts = {}) {
  const words = settings().words[name];
  const sentence = Array.isArray(words) ? words[facts.n === 1 ? 0 : 1] : words;
  return sentence.replace(/\{(\w+)\}/g, (_, hole) => (hole in facts ? shown(facts[hole]) : ""));
}

/** The label of a tag: of the starting set in the visitor's language, otherwise as it was typed. */
export function tagLabel(tag) {
  return settings().tags[tag] ?? tag;
}

/** "ltr" or "rtl" for a language. */
export function directionOf(language) {
  return /^(ar|fa|he|ur|ckb|ps|ug|yi|sd|dv)\b/.test(language) ? "rtl" : "ltr";
}

/** 12.345 or 12,345, as the server writes it. */
export function inDigits(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, settings().language === "en" ? "," : ".");
}

function shown(fact) {
  return typeof fact === "number" ? inDigits(fact) : fact;
}
