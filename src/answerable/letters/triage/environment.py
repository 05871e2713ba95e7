"""Words that make information environmental, with the limb of the definition they meet.

EIR reg.2(1): (a) the elements of the environment, (b) factors such as waste, noise and
emissions, (c) measures and activities that affect them, (d) reports, (e) economic analyses,
(f) health, safety and built structures so far as affected. A word counts in its sense, not as
a string: "street trading" is not trees, and nobody's "working environment" is the air.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds
from answerable.model import Span

Strength = Literal["plain", "arguable"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Words found, the limb of reg.2(1) they meet, and how plain that is."""

    span: Span
    words: str
    limb: str
    strength: Strength


#: limb, strength, wordings (lower case; whole words).
_SENSES: tuple[tuple[str, Strength, str], ...] = (
    ("a", "plain", r"air quality|air pollution|nitrogen dioxide|particulates?|pm2\.5|pm10|river(?:s|bank)?(?! (?:board|bank community|house|view|side))|streams? pollut\w*|groundwater|aquifer|coast(?:al)? erosion|beach(?:es)? (?:quality|water|clean\w*)|bathing water|drinking water|water quality|water pollution|water (?:sampl|test|monitor)\w*|soil(?: sampl\w*| contamination| survey)?|(?:fish|salmon) farm(?:s|ing)?(?! (?:shop|road|lane))|(?:sea|loch|lake|river) ?beds?|wild (?:salmon|trout|fish|birds?|deer)|wetlands?|hedgerows?|woodlands?|ancient woodland|habitats?|biodiversity|wildlife|newts?|bats? survey|bat and bird|protected species|ecolog\w+|sssi|nature reserve|landscape (?:character|assessment|impact)|peat(?:land)?s?|pond|moorland|marine (?:life|environments?|habitats?|conservation|pollution|licen[cs]\w+|plans?|parks?|reserves?|surveys?|mammals?|species|ecosystems?|protected|works|dredg\w+)"),
    ("a", "plain", r"(?:street |veteran |oak |ash |lime |felled |felling of |protected |diseased |roadside )?trees?(?! (?:of life|structure|diagram|house nursery|house school|view|nursery|lane|road|close|avenue))|tree (?:officer|felling|preservation|survey|works|planting|removal|inspection)\w*|tpo\b|felling|ash dieback|deforest\w+"),
    ("b", "plain", r"noise(?: (?:complaints?|nuisance|levels?|monitoring|from))?(?! in the data)|vibration|odours?|smells? from|dust(?! off)|emissions?(?! of (?:bonds|shares|securities))|carbon (?:footprint|emissions?|reduction|dioxide|neutral)|greenhouse gas\w*|net zero|radiation|radioactiv\w*|contaminated land|contamination|pollut\w+|asbestos|pesticides?|herbicides?|weed ?killer|glyphosate|fly[- ]?tip\w*|landfill|incinerat\w*|energy from waste|recycl\w+|garden waste|food waste|household waste|waste (?:collect|dispos|tonnage|site|management|plant|sent|recycl)\w*|tonnes? of waste|refuse collection|sewage|sewers?|sewerage|discharg\w+ (?:in)?to (?:the |a |an )?(?:\w+ )?(?:river|loch|lake|sea|burn|stream|estuary|harbour|beck|canal|water)s?|effluent|leachate|litter(?:ing)?(?! of)|blasting"),
    ("a", "plain", r"flood(?:ing|s|ed| risk| defences?| alleviation| zone| plain)?(?! of (?:complaints|applications|calls|enquiries|requests|emails))|surface water|gull(?:y|ies)|drainage|culverts?|watercourses?|land drainage|sustainable drainage|suds"),
    ("c", "plain", r"planning (?:applications?|permission|consent|enforcement|officer'?s? report|obligations?|appeal|policy statement|decisions?|committee)|local plan(?! for (?:staff|jobs))|section 106|s\.?106|green ?belt|conservation area|listed building consent|environmental impact|climate (?:change|action|emergency|plan|strategy)|low[- ]traffic|clean air zone|congestion charge|bus lane|cycle (?:lane|route|way)|traffic (?:calming|scheme|reduction|regulation)|road (?:building|scheme|widening)|bypass|hs2|airport expansion|wind (?:farm|turbine)s?|solar (?:farm|park|panels?)|fracking|quarr(?:y|ies)|mineral extraction|opencast|heat network|air source|energy efficiency|(?:gas|oil) (?:drilling|exploration)|nuclear|reservoir|dam\b|grass[- ]cutting|verge|rewild\w+|allotments?|parks and open spaces|common land|rights? of way|footpath diversion|land charges|con29r?|environmental information"),
    ("a", "plain", r"(?:badger|deer|seal|gull|fox|squirrel|goose|geese|pigeon|hare|mink|boar|cormorant)s?(?: \w+)? cull\w*|cull(?:s|ing)? (?:of )?(?:the )?(?:badger|deer|seal|gull|fox|squirrel|geese|pigeon|hare|boar|cormorant)s?|badger sett?s?|nest(?:s|ing)? (?:sites?|boxes|surveys?)|(?:hen harrier|osprey|barn owl|red kite|sea eagle|golden eagle|curlew|lapwing|capercaillie|nightjar|dormouse|dormice|otter|water vole|beaver|pine marten|red squirrel|natterjack)s?(?! (?:operation|class|project team|house|unit|ward|centre|school))|heronr(?:y|ies)|rookery|salt ?marsh(?:es|land)?(?= (?:surveys?|valuations?|restoration|erosion|habitats?|species|plots?|recovery))|sand dunes?|mudflats?|estuar(?:y|ies) (?:water|quality|survey|silt|sediment|bed)|sea ?walls?|tidal barriers?|coastal defences?|(?:invasive|non-native) (?:plants?|species|weeds?)|japanese knotweed|giant hogweed|ragwort|algal blooms?|blue-green algae|fish (?:kills?|deaths|stocks?)|bees? (?:colonies|deaths|decline)|pollinators?"),
    ("b", "plain", r"(?:oil|fuel|chemical|slurry|diesel) (?:spills?|spillages?|leaks?|discharges?)|spills? (?:of|from) (?:\w+ ){0,3}(?:oil|fuel|chemicals?|slurry|diesel)|outfalls?|combined sewer overflows?|storm overflows?|storm tanks?|dredg\w+ (?:records?|works?|of|licen[cs]\w+|material|spoil|the)|river ?bed|silt(?:ation)?|abstraction (?:licen[cs]es?|returns?|rates?|of)|boreholes?|water table|nitrates?|phosphates?|ammonia (?:levels?|emissions?)|slurry|stack (?:emissions?|monitoring)|incinerator|crematori(?:um|a) emissions?|light pollution|decibels?|noise (?:survey|readings?|map|model|barrier)|runway (?:extension|noise|use at night)|flight paths?|air quality|ground (?:investigation|gas)|gas readings?|methane|radon|mercury levels?|lead in (?:the )?(?:water|soil|pipes)|microplastics?|pfas|forever chemicals"),
    ("f", "arguable", r"cladding|damp and mould|building safety|legionella|food (?:chain|contamination|hygiene)|tips?\b(?= and)|traffic|parking (?:scheme|zone)|housing (?:development|allocation)|street lighting energy|highways?(?: maintenance)?|potholes?|paddling pool|swimming pool water"),
)  # fmt: skip
_PATTERN = compiled(
    "|".join(rf"(?P<s{n}>\b(?:{words})\b)" for n, (_, _, words) in enumerate(_SENSES))
)
# Senses that only look environmental.
_OTHER_SENSE = compiled(
    r"\b(?:(?:political|learning|working|work|business|hostile|trading|regulatory|school|digital|it|home|team|economic|control|media|inclusive|test|production|legal|financial) environments?"
    r"|waste of (?:money|time|public)|wasted? (?:money|time|expenditure|costs)|tree (?:structure|diagram)|decision tree|family tree|christmas trees?|climate (?:survey|of|in the (?:team|office))|air[- ]?condition\w*|on air|planning (?:team for|meeting|day)|(?:financial|workforce|lesson|succession|strategic|business|event|emergency|retirement|curriculum|care|budget|resource) planning"
    r"|water coolers?|bottled water|water bills?|green paper|plant hire|power of attorney|landscape (?:orientation|mode|of)|political landscape|noise in the|river(?:side|view|bank) (?:hospital|school|house|centre|court|community)|flood of|dust(?:ing|er)|environment(?:al)? (?:agency staff|health officers? (?:salar|vacanc)\w*)|energy drinks?|staff energy|street (?:trading|lighting|cleansing staff|parties|works licence)|recycled (?:paper|answers?)|emission of (?:shares|bonds)|nuclear family|beach hut (?:rent|lease|income|waiting)\w*|traffic wardens?|drug traffic\w*|human traffick\w*|web ?site traffic|parking (?:fines?|tickets?|penalt\w*|charge)|council tax|habitat (?:furniture|store)"
    # Names of places, and words borrowed from nature for something else.
    r"|(?:woodlands?|ponds?|moorland|beach|quarry|reservoir|bypass|marine|allotments?|bats?|wetlands?|culvert|dam|verge) (?:streets?|road|lane|avenue|close|drive|house|school|primary|academy|college|surgery|hospital|court|nursery|centre|care home)"
    r"|recycl\w+ (?:of )?(?:old )?(?:passwords?|answers?|questions?|email addresses|ideas|names|minutes)|noise[- ]cancell?ing|(?:digital|funding|policy|media|legal|cyber|threat) landscape(?: \w+)?|dust ?carts?|flood(?:ing|ed|s)? (?:of )?the (?:market|inbox|switchboard)|pollut\w+ (?:evidence|data|samples? of evidence)|bus lane (?:fines?|pcns?|penalt\w+|appeals?))\b"
)
# A wording none of which is in the text makes the whole pattern pointless.
_ROOTS = (
    "air ", "water", "river", "soil", "wetland", "hedge", "wood", "habit", "biodiv", "wildl", "newt", "bat",
    "fish", "salmon", " bed", "seabed", "wild ", "discharg", "species", "ecolog", "sssi", "natur", "landscap", "peat", "pond", "moor", "marin", "tree", "tpo", "fell",
    "ash ", "forest", "noise", "vibrat", "odour", "smell", "dust", "emission", "carbon", "greenh", "net zero",
    "radi", "contam", "pollut", "asbest", "pestic", "herbic", "weed", "glypho", "fly", "landf", "incin",
    "waste", "recycl", "refuse", "sew", "efflu", "leach", "litter", "blast", "flood", "gull", "drain", "culv",
    "suds", "planning", "local plan", "106", "belt", "conserv", "listed", "environ", "clim", "traffic",
    "clean air", "congest", "bus lane", "cycl", "road", "bypass", "hs2", "airport", "wind", "solar", "frack",
    "quarr", "mineral", "opencast", "heat", "energy", "drill", "nuclear", "reservoir", "dam", "grass",
    "verge", "rewild", "allot", "parks", "common land", "way", "foot", "land charges", "con29", "cladding",
    "damp", "building", "legion", "food", "tip", "parking", "housing", "street", "highway", "pothole",
    "paddling", "pool", "particul", "pm2", "pm10", "nitro", "coast", "beach", "bathing", "aquifer", "groundw",
    "stream", "cull", "badger", "nest", "harrier", "osprey", "owl", "kite", "eagle", "curlew", "lapwing", "caillie", "nightjar", "dormo", "dormi", "otter", "vole",
    "beaver", "marten", "squirrel", "natterjack", "heronr", "rookery", "marsh", "dune", "mudflat", "estuar", "wall", "barrier", "defence", "invasive", "native",
    "knotweed", "hogweed", "ragwort", "algal", "algae", "bee", "pollinat", "spill", "leak", "slurry", "outfall", "overflow", "storm", "dredg", "silt", "abstract",
    "borehole", "table", "nitrate", "phosphate", "ammonia", "stack", "cremator", "light", "decibel", "runway", "flight", "ground", "readings", "methane", "radon",
    "mercury", "lead", "microplast", "pfas", "chemical",
)  # fmt: skip


# What of it stands within one word of the text; "air " must end its word.
_WITHIN_WORDS = tuple(root if root.endswith(" ") else max(root.split(), key=len) for root in _ROOTS)


@lru_cache(maxsize=32_768)
def _may_be(word: str) -> bool:
    """Whether a word may be a part of a wording. Letters share their words."""
    return holds(f"{word} ", _WITHIN_WORDS)


def environmental(text: str) -> tuple[Reason, ...]:
    """The words in ``text`` (lower case) that meet the definition, in order; at most 20."""
    if not any(map(_may_be, text.split())):
        return ()
    false = [match.span() for match in _OTHER_SENSE.finditer(text)]
    found: list[Reason] = []
    for match in _PATTERN.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in false):
            continue
        limb, strength, _ = _SENSES[int((match.lastgroup or "s0")[1:])]
        found.append(Reason(Span(*match.span()), match.group(), limb, strength))
        if len(found) == 20:
            break
    return tuple(found)
