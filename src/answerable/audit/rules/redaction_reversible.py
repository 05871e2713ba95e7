"""Something withheld was only covered or hidden, so that it can be uncovered.

UK GDPR Art 5(1)(f) and 32; the regulator's advisory note of September 2023 on spreadsheets. The
letter can show it only when it says how the withholding was done; the files are checked apart.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Source

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
    r"revers|remov)|permanently|irreversibl|deleted from|print(?:ed)? and scan|paper cop|hard cop|marker pen|"
    r"could be (?:found|worked)|if .{0,40}\b(?:were|was|had)\b.{0,20}\b(?:hid|cover))",
    "no", "remov", "rather", "instead", "without", "checked", "none", "looked", "tested", "searched", "examined", "flatten", "free", "contain", "burn", "permanent", "irrevers", "deleted", "print", "paper", "hard cop", "marker", "if ", "could be",
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


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The letter speaks of covering or hiding beside the words of a file."""
    for span in _COVERS.among(letter.own):
        if not _SAFE.found(letter.own, *line_at(letter.own, span.start)):
            yield RULE.hint(
                letter,
                span,
                "Check that what was covered was taken out, and cannot be brought back.",
            )
            return
