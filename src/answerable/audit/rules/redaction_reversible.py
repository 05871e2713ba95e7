"""Something withheld was only covered or hidden, so that it can be uncovered.

UK GDPR Art 5(1)(f) and 32; the regulator's advisory note of September 2023 on spreadsheets. The
letter can show it only when it says how the withholding was done; the files are checked apart.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import around, line_at
from answerable.audit.wordings.once import once
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Source, Span

RULE = Rule(
    code="RV103",
    slug="redaction-reversible",
    interprets=True,
    cites=(
        Source("UK GDPR Article 5(1)(f)", "https://www.legislation.gov.uk/eur/2016/679/article/5"),
        Source("UK GDPR Article 32", "https://www.legislation.gov.uk/eur/2016/679/article/32"),
    ),
    why=(
        "A hidden column, a filtered row or a black shape over words takes nothing away: anyone "
        "can bring it back. The worst disclosures of recent years happened in this way."
    ),
    fix=(
        "Take the data out before sending: export the released cells to a new CSV file, or "
        "remove the text and flatten the page, and check the finished file."
    ),
)

_HIDDEN = Phrase(
    r"\b(?:columns?|rows?|sheets?|worksheets?|tabs?|cells?|lines?|layers?|comments?|fields?)\b.{0,60}\b(?:(?:is|are|was|were|been|be) "
    r"(?:\w+ )?hidden|hidden\b|(?:been |are |is )?filtered out|collapsed|grouped and)"
    r"|\b(?:hid|hidden|hide|hiding|filtered out) (?:the |those |these |all |some |any |such )?(?:\w+ ){0,2}(?:columns?|rows?|sheets?|"
    r"worksheets?|tabs?|cells?|names|details|data|entries)"
    r"|\b(?:black(?:ed)?|white|dark|grey|solid|coloured|opaque) (?:shapes?|box(?:es)?|blocks?|rectangles?|bars?|squares?|strips?|lines?|highlight"
    r"\w*)\b.{0,40}\b(?:over|on top|placed|drawn|cover|put|across)"
    r"|\b(?:cover|mask|obscur|conceal|hidden|overlaid|hid|redact|blank|black)\w*\b.{0,30}\b(?:with|by|behind|under|beneath|using|in) (?:a |"
    r"some |the )?(?:black |white |dark |grey |solid |coloured |opaque )?(?:shapes?|box(?:es)?|rectangles?|bars\b|squares?|highlight"
    r"\w*|text box\w*|drawing|image|marker|comment\w*)"
    r"|\b(?:columns?|rows?|cells?|figures?|text|words|names|prices) (?:\w+ ){0,5}(?:has|have|is|are|was|were|been) (?:\w+ )?(?:been )?(?:coloured|shaded|filled|highlighted|turned) (?:in )?(?:black|white|grey)\b|\b(?:beneath|behind|under|underneath) (?:the|these|those) (?:black |dark |white |grey )?(?:boxes|bars|shapes|rectangles|squares|marks|blocks)\b|\b(?:draw(?:n|ing)|plac(?:ed|ing)|put|lai?d) (?:\w+ ){0,3}(?:shapes?|box(?:es)?|rectangles?|bars|squares?) (?:over|on|across)"
    r"|\b(?:chang|turn|set|made|mak)\w* (?:the )?(?:font |text )?colour\b.{0,40}\bwhite\b"
    r"|\b(?:font|text|words|writing|names|colour)\b.{0,40}\b(?:changed to|turned|made|set to|in|coloured) white\b"
    r"|\b(?:highlight\w*|shad(?:ed|ing)|filled)\b.{0,30}\b(?:black|dark|white)\b"
    r"|\b(?:shading|highlighting|colour|fill|box(?:es)?|shapes?|formatting)\b.{0,60}\b(?:turned|switched|taken|lifted) off\b"
    r"|\bun-?hid(?:e|ing)\b"
    r"|\btrack(?:ed)? changes?\b|\bpassword[- ]protect\w*\b.{0,40}\b(?:sheet|tab|column|row|cell)|\bprotected (?:sheet|tab|column|cell)"
    r"|\bpivot (?:table|cache)\b.{0,60}\b(?:underlying|source|detail|double)",
    "hid", "filtered", "collapsed", "grouped", "shape", "box", "block", "rectangle", "bars", "square", "strip", "highlight", "white",
    "colour", "track", "password", "protected", "pivot", "shad", "fill", "formatting", "marker", "image", "drawing", "comment",
)  # fmt: skip
_SAFE = Phrase(
    r"\b(?:not (?:by |been |merely |just |simply )?(?:cover|hid|hidden|mask|overlaid|plac|draw)|no (?:(?:[\w-]+,? ){1,3}(?:or|and|nor) )?(?:hidden|tracked|filtered)|nothing (?:is |has been |was )?hidden|(?:neither|nor|without|not|never) (?:any |an? )?(?:hidden|tracked)|"
    r"remov(?:ed|ing) (?:the|all|any) (?:text|data|hidden|tracked|underlying|content)|rather than|instead of|without hidden|(?:checked|"
    r"tested|searched|examined|looked) (?:\w+ ){0,4}(?:for|that)\b|(?:found|find) none|none (?:was|were) found|flatten|free (?:of|from)|does not contain|contains no|burn(?:ed|t)|cannot be (?:un|recover|"
    r"revers|remov)|(?:come|comes|came) back (?:\w+ )?(?:as none|empty|clean|clear)|as none|removes? the words|authors? (?:\w+ )?made|you asked for (?:those|them)|permanently|irreversibl|deleted from|print(?:ed)? and scan|paper cop|hard cop|marker pen|"
    r"could be (?:found|worked)|if .{0,40}\b(?:were|was|had)\b.{0,20}\b(?:hid|cover))",
    "no", "remov", "rather", "instead", "without", "checked", "none", "looked", "tested", "searched", "examined", "flatten", "free", "contain", "burn", "none", "author", "you asked", "back ", "permanent", "irrevers", "deleted", "print", "paper", "hard cop", "marker", "if ", "could be",
)  # fmt: skip


# "We did not send you the workbook with columns hidden".
_DENIED = compiled(
    r"(?:\bnot|n't|\bnever) (?:sen[dt]|giv\w+|us\w+|suppl\w+|provid\w+|releas\w+|issu\w+)\b[^.;]{0,80}$"
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the letter says that it withheld by hiding, covering or filtering."""
    if letter.shows.supplied is None and letter.shows.withheld is None and not letter.attachments:
        return
    for span in _HIDDEN.among(letter.own):
        line = line_at(letter.own, span.start)
        if _SAFE.found(letter.own, *line) or _DENIED.search(letter.own, line.start, span.start):
            continue
        yield RULE.finding(
            letter,
            span,
            f"The letter says that something was hidden or covered (“{letter.excerpt(span, 80)}”) and "
            "not taken out; it can be brought back, which UK GDPR Article 5(1)(f) is against.",
            certainty=Certainty.SURE
            if _is_plain(letter.own[span.start : span.end])
            else Certainty.LIKELY,
        )
        return
    loose = _can_be_uncovered(letter)
    if loose is not None:
        yield RULE.hint(letter, loose, _CHECK)


def _is_plain(words: str) -> bool:
    """Hidden rows and columns, or shapes over words; not a mention of tracked changes or of boxes."""
    return any(
        word in words
        for word in ("hidden", "shape", "rectangle", "filtered", "white", "hid ", "off")
    )


# Words of covering beside the words of a file, in whatever order.
_COVERS = Phrase(
    r"\b(?:black|cover|hid|mask|shad|colour|filter|obscur|conceal)\w*\b.{0,80}\b(?:files?|sheets?|workbook|columns?|rows?|pdf|pages?|copy|cop(?:y|ies)|attach\w*|spreadsheet|boxes|words)\b|\b(?:files?|sheets?|workbook|columns?|rows?|pdf|pages?|spreadsheet)\b.{0,80}\b(?:black|cover|hid|mask|shad|colour|filter|obscur|conceal)\w*",
    "black", "cover", "hid", "mask", "shad", "colour", "filter", "obscur", "conceal",
)  # fmt: skip


# What the officer says can be done to see it, or asks the applicant not to do.
_UNCOVERED = Phrase(
    r"\b(?:can|could|may|might|able|possible|by|will|would|if you|when|once|simply|easily|just)\b.{0,50}\b(?:move[ds]?|moving|lift(?:ed|ing)?|drag(?:ged|ging)?|peel(?:ed|ing)?|undo(?:ne|ing)?|un-?hid(?:e|den|ing)|un-?mask\w*|un-?group\w*|un-?filter\w*|un-?lock\w*|reveal(?:ed|ing|s)?|restor(?:e|ed|ing)|recover(?:ed|ing)?|revers(?:e|ed|ing)|retriev\w+ (?:it|them)|reject(?:ed|ing)?|expand(?:ed|ing)?|drill(?:ed|ing)?|double[- ]click\w*|right[- ]click\w*|click(?:ed|ing)? (?:on|the)|hover\w*|scroll(?:ed|ing)?|copy and past\w+|copied (?:out|into|and)|highlight(?:ed|ing)? (?:it|them|the)|select(?:ed|ing)? (?:the|it|them)|made out|make out|read (?:through|beneath|underneath|under)|seen (?:through|beneath|underneath|under|against|if|when|by)|see (?:through|beneath|underneath|under)|visible|show(?:s|n)? (?:up|through|beneath)|legible|decipher\w*|held (?:up|to|against)|zoom\w*|chang\w+ the (?:font|colour|contrast|brightness)|turn\w* (?:\w+ )?off|switch\w* (?:\w+ )?off|clear(?:ed|ing)? the filter|bring up|bring (?:it|them) (?:up|back))\b"
    r"|\b(?:still|remains?|partly|faintly|just|clearly) (?:be )?(?:\w+ )?(?:visible|legible|readable|read|made out|there|present|in the file|underneath|beneath|behind|seen|stored|embedded|recoverable)\b"
    r"|\b(?:please|kindly|ask(?:ed)? (?:that )?you|trust(?:ing)? (?:that )?you|rely(?:ing)? (?:up)?on you|count(?:ing)? on you|you (?:should|must|are asked|are requested|are trusted|will)|would ask|request that you|honour|grateful if you would|good enough|undertake)\b.{0,40}\b(?:not|n't|refrain|avoid|ignore|resist|disregard|leave)\b.{0,50}\b(?:un-?\w+|reject|accept|open|look|click|move|remove|expand|select|read|scroll|change|alter|edit|touch|view|use|go|turn|switch|lift|peel|rub|do so|do this|do that|tab|sheet|column|row|layer|hidden|covered|behind|beneath|underneath|second|other)\b",
    "can", "could", "may", "might", "able", "possible", "by ", "will", "would", "if you", "when", "once", "simpl", "easily", "just", "still", "remain", "partly", "faintly", "clearly", "please", "kindly", "ask", "trust", "rely", "count", "you ", "honour", "undertake", "good enough",
)  # fmt: skip
# A cover that can be taken off, or data behind a table: in a letter that says what it sends.
_LOOSE_COVER = Phrase(
    r"\b(?:hidden|hid|hide|hiding|tucked away|out of (?:sight|view)|collapsed|grouped|minimi[sz]ed|shrunk|narrowed to nothing|zero width|width (?:of|to) (?:zero|nil|0)|very small|tiny|filtered|print area|cropped)\b|\b(?:switched|turned|toggled) off\b|\blayers? (?:panel|menu|list)\b|\bin white\b|\bwhite (?:text|font|letter\w*|ink)\b|\b(?:same colour|background colour|colour of the (?:page|background|cell|paper))\b|\btrack(?:ed)?[- ]changes?\b|\bstrike-?through\b|\bstruck through\b|\bcomment(?:s)? (?:boxes|bubbles|balloons)\b|\bpivot\w*|\bdrill\w*|\bslicer|\bdrop-?down|\blinked (?:table|sheet|workbook|data)|\bdraws (?:on|from)\b.{0,40}\b(?:tab|sheet|table|workbook)|\bsecond (?:tab|sheet)\b|\bpassword\b|\block(?:ed)? (?:the )?(?:cells|sheet|tab|columns?|file)"
    r"|\b(?:marker|highlighter|felt[- ]?tip|crayon|pencil|biro|tippex|tipp-ex|correction (?:fluid|tape)|sticky|post-it|adhesive|masking tape|sticker|strips? of|paper strips?|translucent|see-through)\b|\b(?:transparent|thin|pale|faint|light|black|coloured|grey) (?:\w+ )?(?:pen|marker|highlighter|paper|tape|film|strips?|bars?|box(?:es)?|shapes?|lines?|ink|wash)\b"
    r"|\b(?:rectangles?|box(?:es)?|shapes?|bars|blocks|squares|images?|drawings?|layers?|annotations?|stamps?|text box\w*|clip ?art|emoji\w*|stickers?)\b.{0,60}\b(?:over|top|cover\w*|plac\w+|drawn|laid|movable|layer\w*|annotat\w*|insert\w*|add(?:ed|ing))\b|\b(?:blur|pixelat|smudg|fog|fad|grey|gray|dimm)\w*\b|\b(?:cover|conceal|obscur|mask|hid|overla(?:id|y)|black|whit)\w* (?:\w+ ){0,5}(?:with|by|using|under|behind|in) (?:\w+ ){0,2}(?:rectangles?|box(?:es)?|shapes?|bars|blocks|squares|images?|pictures?|text|pen|marker|tape|layers?|paint|colour|highlight\w*)",
    "toggled off", "layer", "hid", "tucked", "collapsed", "grouped", "minimi", "shrunk", "narrowed", "filtered", "print area", "cropped", "white", "track", "strike", "struck", "pivot", "slicer", "linked", "draws", "password", "marker", "highlighter", "crayon", "pencil", "biro", "correction", "sticky", "post-it", "adhesive", "tape", "sticker", "strip", "translucent", "transparent", "see-through", "pale", "faint", "rectangle", "box", "bars", "block", "square", "image", "drawing", "layer", "annotation", "emoji", "blur", "pixel", "smudg", "grey", "gray", "dimm", "conceal", "obscur", "mask", "overla", "turned off", "switched off", "light ", "lightly", "tiny ", "tiny.", "tiny,", "cover", "felt", "tippex", "tipp-ex", " ink", " inks", "very small", "second tab", "second sheet", " thin ", "clipart", "clip art", "dropdown", "drop-down", "drop down", "lock the", "lock cells", "lock sheet", "lock tab", "lock col", "lock file", "locked", "drill", "colour", "black", "comment", "out of sight", "out of view", " fad", " fog", "zero width", "width of", "width to", "shape", "stamp", "paper",
)  # fmt: skip
# What is left out, taken away, or tested is not merely covered.
_GONE = Phrase(
    r"\b(?:left out|taken out|removed|removes|cut out|not (?:\w+ )?(?:hidden|covered|possible|there|in the file|been)|no (?:\w+ )?(?:hidden|pivot|link|tracked|layer|comment|way)|none|nothing|no longer|cannot|couldn't|can't|couldn|could not|without|typed values|as (?:numbers|values|text) only|flatten\w*|approved tool|part of the (?:picture|image)|new (?:file|workbook|document|sheet)|inspector|the authors|originals?|never|checked|tested|tried)\b",
    "left out", "taken out", "removed", "removes", "cut out", "not ", "no ", "none", "nothing", "cannot", "could", "can't", "without", "typed", "only", "flatten", "tool", "picture", "image", "new ", "inspector", "author", "original", "never", "check", "test", "tried",
)  # fmt: skip
_OF_FILE = Phrase(
    r"\b(?:files?|sheets?|workbooks?|tabs?|columns?|rows?|cells|pdfs?|pages?|spreadsheets?|word|documents?|scans?|cop(?:y|ies)|table|totals?|names?|details|figures|e-?mails|letters|words|text|passages?|redact\w*|withh\w+|exempt|confidential|personal|maps?|plans?|drawings?|addresses|images?|photographs?|numbers?|attach\w*|enclos\w*)\b",
    "map", "plan", "drawing", "address", "image", "photograph", "number", "attach", "enclos", "file", "sheet", "workbook", "tab", "column", "row", "cells", "pdf", "page", "word", "document", "scan", "cop", "total", "name", "details", "figures", "mail", "letter", "text", "passage", "redact", "withh", "exempt", "confidential", "personal",
)  # fmt: skip


@once
def _loose_covers(letter: Letter) -> tuple[Span, ...]:
    return tuple(_LOOSE_COVER.among(letter.own))


@once
def _can_be_uncovered(letter: Letter) -> Span | None:
    """A sentence on a loose cover, or beside one, that says how it comes off or asks not to try."""
    for cover in _loose_covers(letter):
        near = around(letter.own, cover)
        span = _UNCOVERED.search(letter.own, *near)
        if span is None:
            continue
        line = line_at(letter.own, span.start)
        if (
            _OF_FILE.found(letter.own, *near)
            and not _GONE.found(letter.own, *line)
            and not _NOT_FILES.found(letter.own, *line)
        ):
            return span
    return None


def _loosely_covered(letter: Letter) -> Span | None:
    """A sentence that puts a loose cover on what a file holds."""
    for span in _loose_covers(letter):
        line = line_at(letter.own, span.start)
        if (
            _OF_FILE.found(letter.own, *line)
            and not _GONE.found(letter.own, *line)
            and not _NOT_FILES.found(letter.own, *line)
        ):
            return span
    return None


_NOT_FILES = Phrase(
    r"\b(?:review|commissioner|public interest|prejudice\w*|would be likely|p\.?o\.? box|licen[cs]e|complain\w*)\b",
    "review", "commissioner", "interest", "prejudice", "likely", "box", "licen", "complain",
)  # fmt: skip


_CHECK = "Check that what was covered was taken out, and cannot be brought back."


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The letter speaks of covering or hiding beside the words of a file."""
    loose = _can_be_uncovered(letter) or _loosely_covered(letter)
    if loose is not None:
        yield RULE.hint(letter, loose, _CHECK)
        return
    for span in _COVERS.among(letter.own):
        if not _SAFE.found(letter.own, *line_at(letter.own, span.start)):
            yield RULE.hint(letter, span, _CHECK)
            return
