/** Photos and recordings are sent ahead, one at a time, so that keeping the form is quick and a lost connection loses nothing. */

import { word } from "./words.js";

/** Watches the file pickers. Returns what the draft and the sending need:
 *  `waiting()` settles when nothing is under way, with what failed; `restore(group, n, file)` starts a kept file again. */
export function prepareUploads(form, rows) {
  const address = `/api/${form.dataset.slug}/uploads`;
  const pending = new Map();
  let queue = Promise.resolve();

  form.addEventListener("change", (event) => {
    const { pick } = event.target.dataset;
    if (!pick) return;
    for (const file of event.target.files) take(pick, file);
    event.target.value = "";
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  form.addEventListener("record:removed", (event) => pending.delete(event.detail.row));
  addEventListener("online", retry);

  function take(group, file, n = undefined) {
    const row = n === undefined ? rows.add(group) : rows.find(group, n) ?? rows.add(group, n);
    preview(row, group, file);
    const most = Number(form.dataset[`${group}Bytes`]);
    pending.set(row, { group, file, state: "waiting", sentence: "" });
    if (file.size > most) {
      refuse(row, word("tooBig", { name: file.name, megabytes: Math.ceil(file.size / 1e6), most: Math.floor(most / 1e6) }));
      return row;
    }
    say(row, "photoWaiting");
    enqueue(row);
    return row;
  }

  function refuse(row, sentence) {
    pending.get(row).state = "bad";
    row.dataset.bad = "";
    row.querySelector("[data-state]").textContent = sentence;
  }

  function enqueue(row) {
    queue = queue.then(() => send(row));
  }

  async function send(row) {
    const entry = pending.get(row);
    if (!entry || entry.state === "bad") return;
    entry.state = "sending";
    progress(row, 0);
    try {
      const kept = await post(address, entry.file, (share) => {
        progress(row, share);
        say(row, "photoSending", { share: `${Math.round(share * 100)} %` });
      });
      if (!pending.has(row)) return;
      pending.delete(row);
      row.querySelector("[name$=-hash]").value = kept.hash;
      row.removeAttribute("data-bad");
      showKept(row, entry.group, kept);
      say(row, "photoKept");
      form.dispatchEvent(new Event("input", { bubbles: true }));
    } catch (trouble) {
      if (trouble.sentence && !trouble.again) {
        refuse(row, trouble.sentence);
      } else {
        Object.assign(entry, { state: "waiting", status: trouble.status, sentence: trouble.sentence });
        if (trouble.sentence && trouble.status !== 401) row.querySelector("[data-state]").textContent = trouble.sentence;
        else say(row, "photoWaiting");
      }
    }
    progress(row, null);
  }

  function retry() {
    for (const [row, entry] of pending) if (entry.state === "waiting") enqueue(row);
  }

  return {
    take,
    retry,
    /** Files that are not with the server yet: [{group, n, file}], for the draft. */
    unsent: () => [...pending].filter(([, entry]) => entry.state !== "bad")
      .map(([row, entry]) => ({ group: entry.group, n: Number(row.dataset.n), file: entry.file })),
    /** Waits for what is under way. Returns {offline, signedOut, sentence, bad: [row, …]}; `sentence` is the server's reason. */
    async settled() {
      retry();
      await queue;
      const left = [...pending.values()];
      return {
        offline: left.some((entry) => entry.state === "waiting" && entry.status !== 401),
        sentence: left.find((entry) => entry.state === "waiting" && entry.status !== 401)?.sentence ?? "",
        signedOut: left.some((entry) => entry.state === "waiting" && entry.status === 401),
        bad: [...pending].filter(([, entry]) => entry.state === "bad").map(([row]) => row),
      };
    },
    count: () => [...pending.values()].filter((entry) => entry.state !== "bad").length,
  };
}

/** Sends one file; XMLHttpRequest, because fetch does not tell how far it is. Rejects with {status, sentence, again}. */
function post(address, file, tell) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.responseType = "json";
    request.timeout = 180_000;
    request.upload.addEventListener("progress", (event) => event.lengthComputable && tell(event.loaded / event.total));
    request.addEventListener("load", () => {
      const answer = request.response;
      if (request.status === 201 && answer?.hash) return resolve(answer);
      const sentence = answer?.problems?.map((problem) => problem.sentence).join(" ");
      // Not ours to mend: the session, a busy server, somebody else's answer (a café's sign-in page).
      const again = !sentence || request.status === 401 || request.status >= 500;
      reject({ status: request.status, sentence, again });
    });
    for (const trouble of ["error", "timeout", "abort"]) {
      request.addEventListener(trouble, () => reject({ status: 0, sentence: "", again: true }));
    }
    const body = new FormData();
    body.append("file", file, file.name);
    request.send(body);
  });
}

function preview(row, group, file) {
  const element = row.querySelector(group === "photo" ? "img" : "audio");
  const address = URL.createObjectURL(file);
  element.src = address;
  row.addEventListener("record:removed", () => URL.revokeObjectURL(address), { once: true });
}

function showKept(row, group, kept) {
  const element = row.querySelector(group === "photo" ? "img" : "audio");
  const before = element.src;
  element.src = kept.urls[group === "photo" ? "small" : "sound"] ?? before;
  if (before.startsWith("blob:")) URL.revokeObjectURL(before);
}

function say(row, name, facts) {
  row.querySelector("[data-state]").textContent = word(name, facts);
}

function progress(row, share) {
  const bar = row.querySelector("progress");
  bar.hidden = share === null;
  bar.value = share ?? 0;
}
