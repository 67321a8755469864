/** Moves the notes of a poster: dragged or with the arrows, pinned at once, never on each other, undone with a button. */

import { overlaps, within } from "./boxes.js";

const sheet = document.querySelector("#sheet");
const said = document.querySelector("#said");
const undoButton = document.querySelector("#undo");
const list = document.querySelector("#pins");
const drawing = sheet.querySelector("svg");
const blocks = JSON.parse(sheet.dataset.blocks);
const notes = [...sheet.querySelectorAll(".note")].map(noteOf);
const done = [];
/** A hair less than the posters keep, so that nothing that lies well is in the way. */
const GAP = Number(sheet.dataset.gap) - 0.05;
const STEP = 1;
const LARGE = 10;
const PAUSE = 700;
let touched = null;

for (const note of notes) {
  draw(note);
  note.element.addEventListener("pointerdown", (event) => hold(note, event));
  note.element.addEventListener("keydown", (event) => step(note, event));
  note.element.addEventListener("blur", () => settle(note));
  note.element.addEventListener("focus", () => { touched = note; });
}
undoButton.addEventListener("click", undo);
sheet.querySelector(".sheet__paper").style.setProperty("--ratio", sheet.dataset.width / sheet.dataset.height);
document.querySelector("#larger").addEventListener("click", (event) => {
  const middle = middleInView();
  const close = sheet.classList.toggle("sheet--close");
  event.currentTarget.setAttribute("aria-pressed", String(close));
  sheet.scrollTo(middle.x * sheet.scrollWidth - sheet.clientWidth / 2, middle.y * sheet.scrollHeight - sheet.clientHeight / 2);
});
for (const form of list.querySelectorAll("form")) listen(form);

/** What one looks at, as parts of the sheet: the note that was touched last, or else the middle of the view. */
function middleInView() {
  if (touched) {
    const { x, y, width, height } = touched;
    return { x: (x + width / 2) / sheet.dataset.width, y: (y + height / 2) / sheet.dataset.height };
  }
  return {
    x: (sheet.scrollLeft + sheet.clientWidth / 2) / sheet.scrollWidth,
    y: (sheet.scrollTop + sheet.clientHeight / 2) / sheet.scrollHeight };
}

function noteOf(element) {
  const { asset, title, x, y, width, height } = element.dataset;
  return {
    element, asset, title, x: Number(x), y: Number(y), width: Number(width), height: Number(height),
    pinned: element.getAttribute("aria-pressed") === "true", line: sheet.querySelector(`.note-line[data-of="${asset}"]`),
    from: null, timer: 0,
  };
}

function hold(note, event) {
  if (event.button) return;
  event.preventDefault();
  settle(note);
  note.element.focus();
  note.element.setPointerCapture(event.pointerId);
  note.element.classList.add("note--held");
  // What is held lies on top.
  const start = spot(event);
  const from = { x: note.x, y: note.y, pinned: note.pinned };
  const move = (moved) => {
    const at = spot(moved);
    put(note, from.x + at.x - start.x, from.y + at.y - start.y);
  };
  const drop = () => {
    note.element.removeEventListener("pointermove", move);
    note.element.removeEventListener("pointerup", drop);
    note.element.removeEventListener("pointercancel", drop);
    note.element.classList.remove("note--held");
    if (Math.hypot(note.x - from.x, note.y - from.y) > 0.5) keep(note, from);
    else put(note, from.x, from.y);
  };
  note.element.addEventListener("pointermove", move);
  note.element.addEventListener("pointerup", drop);
  note.element.addEventListener("pointercancel", drop);
}

function step(note, event) {
  const far = event.shiftKey ? LARGE : STEP;
  const way = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] }[event.key];
  if (way) {
    event.preventDefault();
    note.from ??= { x: note.x, y: note.y, pinned: note.pinned };
    put(note, note.x + way[0], note.y + way[1]);
    clearTimeout(note.timer);
    note.timer = setTimeout(() => settle(note), PAUSE);
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    settle(note);
    if (note.pinned) loosen(note);
    else keep(note, { x: note.x, y: note.y, pinned: false });
  }
}

/** Keeps what the arrows did. */
function settle(note) {
  clearTimeout(note.timer);
  if (!note.from) return;
  const from = note.from;
  note.from = null;
  keep(note, from);
}

/** The place in millimetres under the pointer. */
function spot(event) {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM().inverse());
  return { x: at.x / 100, y: at.y / 100 };
}

function put(note, x, y) {
  const { width, height, border } = sheet.dataset;
  Object.assign(note, within(x, y, note, Number(width), Number(height), Number(border)));
  draw(note);
  note.element.classList.toggle("note--over", Boolean(inTheWay(note)));
}

function draw(note) {
  note.element.setAttribute("transform", `translate(${Math.round(note.x * 100)} ${Math.round(note.y * 100)})`);
  note.element.setAttribute("aria-pressed", String(note.pinned));
  const { x, y } = note.line.dataset;
  const edge = [Math.min(Math.max(x, note.x), note.x + note.width), Math.min(Math.max(y, note.y), note.y + note.height)];
  note.line.setAttribute("d", `M${edge[0] * 100} ${edge[1] * 100}L${x * 100} ${y * 100}`);
}

function inTheWay(note) {
  if (notes.some((other) => other !== note && overlaps(note, other, GAP))) return "taken";
  if (blocks.some(([left, top, right, bottom]) => overlaps(note, { x: left, y: top, width: right - left, height: bottom - top }))) {
    return "blocked";
  }
  return "";
}

async function keep(note, from) {
  const wrong = inTheWay(note);
  if (wrong) return back(note, from, wrong);
  if (!await send(note, { do: "pin", x: note.x, y: note.y })) return back(note, from, "lost");
  note.pinned = true;
  changed(note, from, "pinned");
}

async function loosen(note) {
  const from = { x: note.x, y: note.y, pinned: true };
  if (!await send(note, { do: "loosen" })) return tell("lost", note);
  note.pinned = false;
  changed(note, from, "loosened");
}

function back(note, from, why) {
  Object.assign(note, from);
  note.element.classList.remove("note--over");
  draw(note);
  tell(why, note);
}

function changed(note, from, what) {
  draw(note);
  done.push({ note, from });
  undoButton.disabled = false;
  show(note);
  tell(what, note);
}

async function undo() {
  const last = done.at(-1);
  if (!last) return;
  const { note, from } = last;
  if (!await send(note, { do: from.pinned ? "pin" : "loosen", x: from.x, y: from.y })) return tell("lost", note);
  done.pop();
  Object.assign(note, from);
  draw(note);
  show(note);
  undoButton.disabled = done.length === 0;
  tell("undone", note);
}

async function send(note, what) {
  const body = new URLSearchParams({ sheet: sheet.dataset.sheet, ...what });
  try {
    const answer = await fetch(sheet.dataset.move.replace(/0$/, note.asset), { method: "POST", body, headers: { Accept: "application/json" } });
    return answer.ok;
  } catch {
    return false;
  }
}

function tell(what, note) {
  said.textContent = sheet.dataset[what].replace("{title}", note.title);
}

/** The list of pinned notes in step with the sheet. */
function show(note) {
  const there = list.querySelector(`li[data-asset="${note.asset}"]`);
  if (note.pinned && !there) {
    const row = document.createElement("li");
    row.dataset.asset = note.asset;
    const name = document.createElement("span");
    name.textContent = note.title;
    name.lang = note.element.getAttribute("lang");
    const button = document.createElement("button");
    button.className = "button button--quiet";
    button.type = "button";
    button.textContent = sheet.dataset.loosen;
    button.addEventListener("click", () => loosen(note));
    row.append(name, button);
    list.append(row);
  } else if (!note.pinned && there) there.remove();
  document.querySelector("#no-pins").hidden = list.children.length > 0;
}

function listen(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    loosen(notes.find((note) => note.asset === form.closest("li").dataset.asset));
  });
}
