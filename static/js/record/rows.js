/** Rows of which a form can have several: photos, recordings, people, translations. Server-made templates, cloned. */

/** Adds, moves and takes out rows; `add(group, n)` makes one and returns its element. */
export function prepareRows(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.add) {
      add(button.dataset.add).querySelector("input:not([type=hidden]), select").focus();
    } else if (button.hasAttribute("data-remove")) {
      remove(form, button.closest("[data-row]"));
    } else if (button.dataset.move) {
      move(button, Number(button.dataset.move));
    }
  });
  return { add, list: (group) => [...document.querySelectorAll(`#${group}-rows > [data-row]`)], find };
}

/** A new row at the end of its group, numbered `n` or one above the highest. */
function add(group, n = nextNumber(group)) {
  const row = document.getElementById(`${group}-template`).content.firstElementChild.cloneNode(true);
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes("__n__")) attribute.value = attribute.value.replaceAll("__n__", n);
    }
  }
  document.getElementById(`${group}-rows`).append(row);
  return row;
}

function find(group, n) {
  return document.querySelector(`#${group}-rows > [data-row][data-n="${Number(n)}"]`);
}

function nextNumber(group) {
  const numbers = [...document.querySelectorAll(`#${group}-rows > [data-row]`)].map((row) => Number(row.dataset.n));
  return Math.max(-1, ...numbers) + 1;
}

function remove(form, row) {
  const near = row.nextElementSibling ?? row.previousElementSibling;
  const list = row.parentElement;
  row.dispatchEvent(new CustomEvent("record:removed", { bubbles: true, detail: { row } }));
  row.remove();
  (near?.querySelector("[data-remove]") ?? list.parentElement.querySelector(".picks button, .picks input"))?.focus();
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function move(button, by) {
  const row = button.closest("[data-row]");
  if (by < 0) row.previousElementSibling?.before(row);
  else row.nextElementSibling?.after(row);
  button.focus();
  row.dispatchEvent(new Event("input", { bubbles: true }));
}
