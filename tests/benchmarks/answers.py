"""Answers of the map against what SQLite needs alone for the same rows or blob, and requests a second of the server.

    python -m tests.benchmarks.answers [--sizes 100000,1000000] [--seconds 5]

"alone" is the bare question to SQLite through Python, its rows or blob read and nothing done with them; "answer" is the
body as the API sends it, without HTTP around it. Times are the middle of many, in milliseconds, with the database file
warm. Requests a second are asked by two processes that each keep four connections, for a bounded time, of the shipped
server (gunicorn, two processes of four threads) and of a bare "hello" on the same server. Prints tables.
"""

import argparse
import http.client
import json
import multiprocessing
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from statistics import median

from sqlite_utils import Database

from assetmap.domain.audience import Audience
from assetmap.domain.kind import Kind
from assetmap.inventory import Selection
from assetmap.packs.asked import Asked
from assetmap.packs.crowds import shift_of
from assetmap.packs.points import pack
from assetmap.packs.squares import ranges_of
from assetmap.packs.view import view
from assetmap.store import pieces
from tests.benchmarks.filling import MIDDLE, fill, opened
from tests.benchmarks.serving import fetch, free_port, running, served

PUBLIC = Audience.PUBLIC
VIEWS: dict[str, tuple[int, float]] = {"a street": (18, 0.004), "a neighbourhood": (16, 0.012), "a town": (13, 0.1)}
"""What is looked at -> web map zoom, degrees from the middle to the edge."""

CHOSEN = {"places only": (Kind.PLACE,), "places and skills": (Kind.PLACE, Kind.SKILL)}

CALLERS, CONNECTIONS = 2, 4

HELLO = '''
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])
    return [b"hello"]
'''


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--sizes", default="100000,1000000")
    asked.add_argument("--seconds", type=float, default=5)
    options = asked.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="assetmap-bench-") as scratch:
        instance = Path(scratch) / "instance"
        print(f"\n{'one view, ms':<44}{'alone':>10}{'answer':>10}{'times':>8}")
        for size in sizes:
            _say(f"filling a neighbourhood of {size:,} assets")
            db = opened(fill(instance / "neighbourhoods", size, slug=f"groot-{size}"))
            _compare(db, size)
            db.close()
        print(f"\n{'requests a second':<44}{'each':>10}")
        _requests(instance, f"groot-{sizes[0]}", Path(scratch), options.seconds)


def _compare(db: Database, size: int) -> None:
    """Views from near to far, of all kinds and of some, then the pack."""
    _say("making ready what is kept")
    pack(db, PUBLIC)
    for name, (zoom, reach) in VIEWS.items():
        box = (MIDDLE[0] - reach, MIDDLE[1] - reach * 0.6, MIDDLE[0] + reach, MIDDLE[1] + reach * 0.6)

        answer = partial(view, db, PUBLIC, Asked(Selection(), zoom, box))
        if json.loads(answer())["crowds"]:
            _tell(f"{size:,}: {name}, its kept pieces", _pieces(db, answer), answer)
            _tell(f"{size:,}: {name}, counted anew", _grouped(db, zoom, box), answer, times=5)
            for words, kinds in CHOSEN.items():
                chosen = partial(view, db, PUBLIC, Asked(Selection(kinds=kinds), zoom, box))
                _tell(f"{size:,}: {name}, {words}", _pieces(db, chosen), chosen)
        else:
            _tell(f"{size:,}: {name}, its rows", _rows(db, box), answer)
    _tell(f"{size:,}: the whole pack", lambda: db.execute(
        "SELECT etag, body FROM kept WHERE name = 'pack/public'").fetchone(), lambda: pack(db, PUBLIC))


def _inside(box: tuple[float, float, float, float]) -> str:
    west, south, east, north = box
    among = " OR ".join(f"cell BETWEEN {low} AND {high}" for low, high in ranges_of(box))
    return f"""({among}) AND reach >= 3 AND place_reach >= 3 AND state <> 'retired'
               AND lon BETWEEN {west} AND {east} AND lat BETWEEN {south} AND {north}"""


def _rows(db: Database, box: tuple[float, float, float, float]) -> Callable[[], object]:
    sql = f"SELECT number, kind, state, precision, shown_type, lon, lat FROM assets WHERE {_inside(box)}"
    return lambda: db.execute(sql).fetchall()


def _grouped(db: Database, zoom: int, box: tuple[float, float, float, float]) -> Callable[[], object]:
    """What the crowds are made of, counted by SQLite itself."""
    sql = f"""SELECT cell >> {shift_of(zoom)}, kind, count(*), avg(lon), avg(lat) FROM assets
              WHERE {_inside(box)} GROUP BY 1, 2"""
    return lambda: db.execute(sql).fetchall()


def _pieces(db: Database, answer: Callable[[], bytes]) -> Callable[[], object]:
    """The question for the very blobs an answer is put together from, of this version, their names known before."""
    asked: list[str] = []
    whole, some = pieces.all_kinds, pieces.some_kinds
    answer()
    pieces.all_kinds = lambda db, names: asked.extend(names) or whole(db, names)
    pieces.some_kinds = lambda db, names, ending: asked.extend(n + ending for n in names) or some(db, names, ending)
    answer()
    pieces.all_kinds, pieces.some_kinds = whole, some
    wanted = json.dumps(asked)
    sql = """SELECT k.body FROM neighbourhood b CROSS JOIN json_each(?) n
             CROSS JOIN kept k ON k.name = n.value AND k.sequence = b.sequence"""
    return lambda: db.execute(sql, [wanted]).fetchall()


def _tell(what: str, alone: Callable, answer: Callable, times: int = 200) -> None:
    """Asks both in turn, so that whatever else the machine does falls on both."""
    alone(), answer()
    bare, ours = [], []
    for _ in range(times):
        bare.append(_milliseconds(alone))
        ours.append(_milliseconds(answer))
    print(f"{what:<44}{median(bare):>10.3f}{median(ours):>10.3f}{median(ours) / median(bare):>8.1f}", flush=True)


def _milliseconds(act: Callable) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _requests(instance: Path, slug: str, scratch: Path, seconds: float) -> None:
    reach = VIEWS["a street"][1]
    box = f"{MIDDLE[0] - reach},{MIDDLE[1] - reach},{MIDDLE[0] + reach},{MIDDLE[1] + reach}"
    with _hello(scratch) as port:
        _say("bare hello")
        hello = _per_second(port, "/", seconds)
        print(f"{'bare hello':<44}{hello:>10,.0f}")
    with served(instance) as port:
        for name, address in (("the pack, not changed (304)", f"/api/{slug}/pack"), ("the pack", f"/api/{slug}/pack"),
                              ("a view of a street", f"/api/{slug}/assets?bbox={box}&zoom=18"),
                              ("one asset", f"/api/{slug}/assets/7"), ("the page", f"/{slug}/")):
            _say(name)
            for _ in range(8):
                fetch(port, address)
            each = _per_second(port, address, seconds, unchanged="304" in name)
            print(f"{name:<44}{each:>10,.0f}  {hello / each:>6.1f} times fewer than hello", flush=True)


def _hello(scratch: Path) -> AbstractContextManager[int]:
    (scratch / "hello.py").write_text(HELLO, "utf-8")
    port = free_port()
    return running(
        [sys.executable, "-m", "gunicorn", "-w", "2", "--threads", "4", "-b", f"127.0.0.1:{port}",
         "--log-level", "error", "hello:application"], port, "/", os.environ | {"PYTHONPATH": str(scratch)})


def _per_second(port: int, address: str, seconds: float, unchanged: bool = False) -> float:
    """Answers in a second to callers who ask again at once, until the time is over."""
    counts = multiprocessing.Queue()
    callers = [multiprocessing.Process(target=_call, args=(port, address, seconds, unchanged, counts))
               for _ in range(CALLERS)]
    for caller in callers:
        caller.start()
    whole = sum(counts.get(timeout=seconds + 60) for _ in callers)
    for caller in callers:
        caller.join()
    return whole / seconds


def _call(port: int, address: str, seconds: float, unchanged: bool, counts: multiprocessing.Queue) -> None:
    done = [0] * CONNECTIONS
    end = time.monotonic() + seconds

    def ask(place: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        headers = {"Accept-Encoding": "gzip"}
        while time.monotonic() < end:
            connection.request("GET", address, headers=headers)
            answer = connection.getresponse()
            answer.read()
            if unchanged:
                headers["If-None-Match"] = answer.headers["ETag"]
            done[place] += 1
        connection.close()

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    counts.put(sum(done))


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
