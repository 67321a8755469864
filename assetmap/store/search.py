"""The search index: folded words of each asset, in a column per audience that may find it by them."""

from sqlite_utils import Database

# An audience also finds by what wider audiences may know, never by what only narrower ones may.
_COLUMNS = {1: "title words team neighbourhood public", 2: "title words neighbourhood public", 3: "title words public"}

FEW = 20
LONG_ENOUGH_INSIDE = 4


def index(db: Database, number: int, title: str, words: str, by_level: dict[int, str]) -> None:
    """Replaces what an asset is found by. Texts are folded already (domain.words.folded).

    `title` and `words` go with the asset itself; `by_level` holds words only for an audience level:
    {1: "for the team", 2: "…", 3: "for all"}.
    """
    remove(db, number)
    db.execute(
        "INSERT INTO asset_search (rowid, title, words, team, neighbourhood, public) VALUES (?, ?, ?, ?, ?, ?)",
        [number, title, words, by_level.get(1, ""), by_level.get(2, ""), by_level.get(3, "")])


def remove(db: Database, number: int) -> None:
    """An asset is no longer found by anything."""
    db.execute("DELETE FROM asset_search WHERE rowid = ?", [number])


def find(db: Database, words: list[str], level: int, most: int = 500) -> list[int]:
    """Numbers of the assets that hold every word, or a word that begins with it, best first, for this audience level.

    Dutch and German write words together: where few are found, titles that hold a word inside another follow
    ("bankje" finds "praatbankje").
    """
    if not words:
        return []
    found = _beginning_with(db, words, level, most)
    if len(found) < FEW and all(len(word) >= LONG_ENOUGH_INSIDE for word in words):
        found += [number for number in _holding(db, words, level) if number not in set(found)]
    return found[:most]


def _beginning_with(db: Database, words: list[str], level: int, most: int) -> list[int]:
    # Words are letters and digits only (domain.words.search_words), so the quotes can't be broken out of.
    match = " ".join(f'"{word}"*' for word in words)
    rows = db.execute(
        """SELECT a.number FROM asset_search s JOIN assets a ON a.number = s.rowid
           WHERE asset_search MATCH ? AND a.reach >= ? ORDER BY bm25(asset_search, 10, 1, 2, 2, 2), a.number LIMIT ?""",
        [f"{{{_COLUMNS[level]}}} : ({match})", level, most])
    return [row[0] for row in rows]


def _holding(db: Database, words: list[str], level: int) -> list[int]:
    """At most FEW assets whose title holds every word somewhere; the words are letters and digits, so no wildcards."""
    where = " AND ".join("s.title LIKE ?" for _ in words)
    rows = db.execute(
        f"""SELECT a.number FROM asset_search s JOIN assets a ON a.number = s.rowid
            WHERE {where} AND a.reach >= ? ORDER BY length(s.title), a.number LIMIT ?""",
        [*(f"%{word}%" for word in words), level, FEW])
    return [row[0] for row in rows]
