"""The UK Act applied by a Scottish public authority, or the Scottish Act by a UK-wide body.

FOISA s.3 and Schedule 1 say who is a Scottish public authority; FOIA s.80 leaves them to FOISA.
UK departments and UK-wide bodies answer under FOIA also in Scotland.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.bodies import is_uk_wide, may_be_uk_wide, sounds_scottish
from answerable.audit.wordings.lines import line_at, plainly
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Regime, Role, Severity, Span

RULE = Rule(
    code="SC104",
    slug="wrong-uk-scots-act",
    cites=(Cite(Regime.FOISA, "3"), Cite(Regime.FOIA, "80")),
    why=(
        "Section numbers, tests, time to review and the Commissioner all differ. A Scottish "
        "council has no powers under the UK Act and a UK department none under the Scottish one, "
        "so the whole notice hangs on the wrong law."
    ),
    fix="Answer under the Act that covers the authority, with its sections, tests and Commissioner.",
    own_law=False,
)

_SCOTS_ACT = Phrase(
    r"\bfreedom of information \(scotland\) act|\bfoi ?\(?s\)?a\b",
    "scotland", "foisa", "foi(s)a", "foi (s)a",
)  # fmt: skip
_UK_ACT = Phrase(
    r"\bfreedom of information act(?: 2000)?\b|\bfoia\b(?! ?\(s)|\bfoi act\b",
    "freedom of information act", "foia", "foi act",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the Act applied is not the one that covers the authority that writes."""
    if letter.regime in ("FOISA", "EISR"):
        found = list(_uk_under_scottish(letter)) or list(_says_elsewhere(letter))
    elif letter.authority.scottish:
        found = list(_scottish_under_uk(letter)) or list(_says_scottish(letter))
    else:
        found = list(_by_name(letter)) or list(_says_scottish(letter))
    yield from found or _by_its_limb(letter)


def _by_its_limb(letter: Letter) -> Iterator[Finding]:
    """A limb that is relied on is none of the Act that is named, and one of the other: "s.30(b)(ii)"."""
    other = _OTHER.get(letter.regime)
    for use in letter.relied() if other is not None else ():
        twin = Cite(other or Regime.FOIA, use.cite.number, use.cite.parts)
        if not law.exists(use.cite) and use.cite.parts and law.exists(twin):
            yield RULE.finding(
                letter,
                use.spans[0],
                f"{use.cite} does not exist, and {twin} does; check which Act covers the authority.",
                certainty=Certainty.LIKELY,
                severity=Severity.MEDIUM,
            )
            return


_OTHER = {"FOIA": Regime.FOISA, "FOISA": Regime.FOIA}


def _scottish_under_uk(letter: Letter) -> Iterator[Finding]:
    uses = [use for use in letter.relied() if use.cite.regime is Regime.FOIA]
    named = _UK_ACT.search(letter.own) or _in_headings(letter, _UK_ACT)
    if (
        named is None
        or letter.regime not in ("FOIA", "mixed")
        or (letter.regime == "mixed" and not uses)
    ):
        return
    if _SCOTS_ACT.found(letter.own) or _in_headings(letter, _SCOTS_ACT):
        return
    yield RULE.finding(
        letter,
        named,
        "A Scottish public authority answers under the Freedom of Information (Scotland) Act 2002 "
        f"({RULE.cites[0]}); the letter applies the UK Act.",
    )


def _uk_under_scottish(letter: Letter) -> Iterator[Finding]:
    if not may_be_uk_wide(letter):
        return
    wide = is_uk_wide(letter)
    spans = [
        use.spans[0]
        for use in letter.provisions
        if use.cite.regime.scottish and use.role is not Role.QUOTED
    ]
    yield RULE.finding(
        letter,
        _SCOTS_ACT.search(letter.own) or (spans[0] if spans else None),
        "A UK-wide body answers under the Freedom of Information Act 2000 also in Scotland; the "
        "letter applies the Scottish Act.",
        certainty=Certainty.SURE if wide else Certainty.LIKELY,
        cites=(RULE.cites[1], RULE.cites[0]),
    )


def _by_name(letter: Letter) -> Iterator[Finding]:
    """A body that seems by its name to be in Scotland applies the law of the rest of the country."""
    if letter.regime in ("FOIA", "EIR") and sounds_scottish(letter):
        yield RULE.finding(
            letter,
            _UK_ACT.search(letter.own) or _in_headings(letter, _UK_ACT),
            "By its name this may be a Scottish public authority, which answers under the "
            f"Scottish law ({RULE.cites[0]}); the letter applies the law of the rest of the country.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )


_BODY = r"(?:council|board|universit(?:y|ies)|college|force|constabulary|authority|trust|company|service|school|agency|body|regulator|commission|charity|court|partnership|institution|museum|infirmary|hospital)"
_US = rf"(?:we|we're|we've|our (?:\w+ )?{_BODY}|this (?:\w+ )?{_BODY}|the (?:\w+ ){{0,2}}{_BODY}|it|(?:[a-z]+ ){{1,2}}{_BODY},?|which)"
# "This Board, which runs hospitals in the Highlands of Scotland, answers to the Scottish Ministers."
_IN_SCOTLAND = Phrase(
    rf"\b{_US} (?:\w+ ){{0,3}}?(?:is|are|was|were|serves?|covers?|runs?|sits?|lies?|stands?|operates?|works?|provides?|has|have|based|established|founded)\b[^.]{{0,90}}\b(?:in|of|across|throughout|within|for|to) (?:the )?(?:\w+ ){{0,4}}?scotland\b"
    rf"|\b{_US} (?:\w+ ){{0,3}}?(?:is|are|was|being|'re)\b[^.]{{0,60}}\bscottish (?:\w+ ){{0,2}}?(?:council|authority|universit|college|board|body|county|islands?|burgh|charity|police|force|school|town|city|public)"
    rf"|\bas (?:an? |the |one of the )?(?:\w+ ){{0,3}}?scottish (?:\w+ ){{0,2}}?{_BODY}\b|\b(?:local|public|health|police|fire|education|harbour|planning|roads) (?:authority|authorities|board|service|body) (?:of|in|for) (?:the \w+ of )?scotland\b"
    r"|\b(?:funded|financed|paid for|appointed|set up|established|created|sponsored) (?:\w+ )?by (?:the )?(?:scottish (?:funding council|government|ministers|parliament|executive)|an act of the scottish parliament)|\b(?:reports?|answers?|answerable|accountable|responsible) to (?:the )?scottish (?:ministers|parliament|government)\b"
    r"|\b(?:established|set up|constituted|created|incorporated|acts?|powers|functions|duties) (?:by|under) [^.]{0,60}\(scotland\) act\b|\b(?:we are|part of|belongs? to|within) (?:nhs scotland|police scotland)\b|\b(?:one of|among) scotland's\b|\b(?:our|its|the \w+'s) (?:\w+ ){0,3}?(?:money|funds?|funding|grants?|income|budget)\b[^.]{0,40}\bfrom (?:the )?scottish (?:funding|government|ministers)|\b(?:gets?|receives?|draws?|has) (?:\w+ ){0,3}?(?:money|funds?|funding|grants?|income|budget) (?:\w+ )?from (?:the )?scottish (?:funding|government|ministers)",
    "scotland", "scottish",
)  # fmt: skip
# The same said of another: "an agreement with a Scottish neighbour", "our office in Scotland".
_NOT_US = Phrase(
    r"\b(?:not|n't|neither|neighbour\w*|outside|border|united kingdom|uk\b|westminster|whitehall|hm \w+|england|wales|freedom of information \(scotland\)|(?:an?|one|our|local|regional) offices? (?:\w+ )?in|you (?:live|are|write|say|asked|quoted)|your (?:home|address)|applicant|commissioner|agreement with|contract with|supplied by|for scotland's|(?:visit|meeting|conference|case|trial|inquiry|sites?|stations?|visits) \w* ?in)\b",
    "not", "n't", "neither", "neighbour", "outside", "border", "united", "uk", "westminster", "whitehall", "hm ", "england", "wales", "(scotland)", "office", "you ", "your ", "applicant", "commissioner", "with", "supplied", "scotland's", "in scotland", "in the",
)  # fmt: skip


def _says_scottish(letter: Letter) -> Iterator[Finding]:
    """The letter applies the law of the rest of the country and says of itself that it is Scottish."""
    if letter.regime not in ("FOIA", "EIR"):
        return
    span = next(plainly(_IN_SCOTLAND, _NOT_US, letter.own), None)
    if span is not None and not is_uk_wide(letter) and not _SCOTS_ACT.found(letter.own):
        yield RULE.hint(
            letter,
            span,
            "By what it says of itself this may be a Scottish public authority, which answers under "
            f"the Scottish law ({RULE.cites[0]}); the letter applies the law of the rest of the country.",
        )


# Shires and bodies that Scotland does not have.
_PLACES = (
    r"(?:england|wales|northern ireland|devon|somerset|cornwall|dorset|kent|essex|(?:east|west) sussex|surrey|hampshire|wiltshire|gloucestershire|oxfordshire|berkshire"
    r"|buckinghamshire|hertfordshire|bedfordshire|cambridgeshire|norfolk|suffolk|lincolnshire|nottinghamshire|derbyshire|leicestershire|rutland|northamptonshire|warwickshire"
    r"|worcestershire|herefordshire|shropshire|staffordshire|cheshire|lancashire|merseyside|(?:\w+ )?yorkshire|durham|northumberland|cumbria|tyneside|london|bristol|birmingham"
    r"|manchester|liverpool|leeds|sheffield|newcastle|nottingham|norwich|exeter|plymouth|cardiff|swansea|gwynedd|powys|dyfed|gwent|glamorgan|belfast|ulster|antrim|the isle of wight|the midlands|the thames valley)"
)
_ELSEWHERE = Phrase(
    r"\b(?:department|ministry|agency|body|regulator|authority|arm|part|office|company|commission|inspectorate)\b[^.]{0,30}\b(?:of|to) (?:the |his majesty's |her majesty's |hm )?(?:uk|united kingdom|british|westminster|government of the united kingdom)\b"
    r"|\b(?:we|our|this|it)\b[^.]{0,60}\b(?:(?:the )?whole of (?:the )?(?:uk|united kingdom|great britain|britain)|(?:uk|britain)[- ]wide|(?:throughout|across|every part of|all parts of) (?:the )?(?:uk|united kingdom|great britain|britain)|(?:uk|united kingdom|great britain|britain) as a whole)\b|\bas an? (?:\w+ ){0,3}?for (?:the )?(?:uk|united kingdom|great britain|britain)\b|\buk (?:government )?(?:department|ministry|regulator|agency)\b"
    rf"|\b(?:we|our|this|the (?:\w+ )?{_BODY}|an?)\b(?: \w+){{0,4}}? (?:is|are|serves?|serving|covers?|covering|runs?|sits?|lies?|operates?|based|works?|provides?|polices?|teaches|for|of|in)\b (?:\w+ ){{0,6}}?{_PLACES}\b"
    rf"|\b(?:our|this|as an?|we are an?|we're an?|we are the|being an?) (?:\w+ ){{0,3}}?(?:nhs foundation trust|foundation trust|academy trust|multi-academy trust|parish council|(?:district|borough|county|unitary|metropolitan|london borough|english|welsh) (?:borough |district |county )?council|combined authority|integrated care board|police and crime commissioner|internal drainage board|english \w+|welsh \w+|hm \w+|department of state)\b",
    "uk", "united kingdom", "british", "britain", "westminster", "crown", "foundation trust", "academy trust", "parish council", "district", "borough", "county", "unitary", "metropolitan", "english", "welsh", "combined authority", "care board", "crime commissioner", "drainage board", "hm ", "department of state",
    "england", "wales", "ireland", "devon", "somerset", "cornwall", "dorset", "kent", "sex", "surrey", "shire", "norfolk", "suffolk", "rutland", "merseyside", "durham", "northumberland", "cumbria", "tyneside", "london", "bristol", "birmingham", "manchester", "liverpool", "leeds", "sheffield", "newcastle", "nottingham", "norwich", "exeter", "plymouth", "cardiff", "swansea", "gwynedd", "powys", "dyfed", "gwent", "glamorgan", "belfast", "ulster", "antrim", "wight", "midlands", "thames",
)  # fmt: skip
_ABOUT_OTHERS = Phrase(
    r"\b(?:not|n't|neither|neighbour\w*|you|your|applicant|compan(?:y|ies)|firms?|suppliers?|contractors?|bidd\w+|correspondence|letters? (?:from|to|with)|e-?mails? (?:from|to|with)|relations|between|departments? of the uk|ministers?|commissioner|wycliffe|wilmslow|act 20\d\d|agreement|comparison|compared|moved|went|came from|sent|report|article|training|conference|crown (?:office|estate|copyright|court))\b",
    "not", "n't", "neither", "neighbour", "you", "applicant", "compan", "firm", "supplier", "contractor", "bid", "correspondence", "letter", "mail", "relations", "between", "departments", "minister", "commissioner", "wycliffe", "wilmslow", "act 20", "agreement", "compar", "moved", "went", "came", "sent", "report", "article", "training", "conference", "crown",
)  # fmt: skip


# "That Act does not bind us": the question was asked, and answered in the letter.
_KNOWS = Phrase(
    r"\b(?:under|by|in) the (?:uk )?(?:act of 2000|2000 act)\b|\bact (?:does not|doesn't) (?:bind|apply to|cover|extend to) (?:us|the|this|our)\b|\bnot (?:bound|covered) by\b",
    "act of 2000", "2000 act", "not bind", "not apply", "not cover", "not extend", "n't bind", "n't apply", "n't cover", "not bound",
)  # fmt: skip


def _says_elsewhere(letter: Letter) -> Iterator[Finding]:
    """The letter applies the Scottish law and says of itself that it is not a Scottish body."""
    if _KNOWS.found(letter.own):
        return
    for span in _ELSEWHERE.among(letter.own):
        line = line_at(letter.own, span.start)
        if not _ABOUT_OTHERS.found(letter.own, line.start, span.end):
            yield RULE.hint(
                letter,
                span,
                "By what it says of itself this seems not to be a Scottish public authority; the "
                "letter applies the Scottish law.",
            )
            return


def _in_headings(letter: Letter, phrase: Phrase) -> Span | None:
    return phrase.search(letter.flow[:1500].lower())
