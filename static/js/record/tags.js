/** Tags in the neighbourhood's own words: typed, then a chip among the others. */

/** `add(tag)` puts a chip there, checked. */
export function prepareTags(form) {
  const box = form.querySelector("#tag-own");
  const take = () => {
    const tag = box.value.trim().replace(/\s+/g, " ");
    if (!tag) return;
    add(tag);
    box.value = "";
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  form.querySelector("#tag-add").addEventListener("click", () => { take(); box.focus(); });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    take();
  });
  // Who types a comma means: the next one. What is pasted stays as it is.
  box.addEventListener("beforeinput", (event) => {
    if (event.data !== "," || event.inputType !== "insertText") return;
    event.preventDefault();
    take();
  });
  // Nobody should lose a word by forgetting to press "Add".
  box.addEventListener("change", take);
  return { add };
}

function add(tag) {
  const chips = document.getElementById("tag-chips");
  let input = [...chips.querySelectorAll("input")].find((each) => each.value === tag);
  if (!input) {
    const chip = document.getElementById("tag-template").content.firstElementChild.cloneNode(true);
    input = chip.querySelector("input");
    input.value = tag;
    chip.querySelector("bdi").textContent = tag;
    chips.append(chip);
  }
  input.checked = true;
}
