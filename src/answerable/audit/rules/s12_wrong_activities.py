"""A cost estimate that counts work the law does not let it count.

SI 2004/3244 reg 4(3): finding out whether the information is held, locating, retrieving and
extracting it. FOISA: SSI 2004/467 reg 3 leaves out deciding whether it is held or exempt.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.cost import limit_refusal
from answerable.audit.wordings.lines import around, line_at
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Outcome, Severity, Source, Span

RULE = Rule(
    code="CV103",
    slug="s12-wrong-activities",
    interprets=True,
    cites=(
        Source("Fees Regulations 2004, reg 4(3)", "https://www.legislation.gov.uk/uksi/2004/3244"),
    ),
    why=(
        "Only four things may be counted: working out whether the information is held, finding "
        "it, getting it and taking it out of what else is there. Redaction, consulting others, "
        "weighing exemptions and checking or approving the answer may not, and an estimate that "
        "needs them to pass the limit fails."
    ),
    fix="Take that time out, work the estimate again and see whether it still passes the limit.",
)
_SCOTTISH = Source(
    "Fees for Required Disclosure (Scotland) Regulations 2004, reg 3",
    "https://www.legislation.gov.uk/ssi/2004/467",
)

_WEIGHING = (
    r"|\b(?:consider|decid|assess|determin|check|work|review|apply|identify|establish)(?:e|s|ing|ed|ing out)?"
    r"\b.{0,50}\b(?:exempt|withh)|\bpublic interest test"
    r"|\b(?:consider|decid|assess|determin|judg)(?:e|s|ing|ed)? (?:whether|if|what|which)\b.{0,60}\b(?:disclos|releas|withh|exempt|sent|published|given out|blanked|(?:held|kept) back|left out|taken out|inked|hidden|struck)"
    r"|\b(?:read|review|go|look|sift|check)(?:ing)? .{0,40}\b(?:sensitiv|confidential|personal (?:data|information|"
    r"details)|could be (?:released|disclosed)|can be (?:released|disclosed)|(?:suitable|safe) for (?:release|disclosure))"
)
_REDACTING = (
    r"\bredact|\bblack(?:ing|ed)? (?:it |them |anything |any \w+ |names )?out\b|\banonymis|\b(?:remov|tak|blank|delet|strip|obscur|strik|cross|mask|cover|pixelat|edit|cut|screen|weed)(?:e|ing|s)?(?: out)? .{0,30}"
    r"\b(?:names|personal (?:data|details|information)|details|identif)"
    r"|\b(?:names|personal (?:data|details)|identif\w+)\b.{0,60}\b(?:removed|taken out|blanked|struck|deleted|obscured|covered)"
    r"|\b(?:blank|black|ink|mark|scor|paint)(?:ed|ing|s)? (?:it|them|those|these|out)\b(?: out)?"
    r"|\b(?:checked|read over|approved|cleared|signed off) by (?:a |an |the )?(?:\w+ ){0,2}(?:managers?|officers?|lawyers?|solicitors?|directors?|legal)"
    r"|\bfor anything (?:that|which) (?:should|ought|must|may|could|can) (?:not|be)"
)
_ASKING = (
    r"|\b(?:consult(?!ed|ation|ant)|seek(?:ing)? (?:the )?(?:views|consent|agreement|permission)|ask(?:ing)? (?:the |each |every )?"
    r"(?:\w+ ){0,2}(?:whether|if) (?:it|they|he|she) (?:object|consent|agree)|check(?:ing)? with (?:the|each|every|a)|check(?:ing|ed)? (?:\w+ ){1,3}with (?:the|each|every|a|our|their) (?:\w+ ){0,2}(?:managers?|officers?|leaders?|lawyers?|solicitors?|heads?|colleagues?|directors?|famil(?:y|ies)|suppliers?|contractors?|compan(?:y|ies)|authors?)\b"
    r"|obtain(?:ing)? (?:consent|legal advice|the views|approval)|legal advice|sign(?:ing)?[- ]off|(?:senior|management|managers?'?|director'?s?|ministerial|final|internal|for|and|or|,) approv(?:al|ing)\b(?! (?:was|ended|lost))|approv(?:al|ing) (?:by|from|of the (?:reply|response|answer|release))|approving"
    r"|quality[- ]check|proof-?read|contact(?:ing)? (?:each|every|the) (?:third|compan|supplier|contractor|famil|individual))"
)
_ANCHORS = [
    "redact",
    "black",
    "remov",
    "tak",
    "blank",
    "delet",
    "strip",
    "obscur",
    "consult",
    "seek",
    "ask",
    "check",
    "obtain",
    "legal advice",
    "sign",
    "approv",
    "quality",
    "proof",
    "contact",
    "exempt",
    "public interest",
    "read",
    "review",
    "sift",
    "look",
    "go",
    "anonymis",
    "strik",
    "cross",
    "mask",
    "cover",
    "pixelat",
    "edit",
    "cut",
    "screen",
    "weed",
    "consider",
    "decid",
    "assess",
    "determin",
    "judg",
    "names",
    "personal",
    "identif",
    "clear",
    "anything",
]
_WEIGHED = ("read", "review", "sift", "look", "go", "consider", "decid", "assess", "determin", "judg", "check", "work", "apply", "identify", "establish", "withh", "disclos", "releas")  # fmt: skip
_WORK = Phrase(_REDACTING + _ASKING + _WEIGHING, *_ANCHORS)
_SCOTTISH_WORK = Phrase(_WEIGHING.removeprefix("|"), "exempt", "public interest", *_WEIGHED)
_TIME = Phrase(
    r"\b(?:minutes?|mins?|hours?|hrs?|seconds|days?|estimat|calculat|takes?\b|taking|£)",
    "min", "hour", "hrs", "second", "day", "estimat", "calculat", "take", "taking", "£",
)  # fmt: skip
_EXACT_TIME = Phrase(
    r"\b(?:minutes?|mins?|hours?|hrs?|seconds?)\b",
    "min", "hour", "hr", "second",
)  # fmt: skip
_LEFT_OUT = Phrase(
    r"\bnot (?:been )?(?:count|let|includ|add|allow|permit|tak)|\b(?:exclud|without|ignor|leav(?:e|ing) out|left out|apart "
    r"from (?!find|locat|search|the (?:find|search|work of find)|that)|aside from (?!find|locat|search|the (?:find|search))|no account|no time|before (?:any|the (?:time|work|hours|minutes)|adding|we (?:count|add)|anything)|nothing (?:is|was|has been) (?:counted|added|included|allowed)|cannot (?:count|include)|may not|must not|nothing (?:\w+ ){0,8}(?:for|in respect)|no (?:allowance|part|provision|work|minutes|hours) (?:\w+ ){0,4}(?:for|of|in)\b|only the (?:time|work|hours|minutes|steps?|tasks?)|(?:n't|not) (?:\w+ ){0,2}(?:depend|rely|form|part|in (?:the|our|this))|neither|nor\b"
    r"|on top(?!.{0,140}\b(?:(?:allow|add|includ|count)(?:ed|s|ing)?\b(?! (?:no|not)\b)|further \d))|in addition|disregard|none of|do(?:es)? not (?:cover|contain|cost))",
    "exclud", "only the", "n't", "without", "leav", "left", "apart", "aside", "no", "before", "neither", "top", "addition", "disregard",
)  # fmt: skip
# "They would then have to be redacted": perhaps on top of what was counted.
_THEN = Phrase(r"\bwould (?:then|also) (?:have|need)\b", "would then", "would also")
# "This is estimated at 5 hours", in the sentence after the one that tells of the work.
_SUMS_UP = Phrase(
    r"^(?:this|that|it|together|in all|in total|altogether|all (?:of )?(?:this|that|it)|these|those|doing (?:this|that|so)|the (?:whole|total|lot))\b.{0,70}\b(?:\d[\d,.]*|[a-z]+) (?:hours?|minutes?|hrs?|mins?|days?)\b",
    "hour", "minute", "hr", "min", "day",
)  # fmt: skip
_OTHER = Phrase(
    r"\bsection 14|\bvexatious|\binternal review\b|\bdissatisfied\b|\bcommissioner\b|\bburden",
    "section 14", "vexatious", "review", "dissatisfied", "commissioner", "burden",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire on the first sentence that counts time for redaction, consulting or weighing."""
    if limit_refusal(letter) is None and not _charges(letter):
        return
    scottish = letter.regime == "FOISA"
    own = letter.own
    for span in (_SCOTTISH_WORK if scottish else _WORK).among(own):
        line = line_at(own, span.start)
        near = around(own, span)
        if _LEFT_OUT.found(own, line.start, line.end) or _OTHER.found(own, line.start, line.end):
            continue
        if _THEN.found(own, line.start, line.end):
            continue
        if not _TIME.found(own, line.start, line.end):
            below = _ROW_ENDS.match(own, line.end)
            if below is None:
                continue
            line = Span(line.start, below.end())
        sure = _EXACT_TIME.found(own, line.start, line.end)
        if not sure and not _EXACT_TIME.found(own, near.start, near.end):
            continue
        source = _SCOTTISH if scottish else RULE.cites[0]
        yield RULE.finding(
            letter,
            span,
            f"The estimate counts work that may not be counted (“{letter.excerpt(span)}”): "
            f"{source} lets only certain work be counted.",
            certainty=Certainty.SURE if sure else Certainty.LIKELY,
            severity=None if sure else Severity.MEDIUM,
            cites=(source,),
        )
        return
    counted = None if _charges(letter) else _counted(letter) or _summed_up(letter)
    if counted is not None:
        yield RULE.hint(letter, counted, _CHECK)


def _charges(letter: Letter) -> bool:
    """A fees notice for work beyond the limit (FOIA s.13): the same work is reckoned for it."""
    return letter.outcome is Outcome.FEES_NOTICE and _ABOVE.found(letter.own)


_ABOVE = Phrase(r"\b(?:section|s\.?) ?13\b", "section 13", "s13", "s.13", "s. 13", "s 13")
# A row that runs on: "blacking out the names / of hirers and phone numbers      8 hours".
_ROW_ENDS = compiled(
    r"\n+[ ]*[^\n.]{3,80}?[ .]{3,}\d[\d.,]* ?(?:hours?|hrs?|minutes?|mins?)\b(?=[ ]*(?:\n|$))"
)


# Work that comes after the taking out, or that is thought about the law, in whatever words.
_HIDING = r"\b(?:black|blot|blank|tak|remov|pixelat|blur|mask|obscur|cover|hid|edit|muffl|mut|bleep|strip|cut|paint|cross|scor|delet|disguis|anonymi[sz]|pseudonymi[sz]|sanitis|clean|screen|weed)\w*\b.{0,40}\b(?:names?|faces?|voices?|number ?plates?|registration|addresses|bystanders|passers-by|third part(?:y|ies)|identit\w+|personal|details|individuals|people|persons?|children|patients|witness\w*|victims?|signatures?|confidential|sensitive|passages|material)\b|\bredact\w*|\banonymi[sz]\w*|\bblack(?:ing)?[- ]out\b"
_REPRODUCING = (
    r"|\b(?:photocop\w+|(?:at|by|feeding) the (?:photo)?copier|cop(?:ied|ying) (?:at|by|on|for|each|them|it|the)\b|to copy\b|scanning (?:them|it|the|and|each|in)\b|print(?:ing|ed)? (?:\w+ ){0,2}(?:out|off)\b|typ(?:e|ing) (?:\w+ ){0,2}(?:up|out)\b|retyp\w+|transcrib\w+|translat(?:e|ing|ion)\b|reformat\w*|upload\w*|burn(?:ing)? (?:\w+ ){0,2}to (?:disc|disk|dvd)|pack(?:ing|aging) (?:up|them|it)\b|posting (?:it|them|out|the)|postage)"
    r"|\b(?:draft|writ|prepar|compos|compil|typ|word|proof|finalis|produc|mak)\w*\b.{0,30}\b(?:reply|response|letter|answer|schedule|index|covering|explanation|commentary|notes? to|context|notice|submission|briefing|press lines?)\b|\bbrief(?:ing)? (?:the |our |press )|\bexplain(?:ing)? (?:the|them|what|how|it)\b"
)
_JUDGING = (
    r"|\b(?:consider|decid|judg|ask|think|weigh|check|ponder|examin|gaug|assess|determin|test|see|establish|work|apply|conclud|satisf|deliberat|discuss|review|read|look|vet|evaluat|analys)\w*\b.{0,50}\b(?:exempt\w*|withh\w+|public interest|section (?!12\b|1\b|16\b|15\b)\d+|harm|prejudice|releas(?:e|ed|able)|disclos(?:e|ed|able|ure)|sensitiv\w+|confiden\w+|personal data|bites?\b|fit (?:for|to)|safe to|suitable (?:for|to)|should (?:be|go|come) (?:out|sent|kept|given)|(?:what|which|whether (?:it|they|each|any)) (?:\w+ )?(?:can|may|could|should|must|might|ought)|go(?:es)? out|leaves? (?:the building|us|here))\b|\bvetting\b|\blegal (?:advice|check\w*|review|read\w*|team|opinion)|\bpublic interest test"
    r"|\b(?:consult(?!a)\w*|correspond|liais|negotiat|notify|notifying|contact|writ|ring|telephon|seek|ask|tell|warn|approach|invit|get|obtain|canvass|sound)\w*\b.{0,60}\b(?:views?|consents?|agree(?:ment|s)?|object\w*|permission|comments|opinions?|representations|bidders|suppliers|contractors?|third part(?:y|ies)|famil(?:y|ies)|parents|companies|firms|authors?|data subjects?|individuals concerned|lawyers?|solicitors?|counsel)\b"
    r"|\b(?:third part(?:y|ies)|famil(?:y|ies)|bidders|suppliers|contractors?|compan(?:y|ies)|firms|authors?|parents|individuals|people|staff|those|officers) (?:\w+ ){0,5}(?:consulted|approached|asked|contacted|notified|warned|told|written to|invited|agree|consent|object)\b"
)
_APPROVING = r"|\b(?:sign(?:ing|ed)?[- ]off|(?:final|internal|senior|management|director'?s?|managers?'?|ministerial|formal) approval|approv(?:al|ing|ed) (?:by|from|of) (?:a |the |our |its )?(?:\w+ )?(?:managers?|directors?|heads?|chief|ministers?|reply|response|release|answer)|clearance|quality (?:check\w*|assur\w+|control)|second (?:pair|check|read)|double[- ]check\w*|peer review\w*|management (?:time|check|review)|(?:review|reading|checks?|checked|check) by (?:a |an |the |our )?(?:\w+ ){0,2}(?:managers?|officers?|lawyers?|solicitors?|directors?|legal|heads?|ministers?|chief)|(?:solicitors?|lawyers?|legal team|managers?'?|directors?|press office|chief \w+|head of \w+|senior officers?|governance|counsel|data protection officer)\b(?:'s)? .{0,30}\b(?:to (?:go|check|read|look|see|agree|pass|clear|approve|consider|sign|review|comment)|time\b|check\w*|approval|reading|final)|final check\w*|escalat\w+|meetings? (?:to|about|on) )"
_AFTERWARDS = Phrase(
    _HIDING + _REPRODUCING + _JUDGING + _APPROVING,
    "black", "blot", "blank", "tak", "remov", "pixelat", "blur", "mask", "obscur", "cover", "hid", "edit", "muffl", "mut", "bleep", "strip", "cut", "paint", "cross", "scor", "delet", "disguis", "nymi", "sanitis", "clean", "screen", "weed", "redact",
    "photocop", "copier", "copied", "copying", "to copy", "scanning", "print", "typ", "transcrib", "translat", "reformat", "upload", "burn", "pack", "post", "draft", "writ", "prepar", "compos", "compil", "word", "proof", "finalis", "produc", "mak", "brief", "explain",
    "consider", "decid", "judg", "ask", "think", "weigh", "check", "ponder", "examin", "gaug", "assess", "determin", "test", "see", "establish", "work", "apply", "conclud", "satisf", "deliberat", "discuss", "review", "read", "look", "vet", "evaluat", "analys", "legal", "public interest",
    "third part", "famil", "bidder", "supplier", "contractor", "compan", "firm", "author", "parent", "individual", "people", "staff", "those", "officer", "consult", "correspond", "liais", "negotiat", "notify", "contact", "ring", "telephon", "tell", "warn", "approach", "invit", "get", "obtain", "canvass", "sound", "sign", "approv", "clear", "quality", "second", "double", "peer", "manage", "press", "escalat", "meeting", "solicitor", "lawyer", "manager", "director", "chief", "head of", "senior", "governance", "counsel", "data protection", "final",
    needs=("min", "hour", "hrs", "second", "day", "£"),
)  # fmt: skip
# In Scotland taking out what is withheld is part of providing the rest; judging what is due is not.
_SCOTTISH_AFTERWARDS = Phrase(
    _JUDGING.removeprefix("|"), *_AFTERWARDS.anchors, needs=_AFTERWARDS.needs
)
# Time that is given to it, not merely told beside it.
_GIVEN_TIME = Phrase(
    r"\b(?:\d[\d,.]*|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|an?|further|extra|another|several)(?:[½¼¾]| and a half)? (?:more |further |extra |or so |working |of an )*(?:minutes?|mins?|hours?|hrs?|seconds?|secs?|days?)\b",
    "min", "hour", "hr", "sec", "day",
)  # fmt: skip
_SET_ASIDE = Phrase(
    r"\b(?:not|n't|never|nor|neither|no|nothing|none|exclud\w+|without|ignor\w+|leav(?:e|es|ing) (?:out|aside)|left (?:out|aside)|apart from|aside from|on top|disregard\w*|before any|in addition|separate(?:ly)?|already)\b",
    "n't", "no", "never", "neither", "exclud", "without", "ignor", "leav", "left", "apart", "aside", "top", "disregard", "before", "addition", "separate", "already",
)  # fmt: skip


def _counted(letter: Letter) -> Span | None:
    """A sentence that gives hours or minutes to work that may not be counted."""
    work = _SCOTTISH_AFTERWARDS if letter.regime == "FOISA" else _AFTERWARDS
    for span in work.among(letter.own):
        line = line_at(letter.own, span.start)
        if (
            _GIVEN_TIME.found(letter.own, *line)
            and not _SET_ASIDE.found(letter.own, *line)
            and not _OTHER.found(letter.own, *line)
        ):
            return span
    return None


def _summed_up(letter: Letter) -> Span | None:
    """A sentence on such work, with one after it that counts it, or puts all of it over the limit."""
    own = letter.own
    work = _SCOTTISH_WORK if letter.regime == "FOISA" else _WORK
    for span in work.among(own):
        line = line_at(own, span.start)
        after = Span(line.end, around(own, span).end)
        if (
            _SUMS_UP.found(own, *after)
            and not _LEFT_OUT.found(own, line.start, after.end)
            and not _OTHER.found(own, line.start, after.end)
        ):
            return span
    return None


_CHECK = "Check that this work is not counted: only finding, getting and taking out may be."


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A cost refusal speaks of work that may not be counted."""
    if limit_refusal(letter) is None:
        return
    for span in _WORK.among(letter.own):
        line = line_at(letter.own, span.start)
        # "Names would then have to come out. That is not counted."
        end = around(letter.own, span).end if _THEN.found(letter.own, *line) else line.end
        if not _LEFT_OUT.found(letter.own, line.start, end) and not _OTHER.found(letter.own, *line):
            yield RULE.hint(letter, span, _CHECK)
