"""Small drawings on the pages: where an asset is, for whoever asks, and the picture beside a shared link."""

import gzip
from pathlib import Path

import pytest
from shapely.geometry import LineString, box

from assetmap.app import create_app
from assetmap.config import Settings
from assetmap.domain.audience import Audience
from assetmap.drawing.base_file import keep_base
from assetmap.drawing.street_data import Building, Street, StreetData
from assetmap.inventory import item
from assetmap.store import assets, neighbourhoods
from tests.neighbourhood import SLUG, Tuinwijk


@pytest.fixture
def drawn(tuinwijk: Tuinwijk) -> Tuinwijk:
    """Tuinwijk with some streets and houses."""
    streets = StreetData(
        box(4.35, 51.99, 4.37, 52.0),
        streets=tuple(Street(LineString([(4.35, y / 1000), (4.37, y / 1000)]), "street") for y in range(51991, 52000)),
        buildings=tuple(Building(box(x / 1e4, 51.9955, x / 1e4 + 0.0001, 51.9956)) for x in range(43520, 43680, 2)))
    keep_base(streets, base_of(tuinwijk))
    return tuinwijk


def base_of(tuinwijk: Tuinwijk) -> Path:
    return tuinwijk.instance / "neighbourhoods" / SLUG / "base"


def address(tuinwijk: Tuinwijk, key: str) -> str:
    return f"/{SLUG}/assets/{tuinwijk.numbers[key]}"


def drawing(client, tuinwijk: Tuinwijk, key: str, **how):
    return client.get(f"{address(tuinwijk, key)}/drawing.svg", **how)


def keys(tuinwijk: Tuinwijk, test) -> list[str]:
    """The assets of which the public sees a place for which `test` holds."""
    seen = {key: item(tuinwijk.db, Audience.PUBLIC, number) for key, number in tuinwijk.numbers.items()}
    return [key for key, one in seen.items() if one and one.shape is not None and test(one)]


def test_a_place_is_drawn_and_kept_by_the_browser_until_it_changes(drawn, client):
    key = keys(drawn, lambda one: not one.masked)[0]
    first = drawing(client, drawn, key)
    assert first.status_code == 200 and first.mimetype == "image/svg+xml" and b"kind" not in first.data[:200]
    again = drawing(client, drawn, key, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and not again.data
    packed = drawing(client, drawn, key, headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed.data) == first.data and "private" in packed.headers["Cache-Control"]


def test_a_masked_place_has_no_sign_in_its_drawing(drawn, client):
    for key in keys(drawn, lambda one: one.masked):
        answer = drawing(client, drawn, key)
        if answer.status_code == 200:
            assert "#1d1a24" not in answer.text.split('id="here"')[1]


def test_a_place_that_is_not_shared_has_no_drawing(drawn, client):
    public = set(keys(drawn, lambda one: True))
    hidden = [key for key in drawn.numbers if key not in public]
    assert hidden and all(drawing(client, drawn, key).status_code == 404 for key in hidden)


def test_who_may_see_more_gets_another_drawing_than_the_public(drawn, client, signed_in):
    key = next(key for key in drawn.numbers
               if (one := assets.read(drawn.db, drawn.numbers[key])) and one.shown and one.audience is Audience.TEAM)
    assert drawing(client, drawn, key).status_code == 404
    assert drawing(signed_in("Bas"), drawn, key).status_code == 200
    assert drawing(signed_in("Bas"), drawn, key, query_string={"audience": "public"}).status_code == 404


def test_the_page_shows_the_drawing_where_there_is_no_photo_and_streets_are_known(drawn, client):
    pages = {key: client.get(address(drawn, key)).text for key in keys(drawn, lambda one: not one.pictures)}
    assert any(f"{address(drawn, key)}/drawing.svg" in text for key, text in pages.items())


def test_without_streets_no_page_points_to_a_drawing(tuinwijk, client):
    for key in keys(tuinwijk, lambda one: True):
        assert "drawing.svg" not in client.get(address(tuinwijk, key)).text
        assert drawing(client, tuinwijk, key).status_code == 404


def shared(tuinwijk: Tuinwijk, where: str = "https://kaart.example.org"):
    app = create_app(Settings(instance=tuinwijk.instance, exports=tuinwijk.instance / "exports", address=where))
    return app.test_client()


def test_a_shared_link_shows_the_neighbourhood_by_its_address_in_the_world(drawn):
    page = shared(drawn).get(f"/{SLUG}/").text
    assert f'<meta property="og:image" content="https://kaart.example.org/{SLUG}/picture.png">' in page
    assert 'name="twitter:card" content="summary_large_image"' in page and "og:image:alt" in page


def test_without_an_address_or_a_public_neighbourhood_nothing_is_offered(drawn):
    assert "og:image" not in shared(drawn, "").get(f"/{SLUG}/").text
    drawn.db.execute("UPDATE neighbourhood SET public = 0")
    drawn.db.conn.commit()
    assert not neighbourhoods.read(drawn.db).public
    client = shared(drawn)
    assert "og:image" not in client.get(f"/{SLUG}/").text
    assert client.get(f"/{SLUG}/picture.png").status_code == 404


def test_the_picture_is_there_for_everyone(drawn):
    answer = shared(drawn).get(f"/{SLUG}/picture.png")
    assert answer.status_code == 200 and answer.mimetype == "image/png" and answer.data[:4] == b"\x89PNG"
    assert "public" in answer.headers["Cache-Control"] and (base_of(drawn) / "picture.png").is_file()
    answer.close()


def test_a_picture_that_cannot_be_drawn_is_a_page_that_is_not_there(drawn, monkeypatch):
    from assetmap.exports import sharing

    monkeypatch.setattr(sharing, "SECONDS", 0.001)
    assert shared(drawn).get(f"/{SLUG}/picture.png").status_code == 404
