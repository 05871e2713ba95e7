"""The two ways on for an applicant: a review by the authority, and the Commissioner."""

from collections.abc import Iterator

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.model import RegulatorRoute, ReviewRoute, Span

# A word for looking again, in a sentence that tells how to ask for it.
_REVIEW = Phrase(
    r"\b(?:review(?:ed|s|er|ing)?|re-?consider\w*|re-?examin\w*|(?:look|looks|looked|looking|think|thinks)\b.{0,30}?\bagain|afresh|fresh (?:pair of )?eyes|starts? again|looked at by|appeal(?:s|ing)?|complain(?:s|ing)?|complaints?|representations)\b",
    "review", "reconsider", "re-consider", "reexamin", "re-examin", "again", "afresh", "fresh ", "looked at by", "appeal", "complain", "representations",
)  # fmt: skip
_OFFERS = compiled(
    r"\b(?:you|please|write|writing|asking|ask|contact|e-?mail|send|within|procedure|address\w*|reply|replying|tell us|let us know|request|apply|entitled|right|seek|require|(?:can|may|could) be (?:requested|sought|applied for|obtained)|is available|on request|would like|wish|to us|to the (?:council|university|trust|board|authority|college|school|force|governors|clerk|director|chair\w*|secretary|head\w*|chief))\b|^(?:internal )?(?:reviews?|appeals?|complaints?)\b(?=.{12})(?! (?:have|has|had|were|was|received|of|about|made|by|against|since|during|from|in|to the (?:regulator|commissioner|information|ico|scottish))\b)"
)
# "If you are unhappy … please write to": a way on, though it does not call itself a review.
_UNHAPPY = Phrase(
    r"(?:unhappy|dissatisfied|not (?:happy|satisfied|content)|disagree|disappointed|fallen? short|let you down|disputes?|contest|challenge|mistaken|missed something|quarrel|grievance|grumble|wish the .{3,30} to reconsider|concerns? about (?:how|the way)|any complaint|unhappy with what|(?:think|feel|believe|consider|reckon) (?:that )?(?:i|we|this|the \w+) .{0,40}\bwrong).{0,160}?\b(?:write|contact|e-?mail|send|address|telephone|call|reply|let (?:us|me|him|her|them|the [a-z' -]{3,60}?) know|tell (?:us|me|the)|(?:get|be) (?:back )?in touch|come back to (?:us|me|the)|drop (?:us|me|the)|take (?:it|this|that|the matter) up with|say so to|speak|ring|use the form|form at|letter to|raised?|put (?:your|any|the) (?:concerns?|complaint|case|points?))",
    "unhappy", "dissatisfied", "not happy", "not satisfied", "not content", "disagree", "disappointed", "short", "let you down", "reconsider", "concern", "complaint", "dispute", "contest", "challenge", "mistaken", "missed something", "quarrel", "grievance", "grumble", "wrong",
)  # fmt: skip
# "Put it in writing to the Clerk within 40 working days": a time in which to write, and nothing
# else that one has so long for.
_IN_TIME = Phrase(
    r"(?:within|in the|inside|no later than|not later than|no more than|before|have|up to|less than|for) (?:the next |the |another |a period of )?(?:40|forty|2|two|20|twenty|28|30|thirty|60|sixty|three|six|eight) (?:\((?:40|forty)\) )?(?:working |business |calendar |clear )?(?:days|months|weeks)\b",
    "days", "months", "weeks",
)  # fmt: skip
_TO_WRITE = compiled(
    r"\b(?:writ(?:e|ten|ing)|e-?mail\w*|letter|send|sent|tell|ask|let (?:us|the|me)|put (?:it|that|your)|contact|raised?|reasons?|form|get in touch|come back|addressed)\b"
)
_REACH = 400  # characters between the time and the word of writing
_TIME_FOR_ELSE = compiled(
    r"clarif|narrow|\bfees?\b|\bpay|cheque|invoice|extend|extension|(?:we|it|the [a-z]+|which) (?:will|must|shall|has to|have to|had to) (?:respond|reply|answer|comply|write)|request was|your request|commissioner|\bico\b|tribunal|would (?:take|be able)|refin|consult|publish"
)
# The outcome of a review closes that route, and says so.
_OVER = Phrase(
    r"(?:conclud\w+|complet\w+|exhaust\w+|ends?|final stage of) (?:the |our |this )?.{0,30}(?:internal|complaints?|review|appeals?) (?:review |complaints? )?(?:procedure|process|stage)",
    "conclud", "complet", "exhaust", "end", "final",
)  # fmt: skip
_NONE = Phrase(
    r"(?:no|not (?:have|operate|offer|provide)) (?:an? |any )?(?:internal )?(?:review|complaints?|appeals?) (?:procedure|process|stage)|\b(?:no|not set up (?:any|a)|without (?:any|a)) (?:\w+ ){0,2}(?:procedure|process) (?:of its own )?for (?:an? |any |the )?(?:internal )?(?:re-?consider|review|look|information requests|complaints)|\b(?:is|are) (?:therefore |accordingly |then )?no (?:internal )?(?:reviews?|complaints? stage) (?:to ask for|available|open to you|on offer)\b|\bno (?:procedure|process) (?:of (?:its|our) own )?for (?:dealing with|handling|considering|looking into) (?:complaints|requests for (?:internal )?review)|\bno (?:procedure|process) (?:of (?:its|our) own )?for (?:reviewing|re-?considering|looking again at)\b|does not (?:have|operate|offer|provide) .{0,20}(?:internal review|complaints? procedure|review procedure)",
    "procedure", "review", "complaint",
)  # fmt: skip
_NUMBER = r"(?P<n>\d{1,3}|one|two|three|four|six|five|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty)(?: \((?:\d{1,3}|[a-z]+)\))?"
_DAYS = compiled(
    rf"\b{_NUMBER} (?:working |business |calendar |school )?(?P<unit>days|weeks|months)"
)
_TWO_MONTHS = {"days": 1, "weeks": 5, "months": 20}
_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "six": 6,
    "five": 5,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "twelve": 12,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "sixty": 60,
}
_ANSWERED = compiled(
    r"(?:(?:will|shall|should|aim|try|expect|normally|undertake|endeavour|hope|reply|replies|answer|respond|response|complete|completed|completes|finish|finished|carried out|takes?|have (?:her|his|a|our|an)|result|decision|outcome|reviews? (?:are|is|take)|reconsider).{0,90}$)"
)

_STOP = compiled(r"[\n;]|\.(?![a-z0-9@])")  # not the dot in foi@council.example
# "… will review it if asked inside two months", "a review, if sent to the Clerk within 40 working days"
_IF_ASKED = compiled(
    r"\b(?:if|when|provided|once) (?:(?:it|this|you|that|one|they|a review) )?(?:(?:is|are|be) )?(?:so )?(?:ask(?:ed)?|sent|requested|write|apply|applied|made|sought)\b[^,;]{0,60}$"
)
# "Within 40 working days of getting this you may ask …"
_YOU_THEN = compiled(r"[^.:;\n]{0,40}?\byou (?:may|can|could|should|must)\b")
_YOURS_TO_DO = compiled(
    r"\b(?:you (?:should|must|can|may)|please|write|ask for|requests? (?:should|must))\b|^\s*(?:reply|ask|e-?mail|contact|send)\b"
)

_BODY = r"(?:information commission(?:er)?(?:'?s)?(?: office)?|\bico\b|the commissioner|commissioner's office|scottish information commissioner)"
_COMMISSIONER = Phrase(_BODY, "information commission", "ico", "the commissioner")
# What one does with a Commissioner: complain, apply, ask for a decision.
_ROUTE = compiled(
    r"complain|grumble|\bhandled\b|\bdeals with\b|\bappl(?:y|ication)\b|\bappeal|\brefer|\bgo (?:directly |straight |on )?to\b|\btake (?:the matter|it|your|this)|contact|\bask(?:ed)?\b|\bright\b|decide|decision|ruling|\brule\b|write to|approach|\braise\b|submit|escalate|pursue|concern|investigat|consider|look into|unhappy|dissatisfied|turn to"
)
_YOURS = compiled(
    r"\b(?:you|your|applicants?|requesters?|right|complain\w*|grumbles|appeals?|apply|application|then|after that|past that|beyond that|afterwards|thereafter|next|further to that|following that|can be asked|may be asked)\b"
)
_ABOUT_SELF = compiled(
    r"(?:registered|registration|data controller|guidance|guide\b|decision notice|statistics|advice on|website|code of practice|published by|follows? ico|reported|shared with|upheld|has already|issued|data breach|in the case|fs\d|went against|decided (?:that|in)|considered (?:this|the|a) )"
)
_ADDRESS = compiled(
    r"wycliffe house|ico\.org\.uk/(?:foicomplaints|make-a-complaint)|kinburn castle|foi\.scot/appeal"
)
_DECIDES = compiled(
    r"\bsection 50\b|\bsection 47\b|\bruling\b|\bdecision\b|\bsettle[ds]?\b|\bdecides?\b|\bto judge\b"
)
# "The fee the Council pays every year to the Information Commissioner is up to date."
_PAID = compiled(r"\bfee (?:that |which )?(?:the \w+|we) pays?\b")
_YOU_MAY = compiled(
    r"\b(?:you (?:can|may|have|could|are|then|also|should|will|might|wish|want|remain)|right (?:to|of)|may (?:then|also|apply|complain|be asked)|can (?:then|complain|apply|be asked|decide)|to complain|complain(?:t|ts)? to|appl(?:y|ication) to|appeal to)\b"
)
_PRIVACY = compiled(
    r"privacy notice|(?:process|handl|us)\w* (?:of )?(?:your|their|our) (?:personal )?(?:data|information)|your (?:own )?personal data|subject access"
)
_SCOTTISH = compiled(
    r"scottish information commissioner|foi\.scot|kinburn|st andrews|itspublicknowledge"
)
_UK = compiled(r"wycliffe|wilmslow|ico\.org\.uk|information commissioner's office|\bico\b|0303 123")


def review_route(own: str) -> ReviewRoute | None:
    """Where and how the letter lets the applicant ask the authority to look again.

    FOIA s.17(7)(a); EIR reg.14(5)(a); FOISA s.19(b).
    """
    none = _NONE.search(own) or _OVER.search(own)
    if none:
        return ReviewRoute(none, None, None, none_offered=True)
    offers = list(_offers(own))
    if not offers:
        return None
    line, called = max(offers, key=lambda offer: _plainness(own, *offer))
    region = _paragraph(own, line)
    ask, answer = _times(own[region.start : region.end], line.start - region.start)
    named = called or "review" in own[region.start : region.end]
    return ReviewRoute(line, ask, answer, called_review=named)


def _offers(own: str) -> Iterator[tuple[Span, bool]]:
    """The sentences that may tell how to have it looked at again, and whether they say so."""
    seen: set[Span] = set()
    for match in _HEADED.finditer(own) if "\nto " in own else ():
        seen.add(line := Span(*match.span("way")))
        yield line, True
    for phrase, called in ((_REVIEW, True), (_UNHAPPY, False), (_IN_TIME, False)):
        for span in phrase.among(own):
            line = _line(own, span)
            words = own[line.start : line.end]
            if line in seen or (called and not _is_offered(words, span, line)):
                continue
            if holds(words, _TO_OTHERS) and _ELSEWHERE.search(words):
                continue
            if "review of" in words and _OF_ELSE.search(words):
                continue
            if _OF_MATTER.search(words) and not _ABOUT_ANSWER.search(words):
                continue
            if "complaint" in words and _OF_SERVICE.search(words) and not _OF_ANSWER.search(words):
                continue
            if not called and _BODY_NAMED.search(words) and not _FIRST.search(words):
                continue
            if _DO_SO.match(words) and _BODY_NAMED.search(
                own, max(0, line.start - 300), line.start
            ):
                continue
            if phrase is _IN_TIME and (
                _TIME_FOR_ELSE.search(words) or not _is_to_write(own, line, span.start)
            ):
                continue
            seen.add(line)
            yield line, called
    for match in _ASKED_IF_HAPPY.finditer(own) if "?\n" in own else ():
        line = Span(*match.span("way"))
        if line not in seen and not _BODY_NAMED.search(own, *line):
            yield line, False


# "You should do so within six weeks", after a sentence about the Commissioner: there.
_DO_SO = compiled(r"(?:you (?:should|must|need to|can|may|have to)|please) do (?:so|this|that)\b")


def _is_to_write(own: str, line: Span, time: int) -> bool:
    """Whether a sentence speaks of writing near the ``time`` in it."""
    return any(abs(word.start() - time) <= _REACH for word in _TO_WRITE.finditer(own, *line))


# "Complaint. To the University Secretary, 40 working days.": a word over the way on.
_HEADED = compiled(
    r"(?m)^(?:internal reviews?|reviews?|complaints?|appeals?)[.:]?\n+(?P<way>to [^\n]*\b\d+ (?:working )?days[^\n]*)"
)
# "Not happy? Write to the Chief Officer. Do this in 40 working days."
_ASKED_IF_HAPPY = compiled(
    r"(?m)^(?:(?:if )?(?:you(?:'re| are)? )?(?:not |un)(?:happy|satisfied|content)|(?:not )?what you (?:hoped|wanted|expected)|(?:do you )?disagree|(?:think|want) [^\n?]{3,60})[^\n?]{0,60}\?\n(?P<way>(?:please )?(?:write|e-?mail|contact|tell|call|ring|ask|send|get in touch|let (?:us|me|the))\b[^\n]*)"
)
_WHERE = compiled(r"@|\b(?:address|e-?mail|form|write|writing|letter|send|p\.?o\.? box)\b|https?:")
_HOW_LONG = compiled(
    r"\b(?:within|in the|inside|(?:no|not) (?:later|more) than|by the end of) .{0,20}\b(?:days|months|weeks)\b"
)


def _plainness(own: str, line: Span, called: bool) -> tuple[int, int]:
    """How plainly a sentence is the way on; of two that are equally plain, the first."""
    words = own[line.start : line.end]
    near = own[line.start : line.end + 260]
    points = 2 * called + 2 * (_HOW_LONG.search(words) is not None)
    points += (_WHERE.search(words) is not None) + (_HOW_LONG.search(near) is not None)
    points += _TO_COME.search(words) is not None
    points -= 3 * (_BODY_NAMED.search(words) is not None)
    return points, -line.start


def _is_offered(words: str, span: Span, line: Span) -> bool:
    return (
        _REFUSES_REVIEW.search(words) is None
        and _OFFERS.search(words) is not None
        and not _past(words)
        and not _to_commissioner(words, span, line)
    )


# "… to seek a review of the premises licence": not of the answer.
_OF_ELSE = compiled(
    r"\breviews? of (?:the|a|an|its|their|your|these|those) (?:\w+ )?(?:licen[cs]es?|permits?|orders?|plans?|schemes?|services?|benefits?|assessments?|schools?|wards?|sites?|routes?|contracts?|policy|policies|budgets?)\b"
)
# "You may complain to the Ombudsman", "seek judicial review": of another body.
_TO_OTHERS = ("judicial", "ombudsman", "councillor", "your mp", "parliament")
_ELSEWHERE = compiled(
    r"^(?!.{0,400}\b(?:internal review|to us\b|within \d|representations|working days|reconsider)).{0,160}\b(?:judicial review|ombudsman|(?:your|local|ward) (?:\w+ )?councillor|your mp|member of parliament)\b"
)


# "They will talk you through the NHS complaints procedure for patients": of care, not of the answer.
_OF_SERVICE = compiled(
    r"\bnhs complaints|\b(?:complain|complaints?)\b.{0,40}\b(?:care|treatment|patients?|nurs\w+|clinical|landlord|repairs?|teaching|policing|conduct of)\b|\b(?:care|treatment|patients?|clinical|service) complaints?\b"
)
# "To complain about the condition of the path, or to appeal against a council tax banding".
_OF_MATTER = compiled(
    r"\b(?:complain|complaints?|complaining|appeals?|appealing|grievances?) (?:about|against|over|regarding|concerning|in respect of|to do with) (?!it\b|us\b|me\b|any of it)"
)
_ABOUT_ANSWER = compiled(
    r"\b(?:requests?|decisions?|reviews?|repl(?:y|ies)|responses?|foi|eir|information|letter|answers?|refus\w+|withh\w+|handl\w+|dealt|treat\w+|how|this|these|outcome|way|what|exempt\w*|disclos\w*|notice|act|service you)\b"
)
_OF_ANSWER = compiled(
    r"\b(?:request|decision|review|reply|response|foi|information|this letter|answer)\b"
)
# "There is nobody above it to whom you could appeal": no route at all.
_REFUSES_REVIEW = compiled(
    r"^complaints? (?:have|has|had|were|was)\b|\b(?:nobody|no one|no body|no (?:further |other )?(?:right of )?(?:appeal|review))\b.{0,60}\b(?:appeal|review|complain|whom)|\bdoes not re-?(?:open|consider|view)\b"
)
_GONE = compiled(
    r"\byou (?:\w+ ){0,2}(?:asked|requested|wrote|e-?mailed|sought|required)\b|\bi (?:have|was not|was) |\b(?:has|have) (?:now )?been (?:reviewed|reconsidered)|outcome of|the review (?:found|concluded|was)|was not (?:involved|consulted)|your (?:request|email|letter) (?:of|dated|for) .{0,40}review|interest|\bask(?:ing|ed) us to\b|i am (?:replying|writing)|\b(?:i|we) write further to\b|\byour (?:e-?mail|letter|message|request)\b[^.\n]{0,40}, which (?:asked|requested|sought|required)|in which you express|concludes?\b|previous(?:ly)?"
)
_TO_COME = compiled(
    r"\b(?:you (?:can|may|could|should|have the right|have \w+ (?:working )?(?:days|months|weeks)|are entitled|wish|must|will|need)|please|right to|if you|should you|within (?:\d|two|twenty|forty|a)|would like|want us|tell us|to ask)\b"
)
_AFTER_REVIEW = compiled(
    r"\b(?:after|once|following|when|outcome of|result of|with|by the end of|content with|to)\b(?: \w+){0,4}? (?:internal )?(?:reviews?|procedure|complaints? p\w+)\b|\bafter review\b"
)


def _past(words: str) -> bool:
    """The review is the letter's subject, or is over, or only comes before the Commissioner."""
    if _STRAIGHT_ON.search(words) and not _FIRST.search(words):
        return True
    if _BODY_NAMED.search(words) and _AFTER_REVIEW.search(words) and not _ASK_FOR.search(words):
        return True
    return _GONE.search(words) is not None and _TO_COME.search(words) is None


# To the regulator at once: "you have a right to complain to the regulator under section 50".
_STRAIGHT_ON = compiled(
    r"(?:complain|appeal|apply|matter further)\b.{0,60}\b(?:regulator|section 50\b|information commission)|enforcement and appeals?"
)
_FIRST = compiled(
    r"review|reconsider|representations|\b(?:then|thereafter|afterwards|after that|in turn|first(?!-tier)|us|again)\b|\b(?:council|board|trust|authority|chair|clerk|head|director|secretary)\b.{0,80}commissioner|within \d"
)
_ASK_FOR = compiled(
    r"(?:ask|request|seek|require|for|want|entitled to|right to) (?:\w+ ){0,4}(?:internal )?(?:review|reconsider)|within \d|write|contact|e-?mail"
)
_BODY_NAMED = compiled(r"information commission|\bico\b|the commissioner")


def _to_commissioner(words: str, span: Span, line: Span) -> bool:
    """A "complain" or "appeal" whose object is the Commissioner."""
    start, end = span.start - line.start, span.end - line.start
    if "review" in words[start:end] or "consider" in words[start:end]:
        return False
    if _BODY_NAMED.search(words[end : end + 60]) or _ADDRESS.search(words[end : end + 90]):
        return True
    after = _BODY_NAMED.search(words, end)
    if after is not None and not _FIRST.search(words, 0, after.start()):
        return (
            True  # "complaints about how a request was dealt with are decided by the Commissioner"
        )
    named = _BODY_NAMED.search(words)
    return named is not None and named.start() < start


def _line(own: str, span: Span) -> Span:
    start = own.rfind("\n", 0, span.start) + 1
    end = own.find("\n", span.end)
    return Span(start, len(own) if end < 0 else end)


def _paragraph(own: str, line: Span) -> Span:
    """The sentence of the route with the few that follow and the one before."""
    start = max(0, own.rfind("\n", 0, max(0, line.start - 2)) - 200)
    return Span(start, min(len(own), line.end + 700))


# What stands before the sentence of the route may be of another matter: "for the next two months".
_OF_ROUTE = compiled(
    r"\b(?:you|your|applicants?|reviews?|complain(?:s|ts?)?|appeals?|representations|please|write|writing|e-?mail|tell|they should|these must|grievances?)\b"
)


def _times(region: str, line: int) -> tuple[int | None, int | None]:
    """Working days in which to ask, and in which an answer is promised, where both are told apart.

    ``line``: where in ``region`` the sentence of the route begins.
    """
    ask = answer = None
    for match in _DAYS.finditer(region):
        number = match.group("n")
        days = (int(number) if number.isdigit() else _WORDS[number]) * _TWO_MONTHS[
            match.group("unit")
        ]
        before = region[max(0, match.start() - 130) : match.start()]
        sentence = _STOP.split(before)[-1]
        rest = region[match.end() : match.end() + 60].split("\n")[0]
        begins = region.rfind("\n", 0, match.start()) + 1
        whole = _heading_of(region, begins) + region[begins : match.start()] + rest
        if match.start() < line and _OF_ROUTE.search(whole) is None:
            continue
        if ("commissioner" in sentence or "commissioner" in rest) and "review" not in sentence:
            continue
        if answer is None and _ANSWERED.search(sentence) and not _is_yours(sentence, rest):
            answer = days
        elif ask is None:
            ask = days
        elif answer is None:
            answer = days
    if ask is not None and answer is None:
        answer = _elided(region)
    return ask, answer


def _is_yours(before: str, after: str) -> bool:
    """Whether the time between two pieces of a sentence is one for the applicant to keep."""
    return (
        _YOURS_TO_DO.search(before) is not None
        or _IF_ASKED.search(before) is not None
        or _YOU_THEN.match(after) is not None
    )


def _heading_of(region: str, begins: int) -> str:
    """The short line right above a sentence: "Review" over "Require one within 40 working days"."""
    above = region[max(0, begins - 60) : begins].rstrip("\n")
    head = above[above.rfind("\n") + 1 :]
    return f"{head} " if len(head) < 40 and "\n" in above else ""


# "Please do it within 40 working days; she will answer within 20."
_ELIDED = compiled(
    r"\b(?:within|in|inside|(?:in )?not more than) (?P<n>\d{1,2}|ten|fifteen|twenty|thirty|forty)(?=[.;,)](?! ?\d)|$)"
)


def _elided(region: str) -> int | None:
    """The days of an answer whose unit is that of the time in which to ask."""
    for match in _ELIDED.finditer(region):
        if _ANSWERED.search(_STOP.split(region[max(0, match.start() - 130) : match.start()])[-1]):
            number = match.group("n")
            return int(number) if number.isdigit() else _WORDS[number]
    return None


def regulator_routes(
    own: str, scottish: bool
) -> tuple[RegulatorRoute | None, RegulatorRoute | None]:
    """The right to go to the Commissioner of this regime, and a route to the other one.

    FOIA s.17(7)(b) with s.50; EIR reg.14(5)(b); FOISA s.19(b) with s.47.
    """
    right = wrong = None
    judged = None
    for span in _COMMISSIONER.among(own):
        line = _line(own, span)
        if line == judged:  # a sentence that names the Commissioner twice is judged once
            continue
        judged = line
        if _is_background(_with_lead(own, line)) or _is_ours(own[line.start : line.end]):
            continue
        region = own[line.start : min(len(own), line.end + 260)]
        which = (
            "SIC"
            if (_SCOTTISH.search(region) and "scottish information" in region)
            or (_SCOTTISH.search(region) and not _UK.search(region))
            else "ICO"
        )
        route = RegulatorRoute(line, "SIC" if which == "SIC" else "ICO")
        if (which == "SIC") == scottish:
            right = right or route
        else:
            wrong = wrong or route
    return right, wrong


def _with_lead(own: str, line: Span) -> str:
    """The sentence with the one before, where that one leads into it: "… you may apply to:"."""
    before = own[max(0, line.start - 400) : line.start].rstrip("\n")
    lead = before[before.rfind("\n") + 1 :]
    words = own[line.start : line.end]
    short = len(words) < 90 and "complain" not in words
    return lead + " " + words if lead.endswith((":", " to", " at")) or short else words


# "We follow the guidance of the Information Commissioner on time limits."
_OUR_DEALINGS = compiled(
    r"^\W{0,3}(?:we|i|the (?!information|scottish|commissioner)\w+|our \w+|this \w+) (?:\w+ )?(?:follow|have regard|had regard|appl(?:y|ies|ied)|use[sd]?|took|read|rel(?:y|ies|ied)|are|is|pay|report|agree|note|worked|drew|were|was)\b.{0,60}\b(?:guidance|guide|advice|code|register\w*|fee|statistics|decisions?|training|audit|view)\b"
)


def _is_ours(words: str) -> bool:
    """Whether a sentence tells only of the authority's own dealings with the Commissioner."""
    return _OUR_DEALINGS.search(words) is not None and _YOU_MAY.search(words) is None


def _is_background(words: str) -> bool:
    """The Commissioner is named for something else than a complaint about this answer."""
    if _PAID.search(words):
        return True
    if _ADDRESS.search(words) and _DECIDES.search(words):
        return False  # "a ruling under section 50 (the Information Commissioner, Wycliffe House …)"
    if not (_ROUTE.search(words) and _YOURS.search(words)):
        return True
    if _PRIVACY.search(words) and "request" not in words:
        return True
    return _ABOUT_SELF.search(words) is not None and _YOU_MAY.search(words) is None
