"""What somebody sees: how long a map takes in real Chromium on a slow device, and how many bytes until it stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import BROWSER_FLAGS, _browser_path

TABLET = {"width": 820, "height": 1180}
QUIET = 1_000
"""Milliseconds without a task of 50 ms or more after which a page counts as done."""

_LONG_TASKS = """
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.longTasks.push(task.startTime + task.duration);
  }).observe({ entryTypes: ["longtask"] });
"""
_TOUCHING = """(() => {
  const marker = () => {
    const { map, layers } = document.querySelector(".map")?.assetmapPage ?? {};
    if (!map) return [...document.querySelectorAll(".leaflet-marker-icon")].map((icon) => {
      const { left, top, width, height } = icon.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    });
    const { left, top } = map.getContainer().getBoundingClientRect();
    const corner = map.getPixelBounds().min;
    return layers.assets.spots.map(({ x, y }) => [x - corner.x + left, y - corner.y + top]);
  };
  const said = () => document.querySelector(".leaflet-proxy")?.style.transform
    + document.querySelectorAll(".leaflet-popup, #panel:not([hidden])").length;
  let before = null;
  let turn = 0; // Another one in each frame: the first may lie under something.
  requestAnimationFrame(function touch() {
    if (before !== null && said() !== before) {
      performance.mark("touch-answered");
      return;
    }
    requestAnimationFrame(touch);
    const all = marker();
    for (let i = 0; i < all.length; i += 1) {
      const [x, y] = all[(turn + i) % all.length];
      const under = x > 0 && y > 0 && document.elementFromPoint(x, y);
      if (!under?.closest(".leaflet-container")) continue;
      turn += i + 1;
      before ??= said();
      const finger = { bubbles: true, cancelable: true, clientX: x, clientY: y, detail: 1 };
      under.dispatchEvent(new MouseEvent("click", finger));
      return;
    }
  });
})();"""
"""Touches the first marker or ring in sight, in every frame, until the map moves closer or tells about it."""

_DRAWN = "(performance.getEntriesByName('assets-drawn')[0]?.startTime ?? 0)"
_ANSWERED = "(performance.getEntriesByName('touch-answered')[0]?.startTime ?? 0)"
_COMPLETE = """(async () => {
  const page = document.querySelector('.map')?.assetmapPage;
  if (page && (!page.streetsCame || (await page.layers.base).isLoading())) return false;
  const words = document.getElementById('grip-words');
  return (!words || words.textContent.trim() !== '') && document.fonts.status === 'loaded';
})()"""
"""Streets, words and letters of the first screen stand too."""


@dataclass(frozen=True)
class Seen:
    """Milliseconds from the first request until the first markers, until a touch on one is answered, until the page has
    nothing more to do (no task of 50 ms follows), and the bytes that had come when the first screen was complete:
    markers, streets where there are any, words and letters. Touches are tried in visits of their own, where nothing
    else is measured."""

    markers: float
    answers: float
    quiet: float
    bytes: int
    requests: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """A real Chromium for as long as the block lasts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_browser_path(), args=list(BROWSER_FLAGS))
        yield browser
        browser.close()


def watch(browser: Browser, addresses: list[str], *, slower: float = 4, times: int = 3,
          patience: float = 180) -> list[Seen]:
    """The quickest of so many first visits to each address, on a processor so many times slower.

    They are visited in turns, so that what else this machine does bothers all of them alike; the quickest is the one
    that was bothered least.
    """
    seen = [[_visit(browser, address, slower, patience) for address in addresses] for _ in range(times)]
    return [Seen(*(min(getattr(each, field.name) for each in visits) for field in fields(Seen)))
            for visits in zip(*seen, strict=True)]


def _visit(browser: Browser, address: str, slower: float, patience: float) -> Seen:
    with _opened(browser, address, slower, patience, _TOUCHING) as (page, _):
        _until(page, _ANSWERED, patience)
        answers = page.evaluate(_ANSWERED)
    with _opened(browser, address, slower, patience, _LONG_TASKS) as (page, sizes):
        _until(page, _DRAWN, patience)
        _until(page, _COMPLETE, patience)
        complete, requests = sum(sizes), len(sizes)
        markers = page.evaluate(_DRAWN)
        page.wait_for_timeout(QUIET)
        while page.evaluate(f"performance.now() - Math.max(0, ...window.longTasks) < {QUIET}"):
            page.wait_for_timeout(QUIET / 4)
        quiet = max(markers, page.evaluate("Math.max(0, ...window.longTasks)"))
    return Seen(markers, answers, quiet, complete, requests)


@contextmanager
def _opened(
    browser: Browser, address: str, slower: float, patience: float, script: str
) -> Iterator[tuple[Page, list[int]]]:
    """A first visit by a fresh browser, with the sizes of what has come so far, in bytes."""
    context = browser.new_context(viewport=TABLET, locale="nl-NL")
    page = context.new_page()
    page.set_default_timeout(patience * 1000)
    page.add_init_script(script)
    wire = context.new_cdp_session(page)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    wire.send("Network.enable")
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(address, wait_until="commit")
    yield page, sizes
    context.close()


def _until(page: Page, condition: str, patience: float) -> None:
    for _ in range(int(patience * 20)):
        page.wait_for_timeout(50)
        if page.evaluate(condition):
            return
    raise TimeoutError(f"nothing stood on the map after {patience} seconds")
