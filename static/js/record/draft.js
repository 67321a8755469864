/** What is being typed, kept in this browser until it is with the server: through a reload, a closed tab, a flat battery.
 *  Files are kept as ArrayBuffers: iPads give back empty Blobs. */

import { openDB } from "../../vendor/idb/index.js";
import { word } from "./words.js";

const STORE = "drafts";
const FILES = "files";
const PAUSE = 300;
const PATIENCE = 2000;
const DAYS = 60;
const ANSWER = 150;

/** Restores what was typed before, watches the form, and returns {done, flush}. Never stands in the way of the form. */
export async function keepDraft(form, { rows, tags, uploads }) {
  const { slug, member, number } = form.dataset;
  const prefix = `${slug}/${member}/${number || "new"}/`;
  const idBox = form.querySelector("[name=id]");
  const key = () => prefix + (number ? "" : idBox.value);
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("assetmap-drafts") : null;
  channel?.addEventListener("message", ({ data }) => { if (data.ask === key() && form.dataset.saved) channel.postMessage({ have: data.ask }); });

  let db = null;
  try {
    db = await inTime(openDB("assetmap-drafts", 1, {
      upgrade(fresh) {
        fresh.createObjectStore(STORE, { keyPath: "key" });
        fresh.createObjectStore(FILES);
      },
    }));
    if (form.dataset.draft === "restore") {
      const found = await inTime(find(db, prefix, channel));
      if (found) restore(found);
    }
  } catch {
    // A browser that keeps nothing (a private window) still has a form that works.
  }

  const written = new WeakSet();
  let timer = 0;
  let over = false;
  let writing = Promise.resolve();
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("toggle", () => form.dataset.saved && soon(), true); // Opening a part to look is not typing.
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
  addEventListener("pagehide", flush);
  if (form.dataset.draft === "keep") soon();
  return { flush, done };

  function soon() {
    clearTimeout(timer);
    form.dataset.saving = "";
    timer = setTimeout(() => { flush(); }, PAUSE);
  }

  /** Writes what stands in the form now. */
  function flush() {
    if (!db || over || !("saving" in form.dataset)) return writing;
    clearTimeout(timer);
    delete form.dataset.saving;
    const values = [...new FormData(form)].filter(([, value]) => typeof value === "string");
    const folds = [...form.querySelectorAll("details.fold[open]")].map((fold) => fold.id);
    const entry = { key: key(), saved: new Date().toISOString(), values, folds, files: [] };
    writing = writing.then(() => write(entry)).catch(() => {});
    return writing;
  }

  /** The words each time, a file once: a photo may be as large as a thousand drafts. */
  async function write(entry) {
    const waiting = uploads.unsent();
    const fresh = await Promise.all(waiting.filter(({ file }) => !written.has(file))
      .map(async ({ group, n, file }) => ({ name: fileKey(entry.key, group, n), buffer: await file.arrayBuffer(), file })));
    if (over) return;
    const files = waiting.map(({ group, n, file }) => ({ group, n, name: file.name, type: file.type }));
    const transaction = db.transaction([STORE, FILES], "readwrite", { durability: "strict" });
    const shelf = transaction.objectStore(FILES);
    transaction.objectStore(STORE).put({ ...entry, files });
    for (const { name, buffer } of fresh) shelf.put(buffer, name);
    const wanted = new Set(files.map(({ group, n }) => fileKey(entry.key, group, n)));
    for (const name of await shelf.getAllKeys(filesOf(entry.key))) if (!wanted.has(name)) shelf.delete(name);
    await transaction.done;
    for (const { file } of fresh) written.add(file);
    sessionStorage.setItem(`assetmap-draft:${prefix}`, entry.key);
    form.dataset.saved = entry.saved;
  }

  /** It is with the server now; nothing of it stays here. */
  async function done() {
    over = true;
    clearTimeout(timer);
    await writing;
    sessionStorage.removeItem(`assetmap-draft:${prefix}`);
    if (db) await forget(db, key()).catch(() => {});
  }

  function restore(draft) {
    const values = new Map();
    for (const [name, value] of draft.values) values.set(name, [...(values.get(name) ?? []), value]);
    restoreRows(values);
    for (const tag of values.get("tag") ?? []) if (tag.trim()) tags.add(tag);
    for (const element of form.elements) restoreElement(element, values);
    for (const row of form.querySelectorAll("[data-row]")) showKept(row, slug);
    for (const { group, n, name, type, buffer } of draft.files) if (buffer) uploads.take(group, new File([buffer], name, { type }), n);
    for (const id of draft.folds) document.getElementById(id)?.setAttribute("open", "");
    form.dataset.saved = draft.saved;
    tell(draft);
  }

  function restoreRows(values) {
    for (const group of ["photo", "sound", "person", "translation"]) {
      const wanted = [...new Set([...values.keys()].map((name) => new RegExp(`^${group}-(\\d+)-`).exec(name)?.[1]).filter(Boolean))];
      for (const row of rows.list(group)) if (!wanted.includes(row.dataset.n)) row.remove();
      for (const n of wanted) row(group, n);
    }
    function row(group, n) {
      const element = rows.find(group, n) ?? rows.add(group, n);
      element.parentElement.append(element);
    }
  }

  function tell(draft) {
    const note = document.getElementById("draft-note");
    const saved = new Date(draft.saved);
    const today = saved.toDateString() === new Date().toDateString();
    const time = new Intl.DateTimeFormat(document.documentElement.lang, today ? { timeStyle: "short" } : { dateStyle: "long", timeStyle: "short" }).format(saved);
    note.querySelector("[data-word=kept]").textContent = word("kept", { time });
    note.hidden = false;
    document.getElementById("draft-anew").addEventListener("click", async () => {
      await done();
      location.reload();
    });
  }
}

/** The newest draft of this form that no other tab is writing; the one this tab wrote before a reload comes first. */
async function find(db, prefix, channel) {
  const all = await db.getAll(STORE, IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  const old = Date.now() - DAYS * 86_400_000;
  for (const draft of all) if (Date.parse(draft.saved) < old) forget(db, draft.key);
  const mine = sessionStorage.getItem(`assetmap-draft:${prefix}`);
  const sorted = all.filter((draft) => Date.parse(draft.saved) >= old).sort((one, other) => (one.saved < other.saved ? 1 : -1));
  const own = sorted.find((draft) => draft.key === mine);
  if (own) return withFiles(db, own);
  for (const draft of sorted) if (!(await isOpenElsewhere(channel, draft.key))) return withFiles(db, draft);
  return null;
}

async function withFiles(db, draft) {
  for (const file of draft.files) file.buffer = await db.get(FILES, fileKey(draft.key, file.group, file.n));
  return draft;
}

async function forget(db, key) {
  const transaction = db.transaction([STORE, FILES], "readwrite");
  transaction.objectStore(STORE).delete(key);
  transaction.objectStore(FILES).delete(filesOf(key));
  await transaction.done;
}

function fileKey(key, group, n) {
  return `${key}#${group}-${n}`;
}

function filesOf(key) {
  return IDBKeyRange.bound(`${key}#`, `${key}#\uffff`);
}

function isOpenElsewhere(channel, key) {
  if (!channel) return false;
  return new Promise((resolve) => {
    const hear = ({ data }) => data.have === key && settle(true);
    const timer = setTimeout(() => settle(false), ANSWER);
    channel.addEventListener("message", hear);
    channel.postMessage({ ask: key });
    function settle(open) {
      clearTimeout(timer);
      channel.removeEventListener("message", hear);
      resolve(open);
    }
  });
}

function restoreElement(element, values) {
  if (!element.name || element.type === "file") return;
  const given = values.get(element.name);
  if (element.type === "checkbox" || element.type === "radio") element.checked = Boolean(given?.includes(element.value));
  else if (given) element.value = given.length > 1 ? given.shift() : given[0];
}

function showKept(row, slug) {
  const hash = row.querySelector("[name$=-hash]")?.value;
  const shown = row.querySelector("img, audio");
  if (!hash || !shown) return;
  shown.src = `/api/${slug}/media/${hash}?size=${shown.localName === "img" ? "small" : "sound"}`;
}

function inTime(promise) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("too slow")), PATIENCE))]);
}
