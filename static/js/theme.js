/** Knows the three looks (paper, night, sun): changes and remembers them. The choice is applied before the first
 *  paint by the few lines in templates/page.html; canvases listen for "assetmap:look" on the document to redraw. */

const LOOKS = ["paper", "night", "sun"];
const KEPT = "assetmap-look";
const root = document.documentElement;

root.dataset.script = "";
for (const button of document.querySelectorAll("[data-look]")) {
  button.addEventListener("click", () => choose(button.dataset.look));
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
addEventListener("storage", (event) => { if (event.key === KEPT) apply(event.newValue); });
addEventListener("keydown", closeMenus);
document.addEventListener("click", closeMenus);
show();

/** The look that is on the screen now. */
export function look() {
  const chosen = root.dataset.theme;
  if (LOOKS.includes(chosen)) return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "paper";
}

function choose(name) {
  try {
    localStorage.setItem(KEPT, name);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  apply(name);
}

function apply(name) {
  if (LOOKS.includes(name)) root.dataset.theme = name;
  else delete root.dataset.theme;
  tell();
}

function tell() {
  show();
  document.dispatchEvent(new CustomEvent("assetmap:look", { detail: look() }));
}

function show() {
  for (const button of document.querySelectorAll("[data-look]")) {
    button.setAttribute("aria-pressed", String(button.dataset.look === look()));
  }
  const paper = getComputedStyle(root).getPropertyValue("--paper").trim();
  document.querySelector("meta[name=theme-color]")?.setAttribute("content", paper);
}

/** A menu goes away when a person looks elsewhere: a click beside it, or Escape. */
function closeMenus(event) {
  if (event.type === "keydown" && event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.more[open]")) {
    if (event.type === "click" && menu.contains(event.target)) continue;
    menu.open = false;
    if (event.type === "keydown") menu.querySelector("summary").focus();
  }
}
