"""Quotations inside a paragraph: the request retold, the statute explained, an earlier letter."""

import re

from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds
from answerable.letters.reading import cues
from answerable.letters.reading.asides import Head
from answerable.letters.text import sentence_spans, sentences
from answerable.letters.text.sentences import LONGEST
from answerable.model import Span, Voice

_QUOTE = compiled(r"\"[^\"\n]{1,6000}\"")
_SHORT_ASKED = 15  # characters: of a question somebody put
_SHORT = 25  # characters: a shorter quotation is a term, not somebody's speech
_ENUMERATED = compiled(r"(?:^|[\s:;,])\((?:1|a|i)\)[ ]")
_STATUTE_BEFORE = compiled(
    r"(?:section|regulation|act|statute|subsection|code)\b.{0,60}\b(?:states?|says?|provides?|reads?|defines?|as)\b"
)

# "You asked …", "in which you sought …"; not "the report you asked for".
_YOU_ASKED = compiled(
    r"you(?:'ve|'d)? (?:(?:have|had|also|then|first|further|originally|specifically|recently|initially|previously) ){0,2}"
    r"(?:(?:asked|requested|sought|wanted|wished|enquired|wrote|e-?mailed|(?:were|are) (?:also )?(?:seeking|asking)|were looking|seek|ask|request|would (?:also |now |further )?like(?! (?:us )?to (?:raise|discuss|speak|complain|talk|appeal|comment|visit|come|apply|challenge|dispute|pay|re-?use|take|pursue|report|help|arrange|book|contact|make)\b)|(?:were|are) after|wish(?= to (?:know|have|see|be))|(?<=you'd )(?:also )?like(?= (?:to|the|a|an|all|any|copies|us)\b| \()|want(?= to know| the | a | every | all | any | each | copies| sight| to see| (?:[a-z]+ ){0,2}(?:prints|copies|scans|photocopies|figures|minutes|records|documents|papers|details|e-?mails|letters|reports|maps|plans|files|lists|names|dates|invoices|notes) (?:of|from|for|about|on)\b)|required?(?= (?:the|a copy|copies|sight|to know|to see)\b(?! (?:review|reconsideration))))\b"
    r"|contacted us(?= on [^:;.,]{4,30} (?:for|about|to ask)\b| (?:for|about)\b)|(?:got in touch|contacted|rang|telephoned)\b[^:;.]{0,110}? (?:to ask|asking|and asked|wanting to know|to request|requesting)\b)"
)
_BEFORE_YOU = compiled(
    r"(?:^|[,;:.(] |\)[,]? |\b(?:(?<!things )(?<!documents )(?<!information )(?<!figures )(?<!records )(?<!us )(?<!me )(?<!say )(?<!know )which|it|and|where|because|(?:note|understand|gather|see)(?: that)?|when|know|regulations|act) |\b(?:lastly|finally|next|secondly|thirdly|fourthly) |\b20\d\d |\d(?:st|nd|rd|th)? [a-z]{3,9} )$"
)
# "Your request of 2 May was for …", "thank you for your email about …".
_WRITING = compiled(
    r"(?:requests?|questions?|e-?mail|letter|message|application|enquiry|correspondence|note)\b(?!')"
)
_YOUR = compiled(r"\b(?:your|the|this) (?:[a-z0-9-]+ ){0,5}$")
# "You have made a Freedom of Information Act 2000 request for …".
_MADE = compiled(
    r"\b(?:you (?:have )?(?:made|sent|sent us|submitted|put in)|(?<!which )(?<!who )(?<!which had )(?<!which has )(?<!who had )(?<!that had )received(?: from you)?) an? (?:[a-z0-9-]+ ){0,5}$"
)
# "Your request, which we received on 2 February, for the price": what stands between.
_RECEIVED = compiled(
    r"(?: (?:of|dated|sent on) [^,;:.()]{3,30})?,? ?(?:which|that) (?:(?:we|it|i|you|(?:the|this) [a-z]+) (?:received|got|had|logged|sent|made|submitted)|(?:was|were) (?:received|made|sent|handed|delivered|logged|dated)|reached|came|arrived)\b[^:;.]{0,100}?(?=,? (?:for|asking|asks|asked|seeking|seeks|about|requesting|to (?:know|be told))\b)"
    r"|, (?:dated|received|made|sent|submitted)\b(?:(?!\b(?:is|are|was|were|has|have|had|we|i)\b)[^:;.]){0,110}?(?=,? (?:for|asking|seeking|about|requesting|to (?:know|be told))\b)"
)
_FOR = compiled(
    r"(?:(?!\b(?:(?:our|my|the) (?:position|answer|reply|response|view|decision|conclusion)|for|was|is|were|asking|about|concern|sought|seeking|regarding|relat|in which|which(?! (?:asks|asked|seeks|sought|was|is)\b)|has|we|and|to|not|nor|but|as|rather|instead|can|could|would|will|should|must|(?<!\d )may(?! \d)|cannot|bring|within|limit)\b)[^:;]){0,90}?[ ,]{1,2}\(?"
    r"(?:(?:was|is|were) (?:(?:for|about|that|to know|to see)\b|(?=(?:whether|how|what|which|who|when|why)\b))|(?:for(?! word\b)|asking|seeking|about|regarding|concerning|requesting|relating to|in relation to|sought|asked|asks|seeks|to (?:know|be told|be given|see)|concerned|concerns|relates to|related to)\b|(?:had|has|was in|came in|is in|consisted of|contained) (?:two|three|four|five|six|\d) (?:\w+ )?(?:parts|limbs|questions|heads|items|elements)(?: to it)?:)"
)
# What stands between the asking and what was asked for.
_ADJUNCT = compiled(
    r"(?:[ ,]{1,2}(?:and )?(?:us|this (?:office|council|trust|department|authority|board|agency|school|college|university|force|service|team)\b|again|also|as well|too|in writing|the (?!polic|report|minute|contract|note|letter|e-?mail|survey|advice|plan|paper|record|figure|number|name|date|cost|amount|list|data|file|reason|result|agreement|review|assessment|statement|guidance|rules)[a-z]{4,14}(?=,? (?:to(?! re)|for|about|whether|pursuant|under|on \d)\b|, (?:under|in|on|by|pursuant|asking|for|whether|how|what|which|using|citing|quoting)\b)|by e-?mail|e-?mail(?:ed)?"
    r"|(?:on|dated|of|in|received on) (?:\d{1,2}(?:st|nd|rd|th)? )?(?!the\b|this\b|that\b|very\b|behalf\b)[a-z]{3,9}(?: \d{4})?(?=[ ,:])"
    r"|\(\d{1,2} [a-z]{3,9}(?: \d{4})?\)"
    r"|on (?:[a-z]{3,6}day,? )?(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}(?: \d{4})?)"
    r"|from (?:us|the [a-z]+(?: (?!the\b|all\b|any\b|copies\b|details\b)[a-z]+){0,5})(?= (?:the|all|any|copies|details|how|what)\b)|on behalf of [^:;.,]{3,60}?(?= (?:for|whether|how|what|about|to know)\b)|by (?:telephone|phone|letter)|(?:under|by virtue of|pursuant to|relying on|quoting|citing|invoking|using) (?:the )?(?:provisions of )?(?:the )?(?:freedom of information|environmental information|foi|foia|foisa|eirs?|act|regulations)(?: \(scotland\))?(?: (?:act|regulations|law|request))?(?: (?:19|20)\d\d)?(?: \([a-z()' \"]{2,30}\))?)(?=[ ,:(]|$)){1,5}"
)
_OBJECT = compiled(
    r"[ ,:]{0,3}(?:for|to|about|whether|if|how|what|that|which|why|when|who|where|on|seeking|asking|a\b|an\b|the\b|every\b|each\b|both\b|all\b|any\b|some\b|your\b|our\b|their\b|its\b|(?:[a-z]+ ){0,2}(?:prints|copies|scans|photocopies|figures|minutes|records|documents|papers|details|e-?mails|letters|reports|maps|plans|files|lists|names|dates|invoices|notes) (?:of|from|for|about|on)\b|copies|copy|details|information|sight|two\b|three\b|four\b|five\b|\(|\")"
)
_NOT_OBJECT = compiled(
    r"[ ,]{0,3}(?:and (?:we|i|it)\b|because\b|(?:for )?exactly\b)|[ ,]{0,3}(?:for )?(?:the )?purposes? of\b|[ ,]{0,3}(?:for|that|the|to|about)?[ ]?(?:environmental )?(?:us to (?:re|look)|(?:an |a |the )?(?:internal )?review\b|(?:the|some|certain|a number of|several) (?:following|questions)\b|following\b|information (?:has|have|is|was|dated|received|under|which|that|of|on \d|in \d|made|held)|information$|this (?:information|to be)|it (?:to be )?(?:in|by|as)\b|(?:for |with |about )?(?:two|three|four|five|six|several|some|\d) (?:things|questions|points|items|matters|documents)\b(?!:| -|,? (?:namely|being|that is)\b|[^:.]{3,160}: )|for (?:these|those|them|this|that|it|the same)\b(?= (?:in|last|before|already|earlier|a (?:month|year))\b|[.,;])|(?:for )?(?:that|this|it|the (?:decision|matter|reply|response)) to be (?:re|looked)|to (?:us|me|this \w+)\b|after (?:the|your|my|our|him|her)\b|on \d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}(?: \d{4})?[.;]|to (?:review|reconsider|re-?examine|revisit|re-?open|look (?:again|at (?:it|this|the \w+) again))\b|for(?:[.;]| and\b| is\b| was\b| were\b| has\b|$))"
)
_READS_AS = compiled(
    r"\b(?:take|taken|took|interpret\w*|read|treat\w*|understood|understand|construed?|regard\w*|assum\w*|consider\w*) (?:this |that )?$"
)
_READS_IT = compiled(
    r"\b(?:taken|interpreted|read|treated|understood|construed|regarded) (?:your|this|the)\b"
)
# Where the authority takes the word back: "…, and we refused it", "… is being refused".
_BACK = compiled(
    r",? and (?:you )?(?:argued|argue|said|say|made the point|added|complained|pointed|explained|mentioned|told)\b| as (?:vexatious|repeated|a repeated|manifestly)\b|(?:[,;]| -| and| but| which| to which)[ ](?:and |but |to |so |which |this )?(?:we|i|the (?:council|trust|university|department|board|authority|force|agency|school)) (?:can|could|do|did|does|are|am|is|was|were|have|has|had|hold|refused|told|said|replied|wrote|will|would|answered|met|dealt|complied|gave|regret|note|confirm)\b"
    r"|\b(?:is|are|was|were|be|to be) (?:therefore |clearly |plainly |itself |simply )?(?:an? )?(?:vexatious|repeated request|manifestly)\b|\b(?:should |must |ought to |that it )?be (?:refused|rejected|declined|turned down)\b"
    r"|\b(?:came (?:in|to (?:us|the \w+|this office))|reached (?:us|the \w+|this office)|arrived)\b"
    r"|\b(?:is|are|was|were|has been|have been|has now been|is now) (?:being |now |also |therefore |today )?(?:refused|withheld|exempt|considered|dealt with|processed|received|answered|handled|transferred|enclosed|attached|set out|acknowledged|subject to)\b"
)


def quoted(flow: str, low: str, span: Span) -> list[tuple[Span, Voice]]:
    """The parts of a paragraph that are not in the authority's own voice, in order."""
    words = low[span.start : span.end]
    found = _in_quotes(low, span) if '"' in words else []
    retells = (
        "request" in words
        or "your question" in words
        or ("you" in words and _ASKS.search(words) is not None)
        or _NUMBERED.match(words) is not None
    )
    explains = "section" in words or "regulation" in words or "s." in words
    if not (retells or explains):
        return found
    quotes = [quote for quote, _ in found]
    motive = "legitimate" in words
    spoken_of = False  # a request, in an earlier sentence
    thanked: list[tuple[Span, Voice]] = []  # the subject named in thanks, in the sentence before
    place = 0  # of the first quotation that does not end before the sentence
    told = -1  # where the last retelling ends
    for sentence in sentence_spans(flow, span.start, span.end):
        while place < len(quotes) and quotes[place].end <= sentence.start:
            place += 1
        if told > sentence.start:
            continue
        if place < len(quotes) and quotes[place].start < sentence.end:
            whole = (
                _retelling(flow, low, sentence, span, it=spoken_of, motive=motive)
                if retells
                else []
            )
            if whole and _leads_to_quote(low, whole[0][0], quotes[place]):
                found = [each for each in found if not _within(each[0], whole[0][0])] + whole
                told = whole[0][0].end
            elif whole and whole[0][0].end <= quotes[place].start:
                found += whole
            continue
        words = low[sentence.start : sentence.end]
        if explains and cues.STATUTE_SENTENCE.match(words) and not _applies(words):
            found.append((sentence, Voice.STATUTE))
        elif retells and not words.rstrip().endswith((":", " -")):
            retold = _retelling(flow, low, sentence, span, it=spoken_of, motive=motive)
            spoken_of = spoken_of or holds(words, _OF_A_REQUEST)
            if thanked and retold and _AND_THEN_ASKED.match(words):
                found = [each for each in found if each not in thanked]
            thanked = retold if _THANKED.match(words) else []
            found += retold
            told = max(told, *(each.end for each, _ in retold)) if retold else told
    return sorted(set(found))


# "… to your request for "the price per meal"", "what you described as …": the quotation is all.
_QUOTES_ALL = compiled(
    r"\b(?:request|review|response|reply|describ|words|call|put it|following|terms)"
)


def _leads_to_quote(low: str, told: Span, quote: Span) -> bool:
    """Whether what is told of the request goes on in a quotation, as a part of the same thing."""
    return (
        told.start + 12 < quote.start < told.end
        and _QUOTES_ALL.search(low, told.start, quote.start) is None
    )


def _within(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


_ASKS = compiled(
    r"\b(?:contacted|(?:were|are) after|ask|wrote|sought|seek|want|email|e-mail|letter|message|application|enquir|wish|like)"
)


def _in_quotes(low: str, span: Span) -> list[tuple[Span, Voice]]:
    found = []
    for match in _QUOTE.finditer(low, span.start, span.end):
        if match.end() - match.start() < (_SHORT_ASKED if low[match.end() - 2] == "?" else _SHORT):
            continue
        before = low[max(span.start, match.start() - 160) : match.start()]
        if _OPINION.search(before):
            continue
        said = low[match.start() : match.start() + 160]
        voice = Voice.EARLIER if _OUR_WORDS.match(said) else _whose(before)
        found.append((Span(*match.span()), voice))
    return found


# The words of the qualified person's opinion are a part of what the authority tells.
_OPINION = compiled(
    r"\bopinion\b.{0,60}\b(?:in these words|in (?:his|her|their) words|reads|says|states?|was|is)[:,]? $"
)


# '"The University holds the agreement. It is exempt …"': an earlier letter of the authority's.
_OUR_WORDS = compiled(
    r"\"(?:(?:the [a-z]+(?: [a-z]+)?|we|i) (?:holds?|neither|do not hold|does not hold|can confirm|can neither|confirms? that|have decided|has decided|withholds?|refuses?)\b(?![^\"]*\?)|[^\".?]{3,80} (?:is|are) (?:being |all )?(?:held|exempt|withheld)(?: under| by|[.,]))"
)


def _whose(before: str) -> Voice:
    if cues.EARLIER_LEAD.search(before):
        return Voice.EARLIER
    if _STATUTE_BEFORE.search(before):
        return Voice.STATUTE
    return Voice.REQUEST


_OF_WRITING = ("request", "question", "mail", "letter", "message", "application", "enquiry", "correspondence", "note")  # fmt: skip
_OF_A_REQUEST = ("request", "letter", "e-mail", "email", "message", "enquiry")
# "Thank you for your two requests. The first was for …. The second asked who …."
_THE_FIRST = compiled(
    r"the (?:first|second|third|fourth|fifth|other|last) (?:was |is )?(?:(?:asks|asked|sought|wanted|seeks)(?: us)?|(?=for ))(?= (?:for|who|what|which|how|why|when|whether|to know)\b| ?for )"
)
# "You gave a name and asked whether …"; "Your message names somebody and asks whether …".
_AND_ASKED = compiled(
    r"(?:(?:on|in) [^,.;:]{3,40}?,? )?(?:you|your (?:message|letter|e-?mail|request|note|enquiry)) (?:gave|give|gives|name|names|named|refer|refers|referred|mention|mentions|mentioned|describe|describes|described|set|sets|enclosed|told|tells|say|says|said|complained|complains|explained|noted|pointed out|thanked|wondered)\b[^.;:\"]{3,160}?,? and (?:also )?(?:asks?|asked|wants?|wanted)(?: us)?(?= (?:whether|if|for|how|what|which|who|when|why|to know)\b)"
)
# "What you seek is every dredging record since 1995".
_WHAT_YOU_SEEK = compiled(
    r"what you (?:(?:have |had )?asked(?: us)?(?: for)?|seek|want|ask for|are asking for|are after|wanted|sought|were after) (?:is|are|was|were)(?= (?:the|all|any|every|each|a|copies|how|what|whether|an|our)\b|: )"
)


# "1. Request. Made 7 July 2023, for the appraisal and for the valuer's report upon it."
_MADE_FOR = compiled(
    r"(?:made|received|dated|sent)(?: on)? \d{1,2} [a-z]{3,9} \d{4},? (?:and )?(?:was )?(?=for (?:the|a|all|any|every|copies)\b)"
)


# "I refer to your representations about our decision of 26 March not to supply the appraisal."
_DECIDED_NOT = compiled(
    r"(?:\d{1,2}[.)] )?(?:i|we|further|thank|your|you|on)\b[^.;\"]{1,160}?\b(?:review|reconsider\w*|representations|complain\w*|appeal\w*|dissatisf\w+)\b[^.;\"]{0,60}?\b(?:decision|refusal)(?: of \d{1,2} [a-z]{3,9}(?: \d{4})?)? (?:not to|to refuse to) (?:give|supply|disclose|release|provide|send)(?: you)?(?= (?:\(|the|a|any|all|copies|two|three|your) ?)"
)


def _object_of_both(head: str) -> int | None:
    """Where the thing begins in a sentence that tells something else before it, or None."""
    found = None
    if "decision" in head or "refusal" in head:
        found = _DECIDED_NOT.match(head)
        if found is not None:
            return found.end()
    if head.startswith(("you", "on ", "in ")) and (" and ask" in head or " and want" in head):
        found = _AND_ASKED.match(head)
    if found is None and head.startswith(("made ", "received ", "dated ", "sent ")):
        found = _MADE_FOR.match(head)
    if found is None and head.startswith("what you"):
        found = _WHAT_YOU_SEEK.match(head)
    return found.end() if found is not None else None


_IT_ASKS = compiled(
    r"(?:(?:for|in) [^.:;]{3,80}? )?it (?:(?:is|was) (?=for\b|about\b)|(?:asks|asked|seeks|sought|concerns|concerned|relates to|related to)\b)"
)


_HEAD = 320  # characters of a sentence in which it says that it tells of a request
# "If you would like the rest, …": an offer, or a right.
_IN_CASE = ("if you ", "if any", "should you ", "where you ", "unless you ")


# "You have asked us a question, and questions do not count": nothing is told of what it was.
_A_QUESTION = compiled(
    r"(?:an?|the same|another|several|two|three|these|this|such) (?:\w+ )?questions?\b(?! (?:about|on|concerning|as to|of))"
)


def _retelling(
    flow: str, low: str, sentence: Span, span: Span, *, it: bool, motive: bool
) -> list[tuple[Span, Voice]]:
    """The words after "you asked …", to the end of the sentence (of the list, if it is one).

    ``it``: an earlier sentence speaks of the request, and "it asks for …" is about that.
    ``motive``: the paragraph weighs what the applicant wants, and "you want to see …" is that.
    """
    parted = Head(flow, low, sentence.start, min(sentence.end, sentence.start + _HEAD))
    head = parted.words
    if head.startswith(_IN_CASE):
        return []
    you = "you" in head or head.startswith(("thank", "many "))
    start = _object_of_asking(head, motive=motive) if you else None
    if start is None and it:
        asks = _IT_ASKS.match(head)
        start = asks.end() if asks and not _NOT_OBJECT.match(head, asks.end()) else None
        if start is None and head.startswith("the "):
            counts = _THE_FIRST.match(head)
            start = counts.end() if counts else None
    if start is None:
        start = _object_of_request(head) if holds(head, _OF_WRITING) else None
        start = start or _object_of_both(head)
    if start is None and (numbered := _NUMBERED.match(head)):
        start = numbered.end()
    if start is None:
        return []
    begin = sentence.start + parted.place(start)
    end = sentence.end
    if _ENUMERATED.search(low[begin : min(end, begin + 400)]):
        end = _list_end(low, sentence, span)
    back = _BACK.search(low, begin, end)
    if back is not None:
        end = back.start()
    body = low[begin:end].strip(" :,.;-")
    if len(body) < 8 or _A_QUESTION.match(body):
        return []
    while low[begin] in " ,:":
        begin += 1
    return [(Span(begin, end), Voice.REQUEST)]


# "You wrote to the Council on 2 July asking for …": what is asked for stands behind "asking".
_WROTE_ASKING = compiled(
    r"[ ,]{1,2}(?:again |back )?(?:to (?:us|me|the \w+|this \w+)[ ,]{1,2})?(?:(?:on|by|dated|in|under the) [^:;.\"]{3,36}?[ ,]{1,2}){0,3}"
    r"(?:(?:asking|to ask|requesting|to request|seeking|wanting|(?:with|to make) (?:a|your|this) (?:[a-z]+ ){0,4}(?:request|enquiry))(?= (?:us )?(?:for|about|to (?:know|see)|how|what|whether|which|why|when|that|the|all|any|copies|a|us for)\b|: )(?: us(?= ))?"
    r"|(?=for (?!(?:the|a) (?:purpose|second|third|first|last|review|reconsideration)\b|(?:help|advice|that|this|it)\b)[a-z]))"
)
# "Thank you for asking about both the number of places and the cost of taxis."
_THANKED = compiled(
    r"(?:(?:many )?thanks|thank you)(?: very much)? for (?:asking|your (?:question|enquiry)(?= (?:about|on|whether)))(?: us)?(?=,? (?:for|about|on|whether|if|how|what|which|why|when|who|to) )"
)
# "for the following: 1) …; 2) …": the list stands in the same sentence.
_FOLLOWING = compiled(
    r"(?: (?:for|about|to know|to see))?(?: the)? following(?: [a-z]+){0,3}(?: (?:about|on|regarding) [^:;.]{3,80})?: ?(?=\(?(?:1|a|i)[.)] )"
)
# "You have asked us - first, how many …; second, how old …"
_FIRSTLY = compiled(
    r"[ ,:;-]{1,4}first(?:ly)?,? (?=(?:for|to|about|whether|if|how|what|which|why|when|who|where|the|a|an|any|all|copies|your)\b)"
)
# "… which you asked for under the Act": what it was stands before.
_FOR_NOTHING = compiled(
    r" ?for (?:under|by|on \d|in (?:your|that|this)\b)| ?to (?:have|see|get)(?: it| them)? (?:as|in|on|by)\b"
)
# "In 2020 you asked for the minutes, and had those too": an earlier request.
_YEARS_AGO = compiled(
    r"\b(?:in|during|since) (?:early |late |the (?:spring|summer|autumn|winter) of )?(?:19|20)\d\d,? $"
)
# "Thank you for asking about the bequest. You wanted copies of the letters.": one thing is asked.
_AND_THEN_ASKED = compiled(r"\s*you (?:have )?(?:asked|wanted|requested|sought|want|ask)\b")
_WANTS = ("want", "wish", "like", "seek")
_FOR_EACH = compiled(
    r", (?:for|of|in respect of) (?:every|each|all|the)\b|, (?:for|of|in respect of|about|in relation to) [^:;.]{3,120}, (?:how|what|which|whether|for|the)\b"
)
_THINGS = compiled(
    r"[ ,]{0,3}(?:for |about )?(?:two|three|four|five|six|several|\d) (?:things|questions|points|items|matters|documents)(?: (?:about|on|relating to|concerning|from|to do with) [^:.]{3,160})?(?:: ?|,? (?:namely|being|that is)[,:]? | - )"
)


def _object_of_asking(head: str, *, motive: bool) -> int | None:
    thanked = _THANKED.match(head)
    if thanked is not None:
        return thanked.end()
    for match in _YOU_ASKED.finditer(head):
        if motive and match.group().endswith(_WANTS):
            continue
        if _YEARS_AGO.search(head, max(0, match.start() - 16), match.start()):
            continue
        if _BEFORE_YOU.search(head, max(0, match.start() - 16), match.start()):
            break
    else:
        return None
    at = match.end()
    written = _WROTE_ASKING.match(head, at)
    at = written.end() if written else at
    adjunct = _ADJUNCT.match(head, at)
    after = adjunct.end() if adjunct else at
    rest = head[after:]
    following = _FOLLOWING.match(rest) or _FIRSTLY.match(rest)
    if following is not None:
        return after + following.end()
    if adjunct is None and rest[:1] == "," and not _FOR_EACH.match(rest):
        return None  # "when you first asked, we told you"
    if (
        _NOT_OBJECT.match(rest)
        or _FOR_NOTHING.match(rest)
        or not (_OBJECT.match(rest) or (adjunct and rest[1:2].isalpha()))
    ):
        return None
    things = _THINGS.match(rest)
    return after + (things.end() if things else 0)


# "Question A was for counsel's advice …".
_NUMBERED = compiled(
    r"(?:(?:your )?(?:question|request|part|item|head|limb|point) \(?(?:[a-h]|\d{1,2}|one|two|three|four|five)\)?(?: of (?:your|the) (?:request|letter|e-?mail|message))?|(?:your|the) (?:first|second|third|fourth|fifth|sixth|next|other|last|final) (?:question|request|part|item|head|limb|point|query)|your (?:first|second|third|fourth|fifth|last|other),(?= for (?:the|a|all|any|copies)\b)(?= [^.]{4,80}, (?:is|are|was|were|we|i)\b)) (?:(?<=, )for|(?:was|is) (?:for|about|(?=(?:whether|how|what|which|who|when|where|why)\b))|asks?(?: for)?|asked(?: for)?|seeks|sought|concerns|concerned)\b"
)
# "Your request reached us on 27 October and was for …".
_REACHED = compiled(
    r"(?:your|the) (?:[a-z0-9-]+ ){0,4}(?:request|letter|e-?mail|message|enquiry)\b[^.:;]{0,20} (?:reached|came|arrived|was (?:received|made|sent|submitted)|is dated)\b[^.:;]{0,60}?(?: and (?:it )?|, )(?:was|is|asks|asked|seeks|sought) (?:for|about|to know|whether)\b"
)
_YOURS_ONLY = ("application", "note")
_OURS = ("this letter", "this e-mail", "this email", "this message", "this correspondence")


def _object_of_request(head: str) -> int | None:
    reached = _REACHED.match(head)
    if reached is not None:
        return reached.end()
    for named in _WRITING.finditer(head):
        whose = _YOUR.search(head, max(0, named.start() - 60), named.start())
        if whose is None and (" made a" in head or " sent " in head or "received " in head):
            whose = _MADE.search(head, max(0, named.start() - 60), named.start())
        if whose is None or head.startswith(_OURS, max(0, named.start() - 5)):
            continue
        if head.startswith(" in this ", max(0, named.start() - 9)):
            continue  # "the wish expressed in this request to know who spoke"
        if named.group() in _YOURS_ONLY and not head.startswith("your ", named.start() - 5):
            continue  # "the right to make an application"
        received = _RECEIVED.match(head, named.end())
        match = _FOR.match(head, received.end() if received else named.end())
        if match is None:
            continue
        if named.group().startswith("question") and whose.group().count(" ") > 2:
            continue
        before = head[max(0, whose.start() - 30) : whose.start()]
        if _READS_AS.search(before) or _READS_IT.search(whose.group()) or "review of" in before:
            return None
        at = match.end()
        rest = head[at:]
        if _NOT_OBJECT.match(" for" + rest) or _NOT_OBJECT.match(rest):
            later = _LATER.match(rest)
            if later is None or _NOT_OBJECT.match(rest, later.end()):
                continue
            at += later.end()
        adjunct = _ADJUNCT.match(head, at)
        after = adjunct.end() if adjunct else at
        about = re.match(
            r" information (?:about|on|regarding|concerning|relating to|as to)\b", head[after:]
        )
        things = _THINGS.match(head, after)
        return things.end() if things else after + (about.end() if about else 0)
    return None


# "Your request for information, received by us on 15 May, for the register of dogs".
_LATER = compiled(
    r"[ ,]{1,2}(?:environmental )?information\b(?:(?!\b(?:is|has|was|we|under)\b)[^:;.]){0,110}?[ ,]{1,2}(?:for|asking for|asking|seeking|about|regarding|concerning)\b"
)


def _list_end(low: str, sentence: Span, span: Span) -> int:
    """A retold list may run over sentences: "(1) … . (2) … ." to the first without a number."""
    end = sentence.end
    while True:  # one sentence at a time: a long paragraph may have many lists
        following = next(sentences(low, end, min(span.end, end + _STEP)), None)
        if following is None or not _MEMBER.match(low, following.start):
            return end
        end = following.end


_STEP = LONGEST + 500  # characters in which a sentence ends or is cut
_MEMBER = compiled(r"\((?:\d|[a-z]|[ivx]{1,4})\)[ ]")


def _applies(words: str) -> bool:
    """A sentence that applies the provision here rather than explaining it."""
    return _HERE.search(words) is not None


_HERE = compiled(
    r"\b(?:we|our|your|you|this request|the (?:council|trust|department|university|authority|information (?:you|requested))|because|here|in this case|(?:is|are|has been|have been) (?:being )?(?:withheld|refused)|for (?:this|that|these) reasons?|question|part|requested)\b"
    r"|\b(?:covers?|protects?|catches|exempts|takes in|bites on|governs|applies to) (?:it|them|this|these|those|that|both|all of (?:it|them)|each)\b(?! (?:information|data|where|which))"
)
