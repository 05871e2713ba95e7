"""Provisions told of and not used: counted, taught to staff, listed, used by others or long ago.

A letter that answers a question about refusals names the sections on which others were refused,
and one that explains the law names those that may apply; it refuses nothing on them.
"""

from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds

_REACH = 240  # characters before a cite in which its sentence tells what is done with it

# "We refused 61 requests: 30 under section 40(2), 20 under section 12(1)"; "used 212 times".
_COUNTED_BEFORE = compiled(
    r"\b(?:refus|reject|answer|turn|us|cit|appl|rel|engag|withh|claim|invok)\w*\b[^.]{0,60}\b\d[\d,]* (?:of (?:the |these |those )?)?(?:requests|times|occasions|cases|letters|decisions|appeals|reviews)\b.{0,160}$"
    r"|\b\d[\d,]* (?:requests|times|occasions|cases|letters|decisions|appeals|reviews) (?:(?:were|was|had been|have been) )?(?:refus|reject|turn|withh|decid)\w*\b.{0,160}$"
    r"|\b(?:how often|how many times|number of (?:times|occasions|requests|cases)|most (?:used|often used|common|commonly used)|in (?:each|every|which) (?:case|year))\b.{0,160}$"
    r"|(?:^|[:;,] |\band )\d(?:[\d,]*\d)? (?:under|on|by|for|cited|used|relied on) (?:section |s\.? ?)?$"
)
_COUNTED_AFTER = compiled(
    r"\){0,2}[ ]{0,3}(?:\([^)]{0,60}\){1,2})?[ ]{0,40}(?:\|[ ]{0,40})?(?<=[ |])\d[\d,]*(?: ?%)?[ ]{0,20}(?:\||$)|[ ]?(?:\([^)]*\))?[ ]?(?::|-|,|was|were|had been|has been|is|came|comes|=|\|)?(?:(?!\b(?:you|your|because|since|as|appl(?:y|ies)|engaged)\b)[^.;]){0,60}?\b(?:\d[\d,]* (?:times|requests|occasions|cases|refusals)\b|(?:used|cited|claimed|relied on|applied) (?:most|in \d|\d|more often|least))"
)
# "Exemptions include section 21 (…), section 40 (…)"; "such as section 43".
_LISTED = compiled(
    r"\b(?:main|usual|commonest|most common|most used|best known) (?:exemptions|exceptions) (?:are|being)\b.{0,160}$|\b(?:exemptions?|exceptions?|grounds|provisions)\b(?: (?:in|under|of) the (?:act|regulations))?,? (?:which |that )?(?:include|includes|including|such as|like|for example|e\.g\.|among them|are (?:found|set out|listed) in|can be found in|may be found in|range from|run from)\b.{0,220}$"
)
# "Staff should use section 12 where it takes over 18 hours."
_TAUGHT = compiled(
    r"\b(?:chapter|page|annex|appendix|guidance|policy|manual|handbook|template|training|slides?|module|leaflet|code of practice)(?: \d+)? (?:\w+ )?(?:tells?|says?|has|explains?|sets? out|covers?|describes?|contains?|includes?|deals?|refers?|gives?|lists?|shows?)\b.{0,220}$"
    r"|\b(?:staff|officers?|employees|colleagues|handlers?|they|anyone|everybody|departments?|services|teams?|managers|schools|authorities|public bodies|public authorities|an authority|a (?:public )?body) (?:should|must|may|can|could|might|ought to|are (?:told|advised|asked|expected|able|entitled|allowed|reminded|taught) to|is (?:able|entitled|allowed) to|need to|needs to|has to|have to) (?:\w+ ){0,3}(?:use|cite|apply|consider|rely|refuse|claim|quote|refer|think|withhold|look|turn|invoke)\b.{0,220}$"
)
# "The note tells staff to refuse under section 14(1) if a request is vexatious."
_REMINDED = compiled(
    r"\b(?:tells?|asks?|advis\w+|instruct\w*|reminds?|teach(?:es)?|requires?|expects?|guides?) (?:new |our |all )?(?:staff|officers?|employees|colleagues|handlers|readers|people|managers|teams) (?:how |when )?(?:to|that|when)\b.{0,220}$"
)
# "Other councils have refused this under section 43(2)": not "like other forces we refuse it".
_OTHERS = compiled(
    r"(?<!\bwe )(?<!\bi )\b(?:refused|declined|turned down|withheld) (?:an?|such an?) (?:like|similar|comparable|identical) (?:request|enquiry|question)\b.{0,90}$"
    r"|\b(?:says?|said|tells? us|told us|explains?|writes?|wrote) that (?:it|they|he|she) (?:would |had |has |have )?(?:refus|withh|rel|declin|exempt|cit|claim)\w*\b.{0,160}$"
    r"|\b(?:suppliers?|compan(?:y|ies)|contractors?|firms?|agenc(?:y|ies)|bidders?|third part(?:y|ies)|they|he|she) (?:\w+ )?(?:wrote|says?|said|told us|asked|thinks?|considers?|believes?|feels?|argued?|replied) (?:to us )?(?:that )?(?:\w+ ){0,4}(?:should|ought to|must) (?:be )?(?:withheld|refused|kept back|treated as exempt)\b.{0,40}$|\b(?:other|another|some|many|most|several|neighbouring|two|three|all other) (?:\w+ ){0,2}(?:councils?|trusts?|authorit(?:y|ies)|bod(?:y|ies)|forces?|departments?|universit(?:y|ies)|boards?|agenc(?:y|ies)|public bodies|police forces?) (?:has|have|had|did|do|would|may|might|refus|rel|cit|claim|withh|appl|us)\w*\b(?:(?!\b(?:we|i|our|council|trust) ).){0,90}$"
)
# "In our reply of 3 January we refused it under section 22(1)"; "It refused that request under …".
_OF_OLD = compiled(
    r"\bin (?:our|my|its|the|that|this|his|her|their) (?:\w+ ){0,3}(?:reply|letter|response|answer|decision|notice|e-?mail)\b[^;.]{0,60}?,? (?:we|i|it|he|she|they|the \w+) (?:had )?(?:refused|withheld|relied|cited|applied|claimed|invoked|declined|kept back|said|told|explained)\b.{0,120}$"
    r"|\b(?:we|i|the \w+) (?:had )?(?:refused|declined|withheld|turned down) (?:foi \w*\d|(?:case|request) (?:no\.? )?[\w/-]*\d|(?:his|her|their|that|another|mr|mrs|ms|the (?:earlier|first|previous|original|last|other))\b).{0,120}$"
    r"|\b(?:our|the|my) (?:\w+ ){0,2}(?:letter|reply|response|notice|decision|answer)(?: (?:of|dated|sent on) [^,;.]{3,40})? (?:had )?(?:refused|withheld|declined|relied|cited|claimed)\b.{0,120}$"
    r"|(?:^|\b(?:letter|notice|reply|which) )(?:it|that (?:letter|notice|reply)|the (?:old|earlier|enclosed|first|other) (?:letter|notice|reply)) (?:had |has )?(?:refused|withheld|relied|cited|applied|claimed) (?!your|the (?:information|request) (?:you|today))\b.{0,120}$"
)
# "Section 43(2) was raised by one agency"; "the agencies argued for section 43(2)".
_RAISED_BEFORE = compiled(
    r"\b(?:suggested|mentioned|proposed|raised|floated|flagged)(?: to us| to me)?(?: that)? (?:section \d+\w*(?:\(\w+\))* (?:and|or) )?$|\b(?:argued|pressed|pleaded|called|lobbied|pushed|hoped|asked) for (?:the use of |the application of |us to (?:use|apply|claim) )?$|\b(?:mention(?:ed)?|raised|quoted|point(?:ed)? (?:us )?to|refer(?:red)? (?:us )?to) $"
)
_RAISED_AFTER = compiled(
    r"[ ](?:was|were|has been|had been|have been) (?:raised|suggested|proposed|put (?:forward|to us)|argued|mentioned|urged|pleaded) (?:by|to us)\b"
)
_OTHERS_RAISE = compiled(
    r"\b(?:suppliers?|colleagues|legal|commercial|finance|hr|procurement|team|lawyers?|agenc(?:y|ies)|compan(?:y|ies)|contractors?|bidders?|tenderers?|third part(?:y|ies)|solicitors|you|firms?|they|owners?|applicants?|operators?)\b"
)

# One of these stands in every sentence of a kind: asked first, for nearly all sentences are none.
_TAUGHT_WHO = ("staff", "officer", "employee", "colleague", "handler", "they ", "any", "everybody", "department", "services", "team", "manager", "schools", "authorit", "bod", "chapter", "page", "annex", "appendix", "guidance", "policy", "manual", "handbook", "template", "training", "slide", "module", "leaflet", "code of")  # fmt: skip
_TAUGHT_WHAT = (" use ", " cite", " apply", " consider", " rely", " refuse", " claim", " quote", " refer", " think", " withhold", " look ", " turn ", " invoke", " tell", " say", " has ", " explain", " set", " cover", " describe", " contain", " include", " deal", " give", " list", " show")  # fmt: skip
_PEOPLE = (" staff ", " colleagues ", " officers ", " employees ", " handlers ", " readers ", " managers ", " teams ", " people ")  # fmt: skip
_GROUNDS = ("exemption", "exception", "grounds ", "provisions ")
_LISTING = ("includ", "such as", "like", "example", "e.g.", "among", "found", "set out", "listed", "range from", "run from", "main ", "usual ", "common", "most used", "best known")  # fmt: skip
_OTHER = (
    "like ",
    "similar",
    "comparable",
    "identical",
    " that it ",
    " that they ",
    " that he ",
    " that she ",
    "should",
    "ought",
    "must",
    "other ",
    "some ",
    "many ",
    "most ",
    "several ",
    "neighbouring ",
    "two ",
    "three ",
)
_OLD = ("refused", "withheld", "relied", "cited", "applied", "claimed", "said", "told", "declined", "invoked", "explained", "kept back")  # fmt: skip
_OLD_LETTER = (
    "foi ",
    "case",
    "request",
    " his ",
    " her ",
    " their ",
    " that ",
    "mr",
    "ms ",
    "reply",
    "letter",
    "response",
    "answer",
    "decision",
    "notice",
    "mail",
    "it ",
)
_COUNTED = ("times", "requests", "occasions", "cases", "letters", "decisions", "appeals", "reviews", "often", "number of", "most ", " under ", " on ", " by ", " for ", "cited", "used")  # fmt: skip
_RAISED = ("argued", "pressed", "pleaded", "called", "lobbied", "pushed", "hoped", "asked", "suggest", "mention", "propos", "raised", "floated", "flagged", "quoted", "point", "refer")  # fmt: skip
_FIGURE = compiled(r"\b\d[\d,]* [a-z]")
_TAIL = 60  # characters before a cite in which somebody who raised it is named


def is_by_the_way(before: str, after: str) -> bool:
    """Whether a sentence, ``before`` + cite + ``after``, only tells of the provision it names.

    Both lower case, the authority's own words of one sentence.
    """
    near = before[-_REACH:]
    return (
        (
            holds(near, _TAUGHT_WHO)
            and holds(near, _TAUGHT_WHAT)
            and _TAUGHT.search(near) is not None
        )
        or (holds(near, _PEOPLE) and _REMINDED.search(near) is not None)
        or (holds(near, _GROUNDS) and holds(near, _LISTING) and _LISTED.search(near) is not None)
        or (holds(near, _OTHER) and _OTHERS.search(near) is not None)
        or (holds(near, _OLD) and holds(near, _OLD_LETTER) and _OF_OLD.search(near) is not None)
        or (
            holds(near, _COUNTED)
            and (_FIGURE.search(near) is not None or holds(near, _MANY))
            and _COUNTED_BEFORE.search(near) is not None
        )
        or (after != "" and _COUNTED_AFTER.match(after) is not None)
        or (after.startswith(_WAS) and _RAISED_AFTER.match(after) is not None)
        or (
            holds(near[-_TAIL:], _RAISED)
            and _RAISED_BEFORE.search(near) is not None
            and _OTHERS_RAISE.search(near) is not None
        )
    )


_MANY = ("how often", "how many", "number of", "most ")
_WAS = (" was ", " were ", " has been ", " had been ", " have been ")


# "It has no bearing on your request", in the sentence after the one that names it.
_DENIED_NEXT = compiled(
    r"[^.]{0,40}?\b(?:we|i|the [a-z]+) (?:find|found|think|consider|decided|conclude|concluded|judge|judged) (?:that )?(?:the|that|this) (?:exemption|exception|section|limb) (?:is|was|does|did)(?: not|n't)\b|(?:but |however,? )?(?:it|this|that|these|they|neither|the (?:exemption|exception|section|provision|limb)s?)(?: of (?:these|them|those))? "
    r"(?:(?:would|could|can|might) (?:only |then )?(?:come into play|apply|arise|help|be (?:used|engaged|needed|relevant|claimed))(?: only)? (?:if|where|when)\b"
    r"|(?:has|have|had) (?:no|little) (?:bearing|relevance|application|part|effect|role|place)\b"
    r"|(?:is|are|was|were|does|do|did|has|have)(?: not|n't| no longer) (?:being |been |now |in fact )?(?:claimed|relied|used|invoked|applied|appl(?:y|ies)|engaged|relevant|in (?:play|point|issue)|needed|pursued|made out|arise|concern|affect)\w*\b)"
)


def is_put_aside(following: str) -> bool:
    """Whether the sentence after the one that names a provision says that it is not used."""
    return _DENIED_NEXT.match(following) is not None
