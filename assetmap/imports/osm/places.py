"""OpenStreetMap tags that are places: where people sit, play, meet, look and come to rest."""

from ...domain.kind import Kind
from .kind import OsmKind


def _place(match: str, theme: str, surplus: str, title: tuple, *why: tuple, **more) -> OsmKind:
    return OsmKind(match, Kind.PLACE, theme, tuple(surplus.split()), title, why, **more)


PLACES: tuple[OsmKind, ...] = (
    _place(
        "amenity=bench", "rest", "favourite-places", ("Bankje", "Bench"),
        ("Wie even gaat zitten, ziet de buurt voorbijkomen en raakt aan de praat.",
         "Sit down for a moment, and the neighbourhood comes past and says hello."),
        ("Met een bankje onderweg durf je een stukje verder te lopen.",
         "With a bench along the way you dare to walk a little further."),
        ("Hier kun je samen zitten zonder dat iemand koffie hoeft te zetten.",
         "Here you can sit together without anybody having to make coffee."),
        plural=("bankjes", "benches")),
    _place(
        "leisure=picnic_table|outdoor_seating", "rest", "favourite-places community-spirit",
        ("Picknicktafel", "Picnic table"),
        ("Aan een tafel buiten schuift er vanzelf iemand aan.", "At a table outdoors somebody always joins you."),
        ("Genoeg plek om te eten, te knutselen of te kaarten met buren.",
         "Room enough to eat, make things or play cards with neighbours."),
        plural=("picknicktafels", "picnic tables")),
    _place(
        "tourism=picnic_site", "rest", "favourite-places community-spirit", ("Picknickplek", "Picnic spot"),
        ("Wie iets te eten meebrengt, heeft hier een feestje.", "Bring something to eat and you have a party here.")),
    _place(
        "amenity=bbq", "eat", "community-spirit", ("Barbecueplek", "Barbecue spot"),
        ("Rond een vuur leer je buren kennen met wie je anders alleen zwaait.",
         "Around a fire you get to know the neighbours you only wave to.")),
    _place(
        "amenity=table|kitchen, access=yes|public", "rest", "community-spirit", ("Buurttafel", "Neighbourhood table"),
        ("Een tafel van iedereen is een uitnodiging om samen iets te doen.",
         "A table that belongs to everyone invites you to do something together.")),
    _place(
        "leisure=playground", "play", "favourite-places ties", ("Speelplek", "Playground"),
        ("Kinderen maken hier vrienden, en hun ouders ook.", "Children make friends here, and so do their parents."),
        ("Wie hier groot wordt, kent de kinderen uit de straat.",
         "Whoever grows up here knows the children of the street."),
        ("Terwijl de kinderen spelen, hebben de grote mensen tijd voor elkaar.",
         "While the children play, the grown-ups have time for each other.")),
    _place(
        "leisure=pitch, sport=table_tennis", "sport", "ties", ("Tafeltennistafel", "Table tennis table"),
        ("Twee batjes en een balletje zijn genoeg voor een potje met een onbekende.",
         "Two bats and a ball are enough for a game with a stranger."), plural=("tafeltennistafels",
                                                                                "table tennis tables")),
    _place(
        "leisure=pitch, sport=skateboard|skateboarding|bmx", "sport", "skills inventiveness", ("Skatebaan",
                                                                                               "Skate park"),
        ("Hier leren jongeren elkaar vallen, opstaan en steeds iets nieuws.",
         "Here young people teach each other to fall, get up and try something new.")),
    _place(
        "leisure=pitch, sport=basketball", "sport", "ties skills", ("Basketbalveldje", "Basketball court"),
        ("Eén bal op het veld, en er staan zo twee ploegen.", "One ball on the court, and soon there are two teams.")),
    _place(
        "leisure=pitch, sport=boules|petanque", "sport", "ties", ("Jeu-de-boulesbaan", "Boules court"),
        ("Jong en oud spelen hier even goed, en er is altijd iets te bespreken.",
         "Young and old play equally well here, and there is always something to discuss.")),
    _place(
        "leisure=pitch, sport=chess", "play", "skills ties", ("Schaaktafel", "Chess table"),
        ("Wie een zet doet, krijgt vanzelf toeschouwers.", "Whoever makes a move soon has an audience.")),
    _place(
        "leisure=pitch, sport=soccer|multi|football", "sport", "ties skills", ("Voetbalveldje", "Football pitch"),
        ("Op een trapveldje telt niet waar je vandaan komt, maar of je meedoet.",
         "On a kickabout pitch it does not matter where you come from, only whether you join in."),
        ("Na school, na het eten, na het werk: er is hier altijd wel iemand om tegen te voetballen.",
         "After school, after supper, after work: there is always somebody here to play against.")),
    _place(
        "leisure=pitch", "sport", "ties skills", ("Sportveldje", "Sports pitch"),
        ("Sporten om de hoek doe je vaker, en zelden alleen.",
         "Sport around the corner is sport you do more often, and seldom alone.")),
    _place(
        "leisure=fitness_station", "sport", "helpfulness", ("Beweegtoestel", "Outdoor gym"),
        ("Bewegen in de buitenlucht kost niets, en samen houd je het vol.",
         "Exercise in the open air costs nothing, and together you keep it up."),
        plural=("beweegtoestellen", "outdoor gym machines")),
    _place(
        "leisure=skatepark", "sport", "skills inventiveness", ("Skatebaan", "Skate park"),
        ("Hier leren jongeren elkaar vallen, opstaan en steeds iets nieuws.",
         "Here young people teach each other to fall, get up and try something new.")),
    _place(
        "leisure=sports_centre|sports_hall|stadium|ice_rink", "sport", "ties skills", ("Sporthal", "Sports centre"),
        ("Hier komen clubs, klassen en families samen in beweging.",
         "Here clubs, classes and families get moving together."), named=True),
    _place(
        "leisure=swimming_pool|swimming_area|bathing_place|water_park, access=yes|public|customers", "water",
        "favourite-places", ("Zwemplek", "Place to swim"),
        ("Wie samen zwemt, heeft daarna altijd iets te vertellen.",
         "Swim together, and there is always a story after.")),
    _place(
        "leisure=dog_park", "green", "ties", ("Hondenveldje", "Dog park"),
        ("Honden stellen hun mensen hier aan elkaar voor.", "Here dogs introduce their people to each other.")),
    _place(
        "leisure=bandstand", "art", "community-spirit", ("Muziektent", "Bandstand"),
        ("Een podium in de open lucht wacht op iedereen die iets durft te laten horen.",
         "A stage in the open air waits for everyone who dares to be heard.")),
    _place(
        "leisure=garden, garden:type=community", "green", "skills helpfulness", ("Buurttuin", "Community garden"),
        ("Hier groeit eten, en kennis die buren aan elkaar doorgeven.",
         "Food grows here, and knowledge that neighbours hand on to each other.")),
    _place(
        "landuse=allotments", "green", "skills helpfulness", ("Volkstuinen", "Allotments"),
        ("Stekjes, oogst en goede raad gaan hier over de heg.",
         "Cuttings, crops and good advice go over the hedge here.")),
    _place(
        "leisure=park", "green", "favourite-places", ("Park", "Park"),
        ("Een park is een tuin voor iedereen, ook voor wie thuis geen tuin heeft.",
         "A park is a garden for everyone, also for those who have none at home."), named=True),
    _place(
        "leisure=garden", "green", "favourite-places", ("Tuin", "Garden"),
        ("Even stil zijn tussen het groen, vlak bij huis.",
         "A quiet moment among the green, close to home."), named=True),
    _place(
        "leisure=nature_reserve", "green", "favourite-places", ("Natuurgebied", "Nature reserve"),
        ("Wie hier oplet, ziet vogels en planten die ook in deze buurt wonen.",
         "Look closely and you see the birds and plants that live in this neighbourhood too."), named=True),
    _place(
        "natural=tree, denotation=landmark|natural_monument", "green", "loyalty favourite-places",
        ("Bijzondere boom", "Remarkable tree"),
        ("Deze boom stond er al voordat wij hier kwamen wonen.", "This tree was here before any of us moved in.")),
    _place(
        "man_made=insect_hotel", "green", "inventiveness", ("Insectenhotel", "Insect hotel"),
        ("Kleine bewoners horen ook bij de buurt, en kinderen weten ze te vinden.",
         "Small residents belong to the neighbourhood too, and children know where to find them.")),
    _place(
        "amenity=fountain", "water", "favourite-places", ("Fontein", "Fountain"),
        ("Bij water dat beweegt blijven mensen vanzelf even staan.", "Where water moves, people stop for a while.")),
    _place(
        "amenity=drinking_water", "water", "helpfulness", ("Watertappunt", "Drinking water"),
        ("Fris water voor iedereen die hier wandelt, speelt of werkt.",
         "Fresh water for everyone who walks, plays or works here."), plural=("watertappunten", "drinking water taps")),
    _place(
        "man_made=water_tap, drinking_water=yes", "water", "helpfulness", ("Watertappunt", "Drinking water"),
        ("Fris water voor iedereen die hier wandelt, speelt of werkt.",
         "Fresh water for everyone who walks, plays or works here."), plural=("watertappunten", "drinking water taps")),
    _place(
        "waterway=canal|river|stream", "water", "favourite-places", ("Water", "Waterway"),
        ("Langs dit water lopen, varen en vissen mensen; het verbindt de ene oever met de andere.",
         "People walk, row and fish along this water; it ties one bank to the other."), named=True),
    _place(
        "natural=water|beach", "water", "favourite-places", ("Water", "Water"),
        ("Aan het water word je vanzelf rustiger.", "By the water everyone slows down a little."), named=True),
    _place(
        "man_made=pier", "water", "favourite-places", ("Steiger", "Jetty"),
        ("Een plek om je voeten boven het water te laten bungelen, of een praatje te maken met wie vaart.",
         "A place to dangle your feet above the water, or to chat with whoever sails past.")),
    _place(
        "leisure=marina|slipway", "water", "skills ties", ("Haventje", "Marina"),
        ("Wie een boot heeft, heeft ook buren die weten hoe je hem opknapt.",
         "Whoever has a boat has neighbours who know how to mend it."), named=True),
    _place(
        "man_made=bridge", "water", "ties", ("Brug", "Bridge"),
        ("Hier komt iedereen langs: de brug maakt van twee kanten één buurt.",
         "Everyone passes here: the bridge makes one neighbourhood of two sides."), named=True),
    _place(
        "place=square", "meet", "community-spirit favourite-places", ("Plein", "Square"),
        ("Een plein is de huiskamer van de buurt: leeg genoeg voor een markt, een feest of een potje bal.",
         "A square is the neighbourhood's living room: empty enough for a market, a party or a game."), named=True),
    _place(
        "amenity=marketplace", "meet", "local-economy community-spirit", ("Markt", "Market"),
        ("Op de markt koop je van wie je kent en hoor je wat er speelt.",
         "At the market you buy from people you know and hear what is going on.")),
    _place(
        "amenity=community_centre|social_centre|events_venue|community_hall", "meet", "community-spirit helpfulness",
        ("Buurthuis", "Community centre"),
        ("Hier kan wie een idee heeft een zaal, een pot koffie en medestanders vinden.",
         "Whoever has an idea finds a room, a pot of coffee and companions here.")),
    _place(
        "leisure=hackerspace|common|social_club", "meet", "skills inventiveness", ("Ontmoetingsplek", "Meeting place"),
        ("Wie iets kan of wil leren, vindt hier anderen.",
         "Whoever can do something, or wants to learn it, finds others here."),
        named=True),
    _place(
        "tourism=artwork", "art", "inventiveness", ("Kunstwerk", "Work of art"),
        ("Kunst op straat geeft iedereen iets om naar te kijken en over te praten.",
         "Art in the street gives everyone something to look at and talk about."),
        ("Iemand maakte dit voor deze plek; nu hoort het bij de buurt.",
         "Somebody made this for this spot; now it belongs to the neighbourhood.")),
    _place(
        "historic=memorial|monument|wayside_cross|wayside_shrine|stone|boundary_stone", "past", "loyalty",
        ("Gedenkplek", "Memorial"),
        ("Wie hier stilstaat, houdt een verhaal van de buurt levend.",
         "Whoever stops here keeps a story of the neighbourhood alive.")),
    _place(
        "man_made=windmill|watermill|lighthouse", "past", "loyalty skills", ("Molen", "Mill"),
        ("Een molen draait alleen als mensen hem onderhouden en het vak doorgeven.",
         "A mill only turns when people look after it and pass on the craft."), named=True),
    _place(
        "historic=castle|fort|ruins|city_gate|tower|industrial|ship|archaeological_site|church|mill|bridge|crane|pump|lavoir"
        ""
        "|milestone|plaque|rune_stone|cannon|locomotive|tram|wreck", "past", "loyalty", ("Historische plek",
                                                                                         "Historic place"),
        ("Deze plek was er eerder dan wij en vertelt wat hier gebeurde.",
         "This place was here before us and tells what happened."), named=True),
    _place(
        "tourism=viewpoint", "art", "favourite-places", ("Uitzichtpunt", "Viewpoint"),
        ("Hier zie je de buurt zoals je haar zelden ziet.", "From here you see the neighbourhood as you seldom do.")),
    _place(
        "tourism=attraction", "past", "favourite-places", ("Bijzondere plek", "Sight"),
        ("Bezoekers komen hiervoor; bewoners weten er het meeste van.",
         "Visitors come for it; residents know most about it."), named=True),
    _place(
        "emergency=defibrillator", "health", "helpfulness", ("AED", "Defibrillator (AED)"),
        ("Wie weet waar deze AED hangt, kan een buur het leven redden.",
         "Whoever knows where this defibrillator is can save a neighbour's life.")),
    _place(
        "amenity=toilets, access=yes|public", "rest", "helpfulness", ("Openbaar toilet", "Public toilet"),
        ("Met een toilet in de buurt durft iedereen langer buiten te blijven.",
         "With a toilet nearby everyone dares to stay out longer.")),
)
