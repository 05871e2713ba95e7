"""What was done or used at a place or a time: "officers used three cars there last week".

Beside a refusal to confirm or deny it is the answer. Somebody of the authority has to do it, or a
tool of the trade has to be moved, and a place or a time has to be told: "police forces use unmarked
vehicles" is known of all and tells nothing.
"""

_WHO = (
    r"(?:we|(?:(?:the|our|this|its|a|an|two|three|four|five|six|several|some|plain-?clothes|undercover|covert|uniformed|local|specialist) ){1,2}"
    r"(?:[a-z-]+ ){0,2}?(?:officers?|staff|teams?|units?|squad|crews?|patrols?|handlers?|investigators?|detectives|inspectors?|wardens?|colleagues|agents?|contractors?|force|council|constabulary|trust|university|police|department|agency|service|dogs?)"
    r"|officers|detectives|inspectors|wardens|investigators|colleagues)"
)
_HAVE = r"(?:(?:has|have|had|been|did|do|does|are|is|were|was|also|still|now|currently|already|recently|regularly|often|sometimes|usually|normally|then|last|only|both|twice|once) ){0,3}"
#: What is used on the quiet, or is asked about.
TOOL = (
    r"(?:cars?|vehicles?|vans?|motor ?cycles?|bikes?|helicopters?|boats?|cameras?|cctv|drones?|devices?|sensors?|trackers?|tracking|microphones?|bugs?|software|spyware|scanners?|imsi|dogs?|facial recognition|"
    r"number ?plate readers?|anpr|technology|equipment|kit|informants?|sources?|agents?|covert|undercover|plain-?clothes|surveillance|wiretaps?|intercepts?|radar|speed traps?|decoys?|aircraft|balloons?)"
)
_WITH_TOOL = r"(?:use|uses|used|using|run|runs|ran|running|deploys?|deployed|deploying|fly|flies|flew|flying|operates?|operated|operating|install|installs|installed|installing|fit|fits|fitted|place|places|placed|placing|parks?|parked|put up|puts up|putting up|take down|took down|taken down|takes down|remove|removes|removed|set up|sets up|bought|hired|borrowed|leased|stopped using|began using|started using|trialled|tested|kept|send|sends|sent|bring|brings|brought|switch(?:es|ed)? (?:on|off))"
_AT_SOMEBODY = r"(?:attends?|attended|attending|visits?|visited|visiting|watch|watches|watched|watching|monitors?|monitored|monitoring|patrols?|patrolled|patrolling|follow|follows|followed|following|films?|filmed|filming|photographed|raided|raids|stopped|arrests?|arrested|interviewed|questioned|cautioned|suspended|disciplined|evicted|tapped|bugged|tracked|tracks|searched|searches)"
#: What is followed or watched in an office, and visited on a screen.
_NO_PLACE = r"(?:tribunal|court|commissioner|balance|hearings?|training|questions?|requests?|exemption|guidance|cases?|procedures?|polic(?:y|ies)|rules?|practice|law|act|codes?|steps?|approach|process|clock|website|pages?|operation of|use of|performance|quality|advice|decisions?|notices?|time)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekday|weekend|day|night|evening|morning|afternoon|week|month)"
_SPOT = r"(?:sites?|junctions?|street|streets|estate|address|premises|house|flat|yard|road|car park|park|station|centre|event|festival|match|march|rally|protest|demonstration|meeting|scene|roundabout|bridge|lane|field|farm|shop|pub|club|market|square|town|village|building|building site|location|area|account|lamp ?post|gate|corner|harbour|port|airport|stadium|ground|school)"
_WHEN = rf"(?:last (?:{_DAY}|year|spring|summer|autumn|winter|{_MONTH})|(?:each|every|most|on|two|three|four|five|six|seven|several|many|some|at) (?:[a-z]+ )?{_DAY}s?|yesterday|in (?:early |late |mid-)?{_MONTH}|(?:in|since|until|during|from) (?:{_MONTH}|(?:19|20)\d\d|last|early|late)|on \d{{1,2}} |at present|at the moment|currently|this (?:week|month|year|morning|spring|summer|autumn|winter))"
_WHERE = rf"(?:there|(?:at|on|in|over|outside|near|along|around|from|round|by) (?:the|that|this|those|his|her|their) (?:[a-z-]+ ){{0,2}}?{_SPOT}|(?:in|on|at|along) [a-z]+ (?:street|road|lane|square|avenue|way|park|estate))"
_AT = rf"(?:{_WHEN}|{_WHERE})\b"

#: The expression, for lower-case text and one sentence.
DONE = (
    # "We run cameras there on Fridays", "officers used three unmarked cars last week".
    rf"{_WHO} {_HAVE}{_WITH_TOOL} (?:[a-z0-9'-]+ ){{0,5}}?{TOOL}\b[^.;\n]{{0,60}}?\b{_AT}"
    # "Our dog unit attends the site each Friday", "we have been watching the house since May".
    rf"|{_WHO} {_HAVE}{_AT_SOMEBODY} (?!(?:[a-z-]+ ){{0,3}}?{_NO_PLACE}\b)(?:the|that|this|those|his|her|their|him|them|it|there|a|an|two|three|four|five|six|several|some)\b[^.;\n]{{0,60}}?\b{_AT}"
    # "The cameras at that junction were taken down in May", "the van was in the street on Tuesday".
    rf"|(?:the|our|those|these|that|this|two|three|four|five|six|several|some|a|an) (?:(?!of |any |no |that |which |who |where |when |how )[a-z-]+ ){{0,2}}?{TOOL}(?: [a-z'-]+){{0,4}}? (?:was|were|is|are|has been|have been) (?:(?:not|also|still|now|then|first|both|all|last|again) ){{0,2}}(?:taken down|put up|removed|installed|fitted|deployed|used|flown|parked|moved|placed|set up|bought|hired|switched o(?:n|ff)|in place|in use|brought|sent|pointed|aimed|trained|(?=there |in the |on the |at the |outside |in [a-z]+ street))\b[^.;\n]{{0,60}}?\b{_AT}"
    rf"|(?:cameras|drones|dogs|vans|sensors|informants) (?:was|were|have been) (?:taken down|put up|removed|installed|fitted|deployed|flown|parked|placed|set up|switched o(?:n|ff))\b[^.;\n]{{0,60}}?\b{_AT}"
    # "The surveillance ended in April."
    rf"|(?:the|our|that|this) (?:[a-z-]+ )?(?:surveillance|operation|monitoring|patrols?|stake-?out|deployment|raid|exercise) (?:at [a-z ]{{3,30}} |there )?(?:ended|began|started|stopped|ran|runs|lasted|took place|takes place|continues|was (?:carried out|authorised|run|called off|stood down|ended|stopped))\b[^.;\n]{{0,60}}?\b{_AT}"
)
#: One of these, a time or a place, stands in every match.
ANCHORS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekday", "weekend", " day", "night", "evening",
    "morning", "afternoon", "week", "month", "last year", "this year", "spring", "summer", "autumn", "winter", "yesterday",
    "january", "february", "march", "april", " may", "june", "july", "august", "september", "october", "november", "december",
    "in last", "since last", "until last", "during last", "from last", " early", " late", "at present", "at the moment", "currently",
    " there", " 19", " 20", "on 1", "on 2", "on 3", "on 4", "on 5", "on 6", "on 7", "on 8", "on 9", "on 0",
    "site", "junction", "street", "estate", "address", "premises", "house", "flat", "yard", "road", "park", "station", "centre", "event",
    "festival", "match", "rally", "protest", "demonstration", "meeting", "scene", "roundabout", "bridge", " lane", "field", "farm", "shop",
    " pub", " club", "market", "square", " town", "village", "building", "location", " area", "account", "lamp", " gate", "corner",
    "harbour", " port", "airport", "stadium", " ground", "school", "avenue", " way",
)  # fmt: skip
#: One of these, a tool or what is done to somebody, stands there too.
NEEDS = (
    " car", "vehicle", " van", "cycle", "bike", "helicopter", "boat", "camera", "cctv", "drone", "device", "sensor", "track", "microphone",
    " bug", "software", "spyware", "scanner", "imsi", " dog", "facial", "plate reader", "anpr", "technology", "equipment", " kit",
    "informant", "source", "agent", "covert", "undercover", "clothes", "surveillance", "wiretap", "intercept", "radar", "speed trap", "decoy",
    "aircraft", "balloon", "attend", "visit", "watch", "monitor", "patrol", "follow", "film", "photographed", "raid", "stopped", "arrest",
    "interviewed", "questioned", "cautioned", "suspended", "disciplined", "evicted", "tapped", "search", "operation", "stake",
    "deployment", "exercise",
)  # fmt: skip
