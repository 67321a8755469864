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
_DRAWN = "(performance.getEntriesByName('assets-drawn')[0]?.startTime ?? 0)"
_ANSWERS = "(performance.getEntriesByName('assets-answer')[0]?.startTime ?? 0)"
_STREETS_STAND = """(async () => {
  const base = await document.querySelector('.map')?.assetmapPage?.layers.base;
  return !base || !base._base || !base.isLoading();
})()"""


@dataclass(frozen=True)
class Seen:
    """Milliseconds from the first request until the first markers, until a touch on one is answered, until the page has
    nothing more to do (no task of 50 ms follows), and the bytes that had come when the first screen was complete."""

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
    context = browser.new_context(viewport=TABLET, locale="nl-NL")
    page = context.new_page()
    page.set_default_timeout(patience * 1000)
    page.add_init_script(_LONG_TASKS)
    wire = context.new_cdp_session(page)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    wire.send("Network.enable")
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(address, wait_until="commit")
    _until(page, _DRAWN, patience)
    _until(page, _STREETS_STAND, patience)
    complete, requests = sum(sizes), len(sizes)
    _until(page, _ANSWERS, patience)
    markers, answers = page.evaluate(_DRAWN), page.evaluate(_ANSWERS)
    page.wait_for_timeout(QUIET)
    while page.evaluate(f"performance.now() - Math.max(0, ...window.longTasks) < {QUIET}"):
        page.wait_for_timeout(QUIET / 4)
    quiet = max(answers, page.evaluate("Math.max(0, ...window.longTasks)"))
    context.close()
    return Seen(markers, answers, quiet, complete, requests)


def _until(page: Page, condition: str, patience: float) -> None:
    for _ in range(int(patience * 20)):
        page.wait_for_timeout(50)
        if page.evaluate(condition):
            return
    raise TimeoutError(f"nothing stood on the map after {patience} seconds")
