"""What a letter shows, each thing with the words that show it."""

from answerable.letters.phrases import Phrase
from answerable.model import Span

_NCND = Phrase(
    r"neither confirm(?:s|ed|ing)? (?:n?or|and) den(?:y|ies|ied|ying)|neither (?:to )?confirm(?:s)?,? nor (?:to )?den|(?:can(?:not| ?not)?|do(?:es)? not|will not|unable to|declines? to|refus\w+ to|not (?:obliged|required|able|prepared|going) to|not) (?:either )?confirm,? (?:or|nor|and does not|and do not|and will not|and cannot) den"
    r"|n(?:either|ot) (?:admit|say|state)\w* (?:nor|or) den|no (?:confirmation or denial|duty to confirm or deny)|(?:duty|obligation) to (?:confirm or deny|say whether).{0,80}(?:does not (?:arise|apply)|is (?:excluded|disapplied|removed))|(?:declin|refus)\w* to (?:say|state|confirm) (?:whether|if|either way)|(?:will|can|do|does|could|would) not (?:say|state|confirm) (?:whether|if) .{0,30}(?:held|hold)|\bncnd\b"
    r"|(?:section |s\.? ?)1\(1\)\(a\).{0,60}(?:does not apply|disapplied|do not apply)|to confirm or deny (?:would|whether)",
    "confirm", "deny", "denial", "admit", "whether", "ncnd", "1(1)(a)",
)  # fmt: skip
_HELD = Phrase(
    r"(?<!whether )(?<!if )(?:\b(?:hold|holds) (?:all |some |most |much |the |this |these |that |it\b|both|information|copies|records|a |an |within|relevant|recorded|what|details|data|[0-9]|material|documents?|such|part)|(?:is|are|being|was|were) (?:all )?(?:in fact )?held\b|^held[.:]|do hold|does hold|(?:yes|information)[,:]? held\b|have in our possession|we have (?:located|found|identified) .{0,40}(?:information|records?|documents?|material|emails?)|information (?:is )?held|holding (?:all|some))",
    "hold", "held", "possession", "located", "found", "identified",
)  # fmt: skip
_HELD_DENIED = Phrase(
    r"(?:whether|if|not|n't|neither|nor|confirm or deny|den(?:y|ies|ying) that|confirming or denying|were it|any|would be|were|might be|may be|is or is not|does or does not|no(?: such)?)\b.{0,50}?(?:hold|held)",
    "hold", "held",
)  # fmt: skip
_NOT_HELD = Phrase(
    r"(?:(?:do|does|did) not (?:currently |actually |now |itself )?(?:hold|have|possess|record|collect|keep|retain)\b|(?:is|are|was|were) not (?:currently )?(?:held|recorded|collected|kept)|not held\b|no (?:recorded )?(?:information|records?|data|documents?|such (?:information|record)) (?:is|are|was|were)? ?(?:held|found|exists?|kept|located)|hold(?:s)? no\b|holds? none|information not held|there (?:is|are) no (?:recorded )?(?:information|records?|such))",
    "hold", "held", "have", "possess", "record", "collect", "keep", "retain", "found", "exist", "kept", "no ",
)  # fmt: skip
_SUPPLIED = Phrase(
    r"(?:(?:is|are|please find|i|we|and|copy|copies|have|find|been|which are)[ ]?(?:also |now |therefore |herewith )?(?:attached|enclosed?|enclosing|attach)\b|^enclosed\b|in the (?:attached|enclosed)\b|attached (?:pdf|spreadsheet|file|document|table|at|as|to)|(?:is|are) (?:set out|given|shown|provided|as follows|listed|below|supplied|released|disclosed|answered)|(?:we|i|council|trust|department|board|university|authority) (?:can |are able to |am able to |is able to |have |has |will )?(?:now )?(?:provide|supply|release|releasing|disclose|disclosing|providing|disclosed|released|supplied|provided|give)\b(?! (?:no|further|any|you with any|an? (?:fresh|new|response|answer|reply)))|information (?:provided|supplied|released|given|disclosed) (?:is|in|below|with|here)|table (?:gives|shows|below|above)|(?:is|are) in the (?:enclosed|attached|table|annex)|the (?:answer|figure|number|total|cost|amount)s? (?:is|was|are|were)\b|answered in full|disclosed in full|(?:may|can) re-?use this|sent with this|below (?:is|are)\b|here (?:is|are) (?:the|what|our|your)|at annex)",
    "attach", "enclos", "set out", "given", "shown", "provided", "follows", "listed", "below", "supplied", "supply", "releas", "disclos", "provide", "give", "table", "answer", "figure", "number", "total", "cost", "amount", "re-use", "reuse", "sent with", "here ", "annex", "in the ",
)  # fmt: skip
_WITHHELD = Phrase(
    r"(?:withh(?:e|o)ld(?:ing|s)?\b|(?:is|are|be|being|it|which is|therefore) (?:also |therefore |all |considered |being )?exempt\b|refus(?:e|es|ed|ing)\b|will not be (?:disclos|releas|provid|suppl)|not be (?:disclos|releas)\w*|(?:unable|not able|cannot|can not|not going|not prepared|not in a position) (?:to )?(?:share|provide|disclose|release|supply|give)|redact|removed (?:from|under)|have been removed|taken out|blanked|suppress|(?:exemption|exception)s?.{0,60}(?:appl|engaged)|falls within (?:the )?(?:section|exemption|exception)|not (?:disclos|releas|suppl|shar)ing|applies the exemption|declin)",
    "withh", "exempt", "refus", "disclos", "releas", "share", "provide", "redact", "removed", "taken out", "blanked", "suppress", "exception", "falls within", "declin", "provid", "suppl",
)  # fmt: skip
_CAVEAT = Phrase(
    r"(?:(?:should|must|can|may|is|are|ought|does|do|could|need) not (?:to )?(?:be (?:taken|read|seen|understood|construed|interpreted|regarded|treated)|infer|assume|draw|conclude|read|imply|suggest|indicate|mean|take)|no (?:inference|conclusion|indication|implication|assumption|significance)|nothing (?:in this|should|can|is to be|here|said)|not to be (?:taken|read|understood|construed)|neither implies|not (?:imply|indicate|an indication|be taken|evidence)|without (?:implying|indicating|prejudice to whether)|same (?:answer|reply|response|words) .{0,60}whether|whether or not .{0,60}(?:would|same))",
    "infer", "taken", "conclu", "indicat", "impl", "nothing", "draw", "assum", "construed", "understood", "read", "same ", "signific", "suggest", "interpreted", "evidence", "prejudice", "regarded", "treated", "mean",
)  # fmt: skip
_REUSE = Phrase(
    r"open government licen[cs]e|\bogl\b|re-?us(?:e|ed|ing)\b.{0,80}(?:licen[cs]e|information|free|permission|copyright|regulations)|(?:may|can|free to|permitted to) (?:be )?re-?use",
    "licen", "ogl", "re-use", "reuse", "re-us",
)  # fmt: skip
_NOTICE = Phrase(
    r"(?:refusal|exemption) notice|notice of refusal|notice under section|section 17\b|regulation 14\b|section 16\b|section 14 of the regulations|refusal under section",
    "notice", "section 1", "regulation 1", "refusal",
)  # fmt: skip


def ncnd(own: str) -> Span | None:
    """Says that it neither confirms nor denies."""
    return _NCND.search(own)


def held(own: str) -> Span | None:
    """Says, without a "whether" or a "not", that something is held."""
    for span in _HELD.among(own):
        start = own.rfind("\n", 0, span.start) + 1
        clause = max(
            start, own.rfind(";", start, span.start) + 1, own.rfind(", but ", start, span.start) + 1
        )
        if not _HELD_DENIED.found(own, max(clause, span.start - 60), span.end):
            return span
    return None


def not_held(own: str) -> Span | None:
    """Says that something is not held; "whether or not it is held" does not."""
    for span in _NOT_HELD.among(own):
        before = own[max(0, span.start - 70) : span.start].rsplit("\n", 1)[-1]
        if not any(
            word in before
            for word in (
                "whether",
                "neither",
                "if ",
                " or ",
                "indication",
                "infer",
                "conclu",
                "that any",
            )
        ):
            return span
    return None


def supplied(own: str) -> Span | None:
    """Supplies something, in words."""
    for span in _SUPPLIED.among(own):
        line = own[own.rfind("\n", 0, span.start) + 1 : span.end + 60].split("\n")[0]
        if not any(word in line for word in _NOT_SUPPLY):
            return span
    return None


_NOT_SUPPLY = (
    "not ", "reasons", "cannot", "unable", "would ", "could ", "considerations", "neither", "if we", "unless", "were to", "review", "exempt", "previously",
    "website", "accessible", "available", "decision", "before", "fee", "licence", "purposes of", "guidance", "reply", "commissioner", "clock", "days", "harm", "link ", "the law", "grounds", "the test", "our view", "arguments", "position",
)  # fmt: skip


def withheld(own: str) -> Span | None:
    """Keeps something back."""
    return _WITHHELD.search(own)


def caveat(own: str) -> Span | None:
    """Says that nothing is to be inferred about whether information is held."""
    for span in _CAVEAT.among(own):
        start = own.rfind("\n", 0, span.start) + 1
        end = own.find("\n", span.end)
        words = own[start : len(own) if end < 0 else end]
        if any(
            word in words
            for word in ("held", "hold", "exist", "confirm", "infer", "indicat", "drawn")
        ):
            return span
    return None


def reuse(own: str) -> Span | None:
    """Licenses or speaks of re-use."""
    return _REUSE.search(own)


def refusal_notice(own: str) -> Span | None:
    """Calls itself a refusal notice, or names the section that governs one."""
    return _NOTICE.search(own)
