// Folding words for search without network, as assetmap/domain/words.py folds them: "cafe" finds "café".

const PLAIN = new Map(Object.entries({
  ı: "i", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ħ: "h", ŀ: "l",
  أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ة: "ه", ؤ: "و", ئ: "ي", ک: "ك", ی: "ي", ـ: "",
  ґ: "г", ё: "е", "’": "", ʼ: "", "'": "", "`": "",
}));
const ODD = new RegExp(`[${[...PLAIN.keys()].join("")}]`, "gu");

/** The text in lower case without accents, points and vowel signs. */
export function folded(text) {
  const low = plain(text.toLowerCase().replaceAll("i̇", "i").normalize("NFC"));
  return plain(low.normalize("NFKD").replace(/\p{Mn}/gu, "").normalize("NFC"));
}

/** The folded words of a search. */
export function searchWords(text) {
  return (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12);
}

/** Whether each of the words begins a word of the folded text, or stands somewhere inside one when it is long. */
export function holds(text, words) {
  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`) || (word.length >= 4 && text.includes(word)));
}

function plain(text) {
  return text.replace(ODD, (letter) => PLAIN.get(letter));
}
