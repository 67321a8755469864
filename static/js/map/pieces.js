// Pieces of the page: the <template> elements of templates/map/pieces.html, cloned and filled with textContent.

/** A fresh copy of the piece with this name, as a fragment. */
export function piece(name) {
  return document.getElementById(`${name}-piece`).content.cloneNode(true);
}

/** The first element of the piece with this name. */
export function element(name) {
  return piece(name).firstElementChild;
}

/** Writes a text in its own language and direction. */
export function write(target, text, language = "", direction = "") {
  target.textContent = text;
  if (language) {
    target.lang = language;
    target.dir = direction || "auto";
  }
}

/** Shows an element with a text, or hides it where there is none. */
export function writeOrHide(target, text, language = "", direction = "") {
  target.hidden = !text;
  if (text) write(target, text, language, direction);
}

/** The icon of a kind as an element of its own. */
export function iconElement(kind, root = document) {
  return root.querySelector(`template[data-kind-icon="${kind}"]`).content.firstElementChild.cloneNode(true);
}
