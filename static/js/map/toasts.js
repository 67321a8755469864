// Short messages at the foot of the page that go away by themselves, read aloud too.

const LASTS = 7000; // Milliseconds.

/** Says a sentence. */
export function toast(sentence) {
  const note = document.createElement("p");
  note.className = "toast";
  note.textContent = sentence;
  document.getElementById("toasts").replaceChildren(note);
  setTimeout(() => note.remove(), LASTS);
}
