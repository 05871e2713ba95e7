"""When a letter was sent, and when the request and the request for review came in."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from answerable.letters.patterns import compiled
from answerable.model import Block, DatedPhrase, LetterDates, Span, Voice

_MONTHS = {name: n for n, names in enumerate(
    ("january jan ionawr", "february feb chwefror", "march mar mawrth", "april apr ebrill", "may mai", "june jun mehefin",
     "july jul gorffennaf", "august aug awst", "september sep sept medi", "october oct hydref", "november nov tachwedd",
     "december dec rhagfyr"), start=1) for name in names.split()}  # fmt: skip
# What may begin a date; cheap to look for because it begins with a figure. What follows is looked
# at and not taken: in "Ref 5521 / 12 February" the date begins within what looked like one.
_FIGURES = compiled(
    r"[0-9][0-9]?(?=[ ]{0,2}(?:st|nd|rd|th)?(?: day)?(?: of)?[ ,]{1,2}[a-z]{3}|[ ]?[/.\-][ ]?[0-9]|[0-9][0-9]-)"
)
_DATE = compiled(
    r"(?<![\w£.,])(?:(?P<d>\d{1,2})[ ]{0,2}(?:st|nd|rd|th)?(?: day)?(?: of)?[ ,]{1,2}(?P<m>[a-z]{3,10})(?: ?/ ?(?P<m2>[a-z]{3,10}))?\.?(?:[ ,]{1,3}(?P<y>(?:19|20)\d\d|'\d\d))?\b"
    r"|(?P<d2>\d{1,2})[ ]?[/.\-][ ]?(?P<n2>\d{1,2})[ ]?[/.\-][ ]?(?P<y2>(?:20)?\d\d)\b"
    r"|(?P<y3>20\d\d)-(?P<n3>\d\d)-(?P<d3>\d\d)\b)"
)
# "November 17, 2025" is looked for only where a month is followed by a day and a year.
_MONTH_FIRST = compiled(
    r"\b(?P<m>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\.? "
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>20\d\d)\b"
)
_YEAR_LAST = compiled(  # begins with plain characters, which are found fast
    r" 20\d\d(?:(?<=[0-9] 20\d\d)|(?<=[0-9], 20\d\d)|(?<=[0-9](?:st|nd|rd|th) 20\d\d)|(?<=[0-9](?:st|nd|rd|th), 20\d\d))"
)
_RECEIVED = compiled(
    r"(?:request|cais|e-?mail(?:ed)?|your (?:web ?)?form|(?<!under a )(?<!in a )letter|message|enquiry|correspondence|questions?|you (?:asked|wrote|emailed|requested|contacted)(?: us)?|received|receipt|arrived|arriving|reached us|(?:getting|got) in touch|contacting us|came (?:in|to (?:us|the \w+|this office)|here)|logged)\b(?:(?!\bdue\b|\buntil\b|\bopen\b|\bby\b(?! (?:us|e-?mail|post|letter|(?:the|this) \w+),? on )|review|letter of|reply|response|responded|replied).){0,70}?\b(?:of|on|dated|dyddiedig|ar|received(?: on| by us on)?|sent on|submitted on|made on|from|:)?[ ]{0,2}\(?$"
)
_OF_REQUEST = compiled(
    r"\byour (?:\w+ ){0,4}request(?: for information)?,? (?:of|dated|received|made|sent)(?: (?:on|by us on))?[ ]$"
)
_DATE_OF_REQUEST = compiled(
    r"\b(?:date of (?:the |your )?request|(?:your )?request date|date requested|requested)[ ]{0,3}:?[ ]{0,20}$"
)
_OURS = compiled(
    r"\b(?:our|my) (?:\w+ ){0,3}(?:letter|e-?mail|reply|response|correspondence|decision|refusal)\b.{0,20}$"
)
# "On 10 February 2026 you asked for the plans."
_ASKED_AFTER = compiled(
    r",? you (?:\w+ )?(?:asked|requested|wrote|e-?mailed|sought|contacted|submitted)\b"
)
_REVIEW_BEFORE = compiled(
    r"(?:internal review|request for (?:a )?review|review request|requirement for (?:a )?review|representations|(?:asked|wrote|e-?mailed|requested) (?:\w+ ){0,6}(?:review|reconsider\w*)|reconsider\w*|dissatisf\w+|complaint).{0,50}$"
)
_ASKED_FOR = compiled(
    r"ask|e-?mail|request|wr(?:o|i)te|requirement|received|sought|seeking|dated| of $"
)
# "I refer to your representations of 31 March 2025".
_YOURS_OF = compiled(
    r"\byour (?:\w+ ){0,3}(?:representations|complaint|appeal|objections?|challenge)(?: to us)?,? (?:of|dated|made on|received(?: on)?) $"
)
_REVIEW_AFTER = compiled(
    r"[^.]{0,30}?\b(?:(?:to ask|asking|requesting|seeking|asked|requested|sought|wrote|require\w*) (?:\w+ ){0,4}?(?:review\b(?! into)|reconsider)|for (?:an? (?:internal )?|internal )?review\b|internal review|to (?:review|reconsider|look again at) (?:its|our|the|that|this|my)\b)"
)


# "Complaints were received on 7 June": what came in is not the request.
_OTHER_THINGS = compiled(
    r"\b(?:complaints|reports|applications|tenders|bids|calls|referrals|objections|payments|responses|representations) (?:were|was|have been|had been|that were|which were) (?:received|made|logged)\b"
    r"|\b(?:payment|cheque|fee|money|postal order|deposit)(?: of £ ?[\d.,]{1,9}| for £ ?[\d.,]{1,9})? (?:(?:was|were|has been|had been|had|then|duly) ){0,2}(?:received|reached us|arrived|came)(?: by us)?(?: on| in our office on)? $"
    r"|\breceiv(?:ed|ing) (?:your |the )?(?:payment|cheque|fee|money|postal order|deposit)\b.{0,30}$"
)
# The end of a sentence, whose words say nothing of a date in the next: "… on 11 May. On 8 June".
_STOP = compiled(r"(?<=[a-z0-9)][a-z0-9)])\. (?=(?:on|by|in|at|we|the|it) )")


def dates_of(low: str, blocks: list[Block]) -> LetterDates:
    """When the letter was sent and when the request came in, so far as it says."""
    found = _dates(low)
    if not found:
        return LetterDates()
    starts = [block.span.start for block in blocks]
    spoken = [(each, blocks[max(bisect_right(starts, each.span.start) - 1, 0)]) for each in found]
    sent = _sent(low, spoken)
    dated: list[DatedPhrase] = []
    received = asked = None
    for each, block in spoken:
        phrase = _with_year(each, sent)
        if phrase is None:
            continue
        dated.append(phrase)
        if (sent is not None and phrase.span == sent.span) or not _may_tell(low, phrase, block):
            continue
        before = low[max(0, phrase.span.start - 110) : phrase.span.start].rsplit("\n", 1)[-1]
        before = _STOP.split(before)[-1]
        if _OTHER_THINGS.search(before):
            continue
        after = low[phrase.span.end : phrase.span.end + 70].split("\n")[0]
        of_request = _OF_REQUEST.search(before) is not None
        review = not of_request and _REVIEW_BEFORE.search(before[-90:]) is not None
        if review or _REVIEW_AFTER.match(after):
            told = _ASKED_FOR.search(before + after) or _YOURS_OF.search(before)
            asked = asked or (phrase if told else None)
        elif not of_request and _OURS.search(before):
            continue
        elif sent is not None and phrase.day > sent.day:
            continue  # still to come: "its last day would be Friday 6 November 2026"
        elif _RECEIVED.search(before) or _ASKED_AFTER.match(after):
            received = _earlier(received, phrase, before)
    return LetterDates(sent, received, asked, tuple(dated))


@dataclass(frozen=True, slots=True)
class _Found:
    """A date as it stands, perhaps without its year."""

    day: int
    month: int
    year: int | None
    span: Span

    def whole(self, year: int) -> DatedPhrase | None:
        try:
            return DatedPhrase(date(year, self.month, self.day), self.span)
        except ValueError:
            return None


def _may_tell(low: str, phrase: DatedPhrase, block: Block) -> bool:
    """Whether the authority speaks, or the heading of the letter names the request."""
    if block.voice is Voice.AUTHORITY or block.span.end <= phrase.span.start:
        return True
    if block.voice is Voice.REQUEST:  # "the review which you asked for in your e-mail of 9 June"
        told = low[max(0, phrase.span.start - 90) : phrase.span.start].rsplit("\n", 1)[-1]
        return _REVIEW_BEFORE.search(told) is not None
    if block.voice is not Voice.FURNITURE:
        return False
    before = low[max(0, phrase.span.start - 60) : phrase.span.start].rsplit("\n", 1)[-1]
    return (
        "receiv" in before
        or "request of" in before
        or "request dated" in before
        or _DATE_OF_REQUEST.search(before) is not None
        or ("review" in before and ("request" in before or "asked" in before))
    )


def _earlier(known: DatedPhrase | None, phrase: DatedPhrase, before: str) -> DatedPhrase:
    """A date of receipt beats the date on the request itself."""
    if known is None or "receiv" in before[-25:]:
        return phrase
    return known


_HEAD = 1_500  # characters: the date of a letter stands before this, or in its sign-off


def _sent(low: str, spoken: list[tuple[_Found, Block]]) -> DatedPhrase | None:
    """The first whole date in the heading of the letter, or else in its sign-off."""
    for head in (True, False):
        voice = Voice.FURNITURE if head else Voice.SIGNATURE
        for index, (each, block) in enumerate(spoken):
            if each.year is None or block.voice is not voice or each.span.start >= block.span.end:
                continue
            if head and block.span.start >= _HEAD:
                break
            # "Received 12/1/26, answered 6/2/26": the words since the date before it.
            since = spoken[index - 1][0].span.end if index else 0
            before = low[max(block.span.start, since) : each.span.start].rsplit("\n", 1)[-1]
            if (
                "receiv" in before
                or "publish" in before
                or _DATE_OF_REQUEST.search(before) is not None
                or ("request" in before[-30:] and "date" not in before[-12:])
            ):
                continue
            phrase = each.whole(each.year)
            if phrase is not None:
                return phrase
    return _says_its_own(low, spoken)


# "(Ref 26-0512; this reply is dated 26 June 2026)": anywhere, since it says of what it is the date.
_DATED_ITSELF = compiled(r"\bthis (?:reply|letter|response|notice|decision) is dated $")


def _says_its_own(low: str, spoken: list[tuple[_Found, Block]]) -> DatedPhrase | None:
    """The date that the letter calls its own in a sentence."""
    for each, _ in spoken:
        before = low[max(0, each.span.start - 40) : each.span.start]
        if each.year is not None and _DATED_ITSELF.search(before):
            return each.whole(each.year)
    return None


def _dates(low: str) -> list[_Found]:
    found: list[_Found] = []
    end = 0
    for begun in _FIGURES.finditer(low):
        match = _DATE.match(low, begun.start()) if begun.start() >= end else None
        if match is None:
            continue
        end = match.end()
        d, m, m2, y, d2, n2, y2, y3, n3, d3 = match.groups()
        month = (_MONTHS.get(m) or _MONTHS.get(m2 or "")) if m else int(n2 or n3)
        if month is not None and 1 <= month <= 12:
            found.append(
                _Found(int(d or d2 or d3), month, _year(y or y2 or y3), Span(*match.span()))
            )
    if not any(each.year for each in found) and " 20" in low and _YEAR_LAST.search(low):
        for match in _MONTH_FIRST.finditer(low):
            month = _MONTHS.get(match.group("m"))
            if month is not None:
                span = Span(*match.span())
                found.append(_Found(int(match.group("d")), month, _year(match.group("y")), span))
        found.sort(key=lambda each: each.span.start)
    return found


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    number = int(text.strip("'"))
    return number + 2000 if number < 100 else number


def _with_year(found: _Found, sent: DatedPhrase | None) -> DatedPhrase | None:
    """A date; a missing year is the one that puts it within the year before the letter."""
    if found.year is not None:
        return found.whole(found.year)
    if sent is None:
        return None
    phrase = found.whole(sent.day.year)
    if phrase is None or phrase.day > sent.day:
        phrase = found.whole(sent.day.year - 1)
    return phrase
