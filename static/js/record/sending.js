/** Keeping the form without leaving it: what the server finds wrong is shown here, and a lost connection loses nothing. */

import { showProblems, clearProblems } from "./problems.js";
import { word } from "./words.js";

const PATIENCE = 60_000;

/** Takes the form's button over. */
export function prepareSending(form, { draft, uploads }) {
  const button = document.getElementById("send");
  const label = button.querySelector("[data-label]");
  const message = document.getElementById("send-message");
  const again = document.getElementById("send-again");
  let busy = false;
  let kept = false;
  let failed = false;

  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  again.addEventListener("click", send);
  addEventListener("online", () => failed && say("online", "sendNow"));
  // Back to a form that was kept already: an empty one, not a second copy.
  addEventListener("pageshow", (event) => event.persisted && kept && location.reload());

  async function send() {
    if (busy || kept) return;
    working(true);
    try {
      await attempt();
    } finally {
      working(false);
    }
  }

  async function attempt() {
    await draft.flush();
    say(null);
    const count = uploads.count();
    if (count) label.textContent = word("sendingPhoto", { number: 1, count });
    const files = await uploads.settled();
    if (files.bad.length) return showProblems(form, files.bad.map(badFile));
    if (files.signedOut) return signIn();
    if (files.offline) return lost("offline", files.sentence);
    label.textContent = word("keeping");
    const answer = await ask();
    if (answer === null) return lost("offline");
    if (answer.address) return leave(answer.address);
    if (answer.problems?.some((problem) => problem.code === "signed-out")) return signIn();
    // Two versions side by side need a page of their own: this form goes there whole.
    if (answer.collision) return HTMLFormElement.prototype.submit.call(form);
    if (!answer.problems) return lost("odd");
    clearProblems(form);
    showProblems(form, answer.problems);
    form.dispatchEvent(new CustomEvent("record:refused", { detail: answer }));
  }

  /** The server's answer; null where none came, {} where something else answered (a café's sign-in page). */
  async function ask() {
    const body = new FormData(form);
    for (const [name, value] of [...body]) if (typeof value !== "string") body.delete(name);
    try {
      const response = await fetch(form.action, {
        method: "POST", body, headers: { Accept: "application/json" }, signal: AbortSignal.timeout?.(PATIENCE),
      });
      if (!response.headers.get("Content-Type")?.startsWith("application/json")) return {};
      return await response.json();
    } catch (error) {
      return error instanceof SyntaxError ? {} : null;
    }
  }

  async function leave(address) {
    kept = true;
    await draft.done();
    location.assign(address);
  }

  function lost(why, sentence = "") {
    failed = true;
    say(why, "again", sentence);
    again.focus({ preventScroll: true });
  }

  function say(name, button, sentence = "") {
    message.hidden = name === null;
    if (name === null) {
      failed = false;
      return;
    }
    message.querySelector("p").textContent = sentence || word(name);
    again.hidden = !button;
    again.textContent = button ? word(button) : "";
  }

  function working(on) {
    busy = on;
    button.setAttribute("aria-disabled", String(on || kept));
    if (!on && !kept) label.textContent = word("keep");
  }

  function badFile(row) {
    const sentence = row.querySelector("[data-state]").textContent;
    return { code: "bad-file", field: row.closest(".field").id, sentence: word("photoBad", { name: sentence }) };
  }

  function signIn() {
    const dialog = document.getElementById("sign-in");
    const error = document.getElementById("sign-in-error");
    dialog.onclose = async () => {
      if (dialog.returnValue !== "go") return;
      const trouble = await signInAgain(dialog, form.dataset.slug);
      if (trouble === null) {
        error.hidden = true;
        dialog.querySelector("[name=sign-in-passphrase]").value = "";
        uploads.retry();
        send();
        return;
      }
      error.textContent = word(trouble);
      error.hidden = false;
      dialog.showModal();
    };
    dialog.returnValue = "";
    dialog.showModal();
    dialog.querySelector("[name=sign-in-passphrase]").focus();
  }
}

/** Signs in without leaving the page; null where it worked, else the name of a sentence. */
async function signInAgain(dialog, slug) {
  const value = (name) => dialog.querySelector(`[name=sign-in-${name}]`).value;
  try {
    const response = await fetch(`/${slug}/sign-in`, {
      method: "POST", body: new URLSearchParams({ name: value("name"), passphrase: value("passphrase"), next: "" }), redirect: "manual",
    });
    if (response.type === "opaqueredirect") return null;
    return response.status === 429 ? "signInSlow" : "signInWrong";
  } catch {
    return "offline";
  }
}
