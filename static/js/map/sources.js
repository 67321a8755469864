// Where the points come from: all at once in a pack, or view by view where that would be much to wait for.

import { latitudeOf, longitudeOf, pointsOfView, worldSize } from "./points.js";

/** Fetches and throws where the answer is not a good one. */
export async function fetched(url, options = {}) {
  const answer = await fetch(url, { credentials: "same-origin", ...options });
  if (!answer.ok) {
    const error = new Error(`${answer.status}`);
    error.status = answer.status;
    throw error;
  }
  return answer;
}

/** All points at once, asked for once. */
export class PackSource {
  constructor(url) {
    this.url = url;
    this.forget();
  }

  async points() {
    this.asked = true;
    try {
      const [{ readPack }, answer] = await Promise.all([import("./pack.js"), fetched(this.url)]);
      return await readPack(await answer.arrayBuffer());
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** Nothing new is needed for another view. */
  covers() {
    return this.asked;
  }

  /** The next question is asked whatever was answered before. */
  forget() {
    this.asked = false;
  }
}

/** The points of one view, asked for with the filters; the last question wins. */
export class ViewSource {
  constructor(url) {
    this.url = url;
    this.forget();
  }

  /** `view` is {zoom, box: [left, top, right, bottom]} in pixels of the world; `filters` a URLSearchParams. */
  async points(view, filters) {
    this.question?.abort();
    const question = new AbortController();
    const asked = { box: snapped(view.box), zoom: view.zoom, filters: String(filters) };
    Object.assign(this, { question, asking: asked });
    try {
      const url = new URL(this.url, location.href);
      for (const [name, value] of filters) url.searchParams.append(name, value);
      url.searchParams.set("bbox", degrees(asked.box, view.zoom).map((edge) => edge.toFixed(6)).join(","));
      url.searchParams.set("zoom", view.zoom);
      const answer = await (await fetched(url, { signal: question.signal })).json();
      this.answered = asked;
      return pointsOfView(answer);
    } finally {
      if (this.question === question) this.asking = null;
    }
  }

  /** Whether the last answer holds this view, or the one that is on its way. */
  covers(view, filters) {
    return [this.answered, this.asking].some((asked) => asked && holds(asked, view, String(filters)));
  }

  /** The next question is asked whatever was answered before. */
  forget() {
    this.answered = null;
    this.asking = null;
  }
}

function holds({ box, zoom, filters }, view, wanted) {
  return zoom === view.zoom && filters === wanted && box[0] <= view.box[0] && box[1] <= view.box[1]
    && box[2] >= view.box[2] && box[3] >= view.box[3];
}

/** Views in whole steps of 256 pixels, so that the same ground gives the same question, and the same crowds. */
function snapped([left, top, right, bottom]) {
  const down = (edge) => Math.floor(edge / 256) * 256;
  const up = (edge) => Math.ceil(edge / 256) * 256;
  return [down(left), down(top), up(right), up(bottom)];
}

function degrees([left, top, right, bottom], zoom) {
  const size = worldSize(zoom);
  return [longitudeOf(left / size), latitudeOf(bottom / size), longitudeOf(right / size), latitudeOf(top / size)];
}
