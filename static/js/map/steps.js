// Long work in short steps, so that a finger never waits for it.

const STEP = 8; // Milliseconds of work between two moments for the finger.

/** Turns each of many things into another, a few milliseconds at a time; gives them all, in their order. */
export async function inSteps(things, turn) {
  const turned = [];
  let end = performance.now() + STEP;
  for (const thing of things) {
    turned.push(turn(thing));
    if (performance.now() > end) {
      await moment();
      end = performance.now() + STEP;
    }
  }
  return turned;
}

/** A moment in which the browser does what is more urgent. */
export function moment() {
  return globalThis.scheduler?.yield ? scheduler.yield() : new Promise((resume) => { setTimeout(resume); });
}
