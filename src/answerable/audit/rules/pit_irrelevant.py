"""Embarrassment, misunderstanding and the like are weighed against disclosure.

ICO guidance on the public interest test: not valid reasons on their own.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.weighed import argued
from answerable.letters.phrases import Phrase
from answerable.model import Block, BlockKind, Finding, Letter, Outcome, Source, Span, Voice

RULE = Rule(
    code="PI108",
    slug="pit-irrelevant",
    cites=(
        Source(
            "ICO guidance on the public interest test",
            "https://ico.org.uk/for-organisations/foi/freedom-of-information-and-environmental-information-regulations/the-public-interest-test/",
        ),
    ),
    why=(
        "That information could be misread, or would embarrass, can be met by explaining it. "
        "The regulator gives such arguments no weight, and they weaken the good ones."
    ),
    fix=("Take the factor out; if the information could mislead, send an explanation with it."),
)
_IRRELEVANT = Phrase(
    r"(?:would|could|might|may|likely to|risk of|cause|causing|causes|potential(?:ly)?|lead to|open to|remarks which would)\b.{0,40}(?:embarrass|misinterpret|misunderst|misconstru|misreport|misrepresent|confus(?:e|ed|ing|ion)|(?:be )?misle(?:d|ad))|taken out of context|\b(?:has|have) (?:\w+ )?embarrassed\b|(?:embarrassing|embarrassment) (?:to|for)|(?:would|could|might) (?:find|make) (?:\w+ ){0,3}(?:awkward|uncomfortable|unwelcome)|uncomfortable reading|wrong end of the stick|read too much into|take fright|look foolish|ridicul|(?:figures|phrases|terms|words|material) (?:that |which )?(?:they|people|readers|residents) (?:do not|would not|might not|cannot) (?:properly )?understand|too (?:complex|technical) (?:for|to be understood)|criticism of (?:us\b|our\b|members|ministers|officers|the (?:council|trust|authority|department|board|university|force|agency|government|minister|mayor|leader|chief|officers?|members|school|service|college))",
    "embarrass", "misinterpret", "misunderst", "misconstru", "misreport", "misrepresent", "confus", "misle", "awkward", "take fright", "foolish", "ridicul", "uncomfortable", "unwelcome", "wrong end", "too much", "out of context", "too complex", "too technical", "criticism", "not understand", "cannot understand", "properly understand",
)  # fmt: skip
_SET_ASIDE = Phrase(
    r"\bno weight|not (?:commercial harm|harm|prejudice|a (?:valid |relevant |good )?(?:reason|factor)|taken|given|relevant|weighed|considered)|disregard|irrelevant|set aside|avoid (?:confusion|doubt)",
    "no weight",
    "not ",
    "disregard",
    "irrelevant",
    "set aside",
    "avoid",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire where the letter counts embarrassment or misunderstanding against disclosure."""
    if not letter.balances and not letter.relied() and letter.outcome is Outcome.PARTIAL:
        return  # nothing is refused on an exemption, so nothing is counted against disclosure
    for span in _IRRELEVANT.among(letter.own):
        start = letter.own.rfind("\n", 0, span.start) + 1
        if not _SET_ASIDE.found(letter.own, start, span.end + 60):
            in_balance = any(_is_beside(letter, span, b.span) for b in letter.balances)
            if in_balance or not letter.balances:
                yield RULE.finding(
                    letter,
                    span,
                    "The letter counts possible misunderstanding or embarrassment against "
                    "disclosure, which the regulator does not accept as a reason.",
                )
                return


def _is_beside(letter: Letter, span: Span, balance: Span) -> bool:
    """Whether ``span`` stands in a balance, or in the paragraph that ends with it."""
    if balance.start <= span.start < balance.end:
        return True
    for number, block in enumerate(letter.blocks):
        if block.span.start <= balance.start < block.span.end:
            if block.span.start <= span.start < balance.start:
                return True
            return _is_listed_above(letter.blocks[max(0, number - _ITEMS) : number], span)
    return False


_ITEMS = 8


def _is_listed_above(before: tuple[Block, ...], span: Span) -> bool:
    """Whether ``span`` stands in a list that ends where the balance begins: "regard to: (a) …"."""
    for block in reversed(before):
        if block.kind is not BlockKind.ITEM or block.voice is not Voice.AUTHORITY:
            return False
        if block.span.start <= span.start < block.span.end:
            return True
    return False


# What is no factor at all, by what it is about. How it would be read:
_MISREAD = Phrase(
    r"\bmis(?:read|judg|quot|represent|constru|interpret|underst)\w*|\b(?:wrong|false|unwarranted|unfair|mistaken|hasty) (?:conclusion|idea|impression|end|message|inference|way|picture|view)|\b(?:jump|leap|rush)\w* to (?:\w+ )?(?:conclusion|judgment)|\blay(?: |-)?(?:reader|person|people|man|men|public|members|audience)|\b(?:non-specialist|untrained|unversed|uninitiated|layman)|\b(?:too|so|very|highly|rather) (?:complicated|complex|technical|intricate|specialised|detailed|dense|difficult|hard)\b|\b(?:complicated|complex|technical|intricate|difficult|hard|not easy) (?:for|to) (?:\w+ ){0,4}?(?:follow|understand|read|grasp|interpret|people|public|reader)|\b(?:tables?|figures|data|statistics|calculations?|papers?|documents?|notes|spreadsheets?|report) (?:is|are) (?:\w+ )?(?:complicated|complex|technical|intricate|opaque|confusing|full of jargon)|\bout of (?:their |its )?context\b|\bwithout (?:the |its |their )?(?:context|explanation|background)|\black(?:s|ing)? (?:\w+ )?(?:context|background)|\bat face value|\b(?:not|n't|hardly|never|struggle to|unable to) (?:\w+ ){0,2}(?:understand|follow|grasp|appreciate|make sense of|know what to make)|\bhalf-?(?:truth|understood)|\bgarbl|\bdistort|\btwist|\bsensation|\bconfus|\bmisle(?:a)?d|\bread too much into|\bput(?:s|ting)? (?:\w+ ){0,3}(?:construction|gloss|spin) on|\bhead n?or tail\b|\bhead or tail\b|\bordinary (?:people|person|members|readers?|citizens?|folk|residents?)\b|\b(?:cannot|can't|could not|couldn't|would not|wouldn't) be expected to\b|\bpanic|\bover-?react|\bworry\b|\bexpertise\b|\bspecialist (?:knowledge|terms|language)|\bjargon|\bin the wrong hands\b|\bselective(?:ly)?\b|\bcherry-?pick|\bnuance|\bbewilder|\bbaffl|\bover the heads?\b",
    "mis", "wrong", "false", "unwarr", "unfair", "hasty", "jump", "leap", "rush", "lay", "non-spec", "untrained", "unversed", "uninit", "complicated", "complex", "technical", "intricate", "special", "detailed", "dense", "difficult", "hard", "not easy", "opaque", "jargon", "context", "explanation", "background", "face value", "understand", "follow", "grasp", "appreciate", "make sense", "to make", "half", "garbl", "distort", "twist", "sensation", "confus", "too much", "construction", "gloss", "spin", "head ", "ordinary", "expected to", "panic", "react", "worry", "expertise", "wrong hands", "selective", "cherry", "nuance", "bewilder", "baffl",
)  # fmt: skip
# How the authority or its people would look:
_LOOKS = Phrase(
    r"\bembarrass|\bred faces?|\bblush|\b(?:loss of|los(?:e|ing)|save|saving) face|\bhumiliat|\bmortif|\bawkward|\buncomfortabl|\bdiscomfort|\bdiscomfit|\bunflattering|\bunseemly|\b(?:bad|poor|unfavourable|unkind) light\b|\b(?:look|looking|appear|seem|feel) (?:bad|foolish|silly|incompetent|weak|ridiculous|stupid|hypocritical)|\blaughing ?stock|\bridicul|\bmock(?:ed|ery)|\bjeer|\blive (?:it|this|that) down|\begg on\b|\b(?:dents?|dented|dint|knock|hurt|wound)\w* (?:\w+ ){0,2}(?:pride|image|reputation|feelings|confidence in us)|\b(?:reputation|image|standing|prestige|dignity|good name|credibility|esteem)\b|\btarnish|\bdisrepute|\b(?:bad|negative|adverse|hostile|unwelcome|unhelpful|critical|unkind) (?:press|publicity|coverage|headlines?|stor(?:y|ies)|comments?|attention|articles?|reports|reaction)|\bheadlines?\b|\b(?:press|media|newspapers?) (?:interest|attention|storm|frenzy|speculation|would|could|might)|\bcritici[sz]\w+|\b(?:be|being|get|getting|were|was) blamed\b|\bblame\b|\breproach|\boutcry|\bcontrovers|\bgossip|\btittle|\bspeculat|\brumour|\bpublic (?:anger|ridicule|alarm|upset)|\bupset(?:s|ting)?\b|\bunwelcome|\bin a huff|\b(?:good|working) relations\b|\bgood(?:-| )?will\b|\bscandal|\bpoor(?:ly)? view\b|\bthink (?:less|ill|badly) of|\bmade to (?:look|feel|seem|appear)\b|\bfools?\b|\b(?:look|appear|seem)(?:s|ed|ing)? (?:\w+ ){0,2}(?:inept|careless|naive|petty|amateur\w*|disorgani[sz]ed|out of touch|unprofessional|sloppy)|\bcringe|\bsnigger|\blaugh|\bteas(?:e|ed|ing)\b|\bpersonal (?:embarrassment|discomfort)|\bdeparting|\bconfidence in (?:us|the (?:council|trust|authority|board|force|department|leadership|management|university))\b|\b(?:our|the \w+'s) (?:mistakes?|errors?|failings?|shortcomings|lapses)\b|\b(?:at|in) (?:his|her|their|its|our) (?:best|worst|shoes)\b|\bnot show (?:\w+ ){1,3}(?:at|in)\b|\b(?:promoted|retired|moved on|left the|no longer here|since gone)\b|\bseized? (?:up)?on\b|\b(?:local|national|daily|weekly|evening) (?:paper|papers|press|rag)\b|\bpounce|\bmade much of\b|\bmake(?:s|ing)? much of\b|\bmake hay\b|\btrying for\b|\bfind (?:\w+ ){1,3}(?:trying|painful|hurtful|hard|difficult|galling)\b|\bpainful\b|\bhurtful\b|\buneasy|\banxious|\bshow(?:s|n|ing)? (?:us|the \w+|members|ministers|officers) up\b|\bdirty (?:linen|washing)",
    "embarrass", "red face", "blush", "humil", "mortif", "awkward", "comfort", "discom", "unflat", "unseem", "ridicul", "mock", "jeer", "egg on", "hurt", "reputation", "image", "prestige", "dignity", "good name", "credib", "esteem", "tarnish", "disrepute", "press", "publicity", "coverage", "headline", "comment", "article", "reaction", "criticis", "criticiz", "blame", "reproach", "outcry", "controv", "gossip", "tittle", "speculat", "rumour", "alarm", "upset", "unwelcome", "huff", "scandal", "made to", "fool", "inept", "careless", "naive", "petty", "amateur", "disorgani", "unprof", "sloppy", "cringe", "snigger", "laugh", "teas", "confidence in", "mistake", "failing", "shortcoming", "lapse", "show", "linen", "promoted", "retired", "moved on", "left the", "seize", "paper", "pounce", "much of", "trying", "pain", "hurt", "galling", "uneasy", "anxious", "washing", "of face", "lose face", "losing face", "save face", "saving face", "bad light", "poor light", "unfavourable light", "unkind light", "live it down", "live this down", "live that down", "bad", "silly", "incompetent", "weak", "stupid", "hypocrit", "pride", "feelings", " standing", "story", "stories", "media ", "newspaper", "bad attention", "negative attention", "adverse attention", "hostile attention", "unhelpful attention", "critical attention", "unkind attention", " error", " anger", "good relations", "working relations", "goodwill", "good will", "good-will", "poor view", "poorly view", "think less", "think ill", "think badly", "thinks less", "out of touch", "his best", "her best", "their best", "its best", "our best", "his worst", "her worst", "their worst", "its worst", "our worst", "no longer here", "since gone", " rag", "make hay",
)  # fmt: skip
# What trouble it would be, whose friends would suffer, how old it is, and that nobody else cares:
_TROUBLE = Phrase(
    r"\bscor(?:e|es|ing) (?:\w+ )?points|\bpoint-?scoring|\bpolitical (?:capital|advantage|football|opponents|gain|damage|fallout|points|ends|mileage)|\bopponents\b|\bopposition (?:party|members|group|councillors)|\b(?:eve of|ahead of|before|run-up to) (?:the |an )?(?:\w+ )?(?:election|poll\b)|\bused against (?:us|the (?:council|authority|board|department|trust)|ministers|members|officers)|\bstick to beat|\bammunition|\bmischief|\bstir(?:ring)? up"
    r"|\b(?:staff|officers?|clerks?|team|office|colleagues|switchboard|we|us)\b.{0,50}\b(?:answer|deal|field|explain|reply|respond|cope)\w*\b.{0,40}\b(?:letters|calls|enquiries|inquiries|questions|correspondence|complaints|requests|e-?mails|callers)|\b(?:staff|officers?'?s?|clerk's|team's|our) time\b|\binconvenien|\bnuisance|\b(?:extra|more|additional) work\b|\b(?:further|more|other|follow-up|copycat|similar) (?:questions|requests|enquiries|letters|calls|complaints|correspondence)\b|\b(?:flood|wave|rash|spate|stream|host) of\b|\bdistract|\bdivert\w*\b.{0,30}\b(?:time|staff|officers|effort)|\bworkload|\bhassle|\bbother"
    r"|\bout[- ]of[- ]date|\boutdated|\bsuperseded|\bobsolete|\bno longer (?:current|accurate|reflects?|up to date)|\b(?:errors|mistakes|inaccurac\w+|omissions)\b|\binaccurate|\bincorrect figures|\bincomplete picture|\bold news|\bwater under|\blong (?:since|past)\b|\bpoor quality|\b(?:not|un|less than|far from|hardly) ?(?:reliable|accurate|complete|checked|verified|polished|finished|robust|perfect|tidy)\b|\bunreliable|\bunverified|\bunchecked|\bin a hurry|\bhurried|\bhast(?:y|ily)\b|\bphones?\b[^.\n]{0,20}\b(?:ring|off)\b|\bphone calls|\bput(?:s|ting)? (?:\w+ ){0,2}to (?:the |more |extra |some )?(?:trouble|expense|bother)|\btie(?:s|d)? up\b|\btak(?:e|es|ing) up (?:\w+ )?time|\bpostbag|\binbox|\btoo busy\b|\b(?:cost|expense) of (?:copying|answering|redact|explaining|dealing)|\bbadly (?:written|drafted|worded)|\brough and ready"
    r"|\b(?:long|loyal|distinguished|unblemished|faithful|years of|decades of|valued) (?:service|career|record|servant)|\bthinks? the world of|\b(?:highly|well|widely|much)[- ](?:regarded|respected|thought of|liked|loved|esteemed)|\b(?:in (?:post|office|the job|the role)|with us|served) for (?:\w+ ){1,3}(?:years|decades)|\bseniority|\bsenior (?:figure|position|rank|person|standing)|\bpopular\b|\b(?:near|close to|about to retire|nearing) retirement|\babout to retire"
    r"|\b(?:nobody|no one|no-one|few(?: people)?|hardly anyone|scarcely anybody) (?:else )?(?:has|have|is|are|would|seems?|cares?) (?:\w+ ){0,2}(?:asked|interested|written|complained|cares?|notice)|\b(?:little|no|small) (?:public |general |local )?(?:appetite|demand|curiosity)\b|\bcuriosity\b|\bno (?:\w+ )?(?:call|clamour|pressure|push|appetite|wish) (?:for|to)\b|\bdull\b|\bboring|\btedious|\bdry (?:reading|stuff)|\bof (?:little|no|limited) (?:real |general |wider )?interest (?:to|for)\b|\bnothing (?:new|of interest)\b|\bcomplain (?:to us|about)|\bwhip(?:ped|ping)? up",
    "scor", "political", "opponents", "opposition", "election", "poll", "used against", "stick to", "ammunition", "mischief", "stir", "letters", "calls", "enquiries", "inquiries", "questions", "correspondence", "complaints", "requests", "mails", "time", "inconven", "nuisance", "flood", "wave", "rash", "spate", "stream", "host of", "distract", "divert", "hassle", "bother", "superseded", "obsolete", "no longer", "errors", "mistakes", "inaccura", "omissions", "incorrect", "incomplete", "old news", "quality", "badly", "rough", "reliable", "accurate", "complete", "checked", "verified", "polished", "finished", "robust", "perfect", "tidy", "hurr", "hast", "phone", "trouble", "expense", "postbag", "inbox", "busy", "world of", "regarded", "respected", "thought of", "liked", "loved", "esteemed", "years", "decades", "senior", "popular", "retire", "nobody", "no one", "no-one", "few", "hardly", "scarcely", "appetite", "demand", "curiosity", "clamour", "pressure", "push", "dull", "boring", "tedious", "dry ", "nothing", "complain", "whip", "of date", "of-date", "outdated", "water under", "tie up", "ties up", "tied up", "interest to", "interest for", "extra work", "more work", "additional work", "workload", "long since", "long past", "caller", " call for", " call to", "long service", "long career", "long record", "long servant", "loyal", "distinguished", "unblemished", "faithful", "years of", "decades of", "valued",
)  # fmt: skip
# "We disregarded that", "it is not on that account": said of such a thing, or just after it.
_NOT_COUNTED = Phrase(
    r"\bdisregard|\bno weight|\bno part\b|\birrelevant|\bset (?:it |this |that |them )?aside|\bput (?:\w+ ){0,2}(?:aside|to one side|out of)|\bignor|\bout of account|\bnot (?:\w+ ){0,3}(?:account|reason|factor|relevant|count|matter|weigh|consider|allowed|enough)\w*|\bno (?:reason|answer|excuse|ground|bar|factor|argument)\b|\bspare\b",
    "disregard", "no ", "irrelevant", "aside", "put ", "ignor", "account", "not ", "spare",
)  # fmt: skip


def _uncounted(letter: Letter, span: Span) -> bool:
    """Whether the sentence, or the one after it, says that such a thing was given no weight."""
    start, end = line_at(letter.own, span.start)
    return _NOT_COUNTED.found(letter.own, start, line_at(letter.own, end + 1).end)


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A factor against disclosure is about how it would look or what trouble it would be."""
    for place in argued(letter):
        for family in (_MISREAD, _LOOKS, _TROUBLE):
            for span in family.among(letter.own, *place):
                if not _uncounted(letter, span):
                    yield RULE.hint(
                        letter,
                        span,
                        "This may count embarrassment, misreading or convenience against disclosure.",
                    )
