"""Things asked for, told in one sentence: "the survey, the quotation and what it cost"."""

import itertools
import re
from dataclasses import replace

from answerable.letters.patterns import compiled
from answerable.model import Question, Span

# A new thing begins: "…, the quotation", "… and any correspondence", "… and what it cost".
_NEXT = compiled(
    r",?[ ]and,?[ ]if (?:we|you|it|they|he|she|there|one) (?:do|does|did|have|has|had|was|were|is|are|exists?)(?:,[ ]|[ ](?=(?:for|the|what|how|when|which|who|all|copies)[ ]))(?:for |also )?(?=\w)|"
    r"(?:,|;)?[ ](?:together with|along with|as well as)[ ](?=\w)"
    r"|,[ ]with[ ](?=the \w+ (?:of )?each\b|the \w+ of (?:every|all)\b)|,?[ ]and[ ](?=(?:their|its) (?:outcomes?|results?|reasons?|costs?|grid references?|whereabouts)\b)"
    r"|,?[ ]and[ ](?=(?:please )?(?:say|tell me|send me|state|confirm|explain|let me have|let me know|supply|provide)\b)"
    r"|(?:,|;)?[ ](?:and|plus)[ ](?:also )?(?=(?:(?:please )?(?:tell|send|give) me )?(?:for |of |(?:in|on|at|by|with) (?=how|what|which|whom))?(?:the|all|any|every|an?|copies|details|how|what(?:ever)?|which|who|whom|when|why|where|whether|if(?! there (?:is|are|was|were) (?:none|no\b)))\b(?! (?:other|reply|response|same|like|such|related)\b)(?! (?:of )?(?:them|these|those)\b)(?! (?:of )?it\b(?! (?:was|is|said|says|cost|had|has)\b))(?! (?:has|have|is|are|was|were|so) (?:not |been |to )))"
    r"|(?:,|;)?[ ]or[ ](?=(?:any|whether|if|how)\b)|(?:,|;)?[ ]and[ ](?=for (?:its|their|his|her|e-?mails|letters)\b)"
    r"|,?[ ]and,?[ ](?=if (?:so|not)\b)"
    r"|,[ ]and[ ](?=(?:of )?(?:our|your)[ ]|of (?:their|any|all)[ ])|,?[ ]and[ ](?=for any such\b)|,[ ](?=for (?:how (?:long|many|much)|(?:the|all|any|copies of the) (?:[a-z]+ )?(?:names?|numbers?|minutes?|costs?|amounts?|dates?|reports?|letters?|e-?mails?|list|invoices?|quotations?|policy|contract|results?|reasons?))\b)"
    r"|,?[ ]and[ ](?:on|in) (?:\d{1,2}(?:st|nd|rd|th)? )?[A-Za-z]{3,9}(?: \d{4})?,?[ ](?:you )?(?:asking|asked)(?: us)?[ ](?=(?:for|how|what|which|who|when|why|whether)\b)"
    r"|,[ ](?=(?:the|all|any|every|copies of|details of|how|what|which|who|when|why|whether) (?!(?:held|kept|stored|sent|written|paper|printed|electronic|on paper|in|by|or not|of|is|are|was|were|has|have|it|they|he|she)\b))"
    r"|,?[ ]and[ ](?:also )?to[ ](?:know|see|be (?:told|sent|given)|have sight of)[ ](?=\w)"
    r"|,[ ]and[ ]to[ ](?:supply|send|provide|give|release|disclose)[ ](?:you[ ])?(?:with[ ])?(?=(?:any|the|all|copies|a copy)\b)"
    r"|,?[ ]and[ ]to[ ](?:send|tell|give|provide)[ ]you[ ](?:with )?(?=\w)"
    r"|[,;]?[ ]and[ ](?:(?:the )?(?:part|question|limb|item|point) (?:two|three|2|3|b|c)|the (?:second|third|other)(?: (?:part|question|limb|item|point))?) (?:was|is|asks|asked|sought|concerned|concerns)(?: for| about)?[ ](?=\w)"
    r"|,[ ](?=(?:what|how|why) (?:it|they|he|she)\b)"
)
# In a question: "…, and was he ever interviewed?", "…, and of the discharges expected?"
_NEXT_ASKED = compiled(
    r",?[ ]and,?[ ](?=(?:if so,? )?(?:was|is|did|has|have|were|are|do|does|may|can|could|on what|of the|of any|what|when|how|who|why|for how)\b)"
)
_THING = compiled(
    r"(?:for |to know |to have |about |to see |copies of |a copy of |sight of )?(?:their|its|the|all|any|an?|every|each|both|copies|details|how|what|which|who|when|why|where|whether|if|[a-z]+'s)\b",
    re.IGNORECASE,
)
# What joins two things whatever the first is called: "readings …, along with any letters".
_JOINED = compiled(
    r"(?:,|;)?[ ](?:together with|along with|as well as|and for|plus)[ ](?=\w)"
    r"|,[ ]and[ ](?=(?:the|any|all|copies|a copy)\b)|,[ ]or[ ](?=(?:if|any|whether)\b)"
)
# "Please provide …", "asking, under FOI, for …", "for every appeal since 2010, …".
_PUT = compiled(
    r"(?:under (?:the )?(?:foi|foia|foisa|freedom of information|eir)\b[^,:]{0,40}[,:]? )?(?:(?:please|kindly|could you|can you|would you) (?:please )?(?:send|provide|supply|give|let|tell|confirm|say|state)(?: (?:me|us))?(?: have| know)?|confirm|to (?:have sight of|be (?:told|sent|given))|(?:us )?to (?:tell|send|give|provide|supply|let|post|e-?mail|show)(?: you)?(?: have| know| with)?|i(?:'d| would) like(?: to (?:have|see|know))?|i (?:want|request|seek)|(?:asking|requesting|wanting)(?:, [^,]{3,40},)?(?: for| about| to know)?|for (?:every|each) [^,?]{3,90},(?![ ](?:with|and|including|plus|together|along|but|as)\b)|for all [^,?]{3,90},(?=[ ](?:how|what|which|whether|when|the (?:number|date|cost|name|total|amount|reason)s?)\b))[ ](?=\S)"
    r"|you (?:also )?(?:ask|asked|want|wanted|wish|would like|seek|sought|require)(?: us)?(?: to (?:know|see|have|be (?:told|sent)))?[ ](?=(?:for|how|what|which|who|when|where|why|whether|if|the|all|any|every|copies|a copy)\b)",
    re.IGNORECASE,
)
_BETWEEN = compiled(
    r"\bbetween\b(?! \w+ (?:about|on|over|since|in|during|concerning)\b)(?!.*\band\b)",
    re.IGNORECASE | re.DOTALL,
)
# "whether, in the year to October, the firm …"; "whether Ms B, who sits on the board, has …".
_NOTHING_YET = compiled(
    r"\W*(?:please )?(?:(?:tell me|say|state|confirm) )?(?:whether|if|how|what|which|who|when),? ?(?:in|for|during|since|between|over|from|at|as at) [^,]{3,60}$"
    r"|.*\b(?:showing|giving|stating|saying|listing),? (?:for|in|by) [^,]{3,60}$",
    re.IGNORECASE,
)
_SAYS_WHO = compiled(
    r"(?:who|which|whose) [^,?]{3,80}, (?:has|is|was|have|were|had|did|does|ever)\b", re.IGNORECASE
)
# "any letter, which names the patient": a clause about what stands before it.
_TELLS_MORE = compiled(
    r"(?:in |of |on |to |for |by |with )?(?:which|who|whose|whom)\b", re.IGNORECASE
)
_WH = compiled(r"(?:for |to know )?(?:how|what|which|who|when|where|why)\b", re.IGNORECASE)
_PARTS_OF_IT = compiled(
    r"\b(?:with \w+,|with (?:the|its|their) \w+(?=,|$)|mention(?:s|ing)\b|including|such as|for example|namely|among them|showing|giving|setting out|stating)\b",
    re.IGNORECASE,
)
# "…, including those deleted, and the training records": a comma before the "and" ends the clause.
_AFTER_A_CLAUSE = compiled(r"\bincluding (?:those|any|everything|anything)\b[^,;]{3,80}$")
_ITS = compiled(r"(?:their|its|his|her) ", re.IGNORECASE)
_HOW_MANY = compiled(r"how (?:many|much)\b", re.IGNORECASE)
# "All information about the river and the works": two subjects of one thing, unless a paper follows.
_ALL_ABOUT = compiled(
    r"(?:for )?(?:all |any |the |whatever |what )?(?:information|everything|material|papers|records|documents|correspondence|data)\b(?: (?:that )?(?:you|the \w+) (?:hold|have|holds|has))? (?:about|on|concerning|regarding|relating to|to do with) [^,;]*$",
    re.IGNORECASE,
)
_A_PAPER = compiled(
    r"(?:the |any |all |an? |its |their )?(?:[a-z'-]+ ){0,2}(?:copy|copies|minutes|e-?mails?|letters?|reports?|notes?|records?|papers|policy|policies|contracts?|correspondence|documents?|files?|plans?|figures|numbers?|names?|dates?|amounts?|costs?|total|list|details|information|data|results?|reasons?|assessments?|surveys?|invoices?|agreements?|advice|readings|how|what|which|who|when|where|why|whether|if)\b",
    re.IGNORECASE,
)
# "raw readings, calibration certificates and officer notes": three kinds of papers.
_THREE_KINDS = compiled(
    r"(?:for )?(?:all |any |the |copies of )?(?:[a-z'-]+ ){0,3}(?:[a-z'-]+s|correspondence|data),(?P<one> )(?:[a-z'-]+ ){0,3}(?:[a-z'-]+s|correspondence|data) and(?P<two> )(?:(?!of |for |from |between |about )[a-z'-]+ ){0,3}(?:[a-z'-]+s|correspondence|data)\b(?! of\b)",
    re.IGNORECASE,
)
# "the tender; the scores of each bidder; and the minutes": the writer's own division.
_LISTED = compiled(
    r";[ ]{1,8}(?:(?:and|or|also|then|plus|secondly|thirdly|finally|lastly|second|third|fourth|fifth),?[ ]{1,4}){0,2}(?=[\w\"(£_])",
    re.IGNORECASE,
)
_NO_MEMBER = compiled(
    r"(?:i|we|it|you|this|that|these|those|they|there|he|she|if|which|not|but|nor|as|so|please (?:note|do not|don't|reply|send it)|thank\w*|in (?:particular|each case)|for example|namely|that is|no|none|i\.e|e\.g|by|broken|split|including|excluding|where)\b",
    re.IGNORECASE,
)
# "the closing of the registry: minutes of meetings; e-mails": what stands before is their subject.
_HEAD_OF_LIST = re.compile(r"[^:;?.\"]{3,140}:[ ]{1,4}(?=[^:;]{6,300};)")
_IN_BRACKETS = re.compile(r"\([^()]{1,200}\)")
_QUOTED = re.compile(r'"[^"]{1,300}"')
_TRAILING = re.compile(
    r"[ ,;]{1,3}(?:and|with|plus|or|together with|along with|as well as)(?: if (?:we|you|it|they|he|she|there|one) \w+| (?:on|in) [\w ]{3,24} (?:asking|asked))?(?: for)?$"
)
_LONGEST = 600


def told_apart(flow: str, question: Question) -> tuple[Question, ...]:
    """The several things named in one retold question, or that question alone."""
    start, end = question.span
    while start < end and flow[start] in '" ':
        start += 1
    while end > start and flow[end - 1] in '" ':
        end -= 1
    put = _PUT.match(flow, start, end)
    start = put.end() if put else start
    if (head := _HEAD_OF_LIST.match(flow, start, end)) is not None:
        start = head.end()
    words = _QUOTED.sub(lambda match: "_" * len(match.group()), flow[start:end])
    if '"' in words or "?" in words[:-1] or len(words) > _LONGEST:
        return (question,)
    cuts = _cuts(words)
    pieces = [
        Span(start + low, start + low + len(_TRAILING.sub("", words[low:high].rstrip(" ,;"))))
        for low, high in itertools.pairwise(cuts)
    ]
    pieces = [span for span in pieces if span.end - span.start > 3]
    if len(pieces) < 2:
        if put is None or "you" not in put.group().lower():
            return (question,)
        span = Span(start, end)  # "to send you every invoice"
        return (replace(question, text=_plain(flow, span), span=span),)
    return tuple(
        replace(question, number=str(n), text=_plain(flow, span), span=span)
        for n, span in enumerate(pieces, start=1)
    )


def _cuts(words: str) -> list[int]:
    """Where each thing begins, and the end."""
    listed = _listed(words)
    if listed:
        return [0, *listed, len(words)]
    asked = words.endswith("?")
    following = _NEXT_ASKED if asked else _NEXT if _THING.match(words) else _JOINED
    cuts = [0]
    for match in following.finditer(words):
        before = words[cuts[-1] : match.start()]
        # "The emails between the manager and the director" are one thing, and so are "the date,
        # the place and the cost of every stay" and an agreement "including the fee and the hours".
        if match.start() <= 12 or _BETWEEN.search(before):
            continue
        joined = (
            match.group().endswith("with ")
            or _AFTER_A_CLAUSE.search(before)
            or _HOW_MANY.match(words, match.end())
            or (words.startswith("for ") and words.startswith("for ", match.end()))
        )
        if _PARTS_OF_IT.search(before) and not joined:
            continue
        if _NOTHING_YET.match(before) or _SAYS_WHO.match(words, match.end()):
            continue
        if _ALL_ABOUT.match(before) and not _A_PAPER.match(words, match.end()):
            continue
        told = "know" in match.group() or _WH.match(words)
        if _TELLS_MORE.match(words, match.end()) and not told:
            continue
        if len(before.split()) > (1 if _ITS.match(before) else 2):
            cuts.append(match.end())
    kinds = _THREE_KINDS.match(words) if len(cuts) == 1 else None
    if kinds is not None:
        cuts += [kinds.end("one"), kinds.end("two")]
    return [*cuts, len(words)]


def _listed(words: str) -> list[int]:
    """Where the members of a list with semicolons begin after the first; empty for none."""
    if ";" not in words:
        return []
    open_words = _IN_BRACKETS.sub(lambda match: "_" * len(match.group()), words)
    cuts, last = [], 0
    for match in _LISTED.finditer(open_words):
        before, here = words[last : match.start()], match.end()
        if len(before.split()) < 2 or _NO_MEMBER.match(words, here):
            continue
        if len(re.split(r";|$", words[here:], maxsplit=1)[0].split()) < 2:
            continue
        cuts.append(here)
        last = here
    return cuts


def _plain(flow: str, span: Span) -> str:
    words = " ".join(flow[span.start : span.end].split())
    return re.sub(r",? and$", "", words)
