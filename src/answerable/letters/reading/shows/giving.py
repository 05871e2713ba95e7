"""Whether it supplies something: handed over, released, or told in so many words."""

import re
from collections.abc import Iterator

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.reading.cues import BODIES
from answerable.letters.reading.shows.clauses import FAR, NEAR, clause_before, rest_after
from answerable.model import Span

_WE = rf"(?:we|i|{BODIES})"
_ATTACHED = Phrase(
    r"\b(?:find|goes|go|comes|come)\b[^.\n]{0,60}\bwith this (?:letter|e-?mail|reply|message)\b|\bwhat (?:i am|we are|i'm|we're) (?:sending|giving|releasing|disclosing)(?: you)?:|\b(?:has|have) been (?:put|placed|uploaded) (?:in|into|on|to) (?:a|the|our) (?:shared|secure|download) (?:folder|drive|area|site|portal)\b|\blink (?:to (?:it|them|these) )?is (?:given )?in (?:the|this|our|my) (?:covering )?(?:e-?mail|message|letter)\b|\b(?:attached|attaching|attach|attaches(?! to\b)|enclose[sd]?|enclosing)\b(?! (?:importance|weight|significan|great|to (?:the|this|any|our) (?:decision|exemption)|to (?:an?|each|every|its|his|her|their) (?!letter|e-?mail|reply|response|message)))",
    "attach", "enclos", "with this", "what i", "what we", "link ", "been put", "been placed", "been uploaded",
)  # fmt: skip
_RELEASED = Phrase(
    rf"\b{_WE}(?:'ve|'re|'m| have| has| are| is| am| can)?(?: now| also| today| therefore| only| hereby| instead| nonetheless| already| (?:happy|pleased|able|content|willing|in a position) to){{0,3}} (?:releas|disclos|provid|suppl|shar|send|giv)(?:e|es|ed|ing|y|ies|ied|ying|en|s)?\b"
    r"|\b(?:is|are|being|partly|can be) (?:now |also |hereby |therefore |all |being |partly |thus |to be )?(?:released|disclosed|supplied|provided|answered|set out|shown|listed|included|reproduced|sent to you)\b(?! by (?!e-?mail|post|way|hand))(?! for (?:a |the )?(?:\w+ )?(?:hearing|trial|sale|debate|inspection|decision)\b)(?! on (?:our|the|its) (?:[\w-]+ ){0,3}(?:website|map|page|portal|site)\b)|\b(?:has|have) been (?:released|disclosed|supplied|provided|sent) (?:to you|with|below|in (?:full|part)|as)\b|\b(?:is|are) (?:now |also |hereby |therefore |all |being )?given (?:below|here|above|overleaf|in (?:(?:the|a|an|our)\b(?![^.;\n]{0,40}\b(?:annual|accounts|website|strategy|newsletter|handbook|register of|published))|full)|with|to you|as)\b|\b(?:was|were) (?:released|supplied|provided|sent|disclosed) (?:with|below)\b",
    "releas", "disclos", "provid", "suppl", "shar", "send", "sent", "giv", "answered", "set out", "shown", "listed", "included", "reproduced",
)  # fmt: skip
_STATED = Phrase(
    r"\bholds?(?: (?:this|that|it|them|these))?: (?=[^\n]{4})|\bhere (?:is|are) (?:the|your|our|what|a|all)\b|\b(?:answer|figure|number|total|cost|amount|spend|sum|average|price)s? (?:\(?\w+\)? ){0,5}?(?:is|was|are|were|came to) (?:as follows|below|in the (?:table|tables|attached|enclosed|annex|appendix|schedule|spreadsheet|column|columns|list|document|file|workbook|last|first|second|third|left|right|same|next|box|report (?:below|attached|enclosed)|letter|sheet)\b|£|\d(?![\d.,]* ?(?:hours?|minutes?|seconds?|hrs|mins)\b)|nil|zero|none|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b)|\b(?:is|are|was|were) as follows|(?:in|see|at|by) (?:the )?(?:table|annex|appendix|spreadsheet|schedule)(?: \w)? (?:below|above|gives|shows|sets|attached|is|are|(?:that (?:comes|goes) )?with this)|table (?:gives|shows|below|above|sets)(?! (?:out )?(?:what we have decided|our decisions?|the decisions?|how we|why|which (?:exemption|exception|section)|the (?:exemption|exception|reason)s?)\b)|information (?:provided|supplied|released|disclosed) (?:is|in(?! confidence)|below|with|here|today|by this)|(?:below|above|following) (?:is|are) (?:the|our|what)\b(?! (?:[\w']+ ){0,2}(?:notice|response|reply|answer to|decision|reasons?|explanation|position)\b)|(?<!were )(?<!was )(?:disclosed|answered|supplied|released) in (?:full|part)|(?<=: )(?:released|supplied|provided|disclosed|answered)(?=[;:.,]|$)|sent with this|\b(?:it|they|this|that) (?:was|were|came to) (?:a total of )?£ ?\d[\d,.]* (?:in|for|during) (?:20\d\d|the year|last year)|set out below is|please see the (?:attached |enclosed )?(?:spreadsheet|attachment|workbook|table)|^the (?:names?|dates?|titles?)\b(?: (?:(?!\b(?:that|which)\b)[^,;]){0,50}?)? (?:is|are|was|were) (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|exempt|withheld|not\b|personal|held|redacted|in\b|considered|being|to be|information|covered|also|subject|kept|known|entitled|likely|data|required|that|those|removed|omitted|based|protected|confident)|\b(?:at|in) (?:annex|appendix)\b|available to you in|^(?!(?:our |your )?(?:ref|tel|fax|case|date|phone|limit|cost|time|total time|step|estimate|fee|foi|request|freedom|eir|subject|complaint|review|internal|exemption|exception|section|regulation))[a-z][\w ,'/-]{2,50}: ?(?:£ ?\d|\d[\d,]*\b(?! ?(?:working|hours?|minutes|x|january|february|march|april|may|june|july|august|september|october|november|december)))",
    "here is", "here are", "hold: ", "holds: ", "hold this: ", "hold that: ", "hold it: ", "hold them: ", "hold these: ", "answer", "figure", "number", "total", "cost", "amount", "spend", "average", "price", "as follows", "table", "annex", "appendix", "spreadsheet", "schedule", "provided", "supplied", "released", "disclosed", "below", "above", "sent with", "sum", "the name", "the date", "the title", "£", ": ",
)  # fmt: skip
_TELLING = compiled(r"here ")
_ASKED = compiled(r"\b(?:request|questions?|enquiry|asked (?:us|the|for)|terms|email)\b")
# What stands before and tells that nothing of what was asked is handed over here.
_NOT_GIVEN = compiled(
    r"\b(?:everything|anything|whatever) (?:that |which )?$|\b(?:not|no|cannot|unable|would|could|might|may(?! (?:now )?have the\b)|if|unless|whether|were to|neither|nor|reasons?|considerations?|factors|arguments|grounds|explanations?|previously|before|fees?|notice|law|test|view|position|presum\w*|holds? (?:an?|one|the) [^,;]{3,60} with|our response|our reply|the response|the reply|rights?|procedures?|guidance|exempt(?:ion)?s?|details of|advice|harm|prejudice|where|when|what|interest|likely|against|favour|duty|required|until|once|tests|in which|which you|that you(?! (?:may|can) (?:now )?have\b)|decisions?|conclusions?|findings|determinations?|balance|consider\w*|once|opinion|options|projected|estimated|estimate|workings?|calculations?|worked|timed|none|nothing|nobody|refers? you|referred|meantime)\b|n't"
)
# "Information supplied in this response may be re-used": true of any letter.
_LICENSED = compiled(
    r"(?:re-?use ?[:.-] ?)?\b(?:any |all |the )?(?:information|material|data|content|anything|what|documents?)\b[^\n]{0,70}\b(?:re-?us|copied|reproduc|licen[cs]|copyright)"
)
# "Or we can give you the totals: reply with either choice": an offer within the cost limit.
_NARROWER = compiled(
    r"\b(?:narrow|refin|reduc|fewer|smaller|shorter|new request|either choice|within the (?:cost )?limit)"
)
# "We enclose, though you did not ask for it, a leaflet": no answer to what was asked.
_UNASKED = compiled(r"^.{0,30}\bdid not ask\b")
_NOT_ASKED = compiled(
    r"\bnot what you (?:asked|requested|wanted)\b|\bin case it (?:is|helps|would)\b"
)
# "The body is listed in section 23(3)": told of the law.
_IN_A_SECTION = compiled(r" (?:in|under|by) (?:section|regulation|schedule|part) \d")
# "The matters here are the prevention of crime", "the telephone number is 0", "their average age".
_NOT_STATED = (
    "matter ", "matters ", "issue ", "issues ", "question ", "questions ", "test ", "phone ", "account ", "their ",
)  # fmt: skip
# "… and encloses the two pages of general advice": a part of what was asked for.
_PAGES = compiled(r" (?:the )?(?:first |last )?[\w-]+ (?:pages|sheets|paragraphs|chapters) ")
# "You are free to re-use the information supplied in this response."
_LICENCE = compiled(
    r"\bre-?us(?:e|ed|ing)\b|\blicen[cs]e(?:d)? (?:v|under|for|by)|open government licen|\bfree to use\b"
)
_NOT_GIVEN_AFTER = compiled(
    r"^ ?\((?:under )?(?:regulation|reg\.?) 12\(2\)|^.{0,50}?\b(?:(?:in|under|by) (?:section|regulation|schedule|part) \d|(?:formal )?notice\b|to the (?:world|public)|powers?\b|priority|effect to|(?:with)?in (?:\d+|ten|twenty|forty|sixty) (?:working|school)|reasons?|an? (?:response|reply|answer|explanation|notice|decision|breakdown of the|refusal|fuller|further|full)|further (?:statement|response|reply|information|details)|weight|consideration|thought|regard|the same (?:answer|reply|response)|you the (?:address|name|contact|details of)|advice|assistance|services?|explanation|details of (?:the|how|your|our)|by (?:law|statute|the company|a third|another|third|the contractor)|in confidence|to (?:the|another) (?:council|trust|other)|together\b|in turn\b|(?:in|by reference to) order|(?:below |here )?(?:the|an?) (?:place|link|address|page|location)s?\b|under the act|regular|anything|nothing(?! (?:was |has been |is )?(?:taken|left|removed|withheld|kept|held|blanked|redacted))|no\b|by \d|when|until|once|on receipt|subject to|not\b|with you|exempt|(?:to you )?(?:on|in) (?:\d|january|february|march|april|may|june|july|august|september|october|november|december)\w*|,? ?(?:al)?though you did not ask)\b"
)


def supplied(own: str, start: int = 0, end: int | None = None) -> Span | None:
    """Supplies something, in words."""
    return next(_supplies(own, start, end), None)


def handed_over(own: str) -> bool:
    """Whether something goes with the letter, or is plainly given: no mere figure in a sentence."""
    labelled = _LABELLED.search(own)
    if labelled and not _is_reckoning(own, labelled):
        return True
    return any(
        _NOW.search(own, max(0, span.start - 40), span.end)
        and not _OFFERED.search(own, own.rfind("\n", 0, span.start) + 1, span.end)
        for span in _supplies(own, 0, None, (_ATTACHED, _RELEASED))
    )


_NOTHING_WILL = compiled(r"\bnothing (?:will|is to|can|should|may) be\b")
# Figures beside these belong to an estimate: "Appeals since 2019: 1,320. Each takes 90 seconds."
_RECKONED = compiled(r"\b(?:minutes?|seconds|hours?|estimate|timed)\b")


def _is_reckoning(own: str, labelled: re.Match[str]) -> bool:
    """Whether a figure stands within the paragraph of an estimate, not on a line of its own."""
    alone = own.endswith("\n\n", 0, labelled.start()) and own.startswith("\n\n", labelled.end())
    return not alone and (
        _RECKONED.search(own, max(0, labelled.start() - 300), labelled.end() + 300) is not None
    )


# A line of its own: "Legal costs in 2023/24: £88,310."
_LABELLED = compiled(
    r"(?:: |^)the (?:answer|figure|number) (?:is|was) £?\d[\d,]*(?:\.|$)|^(?!(?:our |your |the )?(?:ref|tel|fax|case|date|phone|limit|cost|time|total|step|estimate|fee))[a-z][\w ,'/-]{2,50}: ?£?\d[\d,]*\.?$",
    re.MULTILINE,
)
# "The first twenty-five were answered", "have been sent to you in the past": not by this letter.
_NOW = compiled(r"attach|enclos|\b(?:is|are|am|'re|'m|we|i|now|being|hereby)\b")
_OFFERED = compiled(
    r"\b(?:can|could|would|may|might|will|shall|happy to|glad to|willing to|able to|if you|already|previously|earlier|published|publish|publishes)\b"
)


def _supplies(
    own: str,
    start: int,
    end: int | None,
    phrases: tuple[Phrase, ...] = (_ATTACHED, _RELEASED, _STATED),
) -> Iterator[Span]:
    for phrase in phrases:
        for span in phrase.among(own, start, end):
            if not (_undone_before(own, span, phrase) or _undone_around(own, span, phrase)):
                yield span


def _undone_before(own: str, span: Span, phrase: Phrase) -> bool:
    """Whether the words before tell that nothing of what was asked is handed over by these."""
    if phrase is _STATED and own.endswith(_NOT_STATED, 0, span.start):
        return True
    before = clause_before(own, span, FAR if own.endswith("as follows", 0, span.end) else NEAR)
    if phrase is _ATTACHED:
        if before.endswith((", is ", ", are ")):
            # "Pages 1 to 21, which give the assessor's conclusions, are attached."
            line = own.rfind("\n", 0, span.start) + 1
            before = own[line : own.find(",", line)]
        if "re-us" in before:  # "free to re-use the enclosed data"
            return True
    elif _ASKED.search(before):
        return True
    if _NOT_GIVEN.search(before):
        return True
    return bool(_NOT_GIVEN.search(own, *span)) and not _TELLING.match(own, span.start)


def _undone_around(own: str, span: Span, phrase: Phrase) -> bool:
    """Whether the rest of the sentence tells so: a question, an offer, a licence, the law's words."""
    line, rest = own.rfind("\n", 0, span.start) + 1, rest_after(own, span)
    end = span.end + len(rest)
    if own.startswith("?", end - 1):
        return True  # "Are we providing it?"
    if "nothing " in own[line : span.end] and _NOTHING_WILL.search(own, line, span.end):
        return True
    if phrase is _ATTACHED:
        if _UNASKED.match(rest) or _NOT_ASKED.search(own, line, end):
            return True
    elif _LICENSED.match(own, line) or _LICENCE.search(own, line, end):
        return True
    if phrase is _RELEASED:
        offers = " can " in own[slice(*span)] and _NARROWER.search(own, line, end)
        if offers or _IN_A_SECTION.match(own, span.end):
            return True
    return phrase is not _STATED and bool(_NOT_GIVEN_AFTER.match(rest)) and not _PAGES.match(rest)
