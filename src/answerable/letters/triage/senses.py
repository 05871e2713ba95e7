"""The words of the environment, with the limb of EIR reg.2(1) they meet, and those that only sound so.

A word counts in its sense: "noise from the foundry" is a factor, "noise about the campaign" is talk;
a river is an element, River Ward a name, Cllr Rivers a person.
"""

from typing import Literal

from answerable.letters.patterns import compiled

#: "plain" speaks for itself. "Usual" is enough to sort a request by, which an officer looks at, and
#: not to fault a letter that was sent: a mast may be asked about for its rent. "Arguable" decides nothing.
Strength = Literal["plain", "usual", "arguable"]

#: limb, strength, wordings (lower case; whole words).
SENSES: tuple[tuple[str, Strength, str], ...] = (
    ("a", "plain", r"air quality|air pollution|nitrogen dioxide|particulates?|pm2\.5|pm10|river(?:s|bank)?(?! (?:board|bank community|house|view|side))|streams? pollut\w*|groundwater|aquifer|coast(?:al)? erosion|beach(?:es)? (?:quality|water|clean\w*)|bathing water|drinking water|water quality|water pollution|water (?:sampl|test|monitor)\w*|soil(?: sampl\w*| contamination| survey)?|(?:fish|salmon) farm(?:s|ing)?(?! (?:shop|road|lane))|(?:sea|loch|lake|river) ?beds?|wild (?:salmon|trout|fish|birds?|deer)|wetlands?|hedgerows?|woodlands?|ancient woodland|habitats?|biodiversity|wildlife|newts?|bats? survey|bat and bird|protected species|ecolog\w+|sssi|nature reserve|landscape (?:character|assessment|impact)|peat(?:land)?s?|pond|moorland|marine (?:life|environments?|habitats?|conservation|pollution|licen[cs]\w+|plans?|parks?|reserves?|surveys?|mammals?|species|ecosystems?|protected|works|dredg\w+)"),
    ("a", "plain", r"(?:street |veteran |oak |ash |lime |felled |felling of |protected |diseased |roadside )?trees?(?! (?:of life|structure|diagram|house nursery|house school|view|nursery|lane|road|close|avenue))|tree (?:officer|felling|preservation|survey|works|planting|removal|inspection)\w*|tpo\b|felling|ash dieback|deforest\w+"),
    ("b", "plain", r"noise(?: (?:complaints?|nuisance|levels?|monitoring|from))?(?! in the data)|vibration|odours?|smells? from|dust(?! off)|emissions?(?! of (?:bonds|shares|securities))|carbon (?:footprint|emissions?|reduction|dioxide|neutral)|greenhouse gas\w*|net zero|radiation|radioactiv\w*|contaminated land|contamination|pollut\w+|asbestos|pesticides?|herbicides?|weed ?killer|glyphosate|fly[- ]?tip\w*|landfill|incinerat\w*|energy from waste|recycl\w+|garden waste|food waste|household waste|waste (?:collect|dispos|tonnage|site|management|plant|sent|recycl)\w*|tonnes? of waste|refuse collection|sewage|sewers?|sewerage|discharg\w+ (?:in)?to (?:the |a |an )?(?:\w+ )?(?:river|loch|lake|sea|burn|stream|estuary|harbour|beck|canal|water)s?|effluent|leachate|litter(?:ing)?(?! of)|blasting"),
    ("a", "plain", r"flood(?:ing|s|ed| risk| defences?| alleviation| zone| plain)?(?! of (?:complaints|applications|calls|enquiries|requests|emails))|surface water|gull(?:y|ies)|drainage|culverts?|watercourses?|land drainage|sustainable drainage|suds"),
    ("c", "plain", r"planning (?:applications?|permission|consent|enforcement|officer'?s? report|obligations?|appeal|policy statement|decisions?|committee)|local plan(?! for (?:staff|jobs))|section 106|s\.?106|green ?belt|conservation area|listed building consent|environmental impact|climate (?:change|action|emergency|plan|strategy)|low[- ]traffic|clean air zone|congestion charge|bus lane|cycle (?:lane|route|way)|traffic (?:calming|scheme|reduction|regulation)|road (?:building|scheme|widening)|bypass|hs2|airport expansion|wind (?:farm|turbine)s?|solar (?:farm|park|panels?)|fracking|quarr(?:y|ies)|mineral extraction|opencast|heat network|air source|energy efficiency|(?:gas|oil) (?:drilling|exploration)|nuclear|reservoir|dam\b|grass[- ]cutting|verge|rewild\w+|allotments?|parks and open spaces|common land|rights? of way|footpath diversion|land charges|con29r?|environmental information"),
    # Living things and what spreads among them: biological diversity and its components.
    ("a", "usual", r"(?:japanese )?knotweed|giant hogweed|himalayan balsam|invasive (?:\w+ )?(?:plants?|species|weeds?)|badger (?:setts?|culls?|surveys?)|badgers|setts?|otters?|(?:water )?voles?|dormouse|dormice|hedgehogs?|red squirrels?|wild boar|(?:nesting|wading|migrating|dead) birds?|bat roosts?|bats|pollinators?|bird flu|avian (?:flu|influenza)|bovine tb|heathlands?|salt ?marsh(?:es)?|mudflats?|estuar(?:y|ies)|foreshore|algal? blooms?|blue[- ]green algae|fish kills?|dead fish|grouse moors?"),
    ("a", "usual", r"(?:levels?|concentrations?|readings?) of (?:no2|nox)|(?:no2|nox)(?= (?:levels?|readings?|concentrations?|monitoring|data|results?|pollution|emissions?|limits?|tubes?|diffusion|exceed))|nitrogen oxides?|ozone levels?|air (?:monitoring|samples?)|(?:exhaust|diesel|chemical) fumes|smoke control|bonfires?|wood[- ]burn\w+ stoves?|radon|sink ?holes?|subsidence|land ?slips?|landslides?|coal tips?|(?:cliff|bank|soil) erosion|sea (?:walls?|defences?|levels?)|coastal (?:defences?|path)|droughts?|hosepipe bans?|boreholes?|open spaces?|green ?spaces?|village greens?"),
    ("b", "usual", r"pfas|forever chemicals|lead pipes?|slurry|muck[- ]spreading|anaerobic digest\w+|biomass|rodenticides?|insecticides?|fertilisers?|oil spills?|chemical spills?"),
    ("c", "usual", r"pre[- ]?app(?:lication)?s? (?:planning )?(?:advice|enquir\w+|discussions?|meetings?|response|letter|opinion)|pre[- ]planning advice|planning (?:advice|conditions?|inquiry|inspector\w*|brief|breach\w*|register|history|performance agreements?)|viability (?:report|assessment|appraisal|study|statement|review)s?(?=\b.{0,60}\b(?:re)?(?:development|scheme|site|homes|housing|dwellings|planning))|redevelopment|demolition|master ?plan (?:for|of) the (?:site|estate|town|quay|station)|(?:site|housing land) allocations?|(?:housing )?land supply|neighbourhood (?:development )?plans?|local development plan|compulsory purchase|low[- ]emissions? zones?|ulez|electric vehicle charg\w+|ev charg\w+|charge ?points?|heat pumps?|(?:loft|cavity wall|wall) insulation|energy performance|epc ratings?|battery (?:energy )?storage|pylons?|(?:phone|telecoms?|mobile|5g) masts?|gravel extraction|dredging|badger culls?|deer culls?"),
    # (f) reaches the air and the water inside buildings, and pests that live among people.
    ("f", "usual", r"damp (?:and|or|&) mou?ld|mou?ld (?:and|or|&) damp|(?:rising|penetrating) damp|(?:black|toxic) mou?ld|mou?ld (?:growth|reports?|complaints?|inspections?|surveys?)|damp (?:surveys?|inspections?|reports?|complaints?|problems?)|(?:rats?|rodents?|mice|mouse|vermin|pests?|cockroach(?:es)?|bed ?bugs?|pigeons?) (?:infestations?|treatments?|bait\w*|poison\w*|culls?|sightings?)|infestations? (?:of|by) (?:rats?|mice|rodents|vermin|cockroaches|bed ?bugs)|infested with (?:rats?|mice|rodents|vermin)"),
    ("a", "plain", r"(?:badger|deer|seal|gull|fox|squirrel|goose|geese|pigeon|hare|mink|boar|cormorant)s?(?: \w+)? cull\w*|cull(?:s|ing)? (?:of )?(?:the )?(?:badger|deer|seal|gull|fox|squirrel|geese|pigeon|hare|boar|cormorant)s?|badger sett?s?|nest(?:s|ing)? (?:sites?|boxes|surveys?)|(?:hen harrier|osprey|barn owl|red kite|sea eagle|golden eagle|curlew|lapwing|capercaillie|nightjar|dormouse|dormice|otter|water vole|beaver|pine marten|red squirrel|natterjack)s?(?! (?:operation|class|project team|house|unit|ward|centre|school))|heronr(?:y|ies)|rookery|salt ?marsh(?:es|land)?(?= (?:surveys?|valuations?|restoration|erosion|habitats?|species|plots?|recovery))|sand dunes?|mudflats?|estuar(?:y|ies) (?:water|quality|survey|silt|sediment|bed)|sea ?walls?|tidal barriers?|coastal defences?|(?:invasive|non-native) (?:plants?|species|weeds?)|japanese knotweed|giant hogweed|ragwort|algal blooms?|blue-green algae|fish (?:kills?|deaths|stocks?)|bees? (?:colonies|deaths|decline)|pollinators?"),
    ("b", "plain", r"(?:oil|fuel|chemical|slurry|diesel) (?:spills?|spillages?|leaks?|discharges?)|spills? (?:of|from) (?:\w+ ){0,3}(?:oil|fuel|chemicals?|slurry|diesel)|outfalls?|combined sewer overflows?|storm overflows?|storm tanks?|dredg\w+ (?:records?|works?|of|licen[cs]\w+|material|spoil|the)|river ?bed|silt(?:ation)?|abstraction (?:licen[cs]es?|returns?|rates?|of)|boreholes?|water table|nitrates?|phosphates?|ammonia (?:levels?|emissions?)|slurry|stack (?:emissions?|monitoring)|incinerator|crematori(?:um|a) emissions?|light pollution|decibels?|noise (?:survey|readings?|map|model|barrier)|runway (?:extension|noise|use at night)|flight paths?|air quality|ground (?:investigation|gas)|gas readings?|methane|radon|mercury levels?|lead in (?:the )?(?:water|soil|pipes)|microplastics?|pfas|forever chemicals"),
    ("f", "arguable", r"pest control|rats|insulation|retrofit\w*|dog fouling|playing fields?|carbon monoxide|disrepair|cladding|building safety|legionella|food (?:chain|contamination|hygiene)|tips?\b(?= and)|traffic|parking (?:scheme|zone)|housing (?:development|allocation)|street lighting energy|highways?(?: maintenance)?|potholes?|paddling pool|swimming pool water"),
)  # fmt: skip
# Senses that only look environmental.
OTHER_SENSE = compiled(
    r"\b(?:(?:political|learning|working|work|business|hostile|trading|regulatory|school|digital|it|home|team|economic|control|media|inclusive|test|production|legal|financial) environments?"
    r"|waste of (?:money|time|public)|wasted? (?:money|time|expenditure|costs)|tree (?:structure|diagram)|decision tree|family tree|christmas trees?|climate (?:survey|of|in the (?:team|office))|air[- ]?condition\w*|on air|planning (?:team for|meeting|day)|(?:financial|workforce|lesson|succession|strategic|business|event|emergency|retirement|curriculum|care|budget|resource) planning"
    r"|water coolers?|bottled water|water bills?|green paper|plant hire|power of attorney|landscape (?:orientation|mode|of)|political landscape|noise in the|river(?:side|view|bank) (?:hospital|school|house|centre|court|community)|flood of|dust(?:ing|er)|environment(?:al)? (?:agency staff|health officers? (?:salar|vacanc)\w*)|energy drinks?|staff energy|street (?:trading|lighting|cleansing staff|parties|works licence)|recycled (?:paper|answers?)|emission of (?:shares|bonds)|nuclear family|beach hut (?:rent|lease|income|waiting)\w*|traffic wardens?|drug traffic\w*|human traffick\w*|web ?site traffic|parking (?:fines?|tickets?|penalt\w*|charge)|council tax|habitat (?:furniture|store)"
    # Sounds, floods, rays and roads in figures of speech and in other trades.
    r"|noises? (?:has|have|had|did|does|do|will|is|was) (?:\w+ ){1,5}(?:made?|making) (?:about|over|on|in|when)|noises? made (?:about|over)|(?:mak(?:e|es|ing)|made) (?:\w+ ){0,4}noises? (?:about|over|that|in the press)|(?:positive|right|political|media|statistical|random|white|background) noises?(?= (?:about|from ministers|in the|machines?|around the (?:story|campaign|issue|vote)))|noise around the (?:story|campaign|issue|vote|brand|election)|signal[- ]to[- ]noise"
    r"|flood(?:ed|ing|s)? with (?:\w+ ){0,3}(?:complaints|applications|calls|e-?mails|enquiries|requests|messages|cvs|letters)|flood[- ]?lights?|flood(?: damage)? insurance|hand[- ]arm vibration|vibration white finger|whole[- ]body vibration"
    r"|radiation (?:badges?|dosim\w+|protection (?:supervis|advis)\w+|oncolog\w+|therap\w+|treatments?|sickness|departments?|dose (?:to|of) (?:staff|patients?))|nuclear (?:medicine|option|deterrent)|(?:gastric|heart|coronary|cardiac|arter\w+|duodenal) bypass|bypass (?:surgery|operations?|grafts?|patients?)|(?:to|not|could|can|would|may|who|that|or|and) bypass(?:ed|es|ing)? (?:the|a|an|our|your|its|normal|procurement|usual|security|any)"
    r"|contaminated (?:blood|evidence|samples?)|contamination of (?:the )?(?:evidence|samples?|jury|data|scene)|(?:wound|chest|fluid|lymph\w*) drainage|drainage (?:bags?|of (?:the )?(?:reserves|wound|talent))|litter (?:trays?|of (?:puppies|kittens))|reservoirs? of (?:talent|goodwill|knowledge|support|staff)|pond life|on the verge of|carbon (?:copy|copies|paper|dating)|dust (?:sheets?|jackets?|masks?)|quarry tiles?|asbestos (?:compensation|claims?) (?:payments?|paid)"
    r"|redevelopment of (?:the |our |your |its )?(?:\w+ )?(?:web ?site|intranet|curriculum|systems?|software|app|brand|programme|course|database|logo)|demolition (?:derby|of the (?:argument|case|myth))|pre[- ]?app\w* (?:advice|discussions?|meetings?) (?:for|on|about) (?:\w+ ){0,2}(?:licen[cs]\w+|grants?|jobs?|apprentice\w*|court|benefits?|loans?|posts?)|(?:digital|workforce|brand|it) master ?plan|rat race|computer mice|damp squib|insulation from (?:\w+ )?(?:cuts|criticism)|(?:baseball|cricket|rounders|table tennis) bats|bats (?:for|and balls)|setts? (?:and kerbs?|paving|of)|(?:granite|stone|cobbled) setts?|otter(?:box| ?boxes)|sea level rise of costs|phone charge ?points?|(?:usb|phone|laptop) charg\w+ points?"
    r"|(?:fines?|pcns?|penalt(?:y|ies)|penalty charge notices?)(?: \w+){0,6} bus lanes?"
    # People and firms: "Dr Flood", "Cllr Rivers", "River Island".
    r"|(?:mr|mrs|ms|miss|mx|dr|cllr|councillor|sir|dame|lady|lord|officer|pc|sergeant|inspector|judge|prof|professor|nurse|chief constable) (?:[a-z'-]+ )?(?:rivers?|woods?|woodlands?|ponds?|moor|marsh|hedges?|trees?|beach|floods?|gull(?:y|ies)|streams?|otter|badger|noise|dam|quarry|ash)|river (?:island|cottage|dance)|badger (?:sports|ales?|brewery|trophy)|rivers? (?:wards?|divisions?|streets?|roads?|avenue|close|drive|terrace|walk|gardens|house|school|primary|academy|college|surgery|hospital|clinic|court|centre|rooms?|suite)"
    # Names of places, and words borrowed from nature for something else.
    r"|(?:woodlands?|ponds?|moorland|beach|quarry|reservoir|bypass|marine|allotments?|bats?|wetlands?|culvert|dam|verge|badgers?|otters?|hedgehogs?|squirrels?|hogweed|heathlands?|foreshore|estuary|peat(?:land)?s?|salt ?marsh|trees?|damp) (?:vale|valley|(?:\w+ ){0,2}(?:borough|district|county|city|town|parish) council|borough|wards?|divisions?|clinic|gardens|terrace|walk|streets?|road|lane|avenue|close|drive|house|school|primary|academy|college|surgery|hospital|court|nursery|centre|care home)"
    r"|recycl\w+ (?:of )?(?:old )?(?:passwords?|answers?|questions?|email addresses|ideas|names|minutes)|noise[- ]cancell?ing|(?:digital|funding|policy|media|legal|cyber|threat) landscape(?: \w+)?|dust ?carts?|flood(?:ing|ed|s)? (?:of )?the (?:market|inbox|switchboard)|pollut\w+ (?:evidence|data|samples? of evidence)|bus lane (?:fines?|pcns?|penalt\w+|appeals?))\b"
)
# A wording none of which is in the text makes the whole pattern pointless.
ROOTS = (
    "air ", "water", "river", "soil", "wetland", "hedge", "wood", "habit", "biodiv", "wildl", "newt", "bat ", "bats",
    "fish", "salmon", " bed", "seabed", "wild ", "discharg", "species", "ecolog", "sssi", "natur", "landscap", "peat", "pond", "moorl", "marin", "tree", "tpo", "felli", "felle",
    "ash ", "forest", "noise", "vibrat", "odour", "smell", "dust", "emission", "carbon", "greenh", "net zero",
    "radi", "contam", "pollut", "asbest", "pestic", "herbic", "weed", "glypho", "fly", "landf", "incin",
    "waste", "recycl", "refuse ", "sew", "efflu", "leach", "litter", "blast", "flood", "gull", "drain", "culv",
    "suds", "planning", "local plan", "106", "belt", "conservation", "listed", "environ", "clim", "traffic",
    "clean air", "congest", "bus ", "cycl", "road ", "bypass", "hs2", "airport ", "wind", "solar", "frack",
    "quarr", "mineral", "opencast", "heat ", "energy", "drill", "nuclear", "reservoir", "dam", "grass",
    "verge", "rewild", "allot", "parks ", "common land", "way", "footpath", "land charges", "con29", "cladding",
    "damp", "building ", "legion", "food", "tip", "parking", "housing", "highway", "pothole",
    "paddling", "particul", "pm2", "pm10", "nitro", "coastal", "beach", "bathing", "aquifer", "groundw",
    "stream", "knotweed", "hogweed", "balsam", "invasive", "badger", "sett ", "setts", "otter", "vole", "dormouse", "dormice", "hedgehog",
    "squirrel", "bird", "pollin", "avian", "bovine", "heath", "marsh", "mudfl", "estuar", "foresh", "alga", "grouse", "no2",
    "nox", "ozone", "fumes", "smoke ", "bonfire", "burn", "radon", "hole", "subsid", "slip", "landsl", "coal", "erosion", "sea ",
    "drought", "hosepipe", "open ", "green", "pfas", "chemical", "lead ", "slurry", "muck", "digest", "biomass", "rodent", "insectic",
    "fertil", "spill", "pre-app", "preapp", "pre ", "viab", "redevel", "demol", "master", "allocation", "land ", "compuls", "ulez",
    "charge ", "chargep", "electric", "ev ", "pump", "insulat", "epc", "battery", "pylon", "mast", "gravel", "dredg", "cull", "mould", "mold", "rat ", "rats",
    "mice", "mouse", "vermin", "pest", "cockroach", "bug", "pigeon", "infest", "retrofit", "foul", "neighbourhood", "playing", "monoxide", "disrepair",
    "cull", "badger", "nest", "harrier", "osprey", "owl", "kite", "eagle", "curlew", "lapwing", "caillie", "nightjar", "dormo", "dormi", "otter", "vole",
    "beaver", "marten", "squirrel", "natterjack", "heronr", "rookery", "marsh", "dune", "mudflat", "estuar", "tidal", "defence", "invasive", "native",
    "knotweed", "hogweed", "ragwort", "algal", "algae", "bee ", "bees", "pollinat", "spill", "leak", "slurry", "outfall", "overflow", "storm", "dredg", "silt", "abstract",
    "borehole", "nitrate", "phosphate", "ammonia", "stack", "cremator", "decibel", "runway", "flight ", "ground ", "readings", "methane", "radon",
    "mercury", "microplast", "pfas", "chemical",
)  # fmt: skip
#: Of those the ones that need not begin a word.
INNER = (
    "seabed",
    "lochbed",
    "lakebed",
    "borehole",
    "sinkhole",
    "marsh",
    "seawall",
    "s106",
    "deforest",
    "caillie",
)
