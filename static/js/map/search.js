// Search as you type: asks the server a moment after the last letter; without network it looks in the word book.

const PAUSE = 280; // Milliseconds.

export class Search {
  /**
   * `input` is the search field; `ask(words, signal)` gives {numbers} from the server; `look(words)` numbers from the
   * word book; `tell({words, numbers, offline})` hears what was found, numbers null where nothing is looked for.
   */
  constructor(input, { ask, look, tell }) {
    Object.assign(this, { input, ask, look, tell });
    input.addEventListener("input", () => this.soon());
    input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.now();
    });
  }

  /** The words as they stand in the field. */
  get words() {
    return this.input.value.trim();
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), this.words ? PAUSE : 0);
  }

  async now() {
    clearTimeout(this.timer);
    this.question?.abort();
    const { words } = this;
    if (!words) {
      this.tell({ words, numbers: null, offline: false });
      return;
    }
    this.question = new AbortController();
    const { signal } = this.question;
    try {
      const { numbers } = await this.ask(words, signal);
      this.tell({ words, numbers, offline: false });
    } catch (error) {
      if (signal.aborted) return;
      this.tell({ words, numbers: await this.look(words), offline: true });
    }
  }
}
