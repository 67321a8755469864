"""OpenStreetMap tags that are the neighbourhood's economy: shops, makers, tables to eat at, things that go round."""

from ...domain.kind import Kind
from .kind import OsmKind


def _trade(match: str, theme: str, title: tuple, *why: tuple, facet: str = "shop", **more) -> OsmKind:
    surplus = ("helpfulness", "community-spirit") if facet != "shop" else ("local-economy",)
    return OsmKind(match, Kind.EXCHANGE, theme, more.pop("surplus", surplus), title, why, facet=facet, **more)


EXCHANGES: tuple[OsmKind, ...] = (
    _trade(
        "amenity=public_bookcase", "read", ("Boekenkastje", "Public bookcase"),
        ("Een boek dat uit is, begint hier aan een tweede leven bij een buur.",
         "A book you have finished begins a second life with a neighbour here."),
        ("Neem er een mee, zet er een terug: zo leest de buurt elkaars boeken.",
         "Take one, leave one: the neighbourhood reads each other's books."),
        ("Iemand zorgt voor dit kastje, en iedereen die erlangs loopt heeft er iets aan.",
         "Somebody looks after this little case, and everyone who passes enjoys it."), facet="swap"),
    _trade(
        "amenity=give_box|food_sharing|freeshop|food_sharing_point", "share", ("Weggeefkast", "Give-away cupboard"),
        ("Wat de een over heeft, komt hier bij een ander terecht.",
         "What one has to spare finds its way to another here."), facet="swap"),
    _trade(
        "amenity=toy_library|tool_library", "share", ("Uitleen", "Lending library"),
        ("Lenen in plaats van kopen scheelt geld en levert bekenden op.",
         "Borrowing instead of buying saves money and makes acquaintances."), facet="lend"),
    _trade(
        "amenity=bicycle_repair_station", "repair", ("Fietsreparatiepaal", "Bicycle repair stand"),
        ("Pomp en sleutels voor iedereen met een lekke band of een losse ketting.",
         "A pump and spanners for everyone with a flat tyre or a loose chain."), facet="lend"),
    _trade(
        "amenity=repair_cafe|workshop", "repair", ("Repaircafé", "Repair café"),
        ("Wat stuk is gaat hier niet weg maar naar iemand die het kan maken.",
         "What is broken is not thrown away here but goes to somebody who can mend it."), facet="swap"),
    _trade(
        "shop=charity|second_hand|books, second_hand=only|yes", "share", ("Kringloopwinkel", "Second-hand shop"),
        ("Spullen met een verleden, voor een prijs die iedereen kan betalen.",
         "Things with a past, at a price everyone can pay.")),
    _trade(
        "shop=charity|second_hand", "share", ("Kringloopwinkel", "Second-hand shop"),
        ("Spullen met een verleden, voor een prijs die iedereen kan betalen.",
         "Things with a past, at a price everyone can pay.")),
    _trade(
        "amenity=cafe", "eat", ("Café", "Café"),
        ("Hier ken je na drie keer de naam van wie de koffie brengt.",
         "Come three times and you know the name of whoever brings the coffee."), named=True),
    _trade(
        "amenity=pub|bar|biergarten", "eat", ("Kroeg", "Pub"),
        ("Aan de bar komt elk nieuws van de buurt een keer langs.",
         "Every bit of the neighbourhood's news passes the bar at some point."), named=True),
    _trade(
        "amenity=restaurant|food_court", "eat", ("Restaurant", "Restaurant"),
        ("Een tafel voor verjaardagen, afspraakjes en avonden zonder afwas.",
         "A table for birthdays, dates and evenings without washing-up."),
        ("Wie hier kookt, deelt smaken van dichtbij of van ver met de buurt.",
         "Whoever cooks here shares tastes from near or far with the neighbourhood."), named=True),
    _trade(
        "amenity=fast_food|ice_cream", "eat", ("Eethuisje", "Snack bar"),
        ("Terwijl het eten klaargemaakt wordt, is er tijd voor een praatje.",
         "While the food is being made there is time for a chat."),
        ("Op een avond zonder kookplannen vind je hier de halve straat.",
         "On an evening without plans to cook you find half the street here."), named=True),
    _trade(
        "shop=bakery|pastry|confectionery|chocolate", "eat", ("Bakker", "Baker"),
        ("De geur van vers brood trekt de buurt 's ochtends naar buiten.",
         "The smell of fresh bread draws the neighbourhood out of doors in the morning."), named=True),
    _trade(
        "shop=supermarket|convenience|grocery|greengrocer|butcher|seafood|cheese|deli|dairy|farm|health_food|spices|tea|coffee"
        ""
        "|beverages|food|frozen_food|nuts", "eat", ("Buurtwinkel", "Food shop"),
        ("Tussen de schappen kom je vanzelf je buren tegen.", "Between the shelves you run into your neighbours."),
        ("Boodschappen om de hoek: je komt terug met brood en met nieuws.",
         "Groceries around the corner: you come home with bread and with news."), named=True),
    _trade(
        "shop=mall|department_store|general|kiosk|variety_store|newsagent|stationery|gift|florist|garden_centre|toys|books"
        ""
        "|pet|market|party", "shop", ("Winkel", "Shop"),
        ("Een winkel met een gezicht achter de toonbank kent zijn klanten.",
         "A shop with a face behind the counter knows its customers."),
        ("Wie hier koopt, houdt de straat levend.", "Whoever buys here keeps the street alive."), named=True),
    _trade(
        "landuse=retail", "shop", ("Winkelcentrum", "Shopping centre"),
        ("Hier komt de hele buurt langs: een goede plek om elkaar te vinden.",
         "The whole neighbourhood passes through here: a good place to find each other."), named=True),
    _trade(
        "shop=hairdresser|beauty|massage|cosmetics|perfumery", "shop", ("Kapper of salon", "Hairdresser or salon"),
        ("In de stoel van de kapper hoor en vertel je meer dan je van plan was.",
         "In the hairdresser's chair you hear and tell more than you meant to."),
        ("Even in goede handen, en daarna met opgeheven hoofd de straat op.",
         "In good hands for a while, and then out into the street with your head held high."), named=True),
    _trade(
        "shop=bicycle", "repair", ("Fietsenmaker", "Bicycle shop"),
        ("Dankzij vaardige handen rijdt de halve buurt weer verder.",
         "Thanks to skilled hands half the neighbourhood is on its way again."), named=True),
    _trade(
        "shop=tailor|sewing|fabric|shoe_repair|repair|locksmith|watches|electronics_repair|dry_cleaning|laundry|copyshop"
        ""
        "|photo|photo_studio|frame|musical_instrument|art|craft|pottery|hardware|doityourself|paint|car_repair"
        "|motorcycle_repair|computer|mobile_phone", "repair", ("Maker of hersteller", "Maker or mender"),
        ("Hier zit vakmanschap dat je zo binnen kunt lopen.", "There is craft here that you can simply walk in on."),
        named=True),
    _trade(
        "shop=optician|hearing_aids|medical_supply|chemist|herbalist", "health", ("Speciaalzaak", "Specialist shop"),
        ("Goede raad van iemand die de tijd neemt, vlak bij huis.",
         "Good advice from somebody who takes the time, close to home."), named=True),
    _trade(
        "craft=*", "repair", ("Werkplaats", "Workshop"),
        ("Een vak dat hier met de hand gedaan wordt, kun je hier misschien ook leren.",
         "A craft done by hand here is perhaps one you can learn here."), named=True),
    _trade(
        "leisure=fitness_centre|dance|yoga|bowling_alley|escape_game|trampoline_park|sauna", "sport",
        ("Sportschool", "Gym"),
        ("Samen zweten schept een band, en wie wegblijft wordt gemist.",
         "Sweating together makes a bond, and whoever stays away is missed."), named=True),
    _trade(
        "amenity=internet_cafe|coworking_space", "meet", ("Werkplek", "Place to work"),
        ("Wie thuis werkt, vindt hier collega's uit de buurt.",
         "Whoever works from home finds colleagues here."), named=True),
    _trade(
        "tourism=hotel|hostel|guest_house", "meet", ("Logeeradres", "Place to stay"),
        ("Hier slapen de gasten van de buurt, en soms is er een zaal te leen.",
         "The neighbourhood's guests sleep here, and sometimes there is a room to borrow."), named=True),
    _trade(
        "shop=*", "shop", ("Winkel", "Shop"),
        ("Wie hier koopt, houdt de straat levend.", "Whoever buys here keeps the street alive."),
        ("Een winkel met een gezicht achter de toonbank kent zijn klanten.",
         "A shop with a face behind the counter knows its customers."), named=True),
)
