"""The same part is both answered and neither confirmed nor denied.

FOIA s.1(1)(a). Known information may be answered and only anything further left open.
"""

from collections.abc import Iterator
from itertools import chain, islice

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.definite import definite, is_supposed
from answerable.audit.wordings.duty import foia, layered, wholly_ncnd
from answerable.audit.wordings.found import adds_that
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.other import held_of_others
from answerable.audit.wordings.topic import asked_about, stems
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.letters.reading import shows
from answerable.model import Certainty, Finding, Letter, Outcome, Severity, Span

RULE = Rule(
    code="NC106",
    slug="ncnd-with-partial-disclosure",
    interprets=True,
    cites=(foia("1", "1", "a"),),
    why=(
        "A part cannot be answered and left unanswered at once. Saying that a file is held, or "
        "what became of it, in the same breath as neither confirming nor denying defeats the "
        "refusal."
    ),
    fix=(
        "Choose one for each part; where some information is known, answer that and neither "
        "confirm nor deny only anything further."
    ),
)
_FURTHER = Phrase(
    r"(?:any )?(?:further|other|additional) information|beyond (?:that|what)|anything (?:further|else)",
    "further",
    "other",
    "additional",
    "beyond",
    "anything",
)
_TOLD = Phrase(
    r"\b(?:forms?|records?|notes?|samples?|statements?) (?:completed|taken|made|written|filled in)\b.{0,60}\b(?:are|were|is|was|have been) (?:kept|held|looked|retained|stored)|"
    r"\b(?:we|the [a-z]+) (?:do (?:in fact )?|certainly )?(?:have|has) (?:a|an|the|two|three|four|\d+|several|some) (?:letter|report|record|file|e-?mail|cop|note|minute|complaint|document|statement|list)|"
    r"(?:we|i|the [a-z]+|and) (?:are|is|am) able to (?:say|confirm|tell)|we can (?:say|confirm|tell you) (?:is )?that\b(?! (?:that )?(?:we\b|our\b|any\b|all\b|such\b|nothing\b|no\b|if\b|whether\b|neither\b|it is our\b|an? (?:reply|yes|answer|confirmation|statement)|the (?:law|act|same|council|trust|force|university|department|authority|police|board)\b))|(?<!how )(?<!many )(?<!most )(?<!such )(?<!any )(?<!all )(?<!some )(?<!few )(?:complaints?|cases?|files?|investigations?|incidents?|referrals?|allegations?) (?:was|were|(?:is|are)(?! not\b)) (?:[a-z]+ ){0,2}(?:closed|opened|investigated|upheld|dismissed|dealt with)",
    "forms", "form completed", "form taken", "orm made", "form written", "form filled", "record", "note", "sample", "statement", "letter", "report", "file", "mail", "cop", "minute", "complain", "document", "list", "able to say", "able to confirm", "able to tell", "we can", "closed", "opened", "investigated", "upheld", "dismissed", "dealt with",
)  # fmt: skip

# "We would add that there have been two, none of which was upheld."
_ADDED = Phrase(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|some|most|several) of (?:the|these|those) (?:allegations|complaints|incidents|cases|reports|referrals|letters|files|investigations|grievances|claims) (?:\w+ly )?(?:went|were|was|are|is|have|has|had|led|resulted|remain|came|concern|ended|named|involved)\b"
    r"|\b(?:we|i) (?:would|should|may|might|can|ought to|will)(?: also| just)? (?:add|say|mention|point out) that there (?:has|have|had) been\b|\bthe (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:entries|records|complaints|reports|files|notes|allegations|referrals|cases|letters) (?:on|in|against|about|made|received)\b|\bthere (?:is|are|was|were) (?:an?|two|three|four|several|some|\d+) (?:\w+ )?(?:entry|entries|records?|notes?) (?:in|on|dated|timed)\b|\bnone of (?:which|them) (?:was|were) (?:upheld|proved|substantiated|taken)",
    "records ", "complaints ", "reports ", "files ", "notes ", "allegations ", "referrals ", "cases ", "letters ", "incidents ", "investigations ", "grievances ", "claims ", "that there ha", "entry ", "entries ", "record", "note", "none of ",
)  # fmt: skip


def _added(words: str) -> Span | None:
    return _ADDED.search(words) if holds(words, _MAY_ADD) else None


_MAY_ADD = (
    "that there ha",
    "records ",
    "complaints ",
    "reports ",
    "files ",
    "notes ",
    "allegations ",
    "referrals ",
    "cases ",
    "letters ",
    " entry ",
    "entries ",
    "none of ",
    " of the ",
    "of these",
    "of those",
)


# What the Act says of every request is not said of this one.
_LAW_TOLD = Phrase(
    r"\bprovides (?:in summary )?that|duty,? (?:at|under|in|is|of)\b|two duties|duties on public authorit|the (?:first|second)(?: duty)?,? at section",
    "duty", "duties", "section", "provides",
)  # fmt: skip

# "To confirm or deny that information about it is held would …" supposes, and says nothing.
_SUPPOSED = Phrase(
    r"(?:to )?confirm (?:or|nor) deny (?:that|whether)[^.\n]*|\bwhether (?:or not )?[^.,;\n]{0,60}\bheld\b|\b(?:meaning|mean|indicat\w+|suggest\w*|taken|understood|read|infer\w*|conclu\w+|impl\w+) [^\n]{0,80}\bheld\b[^\n]*|\bto (?:state|say|reveal) that [^.,;\n]{0,40}\bheld\b|\b(?:to say|saying|requires?|tell) [^.\n]{0,30}whether[^.\n]*",
    "confirm", "held", "whether",
)  # fmt: skip


# What answers: "The number of officers on 5 May was 14", "The complaints are attached", "Yes."
_ANSWERS = Phrase(
    r"\b(?:is|are|was|were|came to|stood at|totall?ed|numbered|amounts? to|cost|spent|paid|received|employs?|(?:we|i) have|holds?|owns?|uses?|there (?:was|were|have been|has been)) (?:a total of |just |only |about |some |exactly )?(?:£ ?\d|\d[\d,]*\b(?! (?:days|working|january|february|march|april|may|june|july|august|september|october|november|december))|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a number of|a copy|nil)\b"
    r"|\b(?:is|are|can be found|is given|are given|is set out|are set out|listed) (?:now |also |all )?(?:attached|enclosed|annexed|appended|below|overleaf|in (?:the )?(?:annex|appendix|table|sheet|schedule|spreadsheet|enclosed|attached))\b|\b(?:we|i) (?:now |also |hereby )?(?:attach|enclose|annex|append)\b|\b(?:is|are|was|were|has been|have been) (?:recorded|entered|logged|kept|stored|filed|held|noted|listed) (?:in|on|at|by|under|as) (?:our|the|its|a)\b|\bholds? (?:a|an|the|that|this|those|these|such a)\b"
    r"|^(?:[^|\n]{0,60}\| ?)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,6}) [a-z]{4,}\b",
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "one ", " one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten ", "ten.", "ten,", "eleven", "twelve", "several", "a number of", "copy", " nil", "attach", "enclos", "annex", "append", "below", "overleaf", "in table", "the table", "sheet", "schedule", "recorded", "entered", "logged", "kept", "stored", "filed", "held in", "held on", "held at", "held by", "held under", "held as", "noted", "listed", "hold a", "holds a", "hold th", "holds th", "hold such", "holds such",
)  # fmt: skip
# Known information answered and only the rest left open; or what the letter supposes.
_APART = Phrase(
    r"\b(?:further|others?|else|more than|anything more|beyond|besides|additional(?:ly)?|remaining|the rest|remainder|the (?:second|third|last|latter|fourth|fifth)|second (?:part|question|point)|separate(?:ly)?|only for|that part|this part|one part|apart from|as for|as to whether)\b|\bparts? \(?[a-z\d]\b",
    "further", "other", "else", "more", "beyond", "besides", "additional", "remain", "the rest", "the second", "the third", "the last", "the latter", "the fourth", "the fifth", "second ", "separate", "only for", "part", "as for", "as to whether",
)  # fmt: skip
_NOT_SAID = Phrase(
    r"\b(?:if|whether|would|could|might|(?<!\d )may|any|neither|nor|not|were to|suppose\w*|section|public interest|balance|exempt\w*|request|review|commissioner)\b|n't\b",
    "if", "whether", "would", "could", "might", "may", "any", "neither", "nor", "not", "were to", "suppos", "section", "public interest", "balance", "exempt", "request", "review", "commissioner", "n't",
)  # fmt: skip
_SHARED = 2  # words


def _answered_beside(letter: Letter) -> Span | None:
    """A sentence that answers the one question which the letter will not say anything about."""
    place = letter.shows.ncnd
    if place is None or len(letter.questions) > 1 or len(letter.answers) > 1 or layered(letter):
        return None
    line = _clause(letter.own, place)
    if _APART.found(letter.own, *line):
        return None
    said = letter.own[line.start : line.end]
    asked = asked_about(letter)
    topic = stems(said) | asked
    for span in _ANSWERS.among(letter.own):
        at = _clause(letter.own, span)
        words = letter.own[at.start : at.end]
        years = set(_YEAR.findall(words)), set(_YEAR.findall(said))
        if at == line or (all(years) and years[0].isdisjoint(years[1])):
            continue  # "2023: 31, supplied … 2025: we do not confirm or deny"
        if len(stems(words) & topic) < _SHARED or _APART.found(letter.own, *at):
            continue
        if (
            letter.own.endswith(_COUNTS, span.start, span.end)
            and _OF_SOMETHING.match(letter.own, span.end)
            and not asked & stems(letter.own[span.end : span.end + _NEXT])
        ):
            continue  # "The village has one road in", about something else
        if not _NOT_SAID.found(letter.own, *at) or shows.held(letter.own, *at):
            return span
    return None


_OF_SOMETHING = compiled(r"(?<=[a-z\d]) [a-z]")
_NEXT = 24  # characters
_COUNTS = (*"0123456789", "one ", " one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten ", "ten.", "ten,", "eleven", "twelve")  # fmt: skip


def _clause(own: str, span: Span) -> Span:
    """The sentence of ``span``, or what of it stands between "(i)" and "(ii)"."""
    line = line_at(own, span.start)
    start = max(own.rfind(mark, line.start, span.start) for mark in (". (", "; ("))
    ends = [own.find(mark, span.end, line.end) for mark in (". (", "; (")]
    return Span(max(line.start, start), min((end for end in ends if end >= 0), default=line.end))


_YEAR = compiled(r"\b20\d\d\b")


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the passage that neither confirms nor denies also says that something is held."""
    found = False
    for finding in _plainly_told(letter):
        found = True
        yield finding
    added = None if found or not letter.ncnd else _added_within(letter)
    if added is not None:
        yield RULE.hint(
            letter,
            added,
            "The letter neither confirms nor denies, and this sentence tells what became of the "
            f"same thing; {foia('1', '1', 'a')} allows one or the other.",
        )
        return
    answered = None if found or not letter.ncnd else _answered_beside(letter)
    if answered is not None:
        yield RULE.hint(
            letter,
            answered,
            "The letter neither confirms nor denies, and this sentence seems to answer the same "
            f"question; {foia('1', '1', 'a')} allows one or the other.",
        )


def _added_within(letter: Letter) -> Span | None:
    """What is added about the thing in the very passage that says nothing about it."""
    passages = [span for passage in _passages(letter) for span in passage]
    return next(
        (s for s in adds_that(letter) if any(p.start <= s.start < p.end for p in passages)), None
    )


def _plainly_told(letter: Letter) -> Iterator[Finding]:
    for passage in _passages(letter):
        spans = tuple(s for s in passage if not _LAW_TOLD.found(letter.own, *s))
        if not any(_may_tell(letter.own, span) for span in spans):
            continue  # as nearly always: what follows makes another text, and searches that
        words = "\n".join(letter.own[span.start : span.end] for span in spans)
        ncnd = letter.shows.ncnd if words == letter.own else shows.ncnd(words)
        if ncnd is None or _FURTHER.found(words):
            continue
        words = _without(_SUPPOSED, words)
        told = _held(letter, words, spans) or _TOLD.search(words) or _added(words)
        if told is not None and spans:
            at = _back(spans, told.start)
            # What follows "we can say that" may be anything.
            doubtful = (
                "say" in words[told.start : told.end] or "tell" in words[told.start : told.end]
            ) or is_supposed(letter, Span(at, at + (told.end - told.start)))
            yield RULE.finding(
                letter,
                Span(at, at + (told.end - told.start)),
                "The letter neither confirms nor denies and, for the same part, says what is held; "
                f"{foia('1', '1', 'a')} allows one or the other.",
                certainty=Certainty.LIKELY if doubtful else Certainty.SURE,
                severity=Severity.MEDIUM if doubtful else None,
            )
            return


def _held(letter: Letter, words: str, spans: tuple[Span, ...]) -> Span | None:
    """Where ``words`` say that something is held, and not of a general or another subject."""
    told = shows.held(words)
    while told is not None and spans:
        at = _back(spans, told.start)
        if not held_of_others(letter, Span(at, at + (told.end - told.start))):
            return told
        end = words.find("\n", told.end)
        told = shows.held(words, end) if end >= 0 else None
    return told


def _may_tell(own: str, passage: Span) -> bool:
    """Whether something in the passage as it stands might be told, and is not only supposed."""
    if own.find("|", *passage) >= 0:
        return True  # a table says what is held in other ways
    supposed = list(_SUPPOSED.among(own, *passage))

    def outside(spans: Iterator[Span]) -> Iterator[Span]:
        return (
            s for s in spans if not any(x.start <= s.start and s.end <= x.end for x in supposed)
        )

    for _ in outside(chain(_TOLD.among(own, *passage), _ADDED.among(own, *passage))):
        return True
    held = list(outside(shows.may_be_held(own, *passage)))
    if not held:
        return False
    # What is supposed is left out later, and with it may go what shows that nothing is said.
    lines = {line_at(own, span.start).start for span in held}
    if any(line_at(own, each.start).start in lines for each in supposed):
        return True
    return shows.held(own, *passage) is not None


def _passages(letter: Letter) -> list[tuple[Span, ...]]:
    parts = [answer.spans for answer in letter.answers if answer.outcome is Outcome.NCND]
    if parts:
        return parts
    return [(Span(0, len(letter.own)),)] if wholly_ncnd(letter) else []


def _without(phrase: Phrase, words: str) -> str:
    """``words`` with every match of ``phrase`` blanked."""
    pieces, position = [], 0
    for span in phrase.among(words):
        pieces += [words[position : span.start], " " * (span.end - span.start)]
        position = span.end
    return "".join([*pieces, words[position:]]) if pieces else words


def _back(spans: tuple[Span, ...], position: int) -> int:
    """A place in the joined passage as a place in the letter."""
    for span in spans:
        if position <= span.end - span.start:
            return span.start + position
        position -= span.end - span.start + 1
    return spans[-1].end


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The passage that neither confirms nor denies tells of something that was or has been."""
    passages = [span for passage in _passages(letter) for span in passage]
    for span in definite(letter) if passages else ():
        if any(passage.start <= span.start < passage.end for passage in passages):
            yield RULE.hint(
                letter, span, "Check that this part is not answered and left unanswered at once."
            )
            return
    told = _told_of_it(letter) if letter.ncnd else None
    if told is not None:
        yield RULE.hint(
            letter, told, "Check that this part is not answered and left unanswered at once."
        )


def _told_of_it(letter: Letter) -> Span | None:
    """A sentence with the words of the question that supposes and refuses nothing."""
    place = letter.shows.ncnd
    asked = asked_about(letter)
    if place is None or len(asked) < _SHARED or len(letter.questions) > 1 or layered(letter):
        return None
    silent = line_at(letter.own, place.start)
    for line in islice(_LINES.finditer(letter.own), _MOST_LINES):
        words = line.group()
        if line.start() == silent.start or len(stems(words) & asked) < _SHARED:
            continue
        whole = Span(line.start(), min(line.end(), line.start() + len(words)))
        if words.lstrip(" -*|").startswith(_OPENS) or _APART.found(letter.own, *whole):
            continue
        if _SUPPOSING.search(words) is None:
            return whole
    return None


_LINES = compiled(r"[^\n]{20,600}")
_MOST_LINES = 60
_OPENS = (
    "you asked",
    "you wrote",
    "thank you",
    "you have asked",
    "your ",
    "dear ",
    "re:",
    "subject",
    "i refer",
    "internal review",
    "review",
    "complaints",
    "if ",
)
# "You may like to know that …" supposes nothing.
_SUPPOSING = compiled(
    r"\b(?:if|whether|would|could|might|(?<!you )(?<!\d )may|any|neither|nor|not|were to|suppose\w*|infer\w*|conclu\w*|interests? (?:in|of)|outweigh\w*|weigh\w*|balanc\w*|in general|generally|tend|tends)\b|n't\b"
)
