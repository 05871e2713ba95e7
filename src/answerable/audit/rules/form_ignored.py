"""The form in which the applicant asked to have the information was passed over without reason.

FOIA s.11(1), (3) and, for datasets, s.11(1A); FOISA s.11; EIR reg 6(1)-(2); EI(S)R reg 6.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.asked import asked_words
from answerable.audit.wordings.lines import around, line_at
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Regime, Severity, Span

RULE = Rule(
    code="SA105",
    slug="form-ignored",
    interprets=True,
    cites=(Cite(Regime.FOIA, "11", ("1",)), Cite(Regime.EIR, "6", ("1",))),
    why=(
        "Where the applicant says in which form they want the information (a spreadsheet rather "
        "than a PDF, say), the authority has to give effect to that so far as is reasonably "
        "practicable, and to say why if it is not."
    ),
    fix="Send it in the form asked for, or say why that is not reasonably practicable.",
)

#: Families of form. A request for one is met by any word of the same family.
_SHEET = (
    r"(?:excel\b|\.?xlsx?\b|\.?csv\b|\.?ods\b|spread ?-?sheet|machine[- ]readable|re-?usable (?:format|form)|open format"
    r"|comma[- ]separated|json\b)"
)
_WORD = r"(?:word (?:document|format|file|version)|\.?docx?\b|editable|ms word|microsoft word)"
_PAPER = r"(?:hard cop(?:y|ies)|paper cop(?:y|ies)|on paper|printed|photocop(?:y|ies)|by post|print-?outs?)"
_PDF = r"(?:\.?pdfs?\b|portable document|scan(?:s|ned)?\b|image (?:file|only)|as (?:an )?images?|picture|screen ?shots?)"
_LARGE = r"(?:large print|braille|audio|easy read|welsh)"
_ELECTRONIC = r"(?:electronic(?:ally)?|digital|by e-?mail)"
_WANTED = tuple(
    (
        Phrase(
            rf"(?:\b(?:in|as|an?|into|via|using|by|on)\b|\bformat:?|\bprefer\w*|[\"'(]).{{0,25}}{form}|\belectronically\b",
            *anchors,
        ),
        Phrase(form, *anchors),
    )
    for form, anchors in (
        (
            _SHEET,
            (
                "excel",
                "xls",
                "csv",
                "ods",
                "sheet",
                "machine",
                "usable",
                "open format",
                "comma",
                "json",
            ),
        ),
        (_WORD, ("word", "doc", "editable")),
        (_LARGE, ("large print", "braille", "audio", "easy read", "welsh")),
        (_PAPER, ("hard cop", "paper", "printed", "photocop", "by post", "print")),
        (_ELECTRONIC, ("electronic", "digital", "mail")),
    )
)
# Without one of these in what was asked there is nothing to ignore.
_ANY_FORM = (
    "excel", "xls", "csv", "spreadsheet", "spread-sheet", "spread sheet", "machine", "re-usable", "reusable", "open format",
    "json", "word doc", "word format", "word version", "word file", "doc", "editable", "large print", "braille", "easy read",
    "welsh", "hard cop", "paper cop", "on paper", "printed", "photocop", "by post", "electronic", "digital", "by email",
    "by e-mail", " ods", "audio", "microsoft word", "ms word", "comma",
)  # fmt: skip
_PREFERS = Phrase(
    r"\b(?:please|prefer|(?:would|'d) like|want|format|form\b|send|supply|provide|rather than|not (?:as )?(?:a )?pdf|ideally"
    r"|if possible|need|(?:ask(?:ed)?|request(?:ed)?) (?:for |that )?(?:it|them|this|these|both|the|all|a|an|in|as|to)\b)"
    r"|\blet (?:me|you|us) have|\ban? (?:csv|\.csv|excel|xlsx?|json|ods|editable|machine[- ]readable) (?:file|spread ?sheet|version|copy|document|workbook)\b(?! (?:called|named|entitled|held|kept|which you|that you))|\b(?:as|in) an? (?:\.?csv|excel|word|spreadsheet|electronic|machine|digital|paper|pdf)|\b(?:in|as) (?:\.?csv|excel|xlsx?)\b",
    "in excel", "in csv", "in .csv", "in xls", "in word", "as excel", "as csv", "as .csv", "as xls", "as word", "a csv", "a .csv", "an excel", "a xls", "an xls", "a json", "an ods", "an editable", "a machine", "please", "prefer", "let ", "as a", "in a", "like", "want", "form", "send", "supply", "provide", "rather", "not", "ideally", "possible", "need", "ask", "request",
)  # fmt: skip
_SUBJECT = Phrase(
    r"\b(?:how (?:many|much|often)|train(?:ed|ing)|licen[cs]es?|do you use|are you using|software|cost of|spent on|bought|buy)\b",
    "how", "train", "licen", "you", "software", "cost", "spent", "bought", "buy",
)  # fmt: skip
_SENT = Phrase(
    rf"\b(?:attach|enclos|suppl|provid|sent|send|includ|annex|below|copy of|copies of|available|releas|disclos|download|"
    rf"contain|set out|(?:is|are) in)\w*\b.{{0,80}}(?:{_PDF}|{_PAPER})"
    r"|\b(?:we|i|it|them|this) (?:have |has |had |was |were |been ){0,2}(?:printed|scanned|photocopied)\b|\b(?:printed|scanned|converted|exported|saved|turned|made) (?:it |them |this |both |all )?(?:in)?to (?:an? )?(?:pdf|image|picture|paper)"
    rf"|(?:{_PDF}|{_PAPER}).{{0,60}}\b(?:attach|enclos|suppl|provid|sent|below|releas|disclos|here)",
    "pdf", "portable document", "scan", "image", "picture", "screen", "hard cop", "paper", "photocop", "by post", "print",
)  # fmt: skip
# A spreadsheet was asked for: "attached as a Word file", "we have not provided an Excel file".
_DENIED = Phrase(
    rf"\b(?:have|has|are|is|do|does|will|did) not (?:been )?(?:provid|suppl|sen[dt]|giv|us)\w* (?:it |them |this |these |you )?(?:as |in |with )?(?:an? )?{_SHEET}",
    "excel", "xls", "csv", "ods", "sheet", "machine", "usable", "open format", "comma", "json",
    needs=(" not ",),
)  # fmt: skip
_OTHERWISE = Phrase(
    rf"\b(?:attach|enclos|suppl|provid|sent|send)\w*\b.{{0,60}}\b(?:as|in) an? {_WORD}|{_DENIED.pattern.pattern}"
    r"|\bsend (?:\w+ ){0,2}in the body of (?:the|this|our|a|an) (?:letter|e-?mail)",
    "word doc", "word format", "word file", "word version", "docx", ".doc", " doc ", "editable", "ms word", "microsoft word", "excel", "xls", "csv", ".ods", " ods ", "sheet", "machine", "usable", "open format", "comma", "json", "in the body",
)  # fmt: skip
_SPEAKS_OF_FORM = Phrase(
    rf"{_SHEET}|{_WORD}|{_ELECTRONIC}|\b(?:format|form|pdf|version)\b",
    "excel", "xls", "csv", "ods", "sheet", "machine", "usable", "format", "comma", "json", "word", "doc", "edit",
    "electronic", "digital", "mail", "form", "pdf", "version",
)  # fmt: skip
_REASON = Phrase(
    r"\b(?:practicab|because|cannot|can not|unable|not (?:possible|able|hold|held|kept|available)|do not "
    r"have|only (?:held|exists?|available|hold|kept)|since\b|section 11|regulation 6|as (?:it|they|the|we|this) (?:is|are|was|"
    r"were|do|does|can|have|has|hold|record)|no electronic|never been|safe|secur|owing|due to|so that|would (?:require|mean|"
    r"need|take|reveal)|converted?|if you (?:would )?(?:prefer|need|still)|in order to|hidden)",
    "practicab", "because", "unable", "only", "section", "regulation", "as", "no", "never", "safe", "secur", "due", "so", "would", "convert", "if", "in",
)  # fmt: skip


# "… as a PDF because that is how we send all our answers": a custom, and no reason for this one.
_CUSTOM = Phrase(
    r"\bdo(?:es)? not (?:send|supply|provide|issue|release) (?:\w+ ){0,2}in (?:any )?other (?:forms?|formats?)|\b(?:how|the (?:form|format|way)(?: in which)?) (?:we|it|the \w+) (?:always |usually |normally )?(?:issues?|sends?|releases?|publish\w*|answers?|supplies|supply|provides?)|\b(?:our|its|the \w+'s) (?:usual|normal|standard|general) (?:practice|format|form|policy)|\bas standard\b|\b(?:as|because|since) (?:that|this) is (?:what|how) (?:we|the \w+) (?:always|usually|normally)\b|\b(?:policy|practice) (?:is )?to (?:issue|send|release|publish|provide|supply)",
    "other form", "as standard", "how ", "the form", "the way", "usual", "normal", "standard", "general", "policy", "practice",
)  # fmt: skip


_NOTHING_SENT = (
    Outcome.COST_LIMIT,
    Outcome.NCND,
    Outcome.NOT_HELD,
    Outcome.VEXATIOUS,
    Outcome.REPEATED,
    Outcome.EXTENSION,
    Outcome.CLARIFICATION,
    Outcome.FEES_NOTICE,
    Outcome.TRANSFER,
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when another form is sent than the one asked for and no reason is given near it."""
    if letter.outcome in _NOTHING_SENT:
        return
    pictured = _SENT.search(letter.own)
    sent = pictured or _OTHERWISE.search(letter.own)
    if sent is None:
        return
    asked = asked_words(letter, case)
    if not holds(asked, _ANY_FORM):
        return
    line, near = line_at(letter.own, sent.start), around(letter.own, sent)
    for wanted, form in _WANTED:
        hit = _wanted(asked, wanted, form)
        if hit is None or (pictured is None and form is not _WANTED[0][1]):
            continue
        if not _CUSTOM.found(letter.own, *near) and (
            (form.found(letter.own, *line) and not _DENIED.found(letter.own, *line))
            or _supplied_in(letter, form)
        ):
            return
        if _reason(letter.own, line, near):
            return
        duty = RULE.cites[1] if letter.regime in ("EIR", "EISR") else RULE.cites[0]
        yield RULE.finding(
            letter,
            sent,
            f"The request asks for “{asked[hit.start : hit.end].strip()}” and another form is "
            f"sent with no reason, which {duty} asks for.",
            certainty=Certainty.SURE,
            severity=Severity.HIGH,
            cites=(duty,),
        )
        return


def _reason(own: str, line: Span, near: Span) -> bool:
    """A reason in the sentence that sends it, or in one beside it that speaks of the form."""
    if _CUSTOM.found(own, *near):
        return False
    if _REASON.found(own, *line):
        return True
    return any(
        _REASON.found(own, *beside)
        and not own[beside.start : beside.end].lstrip().startswith("you ")
        for beside in (line_at(own, s.start) for s in _SPEAKS_OF_FORM.among(own, *near))
    )


def _wanted(asked: str, wanted: Phrase, form: Phrase) -> Span | None:
    """The form asked for, in a passage that states a preference."""
    for span in wanted.among(asked):
        line = line_at(asked, span.start)
        words = asked[line.start : span.end]
        if words.rstrip().endswith(("not in excel", "not excel")) or _SUBJECT.found(words):
            continue
        named = form.search(asked, span.start, span.end)
        if named is not None and _PREFERS.found(asked, *line):
            return named
    return None


_GIVING = ("attach", "enclos", "suppl", "provid", "sent", "link")
_WISHED = ("you asked for", "you asked us", "you requested", "you wanted", "you would have liked", "you would prefer", "you preferred")  # fmt: skip


def _supplied_in(letter: Letter, form: Phrase) -> bool:
    """Whether something is supplied in the form asked for, besides the other."""
    for span in form.among(letter.own):
        words = letter.own[line_at(letter.own, span.start).start : span.start]
        if holds(words, _GIVING) and not holds(words, _WISHED):
            return True
    return False


# Forms that may be asked for, each with the words by which an answer would show that it
# has it; and plain words one of which stands wherever the form is asked for, looked for first.
_FORMS = tuple(
    (words, compiled(wanted), compiled(given))
    for words, wanted, given in (
        (
            ("excel", "xls", "csv", "ods", "sheet", "machine", "usable", "open format", "comma", "json", "sort", "can be ", "open data", "tab-sep", "tab sep", "format "),
            rf"{_SHEET}|\bsort(?:ed|able|ing)?\b(?= (?:them|it|and|the|by))|\bcan be (?:sorted|filtered|analysed)|\bopen data\b|\btab[- ]separated|\bformat (?:that|which) can",
            rf"{_SHEET}|\.tsv\b|\bdata file\b",
        ),
        (
            ("summar", "digest", "outline", "synops", "précis", "precis", "short", "overview", "key points", "main points", "in brief", "in a few"),
            r"\b(?:summar(?:y|ies|is\w+)|digests?|outlines?|synops[ie]s|pr[eé]cis|short(?:er)? (?:version|account|note)|overview|key points|main points|in brief|in a few (?:words|lines|pages))\b",
            r"\b(?:summar|digest|outline|synops|pr[eé]cis|short(?:er)? (?:version|account|note)|overview|key points|main points|in brief)",
        ),
        (
            ("inspect", "view", "look at", "see ", "sight of", "original", "come in ", "come and ", "in person"),
            r"\b(?:to (?:inspect|view|look at|see (?:the |it )?(?:\w+ )?in person)|inspection of|sight of|(?:see|view|look at) (?:the )?originals?|come (?:in|and) (?:to |and )?(?:see|look|read|inspect|view)|in person)\b",
            r"\b(?:inspect|come|call|visit|appointment|laid out|reading room|view|in person|look at)\w*\b",
        ),
        (
            ("paper", "hard cop", "print", "photocop", "post", "mail", "computer", "internet", "broadband", "on line", "online", "electronic", "digital", "smartphone"),
            r"\b(?:on paper|paper cop(?:y|ies)|paper (?:form|version|prints?)|hard cop(?:y|ies)|printed (?:cop(?:y|ies)|version|form|out)|print-?outs?|photocop(?:y|ies)|by (?:second class |first class )?(?:post|mail)|in the post|posted|not (?:on ?line|by e-?mail|electronic\w*|digital\w*)|no (?:computer|internet|printer|e-?mail|broadband)|(?:not|n't) (?:have|use|own) (?:a |the )?(?:computer|internet|printer|e-?mail|smartphone))\b(?<!not on paper)",
            r"\b(?:on paper|paper cop|printed|print-?out|photocop|posted|by post|in the post|hard cop|envelope|overleaf|sheets?|with this letter)\w*",
        ),
        (
            ("electronic", "digital", "mail", "file", "pdf", "paper", "post", "printed", "disc", "disk", "cd", "usb", "memory stick", "download"),
            r"\b(?:electronic(?:ally)?|digital(?:ly)?|by e-?mail|e-?mailed|as (?:an? )?(?:file|files|pdf)|not (?:on paper|by post|in the post|printed|on disc)|on (?:a )?(?:disc|disk|cd|usb|memory stick)|download\w*)\b",
            r"\b(?:e-?mail|attach|electronic|digital|link|file|pdf|download|usb|disc|disk|memory stick|zip|https?)\w*",
        ),
        (
            ("large", "bigger", "point", *(f"{n}{pt}" for n in range(10) for pt in ("pt", " pt", "-pt")), "braille", "audio", "tape", "read out", "read aloud", "easy", "plain ", "screen", "accessible", "sign language", "bsl", "welsh", "gaelic", "scots", "polish", "urdu", "french", "translat", "subtitle", "dyslexi", "partially", "blind", "visually", "paper", "black and", "in colour", "spaced"),
            r"\b(?:large[- ]print|large(?:r)? (?:type|font|text)|bigger (?:type|font|print)|\d\d[- ]?(?:point|pt)\b|braille|audio|on tape|read (?:out|aloud)|easy[- ]read|plain (?:english|text)|screen[- ]?reader|accessible|sign language|bsl\b|(?:in|into) (?:welsh|gaelic|scots|polish|urdu|french)|translat\w+|subtitle\w*|dyslexi\w*|partially sighted|blind\b|visually|yellow paper|coloured paper|black and white|in colour|double[- ]spaced)\b",
            r"\b(?:large|bigger|point|braille|audio|tape|recording|easy|plain|screen|accessible|sign|bsl|welsh|gaelic|translat|subtitle|colou?r|spaced|format you)\w*",
        ),
        (("word", "doc", "editable", "edited"), rf"{_WORD}|\bcan be edited\b", rf"{_WORD}|\bword\b"),
        (
            ("one ", "single", "order", "broken down", "as a ", "tabular", "list form"),
            r"\b(?:one (?:single )?(?:file|document|table|list|row|line) (?:a|per|for|with)|(?:a|in) single (?:file|document|table|list)|in (?:date|alphabetical|chronological|number) order|broken down by|as a (?:table|list|map|chart|graph|photograph|drawing)|in (?:tabular|list) form)\b",
            r"\b(?:one|single|table|list|order|row|line|map|chart|graph|photograph|drawing|by)\b",
        ),
    )
)  # fmt: skip
# Why it could not be done: "there's no practicable way to turn 300 handwritten pages into CSV".
_NOT_DONE_FOR = Phrase(
    r"\b(?:practicab\w+|exists? only|only (?:exists?|held|kept|as|on|in)|cannot (?:be )?(?:convert|turn|produc|export|extract|suppl|provid|creat)\w*|could not (?:be )?(?:convert|turn|produc|export|extract|creat)\w*|no (?:\w+ )?way (?:to|of)|regard to (?:the )?cost|no (?:electronic|digital|such) (?:\w+ )?(?:version|copy|form|format)|section 11|regulation 6)\b",
    "practicab", "exist", "only", "cannot", "could not", "way ", "regard", "no ", "section 11", "regulation 6",
)  # fmt: skip
_GIVES_IT = Phrase(
    r"\b(?:attach|enclos|suppl|provid|sent|send|here (?:is|are)|annex|append|includ|releas|disclos|overleaf|below|come(?:s)? (?:to you|with)|went|deliver|post|e-?mail|set out|written for you|as you (?:want|ask|wish|prefer|request)|link|find|seen|inspect\w*|collect\w*|download|available|website|https)\w*",
    "attach", "enclos", "suppl", "provid", "sent", "send", "here ", "annex", "append", "includ", "releas", "disclos", "overleaf", "below", "come", "went", "deliver", "post", "mail", "set out", "written", "as you", "link", "find", "seen", "inspect", "collect", "download", "available", "website", "https",
)  # fmt: skip
_NOT_GIVEN = compiled(
    r"\b(?:not|n't|never|no longer|rather than|instead of|could (?:readily |easily )?have|might have|but it)\b"
)


def _passed_over(letter: Letter, case: Case) -> bool:
    """Whether a form is asked for, something is given, and no sentence gives it in that form."""
    if letter.outcome in (*_NOTHING_SENT, Outcome.REFUSED):
        return False
    asked = asked_words(letter, case)
    shown = [
        given
        for words, wanted, given in _FORMS
        if holds(asked, words) and wanted.search(asked) is not None
    ]
    if not shown or _NOT_DONE_FOR.found(letter.own):
        return False
    lines = [line_at(letter.own, span.start) for span in _GIVES_IT.among(letter.own)]
    words = [letter.own[line.start : line.end] for line in lines]
    plain = [each for each in words if not _RIGHTS.search(each)]
    return bool(plain) and any(
        not any(form.search(each) and not _NOT_GIVEN.search(each) for each in plain)
        for form in shown
    )


_RIGHTS = compiled(r"\b(?:review|commissioner|dissatisfied|unhappy|complain\w*)\b")


_CHECK = "Check that what is sent has the form that was asked for."


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A form is asked for, something is supplied, and not plainly in that form."""
    if _passed_over(letter, case):
        yield RULE.hint(letter, letter.shows.supplied or _GIVES_IT.search(letter.own), _CHECK)
        return
    asked = asked_words(letter, case) if letter.shows.supplied is not None else ""
    if not holds(asked, _ANY_FORM) or _NOT_DONE_FOR.found(letter.own):
        return
    for wanted, form in _WANTED:
        if _wanted(asked, wanted, form) is not None and not _spoken_of(letter, form):
            yield RULE.hint(letter, letter.shows.supplied, _CHECK)
            return


def _spoken_of(letter: Letter, form: Phrase) -> bool:
    """Whether a sentence that gives something names the form."""
    lines = (line_at(letter.own, span.start) for span in form.among(letter.own))
    return any(holds(letter.own[line.start : line.end], _GIVING) for line in lines)
