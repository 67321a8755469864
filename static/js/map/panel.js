// The panel: everything about one asset beside the map, filled from the details of the API.

import { fillGallery } from "./gallery.js";
import { element, iconElement, piece, write, writeOrHide } from "./pieces.js";
import { directionOf, say, settings } from "./settings.js";
import { failed, gone, looking } from "./states.js";

export class Panel {
  /** `target` is the panel's element; `fetched(url)` gets details; `on` has choose(number), close(), before(), after(), tag(name). */
  constructor(target, fetched, on) {
    Object.assign(this, { target, fetched, on });
  }

  /** Fills the panel for an asset and returns its details; null where they did not come or another was asked for since. */
  async show(number) {
    this.number = number;
    this.target.hidden = false;
    this.target.setAttribute("aria-busy", "true");
    const late = setTimeout(() => this.number === number && this.place(looking()), 350);
    try {
      const { apis } = settings();
      const answer = await this.fetched(apis.details.replace("/assets/0", `/assets/${number}`));
      const details = await answer.json();
      if (this.number !== number) return null;
      this.fill(details);
      return details;
    } catch (error) {
      if (this.number !== number) return null;
      this.place(error.status === 404 ? gone() : failed(() => this.show(number)));
      return null;
    } finally {
      clearTimeout(late);
      if (this.number === number) this.target.removeAttribute("aria-busy");
    }
  }

  hide() {
    this.number = 0;
    this.target.hidden = true;
    this.target.replaceChildren();
  }

  /** Only a way back and a message: while looking, and where it went wrong. */
  place(message) {
    const head = piece("panel").querySelector(".panel__bar");
    head.querySelector(".panel__turn").remove();
    head.querySelector("[data-close]").addEventListener("click", () => this.on.close());
    this.target.replaceChildren(head, message);
  }

  fill(details) {
    const whole = piece("panel");
    const part = (name) => whole.querySelector(`[data-${name}]`);
    this.target.dataset.kind = details.kind;
    part("icon").append(iconElement(details.kind));
    part("kind-label").textContent = [details.kind_label, details.facet].filter(Boolean).join(" · ");
    part("state").textContent = details.state === "in_use" ? "" : details.state_label;
    part("close").addEventListener("click", () => this.on.close());
    part("before").addEventListener("click", () => this.on.choose(this.on.before()));
    part("after").addEventListener("click", () => this.on.choose(this.on.after()));
    fillGallery(part("gallery"), details.pictures);
    people(part("people"), details.people);
    sounds(part("sounds"), details.sounds);
    this.ties(part("ties"), part("tie-rows"), details.connections);
    facts(part("facts"), details);
    this.tags(part("tags"), details.tags);
    part("masked").hidden = !details.masked;
    if (details.masked) part("masked").querySelector("span").textContent = say(maskName(details.precision));
    part("invented").hidden = !details.invented;
    part("page").href = details.page;
    this.target.replaceChildren(whole);
    this.tongues(details);
    this.turning();
  }

  /** The words in one language, and buttons for the others. */
  tongues({ texts, text }) {
    const row = this.target.querySelector("[data-tongues]");
    row.hidden = texts.length < 2;
    const buttons = texts.map((each, place) => {
      const button = element("tongue");
      button.textContent = each.language_name;
      button.addEventListener("click", () => tell(place));
      return button;
    });
    row.replaceChildren(...buttons);
    const tell = (chosen) => {
      buttons.forEach((button, place) => button.setAttribute("aria-pressed", String(place === chosen)));
      this.words(texts[chosen], texts[0]);
    };
    tell(text);
  }

  words(text, own) {
    for (const name of ["title", "why", "description", "story"]) {
      const from = text[name] ? text : own;
      writeOrHide(this.target.querySelector(`[data-${name}]`), from[name], from.language, from.direction);
      // A title stands where its language begins a line.
      if (name === "title") this.target.querySelector(".panel__title").dir = from.direction;
    }
  }

  /** The list changed, or this is another asset: whether there is one before and after it. */
  turning() {
    for (const name of ["before", "after"]) {
      const button = this.target.querySelector(`[data-${name}]`);
      if (button) button.disabled = !this.on[name]();
    }
  }

  ties(section, rows, connections) {
    section.hidden = !connections.length;
    rows.replaceChildren(...connections.map((tie) => {
      const row = element("tie");
      row.querySelector("[data-words]").textContent = tie.words;
      const link = row.querySelector("[data-link]");
      link.href = settings().assetPage.replace(/\/0(?=\?|$)/, `/${tie.number}`);
      link.dataset.kind = tie.kind;
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.on.choose(tie.number);
      });
      row.querySelector("[data-icon]").append(iconElement(tie.kind));
      write(row.querySelector("[data-title]"), tie.title, tie.language, directionOf(tie.language));
      row.querySelector("[data-since]").textContent = tie.since ? say("since", { date: tie.since }) : "";
      return row;
    }));
  }

  tags(row, tags) {
    row.hidden = !tags.length;
    row.replaceChildren(...tags.map(({ tag, label }) => {
      const button = element("tag");
      button.textContent = label;
      button.addEventListener("click", () => this.on.tag(tag));
      return button;
    }));
  }
}

function people(target, all) {
  target.hidden = !all.length;
  all.forEach(({ name, part }, place) => {
    const shown = element("name");
    shown.textContent = name;
    target.append(place ? ", " : "", shown, ` ${part}`);
  });
}

function sounds(target, all) {
  target.hidden = !all.length;
  target.replaceChildren(...all.map(({ url, alt, credit }) => {
    const figure = element("sound");
    figure.querySelector("[data-alt]").textContent = [alt, credit].filter(Boolean).join(" · ");
    figure.querySelector("audio").src = url;
    return figure;
  }));
}

function facts(list, { street, rhythm, key_holder: keyHolder, attribution, point }) {
  const rows = [["street", street], ["rhythm", rhythm], ["keyHolder", keyHolder], ["attribution", attribution]];
  for (const [name, text] of rows) {
    if (!text) continue;
    const row = piece("fact");
    row.querySelector("dt").textContent = say(name);
    row.querySelector("dd").textContent = text;
    list.append(row);
  }
  if (!point) {
    const row = piece("fact");
    row.querySelector("dt").textContent = say("street");
    row.querySelector("dd").textContent = say("unplaced");
    if (!street) list.append(row);
  }
  list.hidden = !list.children.length;
}

function maskName(precision) {
  return precision === "street" ? "maskedStreet" : "maskedNeighbourhood";
}
