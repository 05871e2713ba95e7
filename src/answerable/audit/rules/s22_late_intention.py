"""Section 22 on an intention to publish that was formed after the request.

FOIA s.22(1)(b): the intention must have been there when the request was made.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at, plainly
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Cite, Finding, Letter, Regime, Span

RULE = Rule(
    code="EX104",
    slug="s22-late-intention",
    cites=(Cite(Regime.FOIA, "22", ("1", "b")),),
    why=(
        "The exemption is for information already on its way to the public. A decision to "
        "publish taken because somebody asked does not count."
    ),
    fix=(
        "Show that publication was settled before the request came in, and when; or disclose now."
    ),
)
_LATE = Phrase(
    r"(?:will|would|are|is) now (?:be )?publish|(?:have|has) (?:now|since|recently|just) (?:been )?(?:decided|agreed|resolved)|(?:on|when|after) (?:your|the) request (?:was|had been) (?:brought|passed|shown|referred|received)\b.{0,160}(?:publish|website|arranged|decided|agreed)|(?:as a result of|because of|having (?:learnt|heard|learned)|prompted by) (?:receiving |of )?(?:your|this|the) request.{0,120}publish|(?:in (?:the )?light of|following|in response to|having (?:received|considered)|since) (?:receiving |of )?(?:your|this|the) request\b.{0,90}\b(?:decid|agre|resolv|arrang|determin|chosen|chose|\bnow\b)\w*.{0,90}publish|publish.{0,120}(?:as a result of|in light of|because of|prompted by) (?:your|this) request|decided to publish (?:after|since|following)|(?:when|at the time|on the day) (?:your|the) request (?:came|arrived|was (?:received|made)|reached).{0,40}\b(?:no|not|nothing|none)\b.{0,60}(?:publi|decided|planned|arrange|intention|decision)",
    "publish", "decided", "when ", "at the time", "on the day", "agreed", "resolved", "request",
)  # fmt: skip
# "At its meeting after your letter came the Council resolved …", "decided last week that we will".
_AFTERWARDS = Phrase(
    r"\b(?:after|since|once|following(?: the)? (?:receipt|arrival) of|on (?:receiving|receipt of|reading)|having (?:had|got|read|seen)|when (?:we|it|the \w+) (?:had )?(?:got|read|seen|saw|received|considered)|after (?:receiving|reading|seeing|getting|considering)) ?(?:your|the|this) (?:letter|request|e-?mail|enquiry|message|application)\b[^\n]{0,120}\b(?:decid|resolv|agree|determin|arrang|chose|chosen|made up)\w*\b[^\n]{0,140}\b(?:publish|publication|put|post|releas|issu|public|website|annual report|include)\w*"
    r"|\b(?:in (?:view|light|consideration|recognition|the light) of|because of|given|prompted by|owing to|due to|as a result of|on account of|reflecting|responding to)[^\n,]{0,60}\b(?:your|this|the|recent|these|several|other) (?:\w+ )?(?:requests?|enquir\w+|inquir\w+|letters?|e-?mails?)\b[^\n]{0,120}\b(?:decid|resolv|agree|determin|arrang|chose|chosen|will|plan|intend)\w*\b[^\n]{0,120}\b(?:publish|publication|put|post|releas|issu|public|website|include)\w*"
    r"|\bhaving (?:seen|had|read) your (?:request|letter|e-?mail|message)\b[^\n]{0,60}\b(?:raised|put|took|asked)\b"
    r"|\b(?:decid|resolv|agre|determin|approv|arrang)ed (?:only )?(?:last week|this week|yesterday|today|this morning|on (?:monday|tuesday|wednesday|thursday|friday)|earlier this week|a (?:week|fortnight|few days) ago|(?:some|two|three|four|five|six) days ago|in the last few days|the other day)\b[^\n]{0,120}\b(?:publish|publication|releas|issu|public|website)\w*"
    r"|\b(?:last week|this week|yesterday|today|this morning|a (?:week|fortnight|few days) ago)\b[^\n]{0,60}\b(?:decid|resolv|agre|determin|approv|arrang)ed\b[^\n]{0,120}\b(?:publish|publication|releas|issu|public|website)\w*",
    "letter", "request", "mail", "enquir", "inquir", "message", "application", "interest", "attention", "curiosity", "demand", "week", "yesterday", "today", "morning", "ago", "days", "day",
    needs=("raised", "put", "took", "asked", "decid", "resolv", "agre", "determin", "arrang", "chose", "made up", "approv", "will", "plan", "intend"),
)  # fmt: skip
# "Since you wrote, members have met and agreed to publish it": what came first is the request,
# whatever it is called and whoever then made up their minds.
_SINCE_ASKED = Phrase(
    r"\b(?:(?:after|since|when|once|now that|because) (?:you (?:wrote|asked|got in touch|contacted|made|sent|requested|enquired|approached|raised|e-?mailed)|(?:hearing|we heard) from you|your (?:request|letter|e-?mail|enquiry|message|questions?) (?:came|arrived|was received|reached|landed|has|had))|(?:having|on|after|upon) (?:received|receiving|receipt of|looked at|noted|noting|considered|hearing of|getting) (?:your|the|this) (?:request|letter|e-?mail|enquiry|message|application|questions?)|your (?:request|letter|e-?mail|enquiry|interest|questions?|asking) (?:has |have |had )?(?:prompted|led|persuaded|encouraged|caused|inspired|moved|made) (?:us|the|our|members|officers|me))\b"
    r"[^\n]{0,140}(?<!had )(?<!had been )(?<!had already )(?<!already )\b(?:decid|resolv|agree|determin|arrang|chose|made up|persuad|convinc|felt|conclud|ask(?:ed|ing)? (?:\w+ ){1,3}to|approv|to (?:publish|put|think)|commission|concluded|that we should|think)\w*\b[^\n]{0,180}\b(?:publish|publication|website|online|annual report|made (?:public|available)|for all to see)\w*",
    "you wrote", "you asked", "you got", "you contacted", "you made", "you sent", "you requested", "you enquired", "you approached", "you raised", "you e", "from you", "your request", "your letter", "your e", "your enquiry", "your message", "your question", "your interest", "your asking", "the request", "the letter", "the e", "this request", "this letter", "this e", "this enquiry", "this message", "your application",
    needs=("publish", "publication", "website", "online", "annual report", "made public", "made available", "to see"),
)  # fmt: skip
_DECIDED = Phrase(
    r"\bdecision to (?:do so|publish|release|put)\b.{0,60}\b(?:made|taken|reached)\b|(?:decid|agree|approv|resolv|determin|arrang)\w*.{0,120}(?:publish|website|made (?:available|public)|issued|released)|(?:publish|publication|issued|released).{0,60}(?:was|were) (?:decided|agreed|approved)",
    "publish",
    "publication",
    "website",
    "decision to ",
    "made available",
    "made public",
    "issued",
    "released",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the decision to publish is said, or dated, to be later than the request."""
    use = next((u for u in letter.relied() if u.cite.number in ("22", "27")), None)
    if use is None or use.cite.regime.environmental:
        return
    span = next(plainly(_LATE, _BROUGHT_ON, letter.own), None)
    if span is not None and _ON_ANSWER.search(letter.own, *span):
        span = None
    if span is not None and _NOW.match(letter.own, span.start) and _LONG_BEFORE.found(letter.own):
        span = None
    span = span or _afterwards(letter) or _dated_late(letter)
    if span is not None:
        yield RULE.finding(
            letter,
            span,
            f"The intention to publish appears later than the request; {RULE.cites[0]} asks that "
            "it was held when the request was made.",
        )


# "Cabinet resolved ten weeks before you wrote to publish it. We will now do so on 19 June."
_NOW = compiled(r"(?:will|would|are|is) now ")
_LONG_BEFORE = Phrase(
    r"\b(?:days|weeks?|months?|years?|long|well|shortly) before (?:you|your|the request|we (?:heard|received))|\bbefore (?:you wrote|your (?:request|letter|e-?mail) (?:came|arrived|reached|was))|\bwhen your (?:request|letter|e-?mail) (?:came|arrived|reached)\b.{0,80}\balready\b",
    "before you", "before your", "before the request", "before we", "already",
)  # fmt: skip


# "Ministers have since decided to bring the date forward": it was settled already.
_BROUGHT_ON = Phrase(
    r"\b(?:bring|brought|bringing|move[ds]?|moving|put) (?:\w+ ){0,4}?(?:forward|back|earlier)\b|\b(?:earlier|later|new|another|different) date\b|\b(?:date|publication) (?:\w+ ){0,3}?(?:forward|back|earlier)\b|\balready (?:been )?(?:listed|planned|decided|fixed|settled|intended|announced)\b",
    "forward", "back", "earlier", "later date", "new date", "another date", "different date", "already",
)  # fmt: skip


def _afterwards(letter: Letter) -> Span | None:
    """A sentence in which the decision to publish comes after the request, or out of it."""
    found = next(plainly(_AFTERWARDS, _ELSE, letter.own), None)
    if found is not None:
        return found
    for span in plainly(_SINCE_ASKED, _ELSE, letter.own):
        line = line_at(letter.own, span.start)
        if not (_BROUGHT_ON.found(letter.own, *line) or _ON_ANSWER.search(letter.own, *line)):
            return span
    return None


# "Having considered your request, we have decided that it is exempt": of the answer, not of publishing.
_ON_ANSWER = compiled(
    r"\b(?:decid|agree|resolv|conclud|determin|felt|think)\w*\b[^.;\n]{0,60}\b(?:exempt\w*|withh\w+|refus\w+|section \d|appl(?:y|ies))\b"
)


# What is weighed, or was there before, tells nothing of when publication was settled.
_ELSE = Phrase(
    r"\bpublic interest\b|\b(?:already|before|previously|(?:decided|resolved|agreed|determined|approved|arranged|announced|settled) (?:in|on) (?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|last (?:year|month|spring|summer|autumn|winter)|(?:each|every) (?:year|month|quarter)|review|commissioner|unhappy|dissatisfied)\b",
    "decided", "resolved", "agreed", "determined", "approved", "arranged", "announced", "settled", "last ", "each ", "every ", "public interest", "already", "before", "previously", "review", "commissioner", "unhappy", "dissatisfied",
)  # fmt: skip


def _dated_late(letter: Letter) -> Span | None:
    received = letter.dates.received
    if received is None:
        return None
    for phrase in letter.dates.others:
        start = letter.own.rfind("\n", 0, phrase.span.start) + 1
        end = letter.own.find("\n", phrase.span.end)
        line = Span(start, len(letter.own) if end < 0 else end)
        # A day after the letter's own is when it will be published, not when that was decided.
        past = letter.dates.sent is None or phrase.day <= letter.dates.sent.day
        if _BROUGHT_ON.found(letter.own, *line):
            continue
        if past and phrase.day > received.day and _DECIDED.found(letter.own, line.start, line.end):
            return line
    return None


_SETTLED_BEFORE = Phrase(
    r"\b(?:before (?:we|your|the|you)|already|at the time|when your request|had (?:been )?(?:decided|agreed|planned|resolved)|since (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|(?:each|every) (?:year|month|quarter)|annual|(?:settled|approved|agreed|decided|announced|planned|fixed|resolved) (?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|last (?:year|month|spring|summer|autumn|winter))\b)",
    "before", "already", "at the time", "when your", "had ", "since", "each", "every", "annual", "settled", "approved", "agreed", "decided", "announced", "planned", "fixed", "resolved",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Nothing says that publication was settled before the request."""
    use = next((u for u in letter.relied() if u.cite.number in ("22", "27")), None)
    if (
        use is None
        or use.cite.regime.environmental
        or (use.cite.number == "22") != (letter.regime == "FOIA")
    ):
        return
    if not _SETTLED_BEFORE.found(letter.own):
        yield RULE.hint(
            letter,
            use.spans[0],
            "Check that publication was intended before the request came in, and say so.",
        )
