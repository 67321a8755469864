// Photos in the panel: one large, the others as small ones to choose from, each with its words and who made it.

import { element } from "./pieces.js";
import { say } from "./settings.js";

/** Fills `target` with pictures [{small, screen, alt, credit, width, height}]; hides it where there are none. */
export function fillGallery(target, pictures) {
  target.hidden = !pictures.length;
  target.replaceChildren();
  if (!pictures.length) return;
  const figure = element("photo");
  show(figure, pictures[0]);
  target.append(figure);
  if (pictures.length < 2) return;
  const thumbs = element("thumbs");
  pictures.forEach((picture, place) => {
    const thumb = element("thumb");
    const image = thumb.querySelector("img");
    image.src = picture.small;
    image.alt = picture.alt || say("photo", { n: place + 1 });
    thumb.setAttribute("aria-pressed", String(place === 0));
    thumb.addEventListener("click", () => {
      for (const each of thumbs.children) each.setAttribute("aria-pressed", String(each === thumb));
      show(figure, picture);
    });
    thumbs.append(thumb);
  });
  target.append(thumbs);
}

function show(figure, { small, screen, alt, credit, width, height }) {
  const image = figure.querySelector("img");
  image.width = width;
  image.height = height;
  image.srcset = `${small} 320w, ${screen} 1280w`;
  image.sizes = "(min-width: 52rem) 26rem, 100vw";
  image.src = screen;
  image.alt = alt;
  const caption = figure.querySelector("figcaption");
  caption.hidden = !credit;
  caption.querySelector("[data-credit]").textContent = credit;
}
