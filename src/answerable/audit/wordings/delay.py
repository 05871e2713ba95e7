"""Signs that a request, or a request for review, waited too long: words of neglect, and old dates."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from answerable.audit.wordings.lines import line_at, plainly
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.text import lower
from answerable.model import Letter, Span

_THING = r"(?:requests?|letters?|e-?mails?|enquir(?:y|ies)|queries|messages?|yours|it|this|that|reply|answer|response|review|matter|file|case|appeal|complaint|notice|correspondence|form)"
#: That something lay, was mislaid, put off or waits in a queue; that nothing was done until now.
STALLED = Phrase(
    r"\b(?:lay|lain|sat|stuck|languish\w+|lingered|left lying|unopened|unread|unanswered|unallocated|unassigned|mislaid|misplaced|misfiled|misdirected|misrouted|miscoded|overlooked|forgotten|overdue|belated(?:ly)?|tardy)\b"
    r"|\b(?:lost sight|fell (?:through|between|down|off)|slipped (?:through|past|our|my|from|between)|escaped (?:our|my|the|notice)|wrong (?:tray|inbox|in-?box|mailbox|team|folder|department|person|file|pile|queue|desk|office|address|officer)|(?:junk|spam) (?:folder|mail|filter)|quarantin\w+)"
    r"|\b(?:put|set|placed|left|pushed|moved|laid) (?:\w+ ){0,6}?(?:aside|(?:to|on) one side|(?:to|at|on) the (?:back|bottom)|on ice|on the shelf)\b|\b(?:parked|shelved|deferred|postponed|backlog|queue[sd]?|queuing|(?:in front|ahead) of yours|before yours|(?:taken|dealt with|heard|answered) in (?:strict |date )?(?:order|turn)|(?:your|its) turn)\b"
    rf"|\b{_THING} (?:was|were|is|has|have|had|did|could|came|reached)\b.{{0,60}}\b(?:only (?:now|just|recently|today|yesterday|this|last|on)|not until|until (?:after|now|the|\w+day))\b|\bonly (?:now|just|recently|today|this (?:week|month|morning))\b.{{0,60}}\b(?:answer|repl|respon|review|look|found|reached|came|come|open|able|writ)\w*|\b(?:came|come|stumbled) (?:across|upon|to light)\b|\bhaving come to it\b|\b(?:found|discovered|unearthed|opened) (?:it|your (?:letter|request|e-?mail))\b"
    r"|\b(?:not|n't|never|yet to) (?:yet )?(?:be |been )?(?:allocated|assigned|opened|logged|registered|begun|started|picked up|acknowledged|passed (?:on|to)|actioned|reached)\b"
    r"|\b(?:short(?:age)? of|lack of|fewer|short-) ?staff|\bstaff(?:ing)? (?:shortages?|sickness|absences?|holidays?|changes?|pressures?|vacanc\w+)|\b(?:on|annual|sick|maternity) leave\b|\bon holiday\b|\bvacation\b|\bvacanc\w+|\bpressure (?:of|on)\b|\bworkload|\bother priorities|\bvery busy\b|\bbusy (?:with|on|time|period)\b|\bretired\b|\boff (?:sick|ill)\b"
    r"|\b(?:long|lengthy|considerable|unacceptable|unfortunate|excessive|inordinate) (?:delay|wait|silence|time)|\b(?:weeks?|months?) (?:late|ago|overdue|behind|after (?:you|it|we|your))\b|\b(?:remind(?:ed|er)|chas(?:ed|ing|er))\b|\b(?:our|my) silence\b",
    "stuck", "languish", "lingered", "left lying", "unopened", "unread", "unanswered", "unallocated", "unassigned", "mislaid", "misplaced", "misfiled", "misdirected", "misrouted", "miscoded", "overlook", "forgotten", "overdue", "belated", "tardy", "lost sight", "fell ", "slipped", "escaped", "wrong ", "junk", "spam", "quarantin", "aside", "one side", "the back", "the bottom", "on ice", "the shelf", "parked", "shelved", "deferred", "postpone", "backlog", "queu", "of yours", "before yours", "until", "to light", "come to it", "found it", "found your", "discovered it", "discovered your", "unearthed", "opened it", "opened your", "allocated", "assigned", "opened", "logged", "registered", "begun", "started", "picked up", "acknowledged", "passed", "actioned", "reached", "holiday", "vaca", "pressure", "workload", "priorit", "busy", "retired", "off sick", "off ill", "lengthy", "considerable", "unacceptable", "unfortunate", "excessive", "inordinate", "remind", "silence", " sat ", " sat.", " sat,", " lay", "in order", "strict order", "date order", "in turn", "strict turn", "date turn", "your turn", "its turn", "only now", "only just", "only recently", "only today", "only yesterday", "only this", "only last", "only on", "came across", "come across", "stumbled across", "came upon", "come upon", "stumbled upon", "on leave", "annual leave", "sick leave", "maternity leave", "short staff", "short-staff", "short of staff", "shortage of staff", "lack of staff", "fewer staff", "shortage", "sickness", "absence", "staff change", "staffing change", " chas", "long delay", "long wait", "long silence", "long time", " lain", "s late", "s ago", "s behind", "s after ", "k late", "h late", "k ago", "h ago", "k behind", "h behind", "k after ", "h after ",
)  # fmt: skip
# "After the twenty working days allowed": a time, and that it was passed.
_OVER_TIME = Phrase(
    r"\b(?:past|after|beyond|outside|exceed\w*|miss(?:ed|es|ing)?|overr[ua]n|overshot|breach\w*|fail\w*)\b.{0,30}\b(?:(?:twenty|20|forty|40)[- ](?:working[- ]?)?days?|statutory|time ?(?:limit|allowed|scale|frame)|deadline|(?:due|target) date|permitted time|legal (?:time|limit))",
    "working day", "20 day", "20-day", "40 day", "40-day", "twenty day", "twenty-day", "forty day", "forty-day", "working-day", "workingday", "statutory", "time limit", "timelimit", "time allowed", "time scale", "timescale", "time frame", "timeframe", "timeallowed", "deadline", "due date", "target date", "permitted time", "legal time", "legal limit",
    needs=("past", "after", "beyond", "outside", "exceed", "miss", "overr", "overshot", "breach", "fail"),
)  # fmt: skip
#: It was in time after all: "this is the eleventh working day", "the days run from your answer".
IN_TIME = Phrase(
    r"\b(?:is|are|was|we are|well|still|just) (?:with)?in (?:good )?time\b|\b(?:within|inside|short of) the (?:statutory |permitted )?(?:time|deadline|limit|period|twenty|20)\b|\b\w+(?:th|st|nd|rd)(?: and last)? working day\b|\b(?:is|was|a) (?:quite )?(?:new|separate|fresh|different|further) request\b|\b(?:run|runs|ran|counts?|counted|counting|starts?|started|begins?|began) (?:again |afresh )?(?:from|on|with|when)\b|\bnot (?:being |yet )?(?:up|due|expired?|passed|over) (?:until|till|before)|\b\w+ working days after\b|\bonly (?:\w+ )?(?:days?|weeks?) (?:old|ago)\b",
    "in time", "good time", "within the", "inside the", "short of the", "working day", "new request", "separate request", "fresh request", "different request", "further request", "run ", "runs ", "ran ", "start", "begin", "began", "begun", "not being", "not yet", "not up", "not due", "not expire", "not passed", "not over", " count ", " counts ", "counted ", "counting ", "day ago", "days ago", "week ago", "weeks ago", "day old", "days old", "week old", "weeks old",
)  # fmt: skip
# Times that are told beside the way on are not of this answer.
_WAY_ON = Phrase(
    r"\b(?:review|commissioner|dissatisfied|unhappy|complain\w*|you (?:may|can) (?:ask|apply|write))\b",
    "review", "commissioner", "dissatisfied", "unhappy", "complain", "you may", "you can",
)  # fmt: skip
#: More of the same, seen only where it is about the answer or the request.
WAITED = Phrase(
    r"\b(?:weeks?|months?|years?|a long (?:time|while)|ages|(?:too|very|far too|so) long)\b.{0,40}\b(?:ago|since|late|passed|gone by|went by|to (?:reply|answer|respond|write|reach|come|do)|before (?:we|i|it|anyone|anybody|this)|without|in (?:coming|reaching|arriving)|and (?:did|have|had) not|for (?:this|our|an?|the) (?:reply|answer|response))\b"
    r"|\b(?:rather |much |far |a good deal )?(?:more|longer|less)(?: time)? than (?:that|we|it|the law|allowed|permitted|promised|intended|is allowed|you)\b|\b(?:took|taken) (?:us |me |it )?(?:from|since|until|till)\b|\bwithout (?:a word|an answer|a reply|hearing)\b|\bunanswered\b"
    r"|\b(?:taken|took(?! (?:no )?part)|kept you|waited|waiting|been with us|had it|had your|sat|been here|outstanding|pending)\b.{0,50}\b(?:weeks|months|year|long|(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:working )?(?:days|weeks|months))\b"
    r"|\b(?:ought to|should|was to|were to|had to|could) have (?:been )?(?:written|replied|answered|responded|reached|sent|had|reaching|come|heard|gone|dealt|done|been with)\b|\b(?:let|allowed) (?:\w+ ){1,4}(?:slip|lapse|pass|drift|drop|go by)\b|\b(?:slipped|lapsed|drifted|expired|elapsed|ran out|went by|gone by|came and went|come and gone|passed (?:us by|without|before|on)|long past|well past|since passed|has passed|had passed)\b"
    r"|\b(?:letters?|e-?mails?|calls?|messages?|reminders?) from you (?:asking|chasing|since|about)|\basking (?:where|when|what had become|what had happened)\b|\b(?:you (?:had|have) (?:had )?to (?:ask|write|chase|ring)|heard nothing|no answer (?:until|for|from)|silence|patience|bear with|kept waiting|wait(?:ed)? (?:so|too) long)\b"
    r"|\bnobody (?:\w+ )?(?:dealt|looked|picked|opened|saw|read|noticed|answered|replied|did|has|had|took)|\bno ?one (?:\w+ )?(?:dealt|looked|picked|opened|saw|read|noticed|took)|\b(?:change|turnover|absence|illness|sickness|loss|departure|lack|shortage|move) of (?:\w+ )?(?:staff|officers?|colleagues?|the (?:officer|clerk|person)|offices?|premises|system)\b|\b(?:found|discovered|lying|buried|hidden|sitting|left|still) (?:\w+ )?(?:in|at|under|behind|among|on) (?:an? |the |my |our |his |her |somebody's )?(?:old|bottom|drafts?|drawer|desk|pile|archive|unused|disused|wrong|shared|deleted|folder|mailbox|inbox|in-?tray|tray|bag|cupboard)",
    "than that", "than we", "than it", "than the law", "than allowed", "than permitted", "than promised", "than intended", "than is allowed", "than you", "took", "taken", "without a word", "without an answer", "without a reply", "without hearing", "unanswered", "week", "month", "year", "a long time", "a long while", "too long", "very long", "so long", "kept you", "wait", "been with us", "had it", "had your", "been here", "outstanding", "pending", "ought to have", "should have", "was to have", "were to have", "had to have", "could have", "slip", "lapse", "drift", "let ", "allowed ", "expired", "elapsed", "ran out", "went by", "gone by", "came and went", "come and gone", "passed us", "passed by", "passed without", "passed before", "passed on", "long past", "well past", "since passed", "has passed", "had passed", "from you", "asking w", "heard nothing", "no answer", "silence", "patience", "bear with", "nobody", "no one", "noone", "change of", "turnover of", "absence of", "illness of", "sickness of", "loss of", "departure of", "lack of", "shortage of", "move of", "found", "discovered", "lying", "buried", "hidden", "sitting", "left ", "still ", " sat ", " sat,", "you had to", "you have to", "have had to", "had had to", " ages",
)  # fmt: skip
_OF_THE_ANSWER = Phrase(
    r"\b(?:you|your|yours|us|word|request|reply|replied|answer\w*|respon\w+|letter|e-?mail|deadline|time limit|due|it|this|review\w*|twenty|20)\b",
    "you", "us", "word", "request", "repl", "answer", "respon", "letter", "mail", "deadline", "time limit", "due", "it", "this", "review", "twenty", "20",
)  # fmt: skip


def in_time(letter: Letter) -> bool:
    """Whether the letter says that it comes in time, or from when time runs."""
    return any(True for _ in plainly(IN_TIME, _WAY_ON, letter.own))


def told_of_waiting(letter: Letter, unless: Phrase, *, at_review: bool = False) -> Span | None:
    """The first words that tell of neglect or of waiting; ``at_review``: in a review's answer."""
    found = [
        span
        for phrase in (STALLED, _OVER_TIME)
        for span in islice(plainly(phrase, unless, letter.own), 1)
    ]
    if found:
        return min(found)
    for span in plainly(WAITED, unless, letter.own):
        line = line_at(letter.own, span.start)
        if _OF_THE_ANSWER.found(letter.own, *line) and (
            at_review or not _WAY_ON.found(letter.own, *line)
        ):
            return span
    return None


_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")  # fmt: skip
_ANY_MONTH = "|".join(_MONTHS)
# "your January letter", "which you made in the first week of February": a month without a day.
_MONTH = Phrase(
    rf"\byour (?:late |early |mid-)?(?:{_ANY_MONTH}) (?:letter|request|e-?mail|message|enquiry|note|form|appeal|complaint)"
    rf"|\b(?:you (?:had |have |first )?(?:\w+ )?(?:asked|wrote|made|sent|requested|submitted|e-?mailed|contacted)|reached us|came (?:in|to us)|received|arrived|handed|waiting|with us)\b[^.:;]{{0,60}}?\b(?:in|since|during|of|from) (?:(?:mid|early|late|the|end|middle|beginning|start|of)[ -]){{0,4}}(?:{_ANY_MONTH})\b(?! \d)",
    *_MONTHS,
)


def days_told(letter: Letter, about: Phrase, unless: Phrase) -> Iterator[tuple[date, Span]]:
    """The days before the letter's own that stand in sentences on ``about``; of a month, its last."""
    sent = letter.dates.sent
    if sent is None:
        return
    for each in letter.dates.others:
        if each.day < sent.day:
            start, end = letter.sentence_at(each.span.start)
            words = lower(letter.flow[start:end])
            before = words[max(0, each.span.start - start - _NEAR) : each.span.start - start]
            if about.found(before) and not unless.found(words):
                yield each.day, each.span
    for span in _MONTH.among(letter.own):
        line = line_at(letter.own, span.start)
        if about.found(letter.own, *line) and not unless.found(letter.own, *line):
            told = [w for w in _WORD.findall(letter.own[span.start : span.end]) if w in _MONTHS]
            yield _end_of(_MONTHS.index(told[-1]), sent.day), span


_WORD = compiled(r"[a-z]+")
_NEAR = 80  # characters between the words of asking and the day


def _end_of(month: int, before: date) -> date:
    """The first day after the last ``month`` (0 to 11) that began before a day."""
    year = before.year - (month + 1 > before.month)
    return date(year + (month == 11), 1 if month == 11 else month + 2, 1)
