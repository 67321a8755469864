/** Says how much room is left in a text, only when there is little. The server counts as we do: in characters, not in code units. */

import { word } from "./words.js";

const NEAR = 0.9;

/** Watches every field that tells how long it may be. */
export function countCharacters(form) {
  for (const field of form.querySelectorAll("[data-longest]")) {
    field.addEventListener("input", () => show(field));
    show(field);
  }
}

function show(field) {
  const most = Number(field.dataset.longest);
  const length = [...field.value.trim()].length;
  let line = document.getElementById(`${field.id}-count`);
  if (length < most * NEAR) {
    line?.remove();
    return;
  }
  if (!line) {
    line = document.createElement("p");
    line.id = `${field.id}-count`;
    line.className = "field__count";
    line.setAttribute("aria-live", "polite");
    field.closest(".field").append(line);
  }
  const over = length - most;
  line.toggleAttribute("data-over", over > 0);
  const digits = new Intl.NumberFormat(document.documentElement.lang);
  line.textContent = over > 0 ? word("over", { over: digits.format(over) }) : word("count", { left: digits.format(-over) });
}
