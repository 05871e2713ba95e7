"""A request turned away because it is put as a question.

FOIA s.8 and s.84: a question is a valid request for whatever recorded information answers it.
(There is no duty to create information or give opinions, and saying so is right.)
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import around, line_at
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Regime, Span

RULE = Rule(
    code="SA104",
    slug="answer-created",
    cites=(Cite(Regime.FOIA, "8"), Cite(Regime.FOIA, "84")),
    why=(
        "Most people ask in questions. If something recorded answers the question, it has been "
        "asked for; only where nothing recorded does is there nothing to supply. Calling a "
        "question invalid leaves the part unanswered."
    ),
    fix=(
        "Say whether recorded information that answers the question is held, and supply it, "
        "refuse it, or say that none is held."
    ),
)

_QUESTION = Phrase(
    r"\b(?:(?:is|are|was|were|as|being|posed|put|framed|phrased|asked|amounts? to|constitutes?|contains?)\b.{0,30}\b(?:a "
    r"(?:\w+ )?question|questions|an enquiry|general enquir\w+)\b.{0,60}\b(?:not|rather than|instead of|and so)\b.{0,60}"
    r"\b(?:request|information)"
    r"|(?:not|n't) (?:count|qualify|amount|rank|constitute|class)\w*\b.{0,20}\brequests?\b.{0,80}\b(?:question|enquir)|(?:question|enquir)\w*\b.{0,120}\b(?:not|n't) (?:count|qualify|amount|rank|constitute)\w*\b.{0,20}\brequest"
    r"|\bnot a (?:means|way|vehicle) of (?:putting|asking|having)\b.{0,40}\bquestions?\b|\b(?:sentence|question|item|part|one) (?:beginning|that begins|starting|which begins) with ['\"]?why\b.{0,20}\bis not\b"
    r"|\b(?:why|question)\b.{0,60}\bis a request for (?:an? )?(?:opinions?|explanations?|views?|comments?)\b.{0,40}\bnot\b|\bis(?:n't| not) a request for (?:an? )?(?:documents?|records?|information)\b.{0,40}\bquestion"
    r"|\b(?:act|law|legislation)\b.{0,60}\b(?:not|n't) (?:cover|extend to|apply to|reach|deal with) (?:\w+ )?(?:questions|explanations|reasons)"
    r"|\b(?:act|law|legislation)\b[^.]{0,60}\bnot for (?:\w+ )?questions\b"
    r"|not (?:a |an )?(?:valid |proper |true )?(?:foi |freedom of information |fo\S+ )?requests?\b.{0,80}\bquestion"
    r"|\b(?:consists? of|amounts? to|contains?|puts?|asks?|poses?) (?:\w+ ){0,2}questions?\b.{0,80}\b(?:not|rather than|instead of|and so)\b"
    r"|questions?\b.{0,60}\b(?:is|are) not (?:a |an )?(?:valid|request|covered|caught|within|something)"
    r"|(?:not|n't|no) (?:require|oblige|compel|duty|obligation|extend|entitle)\w*\b.{0,40}\b(?:to )?(?:answer|reply to|"
    r"respond to)\w*\b.{0,20}\bquestions?|(?:act|legislation|law) (?:is|does) not .{0,40}(?:question|answer))",
    "question", "enquir", "answer",
)  # fmt: skip
_REFUSES = Phrase(
    r"\b(?:(?:not|n't) have to (?:treat|answer|deal|respond|consider)|(?:not|n't) be (?:taking|dealing|answering|responding)|(?:not|n't) (?:count|qualify|amount|rank|constitute)|nothing (?:that )?(?:the \w+|we) (?:has|have) to do|not (?:a |an )?(?:valid|proper|request|true|been (?:dealt|answered|considered)|dealt|answer(?:ed)?\b|respond|"
    r"consider|treat|process|proceed|covered|caught)|invalid|decline|will not|cannot (?:answer|respond|be (?:dealt|answered|"
    r"considered))|(?:not|n't|no) (?:require|oblige|compel|duty|obligation)|disregard|reject|outside (?:of )?the act\b|no (?:further )?action\b|\bclosed (?:it|this|that)\b)",
    "invalid", "decline", "no", "n't", "nothing", "disregard", "reject", "outside", "action", "closed",
)  # fmt: skip
_ANSWERED = Phrase(
    r"\b(?:(?:do|does|did) not hold|no recorded|not held|hold(?:s)? (?:no|recorded)|however|nevertheless|nonetheless|even so|"
    r"but (?:we|i|to|in|the|as|can)|to be helpful|to help|(?<!falls )(?<!fall )(?<!falling )(?<!is )(?<!are )(?<!lies )(?<!lie )(?<!therefore )outside the act|in the interests|as a courtesy|the answer is|we "
    r"can (?:tell|confirm|say|advise)|we (?:hold|have (?:searched|looked|checked|treated|considered|answered|attached|"
    r"enclosed))|opinions?|creat(?:e|ed|ing)|new information|comment|view\b|explain why|speculat|hypothetical)\b",
    "recorded", "not held", "hold", "however", "nevertheless", "nonetheless", "even so", "but ", "help", "outside the", "interests", "courtesy", "answer is", "we can", "we have", "opinion", "creat", "new info", "comment", "view", "explain", "specul", "hypoth",
)  # fmt: skip


# Turned away outright, whatever else is said near it.
_NOT_LOOKED = Phrase(
    r"\b(?:have|has) not (?:looked|searched)\b|\bnothing (?:that )?(?:the \w+|we) (?:has|have) to do\b|\b(?:taken|taking|take) no (?:further )?action\b|\bno (?:further )?action (?:has been|will be|was|is being) taken\b|\b(?:not|n't) (?:been |be )?(?:taken|taking|pursued?|dealt with) (?:it |this |them )?(?:any )?further\b|\b(?:closed|disregarded|set aside|returned) (?:it|this|that|the (?:part|question|request))\b|\bquestions?\b.{0,40}\bwill not (?:answer|deal with) (?:this|it|that|them)\b",
    "not looked", "not searched", "nothing ", "will not", "no action", "no further action", "further", "closed", "disregarded", "set aside", "returned",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when a part is called a question and not dealt with for that."""
    own = letter.own
    for span in _QUESTION.among(own):
        near = _from_its_paragraph(own, around(own, span), span)
        if not _REFUSES.found(own, *near) or (
            _ANSWERED.found(own, *near) and not _NOT_LOOKED.found(own, *near)
        ):
            continue
        yield RULE.finding(
            letter,
            span,
            "A part is turned away because it is put as a question. A question is a request for "
            f"any recorded information that answers it ({RULE.cites[0]}, {RULE.cites[1]}).",
            certainty=Certainty.SURE,
        )
        return
    turned = _plainly_sent_back(letter)
    if turned is not None:
        yield RULE.hint(letter, turned, _CHECK)
        return
    made = _made_as_if_due(letter)
    if made is not None:
        yield RULE.hint(
            letter,
            made,
            "The letter seems to say that the law asks for an answer to be written where none is "
            f"recorded; {RULE.cites[1]} gives a right to what is recorded.",
        )


def _from_its_paragraph(own: str, near: Span, span: Span) -> Span:
    """``near`` without what stands in the paragraphs before: "(i) We do not hold this."."""
    return Span(max(near.start, own.rfind("\n\n", 0, span.start) + 1), near.end)


# That what was asked is a question: "three question marks", "begins with “why”", "an enquiry".
_IS_QUESTION = (
    Phrase(
        r"\b(?:is|are|be|being|was|were|as|consists? of|contains?|containing|poses?|puts?|raises?|form of|amounts? to|comprises?|made up of|full of|merely|simply|just|only|set of|list of|series of|because|since)\b.{0,40}\b(?:questions?|questionnaires?|quer(?:y|ies)|(?<!your )(?<!making )[ei]nquir(?:y|ies)|interrogat\w+|quiz)\b(?! ?\d)"
        r"|\bquestion[- ]marks?\b"
        r"|\b(?:query|queries|questions?|[ei]nquir(?:y|ies)) (?:of|like|such as) (?:this|that|yours|these)\b"
        r"|\b(?:not|than|nor|no) (?:\w+ ){0,2}(?:questions|enquiries|queries|opinions|explanations)\b"
        r"|^(?:such |general |mere |bare )?(?:questions|queries|enquiries)\b"
        r"|['\"“‘](?:why|how|whether|what|who|when)['\"”’,]"
        r"|\bwhy questions?\b",
        "question", "quer", "nquir", "interrogat", "quiz", "opinions", "explanations", "'why", "“why", "‘why", "'how", "“how", "‘how", "'whether", "“whether", "‘whether", "'what", "“what", "‘what", "'who", "“who", "‘who", "'when", "“when", "‘when", "\"why", "\"how", "\"whether", "\"what", "\"who", "\"when",
    ),
    Phrase(
        r"\b(?:not|n't|without) (?:ask\w*|request\w*|identif\w+|nam\w+|specif\w+|seek\w*|want\w*) (?:\w+ )?(?:for )?(?:an?|any|the|particular|specific) (?:\w+ )?(?:documents?|records?|papers?|recorded information|file)\b"
        r"|\b(?:is|are|was|were)(?: not|n't) (?:a |an )?(?:recorded )?(?:information|quiz|helpline|document|documents|record|records)\b",
        "not ask", "not request", "not identif", "not nam", "not specif", "not seek", "not want", "n't ask", "n't request", "n't identif", "n't nam", "n't specif", "n't seek", "n't want", "without ask", "without request", "without identif", "without nam", "without specif", "without seek", "without want", "not a ", "not an ", "not information", "not record", "not document", "not helpline", "not quiz", "n't a ", "n't an ", "n't information", "n't record", "n't document", "n't helpline", "n't quiz",
        needs=("document", "record", "paper", "file", "information", "quiz", "helpline"),
    ),
    Phrase(
        r"\b(?:begin|beginning|begins|began|starts?|starting|opens?|opening|phras\w+|fram\w+|couch\w+|worded|put|express\w+) (?:\w+ ){0,3}(?:with|as|by|in) (?:\w+ ){0,3}['\"“‘]?(?:why|how|whether|what|who|when|is|does|do|questions?|interrogat\w+)\b",
        "begin", "began", "start", "open", "phras", "fram", "couch", "worded", "put ", "express",
        needs=("why", "how", "whether", "what", "who", "when", "question", "interrogat", "with is", "with does", "with do"),
    ),
    Phrase(
        r"\b(?:asks?|asking|seeks?|seeking|invites?) (?:us |the \w+ )?(?:for )?(?:an? |to |why )(?:\w+ )?(?:explain|explanation|comment|opinion|view|answer|reasons?|justif\w+)",
        "explain", "explanation", "comment", "opinion", "view", "answer", "reason", "justif",
        needs=("ask", "seek", "invit"),
    ),
)  # fmt: skip
# That it is turned away: not valid, not accepted, sent back, closed, outside the Act, not looked for.
_SENT_BACK = Phrase(
    r"\b(?:not|n't|never|no|nor|neither|hardly|without)\b.{0,40}\b(?:valid|accept\w*|proper|request for|requests? (?:under|within|for|at all|in law)|requests?(?=[,.;)]|$)|process\w*|log(?:ged)?|regist\w*|consider\w*|look(?:ed|ing)?|search\w*|cover\w*|extend\w*|reach\w*|apply|applies|oblig\w*|requir\w*|duty|need|bound|entitle\w*|deal\w*|tak\w+ (?:\w+ )?further|within|answer\w*|respond\w*|engag\w*|treat\w*|com(?:e|es|ing) (?:under|within))\b"
    r"|\b(?:filed (?:without|away)|no action|nothing (?:in it )?(?:for us|to deal|to answer|we (?:can|need|have))|invalid|outside (?:the|our|of)|beyond the|falls? outside|out(?:side)? of scope|closed|clos(?:e|ing) (?:it|your|the|this)|return(?:ed|ing)? (?:it|your|the|this|them|unanswered)|reject\w*|disregard\w*|discard\w*|declin\w*|refus\w*|turned (?:away|down)|sent back|set aside|pass(?:ed|ing) over|ineligible|void|struck out|rephras\w+|re-?submit\w*|only (?:covers?|for|about|gives?|applies|concerns?|extends?|deals?)|(?:documents?|records|papers|copies) (?:only|alone))\b",
    "not", "n't", "never", "no", "nor", "hardly", "without", "filed", "invalid", "outside", "beyond", "out of", "clos", "return", "reject", "disregard", "discard", "declin", "refus", "turned", "sent back", "set aside", "pass", "ineligible", "void", "struck", "rephras", "submit", "only",
)  # fmt: skip
# That it was looked into all the same, or that a record answers it.
_LOOKED = Phrase(
    r"\b(?:looked (?:for|in|through|at)|did not (?:stop|prevent|matter)|(?:good|valid) request(?! is)|searched|a search|which is fine|perfectly|register shows|(?:is|are|comes?|come) (?:with this|attached|enclosed|below)|attached|enclosed|here (?:is|are)|in a recorded form|(?:no|not) (?:recorded|written) (?:information|answer)|(?:nothing|no information|none) (?:\w+ )?(?:recorded|held|is held)|(?:not|n't) hold|opinions? (?:is|are) not|no record)\b",
    "looked", "did not", "good", "valid", "search", "fine", "perfectly", "shows", "with this", "attached", "enclosed", "below", "here ", "record", "held", "hold", "opinion",
)  # fmt: skip


# That is done to the request for it, in plain words.
_BACK = Phrase(
    r"\b(?:(?:has|have|was|were|is|are) (?:therefore |simply |accordingly )?(?:been )?(?:filed|closed|returned|set aside|disregarded|not (?:been )?(?:considered|answered|processed|logged))|(?:we|i|the \w+) (?:have |has |are |am |is |will |must )?(?:now |therefore |accordingly )?(?:return(?:ed|ing)?|clos(?:e|ed|ing)|filed|disregard(?:ed|ing)?|set aside|not (?:be )?(?:answering|considering|responding|processing|replying)|not (?:considered|answered|processed|answer|consider|respond|reply)) ?(?:to )?(?:it|your|this|that|them|the)?"
    r"|(?:are|is|was|were)(?: not|n't) (?:a |an |valid |proper )*(?:freedom of information|foi|information) requests?|(?:is|are) not (?:one|ones|something|anything|a (?:thing|matter)) (?:that |which )?(?:we|the \w+) (?:have|has|need|needs|are|is) (?:to|obliged|required)|no part of the (?:scheme|act|law))\b",
    "filed", "closed", "returned", "return ", "returning", "closing", "close ", "set aside", "disregard", "not ", "n't ", "no part",
)  # fmt: skip
# What it was: a question, a query, a wish for an explanation.
_ASKED_SO = Phrase(
    r"\b(?:asks?|asked|asking|puts?|poses?) (?:us |the \w+ )?(?:an? |for )?(?:an? )?(?:\w+ )?(?:questions?|answers?|explanations?)\b|\b(?:queries|enquiries|questions?|quer(?:y|ies)) (?:like|such as|of (?:this|that|yours|the kind)|beginning|starting|that begin)\b|\binterrogat\w+|\b(?:list|series|set|string|number) of questions\b|\bcalls? for an (?:explanation|answer|opinion)\b|\brequests? (?:beginning|starting|that begin) with\b",
    "question", "answer", "explanation", "queries", "query", "enquiries", "interrogat", "beginning", "starting", "begin", "opinion",
)  # fmt: skip
_NOT_FOR_THAT = Phrase(
    r"\b(?:opinions? (?:is|are)|not held|do not hold|hold no|holds no|recorded|searched|looked|enclosed|attached|vexatious|repeated|section (?:12|14|21|22|3\d|4\d)|cost|clarif\w+|review|commissioner|no longer|withdr\w+|you wrote to|(?<!not )answered (?:your|them|it)|which is fine|already|on \d{1,2} [a-z]+|last (?:year|month))\b",
    "opinion", "hold", "held", "recorded", "searched", "looked", "enclosed", "attached", "vexatious", "repeated", "section ", "cost", "clarif", "review", "commissioner", "no longer", "withdr", "you wrote", "answered", "fine", "already", "on ", "last ",
)  # fmt: skip


def _plainly_sent_back(letter: Letter) -> Span | None:
    """What asks a question is filed, closed or returned, in that sentence or the next."""
    for span in _ASKED_SO.among(letter.own):
        line = line_at(letter.own, span.start)
        near = _from_its_paragraph(letter.own, around(letter.own, span), span)
        ends = letter.own.find("\n\n", line.end)
        near = Span(line.start, near.end if ends < 0 else min(near.end, ends))
        if _BACK.found(letter.own, *near) and not _NOT_FOR_THAT.found(letter.own, *near):
            return span
    return None


def _refused_for_asking(letter: Letter) -> Span | None:
    """A sentence on the form of a question, with one beside it that turns the request away."""
    for span in sorted(span for phrase in _IS_QUESTION for span in phrase.among(letter.own)):
        line = line_at(letter.own, span.start)
        if _ELSE.found(letter.own, *line) or _LOOKED.found(letter.own, *line):
            continue
        near = around(letter.own, span)
        if _SENT_BACK.found(letter.own, *line) or _SENT_BACK.found(letter.own, *_after(near, line)):
            return span
    return None


def _after(near: Span, line: Span) -> Span:
    return Span(line.end, near.end)


# "The Act requires a reply to be made up": a duty to write what is not recorded. There is none.
_MUST_CREATE = Phrase(
    r"\b(?:oblig\w+|requir\w+|must|bound|compel\w*|entitle\w*|right to|duty|duties|legally|have to|has to)\b.{0,100}\b(?:(?:creat\w+|made up|mak(?:e|ing) up|compos\w+|invent\w*|devis\w+|write|set(?:ting)? (?:down|out)|draw(?:ing|n)? up|produc\w+|prepar\w+|draft\w*|generat\w*|put together|formulat\w+)\b(?! (?:no|by))|(?:tell|give|offer|state|supply|provide|share|have) (?:\w+ ){0,3}(?:opinions?|views?|thoughts?|explanations?|comments?|feelings?|impressions?|recollections?|an answer|a reply|a statement|something)\b)"
    r"|\b(?:creat\w+|made up|compos\w+|devis\w+|written|wrote|set down|drawn up|prepar\w+|draft\w*|put (?:together|on paper)|jotted|dictated)\b.{0,100}\b(?:oblig\w+|as the (?:act|law) requires?|duty|duties|entitle\w*|legally)\b",
    "oblig", "requir", "must", "bound", "compel", "entitle", "right to", "dut", "legally", "have to", "has to",
)  # fmt: skip
_NOTHING_RECORDED = Phrase(
    r"\b(?:nothing|no\w*|none|not|n't|never)\b.{0,50}\b(?:on paper|written|recorded|records?|down|on file|in writing|held|hold|documented|documents?|notes?|exist\w*|had been said)\b",
    "nothing", "no", "n't", "never",
)  # fmt: skip
_NO_DUTY = Phrase(
    r"\b(?:not|n't|no|nor|without|never|neither|nothing|whether|only|exempt\w*|review|commissioner|complain\w*|courtesy|voluntar\w+|though|although|outside)\b.{0,100}\b(?:oblig\w+|requir\w+|dut(?:y|ies)|extend|creat\w+|bound|entitle\w*|compel\w*|need|must|act|write|ask\w*)\b|\breview|\bcommissioner|\bexempt|\boutside the act",
    "not", "n't", "no", "without", "whether", "never", "neither", "only", "exempt", "review", "commissioner", "complain", "courtesy", "voluntar", "though", "outside",
)  # fmt: skip


def _made_as_if_due(letter: Letter) -> Span | None:
    """An answer written for the request as though the Act asked for that."""
    for span in _MUST_CREATE.among(letter.own):
        if not _NO_DUTY.found(letter.own, *line_at(letter.own, span.start)) and (
            _NOTHING_RECORDED.found(letter.own, *around(letter.own, span))
        ):
            return span
    return None


_TURNED_AWAY = Phrase(
    r"\b(?:questions?|why|opinions?|explanations?|documents?)\b.{0,120}\b(?:not|n't|no|only|rather)\b.{0,80}\b(?:act|requests?|information|documents?|answer)|\b(?:not|n't|no|only)\b.{0,80}\b(?:questions?|why|opinions?|explanations?)\b",
    "question", "why", "opinion", "explanation", "document",
)  # fmt: skip
_ELSE = Phrase(
    r"did not (?:stop|prevent)|perfectly|opinions? (?:is|are) not|review|commissioner|complain|dissatisfied|unhappy|public interest|if you have any|exempt|prejudice|not held|do not hold|do(?:es)? not hold",
    "did not", "perfectly", "opinion", "review", "commissioner", "complain", "dissatisfied", "unhappy", "interest", "any", "exempt", "prejudice", "hold", "held",
)  # fmt: skip


_CHECK = "Check that no question is turned away for being one; recorded information may answer it."


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A sentence sets questions against documents or requests."""
    made = _refused_for_asking(letter)
    if made is not None:
        yield RULE.hint(letter, made, _CHECK)
        return
    for span in _TURNED_AWAY.among(letter.own):
        line = line_at(letter.own, span.start)
        if not _ELSE.found(letter.own, *line):
            yield RULE.hint(letter, span, _CHECK)
