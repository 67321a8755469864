"""Which heading of somebody else's table or file means which of our fields, in Dutch, English and German."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ..domain.words import folded
from ..i18n import LANGUAGES, words

_NAMES: dict[str, str] = {
    "id": "id, @id, uuid, _uuid, globalid, identifier, kenmerk, code, poi_id, fid, objectid, object_id, ogc_fid,"
          " gid, nr, no,"
          " nummer",
    "title": "title, titel, naam, name, name_nl, official_name, asset, asset_name, asset name, naam asset, kracht,"
             " plaatsnaam,"
             " onderwerp, bezeichnung, name_de, poi_name, point_of_interest_name, naam_locatie, naam locatie,"
             " place_name,"
             " organization, organisation, organisatie, park, label, kop, heading",
    "why": "why, waarom, reason, reden, warum, why it matters, waarom het telt, waarom is dit belangrijk,"
           " why_it_matters,"
           " waarom_het_telt, betekenis, belang, meaning, importance, bedeutung, grund",
    "description": "description, beschrijving, omschrijving, beschreibung, desc, details, toelichting, uitleg,"
                   " opmerking,"
                   " opmerkingen, notes, notities, comment, comments, remarks, info, informatie, tekst, text, popup,"
                   " content",
    "story": "story, verhaal, geschichte, stories, herinnering, quote, citaat, memory",
    "kind": "kind, soort, type, category, categorie, kategorie, art, rubriek, group, groep, assettype, asset_type,"
            " asset type,"
            " type_of_place, poi_type_desc, poi_type, type of place, thema, theme",
    "facet": "facet, subsoort, subtype, subcategory, subcategorie",
    "tags": "tags, tag, labels, trefwoorden, keywords, steekwoorden, schlagworter, schlagworte, etiketten",
    "state": "state, status, toestand, staat, zustand",
    "key_holder": "key_holder, who holds the key, sleutel, sleutelhouder, beheerder, wie heeft de sleutel, key holder",
    "audience": "audience, kring, zichtbaar voor, visibility, voor wie",
    "precision": "precision, nauwkeurigheid, genauigkeit",
    "language": "language, taal, sprache, lang",
    "street": "street, straat, strasse, straatnaam, street_name, addr:street, adres, address, adresse, anschrift,"
              " locatie_adres,"
              " location",
    "time": "time, time of day, opening_hours, openingstijden, openingsuren, tijd, tijden, wanneer, when, uhrzeit,"
            " offnungszeiten, hours,"
            " opening hours",
    "seasons": "seasons, season, seizoen, seizoenen, jahreszeit",
    "weekdays": "weekdays, weekday, weekdag, weekdagen, dag, dagen, day, days, wochentag",
    "source": "source, bron, quelle",
    "attribution": "attribution, bronvermelding, licence, license, licentie, credit",
    "invented": "invented, invented for the demo, verzonnen",
    "longitude": "longitude, lon, lng, long, lengtegraad, lengte, langengrad, x, x_coord, xcoord, coord_x, geo_lon,"
                 " geo_x, rd_x,"
                 " x_rd, rdx, easting, oost, point_x",
    "latitude": "latitude, lat, breedtegraad, breedte, breitengrad, y, y_coord, ycoord, coord_y, geo_lat, geo_y,"
                " rd_y, y_rd,"
                " rdy, northing, noord, point_y",
    "position": "geometry, geom, wkt, the_geom, shape, positie, position, coordinates, coordinaten, coordinaat,"
                " koordinaten,"
                " latlng, latlon, lat_lon, lat lon, lat lng, gps, geolocation, _geolocation, geolocatie,"
                " location_gps, geo,"
                " geo_point, geopoint, plek op de kaart, wkt_geom, geo_point_2d, lat,lon, lat/lon",
    "people": "people, mensen, persons, verteller, vertellers, speakers, wie",
}
"""Field -> the names it goes by, the surest first. A heading that fits two fields goes to the one that stands first."""

LEFT_OUT = frozenset("""
    fid objectid objectid_1 gid globalid shape_length shape_area shape__length shape__area shape_leng shape_le_1
    marker_color marker_size marker_symbol stroke stroke_width stroke_opacity fill fill_opacity fill_color styleurl
    stylehash stylemaphash _umap_options _storage_options tessellate extrude draworder altitudemode
    number masked pictures sounds connections photos round created updated confirmed revision translations
    position_is_approximate made_for_this_audience good_to_know_about_this_file
    editdate editor creator creationdate created_user created_date
    last_edited_user last_edited_date
    """.split())
"""What programs write for themselves: numbers, colours, times of saving. Told, but not kept."""

LEFT_OUT_OF_FORMS = frozenset("""
    start end today username deviceid subscriberid simserial phonenumber instanceid instancename uuid rootuuid
    _id _uuid _index _version _version_ __version__ _submission_time _validation_status _status _submitted_by _tags
    _notes _parent_index _parent_table_name _submission__id _submission__uuid _attachments _bamboo_dataset_id
    _xform_id_string
    """.split())
"""The same for forms filled in with KoboToolbox or ODK: among other things the telephone and who held it."""

CONTACT = re.compile(
    r"(?:^|[^a-z])(?:e_?mail|mail|phone|telefoon\w*|tel|telephone|telefon|mobile|mobiel|gsm|contact\w*|whatsapp|"
    r"interviewer\w*|respondent\w*|melder|inzender|ansprechpartner|iban|bsn|geboortedatum|birthdate|date_of_birth)(?:$|[^a-z])")
"""Headings, folded, under which stands how to reach somebody, or worse."""

TEXTS = ("title", "why", "description", "story")


class Column(NamedTuple):
    """What a heading means: a field, in which language ("" for the language of the row)."""

    field: str
    language: str = ""


def columns_of(headings: Iterable[str], chosen: dict[str, str] | None = None) -> dict[str, Column]:
    """For each heading that means something to us, what. A field is given once: to its surest name.

    `chosen` are decisions of a person: heading -> field, or "" for a heading to leave out.
    """
    headings, chosen = list(headings), chosen or {}
    found = {heading: Column(field) for heading, field in chosen.items() if field}
    taken = set(found.values())
    sure = sorted(
        ((rank, column, heading) for heading in headings if heading not in chosen
         for rank, column in _meanings(heading)), key=lambda each: each[0])
    for _, column, heading in sure:
        if column not in taken and heading not in found:
            found[heading] = column
            taken.add(column)
    # A form's question for a position has its parts in columns beside it: "Waar" and "_Waar_latitude".
    found |= {heading: Column("position") for heading in headings
              if heading not in found and heading not in chosen and f"_{heading}_latitude" in found}
    return found


def unread(headings: Iterable[str]) -> set[str]:
    """The headings over what only a program reads."""
    names = {heading: normal(heading) for heading in headings}
    form = any(name in ("_submission_time", "_uuid", "_index", "formhub/uuid",
                        "meta/instanceid") for name in names.values())
    found = {heading for heading, name in names.items() if name in _left_out()}
    if not form:
        return found
    for heading, name in names.items():
        # A question with several answers has a column of its own, and one for each answer: "Dieren", "Dieren/Kat".
        answer = any(heading[:match.start()] in names for match in re.finditer("/", heading))
        if answer or name.rpartition("/")[2] in LEFT_OUT_OF_FORMS or name.endswith(("_altitude", "_precision")):
            found.add(heading)
    return found


def is_contact(heading: str) -> bool:
    """Whether under this heading stands how to reach a person."""
    return bool(CONTACT.search(normal(heading)))


@cache
def normal(heading: str) -> str:
    """A heading so that spelling does not matter: folded, blanks and hyphens as underscores."""
    return re.sub(r"[\s_-]+", "_", folded(heading.strip().strip("\ufeff\"'“”:?*"))).strip("?:*.")


def _meanings(heading: str) -> list[tuple[tuple[int, int], Column]]:
    """What a heading may mean, each with how sure that is (smaller is surer)."""
    names, name = _names(), normal(heading)
    if name in names:
        rank, field = names[name]
        return [((0, rank), Column(field))]
    texts = _in_language(name)
    if texts:
        return [((0, 0), texts)]
    # Kobo and ODK put the group before the question: "plek/naam"; and name the parts of a position after it.
    last = name.rsplit("/", 1)[-1]
    for ending, field in (("_latitude", "latitude"), ("_longitude", "longitude")):
        if last.endswith(ending):
            return [((1, 0), Column(field))]
    if "/" in name and last in names:
        rank, field = names[last]
        return [((1, rank), Column(field))]
    return []


def _in_language(name: str) -> Column | None:
    """"title_en", "name:en", "titel (tr)": a text in a language of its own."""
    match = re.fullmatch(r"(.+?)(?:_?\(|[:_.])([a-z]{2,3})\)?", name)
    if match and match[1] in _names() and _names()[match[1]][1] in TEXTS and match[2] in _TONGUES:
        return Column(_names()[match[1]][1], match[2])
    return None


_TONGUES = frozenset(
    "nl en de fr es pt it pl ro bg cs hu el tr ar fa ku ckb uk ru so ti am ur hi zh ja ko vi fy he".split())


@cache
def _names() -> dict[str, tuple[int, str]]:
    """Normal name -> (rank, field); with the headings that we write ourselves in every language we have."""
    names: dict[str, tuple[int, str]] = {}
    for field, listed in _NAMES.items():
        every = [name.strip() for name in re.split(r",(?=\s)", listed)]
        translated = [words(language).gettext(name[:1].upper() + name[1:]) for language in LANGUAGES for name in every]
        for rank, name in enumerate(every + translated):
            names.setdefault(normal(name), (rank, field))
    return names


@cache
def _left_out() -> frozenset[str]:
    """LEFT_OUT with the headings that we write ourselves, in every language we have."""
    ours = [name.replace("_", " ").capitalize() for name in LEFT_OUT]
    return LEFT_OUT | {normal(words(language).gettext(name)) for language in LANGUAGES for name in ours}
