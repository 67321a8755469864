// The word book: what assets are called, all at once or those that are asked for. See assetmap/packs/names.py.

import { folded, holds, searchWords } from "./folding.js";
import { inSteps } from "./steps.js";

/** Rows {number, title, kind, state, tags, street, language, also} from the answer of the server, in its order; `also` is the
 * title in its own language where `title` is a translation. */
export function rowsOf({ tags, streets, languages, assets }) {
  return inSteps(assets, ([number, title, kind, state, places, street, language, also = ""]) => ({
    number, title, kind, state, tags: places.map((place) => tags[place]), street: streets[street] ?? "",
    language: languages[language], also }));
}

/** Words for what is on the map. `fetched(url)` gets an answer, `url` is that of all words, `label(tag)` its words on screen. */
export class WordBook {
  constructor(url, fetched, label = (tag) => tag) {
    Object.assign(this, { url, fetched, label });
    this.rows = [];
    this.byNumber = new Map();
    this.whole = false;
  }

  get(number) {
    return this.byNumber.get(number);
  }

  /** Everything there is; asked once, and again after a failure. */
  all() {
    this.asking ??= this.ask(this.url).then((rows) => {
      this.rows = rows;
      this.whole = true;
    }).catch((error) => {
      this.asking = null;
      throw error;
    });
    return this.asking;
  }

  /** The rows for these numbers, asking for those that are not known yet; in the order of their titles. */
  async some(numbers) {
    const unknown = numbers.filter((number) => !this.byNumber.has(number)).slice(0, 500);
    if (unknown.length) {
      const url = new URL(this.url, location.href);
      url.searchParams.set("numbers", unknown.join(","));
      await this.ask(url);
    }
    const rows = numbers.map((number) => this.byNumber.get(number)).filter(Boolean);
    return rows.sort((one, other) => one.title.localeCompare(other.title, undefined, { numeric: true }));
  }

  /** Numbers of the rows whose title, tags or street hold the words: best we can without the server. */
  search(text) {
    const words = searchWords(text);
    if (!words.length) return [];
    const found = [];
    for (const row of this.rows) {
      row.folded ??= folded([row.title, row.also, ...row.tags, ...row.tags.map(this.label), row.street].join(" "));
      if (holds(row.folded, words)) found.push(row.number);
    }
    return found;
  }

  async ask(url) {
    const rows = await rowsOf(await (await this.fetched(url)).json());
    for (const row of rows) this.byNumber.set(row.number, row);
    return rows;
  }
}
