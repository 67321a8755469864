"""OpenStreetMap tags that are institutions: schools, houses of worship, practices, stages, open to the neighbourhood;
and clubs, which are networks."""

from ...domain.kind import Kind
from .kind import OsmKind


def _house(match: str, theme: str, surplus: str, title: tuple, *why: tuple, **more) -> OsmKind:
    return OsmKind(match, Kind.INSTITUTION, theme, tuple(surplus.split()), title, why, **more)


INSTITUTIONS: tuple[OsmKind, ...] = (
    _house(
        "amenity=school", "learn", "skills ties", ("School", "School"),
        ("Via de kinderen leren hele gezinnen elkaar kennen, en na vier uur is er vaak plek voor anderen.",
         "Through the children whole families get to know each other, and after four there is often room for others."),
        ("Op het schoolplein begint menige vriendschap in de buurt.",
         "Many a friendship in the neighbourhood begins in the schoolyard.")),
    _house(
        "amenity=kindergarten|childcare", "learn", "helpfulness ties", ("Kinderopvang", "Nursery"),
        ("Jonge gezinnen vinden hier niet alleen opvang maar ook elkaar.",
         "Young families find not only care here but also each other.")),
    _house(
        "amenity=college|university|training", "learn", "skills ideas", ("Opleiding", "College"),
        ("Studenten en docenten brengen kennis mee die ook de buurt kan gebruiken.",
         "Students and teachers bring knowledge that the neighbourhood can use too."), named=True),
    _house(
        "amenity=music_school|dancing_school|language_school|prep_school|cooking_school", "learn", "skills",
        ("Cursusplek", "Place to learn"),
        ("Wie hier iets leert, kan het daarna aan een buur leren.",
         "Whoever learns something here can teach it to a neighbour afterwards."), named=True),
    _house(
        "amenity=library", "read", "skills ideas", ("Bibliotheek", "Library"),
        ("Boeken, kranten, warmte en hulp: binnenlopen kan altijd en hoeft niets te kosten.",
         "Books, papers, warmth and help: you can always walk in, and it need not cost a thing.")),
    _house(
        "amenity=place_of_worship", "faith", "community-spirit helpfulness", ("Gebedshuis", "Place of worship"),
        ("Mensen vieren, rouwen en eten hier samen, en kijken naar elkaar om.",
         "People celebrate, mourn and eat together here, and look out for each other."),
        ("Achter deze deur vind je mensen die graag helpen, en vaak ook een grote keuken.",
         "Behind this door are people who like to help, and often a big kitchen too.")),
    _house(
        "amenity=monastery", "faith", "community-spirit", ("Klooster", "Monastery"),
        ("Een plek van stilte waar bezoek welkom is.", "A place of silence where visitors are welcome."), named=True),
    _house(
        "amenity=theatre|cinema|concert_hall", "art", "inventiveness ideas", ("Podium", "Stage"),
        ("Samen iets zien geeft samen iets om over te praten.",
         "Seeing something together is something to talk about.")),
    _house(
        "amenity=arts_centre|studio|exhibition_centre", "art", "inventiveness skills", ("Kunsthuis", "Arts centre"),
        ("Makers werken hier onder één dak, met gereedschap en ideeën die verder reiken dan hun eigen deur.",
         "Makers work under one roof here, with tools and ideas that reach beyond their own door."), named=True),
    _house(
        "tourism=museum|gallery|zoo|aquarium", "art", "ideas loyalty", ("Museum", "Museum"),
        ("Hier wordt bewaard en uitgelegd wat anders vergeten raakt.",
         "What would be forgotten is kept and explained here."), named=True),
    _house(
        "amenity=doctors|clinic|health_centre", "health", "helpfulness", ("Huisartsenpraktijk", "Doctors' practice"),
        ("Hier kennen ze de families van de buurt, vaak al jaren.",
         "They know the families of the neighbourhood here, often for years.")),
    _house(
        "healthcare=doctor|centre|clinic|nurse", "health", "helpfulness", ("Gezondheidscentrum", "Health centre"),
        ("Hulp dicht bij huis, van mensen die de buurt kennen.",
         "Help close to home, from people who know the neighbourhood.")),
    _house(
        "amenity=dentist", "health", "helpfulness", ("Tandarts", "Dentist"),
        ("Een tandarts om de hoek: je komt er lopend, ook met drie kinderen.",
         "A dentist around the corner: you get there on foot, even with three children.")),
    _house(
        "healthcare=physiotherapist|midwife|podiatrist|optometrist|audiologist", "health", "helpfulness",
        ("Zorgpraktijk", "Health practice"),
        ("Wie weer op gang komt of een kind verwacht, vindt hier iemand met verstand van zaken.",
         "Whoever is getting back on their feet or expecting a child finds somebody who knows here."), named=True),
    _house(
        "amenity=pharmacy", "health", "helpfulness", ("Apotheek", "Pharmacy"),
        ("Achter deze balie denkt iemand met je mee.", "Behind this counter somebody thinks along with you.")),
    _house(
        "amenity=veterinary", "health", "helpfulness", ("Dierenarts", "Vet"),
        ("Wie een dier heeft, vindt hier hulp en in de wachtkamer gezelschap.",
         "Whoever has an animal finds help here, and company in the waiting room."), named=True),
    # A home for older neighbours is often the one with the big room and the piano. Every other social facility is
    # left out: its mere presence on a map would say something about the people who come there.
    _house(
        "social_facility=assisted_living|nursing_home|group_home, social_facility:for=senior", "meet", "skills loyalty",
        ("Woonzorghuis", "Home for older neighbours"),
        ("Hier wonen buren met de langste herinnering aan deze buurt, en meestal is er een zaal.",
         "The neighbours with the longest memory of this neighbourhood live here, and mostly there is a hall."),
        named=True),
    _house(
        "amenity=fire_station", "health", "helpfulness skills", ("Brandweerkazerne", "Fire station"),
        ("Hier staan mensen klaar die weten wat te doen als het misgaat.",
         "Here are people who stand ready and know what to do when things go wrong.")),
    _house(
        "amenity=townhall", "meet", "helpfulness", ("Gemeentehuis", "Town hall"),
        ("Hier kun je binnenlopen met een vraag of een plan.", "Walk in here with a question or a plan.")),
    _house(
        "amenity=post_office", "meet", "helpfulness", ("Postkantoor", "Post office"),
        ("Pakketjes brengen en halen, en onderweg een buur tegenkomen.",
         "Drop off a parcel, pick one up, and meet a neighbour on the way.")),
    _house(
        "amenity=animal_shelter|animal_boarding", "green", "helpfulness", ("Dierenopvang", "Animal shelter"),
        ("Wie van dieren houdt, kan hier helpen.", "Whoever loves animals can help here."), named=True),
    _house(
        "tourism=zoo, zoo=petting_zoo", "green", "favourite-places", ("Kinderboerderij", "Children's farm"),
        ("Geiten aaien kost niets en werkt voor alle leeftijden.",
         "Petting goats costs nothing and works at any age.")),
)

CLUBS: tuple[OsmKind, ...] = (
    OsmKind(
        "club=scout|youth|music|sport|culture|computer|nature|board_games|chess|cinema|dance|photography|theatre",
        Kind.NETWORK, "meet", ("ties", "skills"), ("Club", "Club"),
        (("Een club is een vaste avond met bekenden, en er kan altijd iemand bij.",
          "A club is a regular evening among familiar faces, and there is always room for one more."),),
        facet="club", named=True),
    OsmKind(
        "club=elderly|fishing|allotment|automobile|cycling|history|game|social|*", Kind.NETWORK, "meet",
        ("ties", "loyalty"), ("Vereniging", "Association"),
        (("Wie hier lid is, kent mensen die hetzelfde mooi vinden.",
          "Members here know people who love the same things."),), facet="club", named=True),
    OsmKind(
        "office=association|cooperative|foundation", Kind.NETWORK, "meet", ("ties", "ideas"), ("Vereniging",
                                                                                               "Association"),
        (("Hier zetten mensen zich samen in voor iets waar ze in geloven.",
          "People work together here for something they believe in."),), facet="club", named=True),
    OsmKind(
        "leisure=sports_club|scout", Kind.NETWORK, "sport", ("ties", "skills"), ("Sportclub", "Sports club"),
        (("Bij een club hoor je, ook als je een keer verliest.", "In a club you belong, even when you lose."),),
        facet="club", named=True),
)
