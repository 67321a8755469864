// The filters as a form: chips to tick with icon, word and count, and a way to clear them all.

import { howMany } from "./choices.js";
import { inDigits, say } from "./settings.js";

export class Filters {
  /** `form` holds the ticks; `tell()` is called when one changes; `clear` and `close` are buttons. */
  constructor(form, { tell, clear, close, more, badge }) {
    Object.assign(this, { form, more, badge });
    form.addEventListener("change", (event) => event.target.type === "checkbox" && tell());
    clear.addEventListener("click", () => {
      this.set({ kinds: new Set(), states: new Set(), tags: new Set() });
      tell({ cleared: true });
    });
    close.addEventListener("click", () => {
      more.open = false;
      more.querySelector("summary").focus();
    });
  }

  /** {kinds, states, tags} as ticked now. */
  get() {
    const ticked = (name) => new Set(
      [...this.form.querySelectorAll(`input[name="${name}"]:checked`)].map((tick) => tick.value));
    return { kinds: ticked("kind"), states: ticked("state"), tags: ticked("tag") };
  }

  /** Ticks exactly these. */
  set({ kinds, states, tags }) {
    for (const [name, chosen] of [["kind", kinds], ["state", states], ["tag", tags]]) {
      for (const tick of this.form.querySelectorAll(`input[name="${name}"]`)) tick.checked = chosen.has(tick.value);
    }
    this.tell();
  }

  /** Whether there is a tick for this tag. */
  knows(tag) {
    return [...this.form.querySelectorAll('input[name="tag"]')].some((tick) => tick.value === tag);
  }

  /** The numbers beside the words: `counts` by code and tag, `codes` by name. */
  count(counts, codes) {
    for (const tick of this.form.querySelectorAll("input[type=checkbox]")) {
      const { name, value } = tick;
      const n = name === "kind" ? counts.kinds[codes.kinds[value]] : name === "state" ? counts.states[codes.states[value]]
        : counts.tags[value];
      const shown = tick.parentElement.querySelector("[data-count]");
      shown.textContent = inDigits(n ?? 0);
      shown.toggleAttribute("data-nothing", !n);
    }
  }

  /** How many are chosen in the part that can be folded away. */
  tell() {
    const { states, tags } = this.get();
    const n = howMany({ kinds: new Set(), states, tags });
    this.badge.hidden = !n;
    this.badge.textContent = n ? say("chosen", { n }) : "";
  }
}
