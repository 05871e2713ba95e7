"""A licence to re-use, on a letter that supplies nothing.

A contradiction of the template, not a breach. Re-use: SI 2015/1415.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.reading import shows
from answerable.model import Finding, Letter, Outcome, Source, Span

RULE = Rule(
    code="SN114",
    slug="ogl-on-refusal",
    cites=(
        Source(
            "Re-use of Public Sector Information Regulations 2015",
            "https://www.legislation.gov.uk/uksi/2015/1415",
        ),
    ),
    why=(
        "A licence for information that is withheld, or whose existence is not confirmed, is a "
        "sentence left over from a template. In a letter that neither confirms nor denies it "
        "may read as if something were held."
    ),
    fix=("Take the sentence out."),
)
_NOTHING_SUPPLIED = (
    Outcome.REFUSED,
    Outcome.NCND,
    Outcome.COST_LIMIT,
    Outcome.VEXATIOUS,
    Outcome.REPEATED,
)


# Something goes with the letter, whatever it calls it.
_ENCLOSED = Phrase(
    r"\b(?:the enclos(?:ures?|ed \w+) (?:may|can|is|are)|what you are getting)\b",
    "enclos", "getting",
)  # fmt: skip


# "No licence is needed from us": no licence is given.
_NOT_OURS = Phrase(
    r"\bno (?:\w+ )?licence (?:is|was) (?:needed|required|given)|\blicen[cs]ed us\b",
    "licence", "licensed us", "licenced us",
)  # fmt: skip

# "The tonnages can be re-used": then they were given.
_OF_THAT = compiled(
    r"re-?use of the (?!information|material|content|data\b|document|response|letter|reply|enclos|above)\w+|(?:the|these|those|our) (?!information|material|content|data\b|document|response|letter|reply|copyright|open|notice|answer|licence|above)(?:\w+ )?\w+s (?:can|may|are) (?:now |also |freely )?(?:be |free to be )?re-?us"
)
_ELSEWHERE = (Outcome.ALREADY_ACCESSIBLE, Outcome.NOT_HELD, Outcome.FUTURE_PUBLICATION)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when nothing is supplied and re-use is licensed all the same."""
    reuse = letter.shows.reuse
    if reuse is None or letter.outcome not in _NOTHING_SUPPLIED or letter.shows.supplied:
        return
    if _ENCLOSED.found(letter.own) or _NOT_OURS.found(letter.own):
        return
    line = line_at(letter.own, reuse.start)
    if _OF_THAT.match(letter.own, line.start, line.end) is not None:
        return
    yield RULE.finding(
        letter,
        reuse,
        "The letter licenses re-use although it supplies no information.",
    )


# Leave to copy, share or build on what is sent: what may be done, who may do it, and with what.
_DOING = r"(?:re-?us(?:e|ed|ing)|copy(?! of| out)|copied|copying|share(?! may| drive)|shared(?! drive)|sharing|reproduc\w+|re-?publish\w*|publish(?:ing)?\b(?! scheme)|distribut\w+|re-?distribut\w+|circulat\w+|adapt(?:ed|ing)?|build (?:up)?on|building (?:up)?on|exploit\w*|make (?:\w+ )?(?:\w+ )?use of (?:it|them|the|this|these|what)|use (?:the|this|that|these|any|our|all|what) (?:\w+ ){0,2}?(?:information|data|material|content|documents?|records|figures|we)\b|use[d]? (?:it |them |the \w+ )?(?:for (?:any|commercial|research|your own|whatever|non-commercial)|as you|however|freely|in any way)|quote[d]?|remix\w*|pass (?:it|them) on|passed on|download(?:ed)?|do (?:what|as) you (?:like|wish|please))"
_MAY = r"(?:may|can|free|freely|happy|welcome|entitled|permi(?:t\w*|ssion)|allow\w*|licen[cs]\w*|grant\w*|leave|consent|go ahead|feel free|no (?:objection|restriction|copyright restriction)|without (?:\w+ ){0,2}(?:permission|charge|restriction|asking|fee)|at liberty|authoris\w*|pleased|invite[ds]?|encourage[ds]?|let you|want\w*|hope)"
_SENT = r"(?:(?:the |this |that |these |those |our |any |all |above |attached |enclosed |following |accompanying |supplied )*(?:information|data|dataset|material|content|sheets?|records?|documents?|figures|papers?|files?|text|report|contents?|release|attachment|enclosure|disclosure|attached|enclosed|above)|what (?:we|you|is|has|was)|it\b|them\b)"
_LICENSES = Phrase(
    rf"\b{_MAY}\b[^.\n]{{0,90}}\b{_DOING}\b[^.\n]{{0,90}}|\b{_DOING}\b[^.\n]{{0,60}}\b{_MAY}\b|\b(?:open|public sector|crown|creative commons|standard|government|click-?use)(?: \w+)? licen[cs]e\b|\b(?:grants?|gives?|granted|given|hereby|have|has)\b[^.\n]{{0,70}}\blicen[cs]e[ds]?\b[^.\n]{{0,50}}\b(?:over|to|for|of|in)\b|\b(?:licen[cs]ed|made available|released|offered|supplied|provided) (?:to you )?(?:under|on|subject to) (?:the terms of |an? |our |the )?(?:\w+ ){{0,3}}(?:licen[cs]e|terms)\b|\battribution\b|\backnowledg\w+ (?:of )?(?:the|us|our|its|source|as)\b|\bcontains public sector information\b|\bre-?us\w* (?:of|licen[cs]e|terms|conditions|statement|notice|rights)\b|\bcrown copyright\b|\bcopyright\b[^.\n]{{0,120}}\b{_DOING}\b",
    "re-us", "reus", "copy", "copied", "shar", "reproduc", "publish", "distribut", "circulat", "adapt", "build", "exploit", "quote", "remix", "pass", "download", "do what", "do as", "licen", "public sector", "terms", "attribution", "acknowledg", " use",
)  # fmt: skip
_OF_WHAT = Phrase(
    rf"\b{_SENT}\b[^.\n]{{0,40}}(?:$|[^.\n])", "information", "data", "material", "content", "sheet", "record", "document", "figures", "paper", "file", "text", "report", "release", "attach", "enclos", "disclos", "above", "what ", "it", "them",
)  # fmt: skip
# "It isn't an open licence, and this letter grants none", "anyone may copy it and undercut them".
_GRANTS_NONE = Phrase(
    r"\b(?:not|n't|no|none|never|cannot|nor|neither|rivals?|competitors?|bidders?|would|could|might|if (?:we|it|they)|because|since|so that|fear\w*|harm\w*|exempt\w*|offenders?|criminals?|thieves|internal review|commissioner)\b(?! (?:\w+ )?(?:charge|cost|fee|permission|restriction|objection|copyright restriction|further permission|need to ask))",
    "not", "n't", "no", "never", "rival", "competitor", "bidder", "would", "could", "might", "if ", "because", "since", "so that", "fear", "harm", "exempt", "offender", "criminal", "thieves", "review", "commissioner",
)  # fmt: skip
_REFUSES = (*_NOTHING_SUPPLIED, *_ELSEWHERE, Outcome.PARTIAL)


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Leave is given to copy or share, and no other words than those hand anything over."""
    reuse = letter.shows.reuse
    if reuse is not None and letter.shows.supplied is None and letter.outcome in _ELSEWHERE:
        if not _ENCLOSED.found(letter.own) and not _NOT_OURS.found(letter.own):
            yield RULE.hint(letter, reuse, _CHECK)
        return
    if letter.outcome not in _REFUSES or _NOT_OURS.found(letter.own):
        return
    for span in _LICENSES.among(letter.own):
        line = line_at(letter.own, span.start)
        if _GRANTS_NONE.found(letter.own, *line) or not _OF_WHAT.found(letter.own, *line):
            continue
        # In a letter that was read as giving a part: only where the licence's own words were so read.
        given = letter.shows.supplied
        alone = given is not None and line.start <= given.start < line.end
        if letter.outcome is Outcome.PARTIAL and not alone:
            continue
        if not _hands_over(letter, line):
            yield RULE.hint(letter, span, _CHECK)
            return


_CHECK = "Check that something is supplied that can be re-used."


# "The survey is enclosed and the licence covers it", not "the attached may be reproduced".
_ENCLOSES = compiled(
    r"\b(?:is|are|am|we|i) (?:now |also |hereby )?(?:enclos|attach|sent\b|sending|send\b|releas|suppl|provid)\w*"
)


def _hands_over(letter: Letter, licence: Span) -> bool:
    """Whether a sentence before or after that of the licence supplies something."""
    return (
        _ENCLOSES.search(letter.own, *licence) is not None
        or shows.supplied(letter.own, 0, licence.start) is not None
        or shows.supplied(letter.own, licence.end, len(letter.own)) is not None
    )
