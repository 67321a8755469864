"""A small believable neighbourhood as an Inventory, with pictures that were painted for it."""

from pathlib import Path

from shapely.geometry import LineString, Point, Polygon

from assetmap.domain.asset import Translation
from assetmap.domain.audience import Audience
from assetmap.domain.connection import Verb
from assetmap.domain.kind import Kind
from assetmap.domain.precision import Precision
from assetmap.domain.rhythm import Rhythm
from assetmap.domain.round import Round
from assetmap.domain.state import KeyHolder, State
from assetmap.inventory import Inventory, Item, Tie

from .paintings import keep_painting

LON, LAT = 4.3607, 52.0011
MADE = "2026-11-21T20:15:00Z"


def at(east: float, north: float) -> tuple[float, float]:
    """(longitude, latitude) so many metres from the middle."""
    return LON + east / 68_500, LAT + north / 111_250


def item(number: int, kind: Kind, title: str, why: str, place: tuple[float, float] | None = None, **facts) -> Item:
    """An item with the fields that a test does not care about filled in."""
    point = at(*place) if place else None
    facts.setdefault("shape", Point(point) if point else None)
    facts.setdefault("created", "2026-09-20T10:00:00Z")
    facts.setdefault("updated", "2026-09-20T10:00:00Z")
    return Item(number, f"00000000-0000-4000-8000-{number:012d}", kind, title, why, point=point, **facts)


def neighbourhood(folder: Path, part: float = 1.0) -> Inventory:
    """Nineteen assets of every kind but one, in four languages, with eleven pictures under `folder`/media.

    `part` makes the pictures smaller, where a test does not look at them.
    """
    media = folder / "media"
    pictures = iter(
        keep_painting(media, round(width * part), round(height * part), seed, alt, credit)
        for seed, (width, height, alt, credit) in enumerate(
            (
                (1600, 1100, "Een lange tafel op straat met buren die soep eten", "Noor"),
                (1000, 1400, "Een oude walnotenboom naast een bank", ""),
                (1600, 1200, "Gereedschap aan een muur, elk met een naam", "Joost"),
                (2000, 760, "De Schie bij avond, van brug tot brug", "Fatma"),
                (1400, 1000, "Kinderen op een trapveld", ""),
                (1200, 1500, "Een vrouw achter een naaimachine", "Aylin"),
                (1500, 1000, "De boekenkast bij het schoolplein", ""),
                (1500, 1100, "Zwemmers op de kade in november", "Henk"),
                (1300, 1000, "Dampende pannen in een keuken", ""),
                (1500, 1000, "De brug in aanbouw, met toeschouwers", "Familie de Wit"),
                (1400, 1050, "Een bakfiets met kinderen en een hond", ""),
            )
        )
    )
    table, tree, tools, quay, pitch, sewing, books, swimmers, pans, bridge, cargo = pictures
    items = (
        item(
            1,
            Kind.SKILL,
            "Fatma kookt voor dertig",
            "Wie bij haar aan tafel zat, groet elkaar daarna op straat.",
            (120, 240),
            facet="hands",
            language="nl",
            street="Hooikade",
            people=(("Fatma", "holds"),),
            pictures=(pans,),
            description=(
                "Ze leerde het van haar schoonmoeder en rekent in handen en snufjes. Wie mee wil snijden komt om vier "
                "uur; er is altijd een schort over."
            ),
            rhythm=Rhythm((), ("fri",), "vanaf vier uur"),
            tags=("skills", "helpfulness", "soep"),
            confirmed="2026-10-30T09:00:00Z",
            masked=True,
            precision=Precision.STREET,
            invented=True,
        ),
        item(
            2,
            Kind.SKILL,
            "Meneer Tran kent elke vis",
            "Kinderen leren van hem hoe je stil zit.",
            (-260, 110),
            facet="head",
            people=(("Tran", "holds"),),
            street="Delftweg",
            invented=True,
            rhythm=Rhythm(("spring", "summer"), (), "bij zonsopkomst"),
        ),
        item(
            3,
            Kind.SKILL,
            "Dikiş dikmeyi öğretirim",
            "Bir düğme dikmek, bir komşu kazanmaktır.",
            (60, -180),
            language="tr",
            facet="hands",
            translations=(
                Translation(
                    "nl",
                    "Ik leer je naaien",
                    "Een knoop aanzetten is een buur erbij krijgen.",
                    "",
                    "Mijn machine kwam mee uit Izmir, in het vliegtuig, op schoot. Nu staat hij bij het raam en wie "
                    "langsloopt zwaait.",
                ),
            ),
            story=(
                "Makinem İzmir’den benimle geldi, uçakta kucağımdaydı. Şimdi pencerenin önünde duruyor, geçen herkes "
                "el sallıyor."
            ),
            people=(("Aylin", "tells"),),
            pictures=(sewing,),
            street="Simonsstraat",
            invented=True,
            rhythm=Rhythm((), ("wed",), "na het eten"),
        ),
        item(
            4,
            Kind.SKILL,
            "Ruben, zeventien, maakt telefoons",
            "Hij laat zien dat je iets heel kunt maken in plaats van weggooien.",
            (310, -60),
            facet="hands",
            street="Rotterdamseweg",
            invented=True,
        ),
        item(
            5,
            Kind.PLACE,
            "De bank onder de walnoot",
            "Hier zit altijd iemand die tijd heeft.",
            (-30, 60),
            pictures=(tree,),
            street="Crommelinlaan",
            description=(
                "Uit 1931, zegt Wim, en hij kan het weten. In oktober raapt iedereen noten en niemand klaagt over de "
                "blaadjes."
            ),
            tags=("favourite-places",),
            people=(("Wim", "tells"),),
            confirmed="2026-11-02T09:00:00Z",
            rhythm=Rhythm(("autumn",), (), "om tien uur"),
            invented=True,
        ),
        item(
            6,
            Kind.PLACE,
            "Trapveld aan de Minervaweg",
            "Samir traint er twintig kinderen en niemand vroeg het hem.",
            (-180, -260),
            pictures=(pitch, cargo),
            street="Minervaweg",
            shape=Polygon([at(-200, -280), at(-150, -285), at(-145, -240), at(-198, -238)]),
            state=State.IN_USE,
            key_holder=KeyHolder.OUTSIDE,
            description="Het hek is om negen uur dicht, maar de jongens weten wie de sleutel heeft.",
            invented=True,
        ),
        item(
            7,
            Kind.PLACE,
            "Kade om te zwemmen",
            "Acht uur op zondag, ook in november: wie meedoet hoort erbij.",
            (20, 330),
            pictures=(quay, swimmers),
            street="Hooikade",
            shape=LineString([at(20, 330), at(60, 260), at(110, 180)]),
            rhythm=Rhythm(("summer", "autumn", "winter"), ("sun",), "acht uur"),
            story=(
                "De eerste keer dacht ik: dit overleef ik niet. De tweede keer stond er iemand met thee. De derde "
                "keer stond ik daar zelf met thee, en nu hang ik elke zondag twee handdoeken extra over het hek."
            ),
            people=(("Henk", "tells"),),
            invented=True,
        ),
        item(
            8,
            Kind.PLACE,
            "Minibieb Delftzicht",
            "Geef een boek, neem een boek.",
            (150, -20),
            pictures=(books,),
            street="Van Leeuwenhoeksingel",
            source="osm:node/1",
            attribution="© OpenStreetMap contributors",
        ),
        item(
            9,
            Kind.PLACE,
            "Speeltuin Deltaweg",
            "Hier leren ouders elkaar kennen.",
            (240, -300),
            street="Deltaweg",
            source="osm:node/2",
            attribution="© OpenStreetMap contributors",
        ),
        item(
            10,
            Kind.PLACE,
            "De lege winkel op de hoek",
            "Negentig vierkante meter wachten op een idee.",
            (-60, 190),
            state=State.UNDER_USED,
            street="Simonsstraat",
            key_holder=KeyHolder.OUTSIDE,
            invented=True,
        ),
        item(
            11,
            Kind.NETWORK,
            "Soep op vrijdag",
            "Niemand eet op vrijdag alleen, tenzij hij dat wil.",
            (100, 215),
            facet="informal",
            pictures=(table,),
            street="Hooikade",
            description=(
                "Begonnen met één pan en drie kommen. Nu schuiven er elke week twintig tot veertig mensen aan: wie "
                "kan neemt iets mee, wie niet kan neemt iemand mee."
            ),
            story=(
                "Toen mijn man overleed hing er een tas aan de deur. Soep, nog warm. Geen kaartje. Ik heb nooit "
                "geweten van wie. Maar de vrijdag erna ben ik zelf gaan koken, voor het geval iemand anders zo’n tas "
                "nodig had.\n\nNu zijn we met zijn dertigen. De tassen hangen er nog steeds."
            ),
            people=(("Fatma", "tells"), ("Joost", "helps"), ("Noor", "helps")),
            tags=("community-spirit", "helpfulness", "ties"),
            rhythm=Rhythm((), ("fri",), "zes uur"),
            key_holder=KeyHolder.RESIDENTS,
            confirmed="2026-11-13T09:00:00Z",
            invented=True,
        ),
        item(
            12,
            Kind.NETWORK,
            "De appgroep van de Crommelinlaan",
            "Binnen tien minuten staat er iemand met een ladder.",
            (-110, 20),
            facet="informal",
            street="Crommelinlaan",
            invented=True,
            description="Drieënzestig huizen, vier talen, één regel: geen klachten na tien uur.",
        ),
        item(
            13,
            Kind.NETWORK,
            "Українська кухня по суботах",
            "Разом готуємо, разом сумуємо, разом сміємося.",
            (190, 120),
            language="uk",
            facet="informal",
            story=(
                "Коли ми приїхали, я знала лише одне слово: «дякую». Сусідка показала мені, де купити буряк. Тепер "
                "борщ варимо разом, і вона вже вміє краще за мене."
            ),
            translations=(
                Translation(
                    "nl",
                    "Oekraïense keuken op zaterdag",
                    "Samen koken, samen missen, samen lachen.",
                    "",
                    "Toen we kwamen kende ik één woord: dank je. De buurvrouw liet me zien waar je bieten koopt. Nu "
                    "koken we samen borsjtsj, en zij kan het beter dan ik.",
                ),
            ),
            people=(("Olena", "tells"),),
            invented=True,
            rhythm=Rhythm((), ("sat",), ""),
        ),
        item(
            14,
            Kind.EXCHANGE,
            "De gereedschapsmuur",
            "Niemand hoeft een boor te kopen voor één gat.",
            (-90, -90),
            facet="lend",
            pictures=(tools,),
            street="Abtswoudseweg",
            description="Tachtig stuks. Naam op het lijstje, klaar. Wat stuk terugkomt, komt eerst bij Joost.",
            people=(("Joost", "holds"),),
            invented=True,
            key_holder=KeyHolder.LOCAL_ORGANISATION,
        ),
        item(
            15,
            Kind.EXCHANGE,
            "Brood van gisteren",
            "Aan de deur, voor wie het kan gebruiken.",
            (270, 60),
            facet="swap",
            street="Rotterdamseweg",
            invented=True,
            rhythm=Rhythm((), ("mon", "tue", "wed", "thu", "fri", "sat"), "na zessen"),
        ),
        item(
            16,
            Kind.STORY,
            "شجرة الجيران",
            "لأن الظل يكفي الجميع.",
            (-220, -150),
            language="ar",
            story=(
                "زرعنا الشجرة يوم وصلنا، أنا وأولادي الثلاثة. قال الجار: هذه لن تعيش هنا، الريح قوية. كل مساء كان "
                "يأتي ليسقيها سراً. الآن نجلس تحتها معاً ونشرب الشاي، ولا أحد يعرف لمن هي."
            ),
            translations=(
                Translation(
                    "nl",
                    "De boom van de buren",
                    "Omdat er schaduw genoeg is voor iedereen.",
                    "",
                    "We plantten de boom op de dag dat we aankwamen, ik en mijn drie kinderen. De buurman zei: die "
                    "haalt het niet, te veel wind. Elke avond kwam hij hem stiekem water geven. Nu zitten we er samen "
                    "onder met thee, en niemand weet meer van wie hij is.",
                ),
            ),
            people=(("Yusuf", "tells"),),
            street="Minervaweg",
            invented=True,
        ),
        item(
            17,
            Kind.STORY,
            "Toen de brug er nog niet was",
            "Zo weten we weer waarom we elkaar vanaf de overkant groeten.",
            (40, 400),
            pictures=(bridge,),
            street="Hooikade",
            story=(
                "Je had een pontje, en het pontje had Gerrit. Wie geen dubbeltje had, mocht roeien. Mijn zus heeft zo "
                "haar man leren kennen: hij had nooit een dubbeltje.\n\nToen de brug kwam, stond Gerrit er de eerste "
                "dag op te kijken. Hij zei: nou kan iedereen naar de overkant, maar niemand hoeft meer te wachten. En "
                "wachten, dat was nou juist het gezellige."
            ),
            people=(("mevrouw De Wit", "tells"),),
            invented=True,
            tags=("ties", "loyalty"),
        ),
        item(
            18,
            Kind.PHOTO,
            "Avond aan de Schie",
            "Dit zien we allemaal als we naar huis fietsen.",
            (5, 150),
            pictures=(quay,),
            invented=True,
        ),
        item(
            19,
            Kind.NETWORK,
            "Wandelclub Noord",
            "Rondje vijver, twee kilometer, twee uur. Praten is het doel.",
            None,
            facet="club",
            state=State.DREAMT_OF,
            invented=True,
        ),
    )
    return Inventory(
        slug="aan-de-schie",
        name="Aan de Schie",
        language="nl",
        audience=Audience.PUBLIC,
        purpose="Laten zien wat hier al is, zodat buren elkaar weten te vinden.",
        mandate=(
            "Zes bewoners beslissen samen wat op deze kaart staat. Ze komen elke eerste dinsdag bij elkaar in De "
            "Lichtzaal, en iedereen mag aanschuiven."
        ),
        notice="Voorbeeld: de straten en plekken zijn echt, de mensen, verbanden en verhalen zijn verzonnen.",
        attribution="© OpenStreetMap contributors; buurtgrens: CBS / Kadaster, 2015",
        boundary=Polygon(
            [at(-320, -360), at(330, -370), at(360, 40), at(180, 420), at(10, 470), at(-60, 300), at(-350, 160)]
        ),
        items=items,
        ties=(
            Tie("t1", 1, Verb.HELPS, 11, "2019", "snijdt de uien"),
            Tie("t2", 11, Verb.MEETS_AT, 10),
            Tie("t3", 11, Verb.KNOWS, 12),
            Tie("t4", 14, Verb.HELPS, 11, "2023-05"),
            Tie("t5", 13, Verb.COULD_HELP, 11),
            Tie("t6", 19, Verb.MEETS_AT, 5),
            Tie("t7", 3, Verb.KNOWS, 13),
            Tie("t8", 12, Verb.MADE, 8, "2021"),
        ),
        rounds=(
            Round(
                1,
                "Herfstronde",
                "Vragen wat mensen graag doen, en voor wie ze dat zouden willen doen.",
                "2026-09-12",
                "2026-11-15",
            ),
        ),
        media_folder=media,
        base_folder=folder / "base",
        sequence=412,
        made=MADE,
        edition=3,
        total=19,
    )
