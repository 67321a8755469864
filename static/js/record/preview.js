/** How it will look among the others, beside the form on a wide screen, while it is being written. */

/** Keeps the card in step with the form. It repeats what stands in the form, so screen readers pass it over. */
export function showPreview(form) {
  const card = document.getElementById("preview");
  const photo = card.querySelector("img");
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();

  function show() {
    const kind = form.querySelector("[name=kind]:checked");
    const label = kind?.parentElement;
    card.dataset.kind = kind?.value ?? "";
    card.querySelector("[data-blot]").replaceChildren(...(label ? [label.querySelector(".blot .icon").cloneNode(true)] : []));
    card.querySelector("[data-label]").textContent = label?.querySelector(".choice__label").textContent ?? "";
    say("title");
    say("why");
    card.querySelector("[data-street]").textContent = form.elements.street.value;
    const shown = form.querySelector("#photo-rows img[src]")?.src ?? "";
    photo.hidden = !shown;
    if (shown && photo.src !== shown) photo.src = shown;
  }

  function say(name) {
    const place = card.querySelector(`[data-${name}]`);
    const text = form.elements[name].value.trim();
    place.textContent = text || place.dataset.empty;
    place.classList.toggle("soft", !text);
  }
}
