// The list page with a script: ticking a chip shows the answer at once, in its place. Without, a button does the same.

const form = document.getElementById("find");
let question = null;

form.addEventListener("change", ({ target }) => target.type !== "search" && show(addressOf(form)));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show(addressOf(form));
});
addEventListener("popstate", () => location.reload());

function addressOf(filled) {
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(filled)) if (value) values.append(name, value);
  const text = String(values);
  return text ? `${filled.action}?${text}` : filled.action;
}

/** Puts the results of another address in the place of these; a page that does not come is opened the ordinary way. */
async function show(address) {
  question?.abort();
  question = new AbortController();
  const results = document.getElementById("results");
  results.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { credentials: "same-origin", signal: question.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    results.replaceWith(document.adoptNode(page.getElementById("results")));
    history.pushState(null, "", address);
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}
