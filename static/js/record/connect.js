/** Makes the sentence while it is being chosen, and searches while it is being typed. The page itself can do both by button. */

const PAUSE = 250;
const form = document.getElementById("connect");
const box = document.getElementById("q");
const found = document.getElementById("found");
let timer = 0;
let asking = null;

form.addEventListener("change", say);
box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter") searchHere(event);
});
form.querySelector("[data-search]").addEventListener("click", searchHere);
say();

function say() {
  const verb = form.querySelector("[name=verb]:checked");
  const other = form.querySelector("[name=other]:checked");
  form.querySelector("[data-gap=verb]").textContent = verb ? verb.parentElement.textContent.replaceAll("…", "").trim() : "…";
  form.querySelector("[data-gap=other]").textContent = other ? other.dataset.title : "…";
}

/** Searches at once and in place: a new page would begin at the top again, far from what was found. */
function searchHere(event) {
  event.preventDefault();
  clearTimeout(timer);
  search();
}

/** Asks the page itself with the words typed so far and takes its cards over. */
async function search() {
  asking?.abort();
  asking = new AbortController();
  const query = new URLSearchParams({ q: box.value });
  const other = form.querySelector("[name=other]:checked");
  if (other) query.set("other", other.value);
  try {
    const response = await fetch(`${location.pathname}?${query}`, { signal: asking.signal });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    found.replaceChildren(...[...page.getElementById("found").children].map((card) => document.importNode(card, true)));
    say();
  } catch {
    // Without a connection the cards stay as they are.
  }
}
