"""Leaflets about the Act that go with a letter: what any authority may refuse, and not this one.

"A public authority need not comply where the cost would exceed the appropriate limit", in an annex
on rights or below the name of who signed, explains section 12 and refuses nothing. Such paragraphs
are given the voice of the law, so that nobody takes them for the authority's decision. What speaks
of this request, or tells how to complain, stays the authority's.
"""

from dataclasses import replace

from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds
from answerable.letters.text import sentences
from answerable.model import Block, BlockKind, Span, Voice

_HEADED = ("rights", "act", "guid", "note", "expla", "know", "how ", "asked", "faq", "information", "legislation", "leaflet", "sheet", "small print", "applicants", "refus", "exempt", "request")  # fmt: skip
_EXPLAINS = compiled(
    r"\b(?:your rights|rights (?:and|under)|about (?:the |this )?(?:act|foi|freedom|law|legislation|regulations)|guide\b|guidance (?:notes?|for|on)\b|(?:our|the|ico|commissioner's) guidance|notes? (?:for|to) (?:the )?(?:applicants?|requesters?|you)|notes? on (?:the (?:act|law)|foi|your rights|exemptions)|explanatory|explanation of (?:the )?(?:act|law|legislation|rights|terms)|explained|(?:should|need to|want to) know|how (?:we|the act|foi|requests|the law) (?:deal|handle|work|answer|treat|respond)s?\b(?! (?:out|with (?:this|your|it|that)|this|your|it|that)\b)|(?:frequently|commonly) asked|faqs?\b|(?:further|general|additional|important|useful|background) (?:information|notes?)(?: (?:about|on) (?:the act|foi|freedom|your rights))?$|small print|summary of the (?:act|law|legislation)|making a request|limits of the act|leaflet|fact ?sheet|information (?:for (?:applicants|requesters)|sheet)|for applicants|(?:when|why) (?:we|a request|requests|an authority|information) (?:may|can|might)|what the (?:act|law) (?:says|means|covers|does)|exemptions (?:in general|in the act|under the act))"
)
_DECIDED = compiled(
    r"\b(?:applied|used|claimed|relied|engaged|decisions?|reasons?|withheld|refused|response|reply|answers?|redact\w*|public interest|your request|balanc\w*|considered|schedule of)\b"
)
# What the leaflet speaks of: any authority, any request.
_ANY = compiled(
    r"\b(?:an?|any|every|each|no|public|that) (?:public )?(?:authority|authorities|body|bodies)\b|\bauthorities\b|\b(?:a|any|each|every|some|such) (?:vexatious |repeated |valid )?requests?\b|\brequests (?:may|can|that|which|are|will|made)\b|\b(?:some|certain|personal|published) (?:information|data)\b|\binformation (?:that|which|whose|about|intended|reasonably|already|held|may|can|provided|supplied|relating)\b|\b(?:is|are) (?:normally|usually|generally|often|sometimes|always) exempt\b|\bthe (?:act|law|legislation|regulations) (?:gives?|allows?|says?|lets?|provides?|contains?|sets?|does not|do not|makes?|recognises?)\b|\bwe (?:may|might|are not (?:obliged|required)) (?:to )?(?:refuse|withhold|turn|comply|decline|charge|answer)\b|\b(?:section|regulation) \d+\w*(?:\(\w+\))* (?:of the (?:act|foia|freedom of information act 2000|regulations) )?(?:\([^)\n]{3,60}\) )?(?:does not (?:oblige|require)|exempts?|allows?|lets?|says?|sets?|covers?|provides?|protects?|means|relates?|deals|permits?|states?|removes?|concerns?|is (?:about|for)|applies (?:to information|where|when|if))\b"
)
_LAW = compiled(
    r"\b(?:sections?|regulations?) \d|\bthe act\b|\bexempt|\bvexatious|\bappropriate limit|\bcost limit"
)
# What is said of this request, or of what its applicant can do now.
_THIS = compiled(
    r"\breconsider|\b(?:we|i)(?:'ve| have| had| would| could| think| thought| take| took| shall)\b|\b(?:what|whom|as) you\b|\b(?:ask|asking|ring|telephone|write to|contact|e-?mail) (?:me|us|him|her|them|the|for)\b|\bnot (?:used|relied|claimed)\b|\b(?:reviews?|complain\w*|commissioner|unhappy|dissatisf\w*|re-?us(?:e|ing)|licen[cs]e|ombudsman|tribunal|appeal)\b|\byour (?:\w+ )?(?:requests?|questions?|letter|e-?mail|enquiry|points?)\b|\byou(?:'ve| have| had)? (?:also )?(?:asked|requested|sought|wanted|wrote|seek|want|ask for)\b|\b(?<!\bif )(?<!\bwhere )(?<!\bwhen )(?:we|i|the (?:council|trust|university|department|board|authority|force|college|school))(?:'ve| have| has| had| also| therefore| do not| did not| cannot| are| am){0,2} (?:hold|holds|held|satisfied|consider(?:ed)?|believe|concluded?|decided|refus(?:e|ed|ing)|withh(?:e|o)ld(?:ing)?|rely|relies|relied|relying|appl(?:y|ied|ies|ying)|estimate[sd]? that|estimated|searched|found|judge|think|neither|redact(?:ed)?|removed|carried|weighed|recogni[sz]e|accept|reckon)\b|\bin (?:this|our|the present) (?:case|instance|view|judgment)\b|\bthis (?:request|information|exemption|exception|response|letter|decision|case|material|report|document|data)\b|(?<!finding )(?<!find )(?<!if )(?<!where )(?<!locate )(?<!locating )\bthe (?:exemption|exception|public interest|balance|information|report|documents?|records?|names|figures|contract|files?) (?:is|are|was|were|has|have|applies|favours?|would|you|we|in question|withheld|requested|concerned|contained)\b(?! (?:already|available|reasonably|accessible|intended|personal|to be|exempt if))|\b(?:has|have|was|were|is being|are being) (?:\w+ )?(?:withheld|redacted|removed|applied|refused|exempted|considered|engaged|cited)\b|\b(?:is|are) engaged\b|\bwithheld information\b|\b(?:question|item|part|point) \(?\d|\bdisclosure (?:of (?:the|these|those|this|their|his|her)|would)\b|\b(?:hours|minutes) (?:each|per)\b"
)
# What a body that refuses says before its annex, and where it names the provision.
_KEEPS = compiled(
    r"withh(?:e|o)ld|\bexempt|\brefus|\bredact|neither confirm|\bnot (?:be )?(?:disclos|provid|releas|suppl)|\b(?:set out|explained|given|listed|described|detailed|see|in) (?:\w+ ){0,3}(?:annex|appendix|schedule|notes? below)"
)
_CITES = compiled(r"\b(?:sections?|ss?\.?|regulations?|regs?\.?) ?\d|\d\(\d")
_SPEAKERS = (Voice.AUTHORITY, Voice.SIGNATURE)


def explained(flow: str, low: str, blocks: list[Block]) -> list[Block]:
    """The blocks, with those that only explain the law in the voice of the law."""
    first = _first(low, blocks)
    if not any(
        block.voice is Voice.AUTHORITY and _LAW.search(low, *block.span) is not None
        for block in blocks[first:]
    ):
        return blocks
    own = [low[b.span.start : b.span.end] for b in blocks[:first] if b.voice is Voice.AUTHORITY]
    keeps = any(_KEEPS.search(words) for words in own)
    if keeps and not any(_CITES.search(words) for words in own):
        return blocks  # the annex may be where the refusal says what it rests on
    made = blocks[:first]
    signed = headed = going = False
    end = 0  # of the block before: what follows at once is of the same paragraph
    for block in blocks[first:]:
        words = low[block.span.start : block.span.end]
        if block.voice is Voice.SIGNATURE or block.kind is BlockKind.HEADING:
            signed = signed or block.voice is Voice.SIGNATURE
            asks = headed and words[-1] == "?"  # "What if it costs too much?" among the others
            headed, going = asks or _heads(block, words), False
            made.append(block)
        elif block.voice is Voice.AUTHORITY and (signed or headed):
            going = going and block.span.start - end < 2
            pieces = _told_apart(flow, low, block, going=going, listed=headed and not keeps)
            going = pieces[-1].voice is Voice.STATUTE
            made += pieces
        else:
            going = block.voice is Voice.STATUTE
            made.append(block)
        end = block.span.end
    return made


def _told_apart(flow: str, low: str, block: Block, *, going: bool, listed: bool) -> list[Block]:
    """The block, or its sentences where only some of them are of the leaflet.

    ``listed``: below the heading of a leaflet, beside a letter that refuses nothing, the name of a
    provision is enough.
    """
    words = low[block.span.start : block.span.end]
    if not going and _LAW.search(words) is None:
        return [block]
    if _THIS.search(words) is None:
        if going or listed or _ANY.search(words) is not None:
            return [replace(block, voice=Voice.STATUTE, number="")]
        return [block]
    if block.kind is BlockKind.TABLE:
        return [block]
    made: list[Block] = []
    for span in sentences(flow, block.span.start, block.span.end):
        said = low[span.start : span.end]
        general = (
            _LAW.search(said) is not None
            and (listed or _ANY.search(said) is not None)
            and _THIS.search(said) is None
        )
        voice = Voice.STATUTE if general else block.voice
        if made and made[-1].voice is voice:
            made[-1] = replace(made[-1], span=Span(made[-1].span.start, span.end))
        else:
            number = "" if general or made else block.number
            made.append(replace(block, span=span, voice=voice, number=number))
    return made if len(made) > 1 else [block]


def _first(low: str, blocks: list[Block]) -> int:
    """Where a leaflet may begin: at the sign-off, or at a heading that announces one."""
    for place, block in enumerate(blocks):
        if block.voice is Voice.SIGNATURE:
            return place
        if (
            block.kind is BlockKind.HEADING
            and block.voice is Voice.AUTHORITY
            and _heads(block, low[block.span.start : block.span.end])
        ):
            return place
    return len(blocks)


def _heads(block: Block, words: str) -> bool:
    return (
        block.voice in _SPEAKERS
        and holds(words, _HEADED)
        and _EXPLAINS.search(words) is not None
        and _DECIDED.search(words) is None
    )
