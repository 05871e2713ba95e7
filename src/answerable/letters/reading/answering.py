"""Answers given straight below the questions, in no words of their own."""

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.letters.rare import Rare
from answerable.letters.reading import shows
from answerable.model import Block, BlockKind, Span, Voice

_FIGURE = compiled(
    r"(?:£ ?\d|\b\d[\d,]*(?:\.\d+)?\b(?! (?:working|january|february|march|april|may|june|july|august|september|october|november|december|days? (?:of|from|after|at|and|in|to|before|for)\b)))"
)
REFUSES = Rare(
    r"exempt|withh|refus|not hold|not held|neither confirm|not confirm|confirm n?or deny|section \d|regulation \d|clarif|cannot|unable|not required|not obliged|vexatious|invalid|not a valid|will not|not be|no answer will|not accepted|outside the scope|subject to|prejudice|not (?:release|disclose)"
)

ACKNOWLEDGES = Phrase(
    r"\b(?:will|shall|aim to|hope to|expect to) (?:now |then |also )?(?:be (?:in touch|dealt|considered|answered|replied|responded)|respond|reply|answer|write|send|let you|get back|provide|deal)|acknowledg|being (?:dealt|considered|processed|handled)|due (?:by|on)|deadline",
    "will", "shall", "aim", "hope", "expect", "acknowledg", "being", "due", "deadline",
)  # fmt: skip
_RIGHTS = compiled(
    r"(?:you may|if you|should you|appeal|commissioner|unhappy|dissatisfied|review\b|re-?use|licence|complain|yours|contact)"
)


def is_rights(own: str, block: Block) -> bool:
    head = own[block.span.start : min(block.span.end, block.span.start + 90)]
    return _RIGHTS.match(head) is not None or "internal review" in head


def supplies_by_answering(low: str, own: str, blocks: list[Block]) -> Span | None:
    """An answer given straight below its question, with no word of refusal in it.

    "Mobility Ltd. The contract runs to 2028." or a table of figures.
    """
    run = 0  # numbered questions in a row: one has its answer below, several are the request
    last = -9  # where the last block ends
    retold = -9  # where the last words of the applicant's end
    asked = -9  # where the last question mark of the applicant's stands
    headed = False  # the block before is a heading such as "What we are sending"
    refused: set[tuple[str, ...]] = set()
    first: dict[tuple[str, ...], Span] = {}
    under = False  # the block before heads a part: "(i) Total cost", or is the question itself
    for block in blocks:
        start, end = block.span
        before, last = last, end
        above, under = under, block.kind is BlockKind.HEADING and bool(block.number)
        if block.voice is Voice.REQUEST:
            run += bool(block.number)
            asked = end if low[end - 1] == "?" else asked
            under = under or (bool(block.number) and asked == end)
            retold = end
            continue
        if block.voice is not Voice.AUTHORITY:
            continue
        words = own[start:end]
        heading = block.kind is BlockKind.HEADING
        if headed and not heading and not REFUSES.search(words):
            return block.span
        headed = heading and _HEADS_WHAT_IS_SENT.fullmatch(words) is not None
        if above and _ALONE.fullmatch(words):
            return block.span
        if block.kind is BlockKind.TABLE:
            reckons = _RECKONED.search(words) or holds(words, _WHERE_TO_WRITE)
            if _FIGURE.search(words) and not reckons:
                return block.span
            continue
        led = (
            start - asked < 3  # "How many left? 311."
            or (asked == retold == before and len(words) < 60 and words[-6:] != "below.")
            or (start == retold and _is_told_of_it(words))
            or _REPLY_LEAD.match(words) is not None
        )
        direct = led or (run == 1 and not heading)
        run = run if heading else 0
        if block.kind is BlockKind.PARAGRAPH and TOLD_ALONE.fullmatch(words):
            return block.span
        if words.startswith(_HEADS) and _HEADED.match(words):
            return block.span
        parts = block.parts or ((f"@{start}",) if direct else ())
        if not parts or (parts in first and holds(words, _BALANCE_BELOW)):
            continue  # a balance below the last answer is for all of them
        if REFUSES.search(words):
            refused.add(parts)
        elif parts not in first and _answers(own, words, block, direct=direct):
            first[parts] = block.span
            if shows.not_held(own, start, end):
                refused.add(parts)
    return next((span for parts, span in first.items() if parts not in refused), None)


# "(2) What you are getting. The 41-page survey …"; "Name of the yard placed second: Brodie."
_HEADS = ("what ", "name", "the name", "(")
_HEADED = compiled(
    r"(?:\(?\w{1,3}[.)] )?(?:what (?:you are getting|we are (?:sending|giving you|releasing|disclosing)|we can (?:give|send) you(?: now)?)[.:]|(?:the )?names? of [^.:\n]{3,80}: (?!exempt|held|not\b|withh|section|see\b|we\b|this|these|refus|neither|our\b))"
)
_HEADS_WHAT_IS_SENT = compiled(
    r"(?:\(?\w{1,3}[.)] ?)?\s?(?:what (?:we are|we're|i am|i'm) (?:sending|giving|releasing|disclosing)(?: you)?|what you (?:are|will be) getting(?: today| now)?|information (?:supplied|released|disclosed|provided)|what (?:is|has been) (?:enclosed|supplied|released))[ .:]*"
)
_WHERE_TO_WRITE = ("tel:", "telephone", "ico.org", "foi.scot", "wycliffe", "@")
_BALANCE_BELOW = ("public interest", "outweigh", " factors", "exception")
# "You asked for the number of applications. They were 94."
_TOLD_OF_IT = compiled(
    r"[ \n.,]{0,4}(?:there|they|it|this|that|these)(?: (?:is|are|was|were|came to|amounted to)|'s|'re)\b(?! (?:being|now|not|under|an?|about|exempt|held|with)\b)"
)


def _is_told_of_it(words: str) -> bool:
    return _TOLD_OF_IT.match(words) is not None and not ACKNOWLEDGES.found(words)


# A paragraph of one sentence that gives a figure: "There were 1,911 complaints in 2025."
TOLD_ALONE = compiled(
    r"(?:in total,? |altogether,? |in \d{4}(?:/\d\d)?,? )?(?:there (?:were|are|was|is|have been|has been)|(?:the \w+|we|it) (?:spent|paid|received|issued|employs?|has|have|had|cost)) (?:\w+ ){0,4}?£? ?\d(?!\d? (?:january|february|march|april|may|june|july|august|september|october|november|december))[^.;\n]{0,120}\."
)
_REPLY_LEAD = compiled(r"(?:our |the )?(?:answer|reply|response)(?: \d{1,2})?[ ]?[:.-]")
_LEAD = compiled(
    r"(?:(?:our |the )?(?:question|part|item|answer|response|reply|request|q|a)\b[ ]?(?:to )?(?:question )?\(?\d{0,2}\)?|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[).])[ ]?[:.)-]{0,2}\s{0,3}"
)
# "The request has been dealt with under the Act of 2000", "The Council received your request …"
_ON_THE_REQUEST = compiled(
    r"(?:(?:the|your|this) (?:request|letter|e-?mail|enquiry)\b|(?:the \w+|we|i) (?:\w+ )?(?:received|acknowledge|refer|write)\b|on \d{1,2} [a-z]+ \d{4},? (?:you|we|the)\b|you (?:asked|wrote|requested)|(?:that|this|it) (?:is|was) (?:what|all) (?:that )?you (?:asked|wrote|requested|sought))"
)
# "It's for", with the request below it: no answer yet.
_GOES_ON = compiled(r"\b(?:for|of|about|that|whether|to know)[ ]?$")
# "We need more detail. Please tell us what you mean by …"
_ASKS_BACK = compiled(
    r"\b(?:need|require|want) (?:some |a little )?(?:more|further) (?:detail|information)|\bplease (?:tell us|say|explain|clarify|let us know) (?:which|what|whether|\(?i\)|how)"
)
# What stands over an answer is none.
_SECTION_HEAD = compiled(
    r"(?:our |the |my )?(?:decision|response|answer|reply|findings?|conclusion|outcome|reasons?|explanation|summary|background|determination)s?[.:]?|(?:what we (?:say|hold|can say|decided|have decided)|we (?:say|answer)|[^a-z0-9]+)[.:]?"
)
_NAMES_OF_LAWS = compiled(
    r"\b(?:act|regulations|order)(?: \([^)]*\))? (?:19|20)\d\d|\b\d{1,2} [a-z]+ (?:19|20)\d\d"
)
_A_DAY = compiled(r"(?:on |by )?\d{1,2}(?:st|nd|rd|th)? [a-z]+ (?:19|20)\d\d\.?")
# "462.", "£1,877,200.", "3 June 2021": nothing but the answer.
_ALONE = compiled(
    r"(?:£ ?\d[\d,.]*(?: ?(?:m|k|million|thousand))?|\d[\d,.]*(?: ?(?:%|per cent|pounds|pence))?|\d{1,2}(?:st|nd|rd|th)? [a-z]+ (?:19|20)\d\d|\d[\d,]* (?:out )?of (?:the )?\d[\d,]*)\.?"
)
_YES_OR_NO = compiled(r"(?:yes|no|none|nil|zero|n/a)\b")
_RECKONED = compiled(
    r"section|regulation|\bhours?\b|\bminutes?\b|\bseconds?\b|postage|copying|\bfee\b|charge|\btime to\b|\btimed\b"
)
_HOLDS = compiled(r"[^.]{0,60}\b(?:holds?|held)\b[^.]{0,80}\.?$")


def _answers(own: str, words: str, block: Block, *, direct: bool) -> bool:
    """Whether a passage set against a question answers it."""
    lead = _LEAD.match(words)
    body = words[lead.end() :] if lead else words
    if (
        len(body) < 2
        or body.endswith((":", "as follows."))
        or _GOES_ON.search(body[-14:])
        or is_rights(own, block)
        or _HOLDS.match(body)
    ):
        return False
    if body.startswith(("please", "to be", "we will", "public interest")) or "requested at" in body:
        return False
    if _SECTION_HEAD.fullmatch(body) or _ON_THE_REQUEST.match(body) or _ASKS_BACK.search(body):
        return False
    if (
        _A_DAY.fullmatch(body)
        or _YES_OR_NO.match(body)
        or _FIGURE.search(_NAMES_OF_LAWS.sub("", body))
    ):
        return block.kind is not BlockKind.HEADING or bool(lead)
    return direct and len(body) < 400
