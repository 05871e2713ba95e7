"""A request read more narrowly than its words: examples taken for the whole.

FOIA s.1(1), s.8 and s.16(1): a request has its objective meaning, and a list of examples does
not cut down general words (O'Hanlon v IC and HSE [2025] UKUT 66 (AAC)).
"""

from collections.abc import Iterator
from itertools import chain

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.asked import asked_words
from answerable.audit.wordings.lines import around, line_at
from answerable.audit.wordings.topic import stems
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, Words
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Regime, Severity, Span

RULE = Rule(
    code="SA102",
    slug="scope-too-narrow",
    cites=(Cite(Regime.FOIA, "1", ("1",)), Cite(Regime.FOIA, "16", ("1",))),
    why=(
        "A request means what a reasonable reader takes it to mean. “Such as” and “including” give "
        "examples; they do not make the rest of the request disappear. Records left out in this "
        "way have not been searched for or refused, so the request is not answered."
    ),
    fix=(
        "Search for everything within the general words of the request, or ask the applicant "
        "whether the narrower reading is what they want before relying on it."
    ),
)

_READ = (
    r"(?:tak(?:e|en|ing)|took|read|interpret(?:ed|ing)?|treat(?:ed|ing)?|understood|understand|constru(?:e|ed|ing)"
    r"|limit(?:ed|ing)?|confin(?:e|ed|ing)|restrict(?:ed|ing)?|regard(?:ed)?)"
)
_ONLY = Phrase(
    rf"\b{_READ}\b.{{0,120}}\b(?:only|solely|alone|nothing (?:else|more)|no more than|just\b|strictly|exclusively"
    r"|limited to|confined to|restricted to|literally)"
    rf"|\b(?:only|solely|strictly) {_READ}\b"
    rf"|\b{_READ}\b.{{0,40}}\bas (?:being )?a request for (?:the )?\w+(?: \w+)?[.,;]"
    rf"|\b{_READ}\b.{{0,140}}\b(?:as|since|because) (?:those|these|that|this) (?:are|is) (?:what|all|the only)\b"
    rf"|\b{_READ} (?:your |the |this )?request as (?:being |one )?(?:for|about|limited to) (?:them|these|those|it|this|that)\b"
    r"|\bso that it is .{5,60} that (?:fall|come|are)s? within|\bas a request for the (?:\w+ ){0,3}(?:items?|documents?|things|examples?|records?) (?:mentioned|named|listed)"
    rf"|\b(?:as|since|because) you (?:refer|mention|name|specif|list|speak|gave|give|use)\w*\b.{{0,80}}\b{_READ}\b"
    r"|\b(?:confin|limit|restrict)(?:ed|ing)? (?:itself|ourselves|myself) to\b"
    r"|\b(?:confin|limit|restrict)(?:ed|ing)? (?:its|our|the|my) (?:\w+ )?(?:consideration|search(?:es)?|reply|answer|response|attention|"
    r"enquir\w+|work) to\b",
    "as those", "as these", "since those", "since these", "because those", "because these", "as that is", "as this is", "as you ", "since you ", "because you ", "only", "so that it is", "as a request for", "as being", "request as", "solely", "alone", "nothing", "just", "strictly", "exclusively", "limit", "confin", "restrict", "literally", "no more than",
)  # fmt: skip
_REQUEST = Phrase(
    r"\b(?:you (?:refer|speak)|request|question|your (?:words|letter|email|wording)|ask(?:ed|ing)?\b|you (?:have |had )?(?:name|list|mention|specif))",
    "request", "question", "ask", "you",
)  # fmt: skip
_LISTED = Phrase(
    r"\byou (?:have |had )?(?:\w+ )?(?:name|list|mention|specif|use|give|gave|set out|refer|describ|identif)"
    r"|\b(?:named|listed|mentioned|specified|given|set out|used) (?:in|by|as) (?:your|you|the request|an? example)"
    r"|\b(?:words?|terms?|examples?|documents?|records?|items?|kinds?|types?) (?:that )?(?:you|in your|named|listed)"
    r"|\byour (?:list|examples?|words?|wording|request) (?:names?|lists?|mentions?|refers? to|specif|says?|uses?)",
    "you", "named", "listed", "mentioned", "specified", "given", "set out", "used",
)  # fmt: skip
_OUTSIDE = Phrase(
    r"\bleft (?:them|it|those|these) out\b|\ba different matter\b|\bnot dealt with\b|\bnot (?:treated|counted|included|regarded) (?:them|it|those|these)\b|\bnot gone on to (?:look|search|consider)|\b(?:outside|out of|beyond|not (?:with)?in|fall(?:s|ing)? outside|excluded from|not covered by|not part of) "
    r"(?:the |its |your |that )?(?:scope|request|terms|wording|ambit|remit of your)|\b(?:outside|beyond) (?:what|anything|that which)|\bhave (?:therefore )?not (?:been )?"
    r"(?:searched|considered|looked|included)",
    "outside", "out of", "beyond", "not ", "excluded", "left ", "different matter",
)  # fmt: skip
_EXAMPLES = Phrase(
    r"\b(?:such as|including|includes?|for example|for instance|e\.?g\.?|in particular|among(?:st)? other|not limited to"
    r"|especially|all (?:recorded )?(?:information|records|documents|papers|material|correspondence)|any (?:other )?"
    r"(?:information|records|documents|papers|material|correspondence)|etc|or similar|anything|everything|like\b)",
    "such as", "includ", "for example", "for instance", "eg", "e.g", "in particular", "among", "limited", "especially", "all ", "any", "etc", "similar", "everything", "like",
)  # fmt: skip
_AGREED = Phrase(
    r"\b(?:you (?:have )?(?:agreed|confirmed|clarified|told us|said (?:that )?(?:you|it)|replied|refined|narrowed|wrote (?:back|again))|as agreed"
    r"|at your (?:request|suggestion)|your (?:clarification|reply|confirmation|refined|narrowed|revised)|let us know if"
    r"|tell us if|please (?:let|tell)|if (?:this|that|we) (?:is|have|are) (?:not|wrong|mis))",
    "you", "agreed", "let us know", "tell us", "please", "if this", "if that", "if we",
)  # fmt: skip


# A letter without one of these does not say how it read the request.
_QUICK = Words(
    "take",
    "took ",
    "read ",
    "interpret",
    "treated",
    "understood",
    "constru",
    "confin",
    "limited",
    "limiting",
    "restrict",
    "regarded",
    "so that it is",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the authority reads the request as *only* what it lists, or says "outside scope"."""
    own = letter.own
    left = _left_out(letter, case)
    if left is not None:
        yield left
        return
    found = _by_its_examples(letter, case) if _QUICK.found(own) else None
    if found is not None:
        yield found
        return
    shut = _shut_out(letter, case)
    if shut is not None:
        yield _narrow(letter, shut, plain=False)
        return
    put = _put_outside_its_words(letter)
    if put is not None:
        yield RULE.hint(letter, put, _CHECK)


# "Mails are not documents and we did not look at them", "handwritten notes are not information".
_NO_RECORDS = Phrase(
    r"\b(?:e-?mails?|mails|(?:hand-?written |rough |working |personal )?notes|notebooks?|drafts|(?:text |chat |teams |whatsapp )?messages|texts|whatsapps?|chats?|photographs?|recordings?|diar(?:y|ies)|voicemails?|spreadsheets?|post-its)\b[^.;\n]{0,30}\b(?:are|is|do|does|were)(?: not|n't) (?:\w+ )?(?:information|documents?|records?|papers?|recorded information|correspondence|count\w*|caught|regarded as (?:information|documents|records))\b(?! (?:that |which )?(?:we|the \w+) holds?| held)",
    "mail", "notes", "notebook", "drafts", "messages", "texts", "whatsapp", "chat", "photograph", "recording", "diar", "voicemail", "spreadsheet", "post-it",
    needs=(" not ", "n't "),
)  # fmt: skip
# "We have interpreted this as a request for the annual reports", which is not what was asked.
_AS_FOR = Phrase(
    rf"\b{_READ} (?:\w+ ){{0,3}}?(?:request|question|this|that|it|letter|e-?mail|information|everything|all|correspondence|documents|records)['\"]? (?:as |to )(?:being |be |mean |meaning )?(?:a request )?(?:for )?(?:the |our |only |just |simply )*(?P<thing>[a-z][a-z -]{{3,40}}?)(?: only| alone)?[.,;]",
    "as ", "to ",
    needs=("tak", "took", "read", "interpret", "treat", "underst", "constru", "regard"),
)  # fmt: skip
_NO_THING = compiled(
    r"\b(?:request|under|act|regulations?|vexatious|repeated|complaint|business as usual|new|fresh|enquir|freedom|information)\b"
)
# "… and looked for nothing else."
_NOTHING_ELSE = Phrase(
    r"\b(?:looked|searched|asked|checked)(?: for| at| in)? (?:nothing|nowhere) (?:else|more|further)\b|\b(?:have|has|were|was|did)(?: not|n't) (?:been )?(?:looked? for|sought|gathered)\b",
    "nothing ", "nowhere ", "look for", "looked for", "sought", "gathered",
)  # fmt: skip


def _shut_out(letter: Letter, case: Case) -> Span | None:
    """A kind of record put outside a request, or all but one kind, though the request was general."""
    own = letter.own
    if letter.outcome not in _ANSWERS:
        return None
    found = [*chain(_NO_RECORDS.among(own), _NOTHING_ELSE.among(own), _AS_FOR.among(own))]
    if not found:  # as nearly always
        return None
    asked = asked_words(letter, case)
    if not _EXAMPLES.found(asked):
        kinds = _NO_RECORDS.search(own)
        return kinds if kinds is not None and _names_kind(own, kinds, asked) else None
    for span in found:
        near = around(own, span)
        if _AGREED.found(own, *near) or _LAW_ITSELF.found(own, *line_at(own, span.start)):
            continue
        match = _AS_FOR.pattern.match(own, span.start)
        if match is not None and (
            _NO_THING.search(match["thing"]) or not stems(match["thing"]).isdisjoint(stems(asked))
        ):
            continue
        unsought = match is None and _NOTHING_ELSE.pattern.match(own, span.start) is not None
        if not unsought or _TAKEN_AS.found(own, *near) or _ONLY.found(own, *near):
            return span
    return None


def _names_kind(own: str, span: Span, asked: str) -> bool:
    """Whether the kind of record that is put outside was asked for by name."""
    kind = " ".join(own[span.start : span.end].split()[:2])
    return not stems(kind).isdisjoint(stems(asked))


# "… were regarded as falling outside your wording", "not thought to be what you had in mind".
_OF_THE_REQUEST = Phrase(
    r"\b(?:outside|beyond|within|in|out of|part of|under|by|covered|caught|to) (?:the |your |its |what )?(?:\w+ )?(?:wording|words|request|question|terms|you (?:have )?asked)\b|\b(?:had|have) in mind\b|\bin (?:that|this|the \w+) sense\b|\bconfined to (?:those|these|that|them|it)\b",
    "wording", "words", "request", "question", "terms", "asked", "in mind", "sense", "confined",
)  # fmt: skip


def _put_outside_its_words(letter: Letter) -> Span | None:
    """The same in one sentence that speaks of the request's own words."""
    if letter.outcome not in _ANSWERS:
        return None
    for span in _OF_THE_REQUEST.among(letter.own):
        line = line_at(letter.own, span.start)
        put = _put_outside(letter, beside=False, within=line)
        if put is not None:
            return put
    return None


def _by_its_examples(letter: Letter, case: Case) -> Finding | None:
    """Where the request is read as *only* what it lists."""
    own = letter.own
    for span in _ONLY.among(own):
        near = around(own, span)
        if not _REQUEST.found(own, near.start, near.end) or _AGREED.found(
            own, near.start, near.end
        ):
            continue
        finding = _judge(letter, case, span, near)
        if finding is not None:
            return finding
    return None


# "The e-mails fall outside what you have asked for and have not been looked at."
_UNASKED = Phrase(
    r"\b(?:outside|beyond|not (?:with)?in|not part of) (?:what you (?:have )?asked|(?:the )?(?:scope|terms|wording) of (?:your|the) request|your request)\b",
    "outside", "beyond", "not within", "not in ", "not part of",
    needs=("what you", "your request", "the request"),
)  # fmt: skip
_UNREAD = Phrase(
    r"\bnot (?:been )?(?:looked|searched|considered|examined|checked|read)\b|\bnot (?:look|search|consider|check)",
    "not ",
)


# "As that is the only type of paper you mention we have not looked at invoices."
# "We have not looked at emails or anything else as your words refer to board papers."
_ELSE_UNREAD = Phrase(
    r"\b(?:as|because|since)\b.{0,50}\b(?:only|the)\b.{0,40}\b(?:you|your)\b.{0,20}\b(?:refers?|names?|mention(?:ed|s)?|lists?|specif\w+)\b.{0,20}\bnot (?:looked|searched|considered|examined|checked|gone)\b|\bnot (?:looked|searched|considered|examined|checked|gone)\b.{0,120}\b(?:as|because|since|for)\b.{0,20}\b(?:you|your)\b.{0,30}\b(?:refers?|names?|mentions?|lists?|words?|asks?|asked|says?|said|specif\w+|indicated)\b",
    "not looked", "not searched", "not considered", "not examined", "not checked", "not gone",
)  # fmt: skip


def _left_out(letter: Letter, case: Case) -> Finding | None:
    """Records put outside a request with general words, and left unread."""
    unread = _ELSE_UNREAD.search(letter.own)
    if unread is not None and not _AGREED.found(letter.own, *unread):
        return _narrow(letter, unread, plain=_EXAMPLES.found(asked_words(letter, case)))
    for span in _UNASKED.among(letter.own):
        line = line_at(letter.own, span.start)
        near = around(letter.own, span)
        if _UNREAD.found(letter.own, *line) and not _AGREED.found(letter.own, *near):
            return (
                _narrow(letter, span, plain=False)
                if _EXAMPLES.found(asked_words(letter, case))
                else None
            )
    return None


def _judge(letter: Letter, case: Case, span: Span, near: Span) -> Finding | None:
    own = letter.own
    listed = _LISTED.found(own, near.start, near.end)
    outside = _OUTSIDE.found(own, near.start, near.end)
    examples = _EXAMPLES.found(asked_words(letter, case))
    if not examples or not (listed or outside):
        return None
    return _narrow(letter, span, plain=bool(listed and outside))


def _narrow(letter: Letter, span: Span, *, plain: bool) -> Finding:
    return RULE.finding(
        letter,
        span,
        "The request is read as covering only what it names as examples; its general words were "
        f"not answered ({RULE.cites[0]}).",
        certainty=Certainty.SURE if plain else Certainty.LIKELY,
        severity=None if plain else Severity.MEDIUM,
    )


_TAKEN_AS = Phrase(
    r"\b(?:taken|read|treated|interpreted|understood|took|confined|limited|regarded)\b.{0,60}\b(?:request|question|words|you(?:r)?|it as|this as|to mean)\b|\b(?:request|question)\b.{0,40}\b(?:taken|read|treated|interpreted|understood|regarded)\b|\b(?:confined|limited|restricted) (?:ourselves|myself|itself|our|its|the) \b|\bleft (?:them|it|those|these) out\b|\bnot been (?:considered|searched|looked)\b",
    "taken", "read", "treated", "interpreted", "understood", "took", "confined", "limited", "restricted", "regarded", "left ", "not been",
)  # fmt: skip
_LAW_ITSELF = Phrase(
    r"under the (?:freedom|environmental)|\bread (?:your|the) list as|as a request (?:under|for information)|as (?:vexatious|repeated)|thank you",
    "under the",
    "list as",
    "as a request",
    "as vex",
    "as rep",
    "thank",
)


# Things put outside the request by how its words are read.
_LEFT_ASIDE = Phrase(
    r"\b(?:left (?:out|aside|them|those|these|it)|leav(?:e|es|ing) (?:out|aside)|exclud(?:ed|es|ing)|omit(?:s|ted|ting)|disregard(?:ed|ing)?|discount(?:ed|ing)|set aside|pass(?:ed|ing) over|ignored|skipped|discarded|filtered out|ruled out|kept out|confin(?:ed|ing)|restrict(?:ed|ing)|limit(?:ed|ing)|narrow(?:ed|ly)|strict(?:ly)?|literal(?:ly)?|to the letter)\b"
    r"|\b(?:not|n't|never|nor|neither)\b (?!be )(?:\w+ ){0,3}?(?:count(?:ed|s)?|includ(?:e|ed|es)|consider(?:ed)?|treat(?:ed)?|regard(?:ed)?|thought|taken|read|search(?:ed)?|looked|examined|gone|collected|gathered|added|listed|opened|caught|cover(?:ed|s)?|embrace[sd]?|extend(?:s|ed)?|reach(?:es|ed)?|requested|asked for|mention(?:ed)?|named|specified|within|part of|in scope|relevant|what you|amount to|qualify|feature[ds]?|appear(?:ed)?|shown|sent|enclosed|attached|reported|given|use (?:your|the|that)|take you|taken you)\b"
    r"|\b(?:outside|beyond|not within|out of|out with|outwith|not in|without) (?:of )?(?:the |your |its |that |this |what )?(?:\w+ )?(?:wording|words|request|scope|terms|question|ambit|description|meaning|definition|phrase|you (?:have )?asked)\b"
    r"|\b(?:is|are|was|were) (?:not|n't) (?:an? |strictly |really |truly |properly |technically )?\w+(?:,| in (?:that|this|the) \w*|[.]?$| as (?:we|such|the))|\b(?:isn't|aren't|wasn't|weren't) (?:an? )?\w+",
    "left ", "leav", "exclud", "omit", "disregard", "discount", "set aside", "pass", "ignored", "skipped", "discarded", "filtered", "ruled", "kept out", "confin", "restrict", "limit", "narrow", "strict", "literal", "letter", "not", "n't", "never", "nor", "neither", "outside", "beyond", "out of", "outwith", "out with", "without",
)  # fmt: skip
# How its words are read: the sense of a word, what was in mind, what "you asked for" is said to be.
_BY_READING = Phrase(
    r"\b(?:tak(?:e|en|ing)|took|read(?:ing)?|interpret\w*|treat(?:ed|ing)?|understood|understand(?:ing)?|constru\w+|regard(?:ed|ing)?|mean(?:s|t|ing)?|sense|definition|defin(?:e|ed|es)|wording|literal(?:ly)?|strict(?:ly)?|narrowly|to the letter|your (?:exact |precise |own )?(?:words?|terms?|phrase|question|request|letter|e-?mail|choice)|(?:had|have) in mind|you (?:only |simply |merely |specifically |just )?(?:asked|ask|said|say|used?|wrote|mention\w*|named?|specif\w+|listed?|refer\w*|spoke|put|chose)|(?:to|in) (?:our|my|its) (?:mind|view|eyes|reading|usage|understanding)|as (?:we|i) (?:see|read|use|understand|define)|take you to|(?:use|contain|match|include)s? (?:your|the|that|those) (?:words?|terms?|phrase)|(?:count|qualify|class|rank|amount|seen|thought of)(?:s|ed)? (?:as|to)|another (?:budget|heading|matter|thing|question|subject)|(?:separate|different) (?:matter|thing|question|subject)|(?:for|to) (?:us|our purposes|the \w+),? an? \w+ is|(?:the|that) (?:word|term|phrase|expression)|subject line|exact (?:words?|phrase|match|term)|the request (?:says|said|asks|asked|is for|was for|names?|mentions?|refers?|speaks))\b",
    "to our", "to my", "to its", "in our", "in my", "in its", "as we", "as i", "use", "contain", "match", "include", "count", "qualif", "class", "rank", "amount", "seen", "thought", "another ", "separate", "different", "tak", "took", "read", "interpret", "treat", "underst", "constru", "regard", "mean", "sense", "defin", "wording", "literal", "strict", "narrow", "letter", "your ", "in mind", "you ", "for us", "to us", "for our", "for the", "to the", "the word", "the term", "phrase", "expression", "subject line", "exact", "the request",
)  # fmt: skip
# Things of the same kind that are there: held, seen, received, paid for.
_THERE = Phrase(
    r"\b(?:we (?:also |do |did )*(?:hold|have|paid|received|saw|found|got|keep|spent|bought|hired|met|sent)|(?:was|were|are|is|been) (?:also )?(?:seen|found|held|received|paid|kept|come across|identified|noticed|available)|exist(?:s|ed)?|on (?:the same|this) (?:subject|matter|file)|the (?:other|remaining|rest)|others?|similar|related|same (?:subject|matter|event|topic)|the \d+|\d+ (?:\w+ ){0,3}(?:e-?mails?|letters?|calls?|messages|documents|files|reports|records|notes)|statements?|photographs?|messages?|notes?|texts?|e-?mails?|logs?|minutes|attachments?|drafts?|calls?|videos?|recordings?|invoices?|letters?)\b",
    "we ", "seen", "found", "held", "received", "paid", "kept", "come across", "identified", "noticed", "available", "exist", "same", "this ", "the ", "other", "similar", "related", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "statement", "photo", "message", "note", "text", "mail", "log", "minutes", "attachment", "draft", "call", "video", "recording", "invoice", "letter",
)  # fmt: skip
# Not a narrow reading of the request: the law's own scope, the applicant's wish, or a wide reading.
_NO_FAULT = Phrase(
    r"\b(?:you (?:have |had |were |then |since )?(?:agreed|confirmed|clarified|told|replied|refined|narrowed|firm|clear|happy|content|wanted|accepted|suggested|wished)|you (?:said|asked|wrote) (?:that )?(?:you|we|it|only|us)|as agreed|and nothing else|only that|at your (?:\w+ )?(?:request|suggestion|wish)|your (?:clarification|reply|confirmation)|as examples|besides|as well as|together with|exempt\w*|section \d+|regulation \d+|the act\b|the regulations|public interest|personal data|prejudice\w*|withh\w+|redact\w*|limit of|cost|vexatious|review|commissioner|complain to|let us know|tell us|if (?:this|that|we|you)|clarify|not held|(?:not|n't) hold|would (?:not )?be|may (?:not )?be|hours?|environmental information|in the public domain|published)\b",
    "you ", "agreed", "nothing else", "only that", "at your", "your ", "as examples", "besides", "as well", "together", "exempt", "section", "regulation", "the act", "public", "personal", "prejudice", "withh", "redact", "limit", "cost", "vexatious", "review", "commissioner", "complain", "let us", "tell us", "if ", "clarify", "held", "hold", "would", "may ", "hour", "environmental",
)  # fmt: skip


_ANSWERS = (
    Outcome.OTHER,
    Outcome.FULL,
    Outcome.PARTIAL,
    Outcome.NOT_HELD,
    Outcome.ALREADY_ACCESSIBLE,
)


def _put_outside(letter: Letter, *, beside: bool, within: Span | None = None) -> Span | None:
    """A sentence that puts what is there outside the request by how the request is read.

    ``beside``: the reading may also be told in the sentence next to it.
    """
    if letter.outcome not in _ANSWERS:
        return None
    place = within or Span(0, len(letter.own))
    for span in _LEFT_ASIDE.among(letter.own, *place):
        line = line_at(letter.own, span.start)
        near = around(letter.own, span, 2) if beside else line
        if (
            _BY_READING.found(letter.own, *near)
            and (_THERE.found(letter.own, *line) or _BY_READING.found(letter.own, *line))
            and not _NO_FAULT.found(letter.own, *line)
            and not _LAW_ITSELF.found(letter.own, *line)
        ):
            return span
    return None


_CHECK = "Check that the request is not read more narrowly than its words."


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The letter says how it has read the request, and leaves things out for that."""
    put = _put_outside(letter, beside=True)
    if put is not None:
        yield RULE.hint(letter, put, _CHECK)
        return
    for span in _TAKEN_AS.among(letter.own):
        if not _LAW_ITSELF.found(letter.own, *line_at(letter.own, span.start)):
            if _EXAMPLES.found(asked_words(letter, case)):
                yield RULE.hint(letter, span, _CHECK)
            return
