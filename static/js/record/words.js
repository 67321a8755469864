/** The sentences that the server gave the form, in the reader's language. */

const sentences = JSON.parse(document.getElementById("words").textContent);

/** The sentence of this name with its {holes} filled. */
export function word(name, facts = {}) {
  return (sentences[name] ?? name).replace(/\{(\w+)\}/g, (hole, key) => facts[key] ?? hole);
}
