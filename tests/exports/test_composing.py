"""Pages that are full without being crammed, on which every asset stands once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assetmap.exports.book.composing import columns_worth_measuring, composed, keys_in_order, photos_on
from assetmap.exports.book.paper import COLUMNS, PAPERS
from assetmap.exports.book.photos import Photo

ASSET = some.fixed_dictionaries(
    {
        "length": some.integers(5, 42_000),
        "story": some.sampled_from([None, {"p": [["…"]]}]),
        "kind": some.sampled_from(["place", "photo"]),
        "tall": some.floats(12, 3_000),
        "ratios": some.lists(some.floats(0.2, 8.0), max_size=5),
        "small": some.booleans(),
    }
)


def laid_out(assets: list[dict], paper: str) -> tuple[list[str], list[dict], dict]:
    keys = [str(i) for i in range(len(assets))]
    told = dict(zip(keys, assets, strict=True))
    photos = {
        key: [Photo(f"{key}-{i}", "h", Path("x"), ratio, "", None) for i, ratio in enumerate(one["ratios"])]
        for key, one in told.items()
    }
    heights = {}
    for key, one in told.items():
        small = one.get("small", False) and not one["story"] and not one["ratios"] and one["tall"] < 60
        columns = columns_worth_measuring(one["length"], bool(one["story"]), one["ratios"], paper, small)
        heights[key] = {
            "full": one["tall"],
            **{name: one["tall"] * PAPERS[paper]["width"] / COLUMNS[paper][name] for name in columns},
        }
    return keys, composed(keys, told, photos, heights, paper), heights


@settings(max_examples=60, deadline=None)
@given(some.lists(ASSET, max_size=25), some.sampled_from(["a4", "a5"]))
def test_every_asset_and_every_photo_stands_on_exactly_one_page(assets, paper):
    keys, pages, _ = laid_out(assets, paper)
    assert sorted(keys_in_order(pages)) == sorted(keys)
    shots = [shot["key"] for shot in photos_on(pages)]
    assert sorted(shots) == sorted(
        f"{key}-{i}" for key, one in zip(keys, assets, strict=True) for i in range(len(one["ratios"]))
    )


@settings(max_examples=60, deadline=None)
@given(some.lists(ASSET, max_size=25), some.sampled_from(["a4", "a5"]))
def test_no_photo_is_cut_squeezed_or_wider_than_the_page(assets, paper):
    keys, pages, _ = laid_out(assets, paper)
    ratios = {
        f"{key}-{i}": ratio for key, one in zip(keys, assets, strict=True) for i, ratio in enumerate(one["ratios"])
    }
    rim = 2 * PAPERS[paper]["rim"]
    for shot in photos_on(pages):
        assert 0 < shot["width"] <= PAPERS[paper]["width"] + 0.01 and 0 < shot["height"] <= PAPERS[paper]["height"]
        assert (shot["width"] - rim) / (shot["height"] - rim) == pytest.approx(ratios[shot["key"]], rel=0.02)


@settings(max_examples=60, deadline=None)
@given(some.lists(some.floats(12, 240), min_size=1, max_size=40))
def test_what_fits_a_page_never_runs_over_it(heights):
    assets = [{"length": 500, "story": {"p": [["…"]]}, "kind": "place", "tall": tall, "ratios": []} for tall in heights]
    _, pages, tall = laid_out(assets, "a4")
    lengths = PAPERS["a4"]
    for page in pages:
        used = (
            page["lead"] + sum(tall[row["id"]]["full"] for row in page["rows"]) + page["gap"] * (len(page["rows"]) - 1)
        )
        assert used <= lengths["height"]


def test_short_ones_share_a_row_on_a4_and_stand_alone_on_a5():
    assets = [{"length": 80, "story": None, "kind": "place", "tall": 18.0, "ratios": []} for _ in range(4)]
    assert [len(row["cells"]) for page in laid_out(assets, "a4")[1] for row in page["rows"]] == [2, 2]
    assert [len(row["cells"]) for page in laid_out(assets, "a5")[1] for row in page["rows"]] == [1, 1, 1, 1]


def records(count: int, **facts: object) -> list[dict]:
    return [{"length": 80, "story": None, "kind": "place", "tall": 8.0 + n % 3, "ratios": [], "small": True} | facts
            for n in range(count)]


@pytest.mark.parametrize(("paper", "across"), [("a4", 2), ("a5", 1)])
def test_small_records_stand_close_together_on_sheets(paper, across):
    big = {"length": 500, "story": {"p": [["…"]]}, "kind": "place", "tall": 90.0, "ratios": []}
    rows = [row for page in laid_out([*records(23), big], paper)[1] for row in page["rows"] if row["type"] != "full"]
    assert {row["type"] for row in rows} == {"sheet"}
    widths = [len(line["ids"]) for row in rows for line in row["lines"]]
    assert sum(widths) == 23 and max(widths) == across and widths.count(1) <= (1 if across == 2 else 23)
    assert all(row["height"] <= PAPERS[paper]["height"] * 0.6 for row in rows)


def test_a_chapter_of_small_records_is_one_sheet_below_its_title_where_that_fits():
    page, = laid_out(records(10, tall=13.0), "a4")[1]
    assert [row["type"] for row in page["rows"]] == ["sheet"]


def test_twenty_small_records_take_no_more_than_two_pages():
    assert len(laid_out(records(20, tall=12.0), "a4")[1]) <= 2


def test_two_small_records_are_slips_like_the_others():
    assert [row["type"] for page in laid_out(records(2), "a4")[1] for row in page["rows"]] == ["slips"]


def test_an_upright_photo_stands_beside_the_words_and_a_wide_one_above():
    assets = [{"length": 300, "story": None, "kind": "place", "tall": 40.0, "ratios": [ratio]} for ratio in (0.7, 2.6)]
    types = {row["id"]: row["type"] for page in laid_out(assets, "a4")[1] for row in page["rows"]}
    assert types == {"0": "beside", "1": "full"}


def test_a_chapter_of_nothing_has_no_pages():
    assert composed([], {}, {}, {}, "a4") == []


def test_the_same_assets_make_the_same_pages():
    assets = [
        {"length": 100 + 90 * i, "story": None, "kind": "place", "tall": 20.0 + 7 * i, "ratios": [1.4] if i % 3 else []}
        for i in range(14)
    ]
    assert laid_out(assets, "a4")[1] == laid_out(assets, "a4")[1]
