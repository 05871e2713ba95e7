"""What the well-known inspectors list, line by line, with a file that holds each and its check.

A line without a file of its own here has the firing file of its check.
"""

import pikepdf
from tests.gate.cases import File, books, documents, others
from tests.gate.cases.making import (
    BOOK,
    ROWS,
    SECRET,
    STYLES,
    WORD,
    cell,
    docx,
    office,
    paragraph,
    picture,
    pptx,
    row,
    run,
    shape,
    xlsx,
)

_D, _N, _A = pikepdf.Dictionary, pikepdf.Name, pikepdf.Array


def _word(name: str, kind: str, body: str | bytes) -> File:
    return (lambda: documents._more(name, kind, body), "letter.docx")


def _book(name: str, kind: str, body: str, **more: object) -> File:
    return (lambda: books._with(name, kind, body, **more), "answer.xlsx")


def _after(xml: str) -> File:
    return (lambda: xlsx(after=xml), "answer.xlsx")


def _margin(inner: str) -> File:
    body = f'<w:hdr xmlns:w="{WORD}" xmlns:v="urn:schemas-microsoft-com:vml">{inner}</w:hdr>'
    return _word("header1.xml", "header", body)


def _filled() -> bytes:
    styles = STYLES.format(code="0.0", size=11, ink="FF112233").replace(
        "<fill><patternFill/></fill>",
        '<fill><patternFill patternType="solid"><fgColor rgb="FF112233"/></patternFill></fill>',
    )
    return xlsx(
        ROWS + f'<row r="3">{cell("A3", SECRET, 1)}</row>',
        styles=styles.replace('fillId="0"/></cellXfs>', 'fillId="1"/></cellXfs>'),
    )


def _cropped_page() -> bytes:
    drawing = others.WORDS + others.WORDS.replace("20 100", "20 10")

    def change(made: pikepdf.Pdf) -> None:
        made.pages[0].CropBox = _A([0, 60, 300, 200])

    return others.pdf(drawing, change)


def _doing(action: pikepdf.Dictionary) -> File:
    return (lambda: others._note(Subtype=_N.Link, A=action), "letter.pdf")


def _indexed() -> bytes:
    def change(made: pikepdf.Pdf) -> None:
        index = made.make_stream(f"index of {SECRET}".encode())
        made.Root.PieceInfo = _D(SearchIndex=_D(Private=index))

    return others.pdf(change=change)


def _described() -> bytes:
    return others.pdf(change=lambda made: made.docinfo.__setitem__(_N.Author, SECRET))


_CONNECTED = (
    f'<connections xmlns="{BOOK}"><connection id="1" name="ThisWorkbookDataModel"/></connections>'
)
_CUBE = '<row r="1"><c r="A1" t="str"><f>CUBEMEMBER("ThisWorkbookDataModel","[Staff]")</f><v>Staff</v></c></row>'
_REMARK = f'<p:cmLst xmlns:p="urn:p"><p:cm authorId="0"><p:text>{SECRET}</p:text></p:cm></p:cmLst>'
_INK = '<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"/>'
_WEB = f"<we:webextension xmlns:we='urn:we'><we:property value='{SECRET}'/></we:webextension>"
_SHARED = (
    '<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties">'
    f"<who>{SECRET}</who></p:properties>"
)
_SHAPE = (
    '<xdr:wsDr xmlns:xdr="urn:xdr"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Box" hidden="1"/>'
    "</xdr:nvSpPr></xdr:sp></xdr:wsDr>"
)


def _sheet_part(name: str, kind: str, body: str) -> File:
    return (
        lambda: xlsx(
            parts={f"xl/{name}": body}, links={"xl/worksheets/sheet1.xml": [(kind, f"../{name}")]}
        ),
        "answer.xlsx",
    )


#: List, line, check, and a file of the line's own where the check's firing file is another thing.
LINES: list[tuple[str, str, str, File | None]] = [
    ("all", "embedded documents", "embedded_object", None),
    (
        "all",
        "OLE objects and packages",
        "embedded_object",
        _word("embeddings/oleObject1.bin", "oleObject", b"\1Ole10Native " + SECRET.encode()),
    ),
    ("all", "data models", "data_model", None),
    (
        "all",
        "content apps",
        "active_content",
        (
            lambda: pptx(
                parts={"ppt/webextensions/webextension1.xml": _WEB},
                links=(("webextension", "../webextensions/webextension1.xml"),),
            ),
            "talk.pptx",
        ),
    ),
    (
        "all",
        "task-pane apps",
        "active_content",
        _word("webextensions/taskpanes.xml", "webextensiontaskpanes", _WEB),
    ),
    ("all", "macros", "macro", None),
    (
        "all",
        "legacy macros",
        "macro",
        _book("macrosheets/sheet1.xml", "xlMacrosheet", f'<m xmlns="{BOOK}"><f>EXEC()</f></m>'),
    ),
    ("Excel", "pivot tables", "pivot_cache", None),
    ("Excel", "slicers", "slicer_cache", None),
    ("Excel", "pivot charts", "pivot_cache", None),
    (
        "Excel",
        "cube formulas",
        "data_connection",
        _book("connections.xml", "connections", _CONNECTED, rows=_CUBE),
    ),
    (
        "Excel",
        "timelines",
        "slicer_cache",
        _book(
            "timelineCaches/timelineCache1.xml",
            "timelineCache",
            f'<timelineCacheDefinition xmlns="{BOOK}" sourceName="Date of birth"/>',
        ),
    ),
    (
        "Excel",
        "custom XML",
        "custom_xml",
        (
            lambda: office(
                "xl/workbook.xml",
                {
                    "xl/workbook.xml": f'<workbook xmlns="{BOOK}"/>',
                    "customXml/item1.xml": f'<staff xmlns="urn:own">{SECRET}</staff>',
                },
                {"xl/workbook.xml": [("customXml", "../customXml/item1.xml")]},
            ),
            "answer.xlsx",
        ),
    ),
    ("Excel", "comments", "comment", None),
    (
        "Excel",
        "annotations",
        "comment",
        _sheet_part(
            "threadedComments/threadedComment1.xml",
            "threadedComment",
            f"<T xmlns='urn:t'><threadedComment ref='A1'><text>{SECRET}</text></threadedComment></T>",
        ),
    ),
    ("Excel", "properties and personal information", "metadata", None),
    ("Excel", "headers and footers", "header_footer", None),
    ("Excel", "hidden rows", "hidden_row", None),
    ("Excel", "hidden columns", "hidden_column", None),
    ("Excel", "hidden sheets", "hidden_sheet", None),
    ("Excel", "hidden names", "hidden_name", None),
    (
        "Excel",
        "invisible content",
        "invisible_shape",
        _sheet_part("drawings/drawing1.xml", "drawing", _SHAPE),
    ),
    ("Excel", "external links", "external_link", None),
    ("Excel", "data functions", "query_table", None),
    (
        "Excel",
        "surveys",
        "cannot_see_inside",
        _book("surveys/survey1.xml", "survey", f"<survey>{SECRET}</survey>"),
    ),
    (
        "Excel",
        "custom worksheet properties",
        "custom_property",
        _after('<customProperties><customPr name="Case worker"/></customProperties>'),
    ),
    (
        "PowerPoint",
        "comments",
        "comment",
        (
            lambda: pptx(
                parts={"ppt/comments/comment1.xml": _REMARK},
                links=(("comments", "../comments/comment1.xml"),),
            ),
            "talk.pptx",
        ),
    ),
    ("PowerPoint", "properties", "metadata", None),
    ("PowerPoint", "invisible on-slide content", "invisible_shape", None),
    ("PowerPoint", "off-slide content", "off_slide", None),
    ("PowerPoint", "notes", "speaker_notes", None),
    (
        "Word",
        "comments",
        "comment",
        _word(
            "comments.xml",
            "comments",
            f'<w:comments xmlns:w="{WORD}"><w:comment w:author="A">{run(SECRET)}</w:comment></w:comments>',
        ),
    ),
    ("Word", "revisions", "tracked_changes", None),
    ("Word", "versions", "old_version", None),
    ("Word", "annotations", "cannot_see_inside", _word("ink/ink1.xml", "customXml", _INK)),
    ("Word", "metadata", "metadata", None),
    ("Word", "SharePoint properties", "metadata", (lambda: documents._stored(_SHARED), "a.docx")),
    ("Word", "custom properties", "custom_property", None),
    ("Word", "custom XML", "custom_xml", None),
    ("Word", "headers", "header_footer", _margin(f"<w:p>{run('Draft of A. Clerk')}</w:p>")),
    (
        "Word",
        "footers",
        "header_footer",
        _word(
            "footer1.xml", "footer", f'<w:ftr xmlns:w="{WORD}"><w:p>{run("Draft")}</w:p></w:ftr>'
        ),
    ),
    (
        "Word",
        "watermarks",
        "header_footer",
        _margin(
            '<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT 3"/></v:shape></w:pict></w:r></w:p>'
        ),
    ),
    (
        "Word",
        "invisible content",
        "invisible_shape",
        (lambda: documents._picture('hidden="1"'), "letter.docx"),
    ),
    ("Word", "hidden text", "hidden_text", None),
    ("Acrobat", "metadata", "metadata", (_described, "letter.pdf")),
    ("Acrobat", "attachments", "pdf_attachment", None),
    ("Acrobat", "bookmarks", "bookmark", None),
    ("Acrobat", "comments", "pdf_annotation", None),
    (
        "Acrobat",
        "mark-up",
        "pdf_annotation",
        (lambda: others._note(Subtype=_N.Highlight, Contents="cut this"), "letter.pdf"),
    ),
    ("Acrobat", "form fields", "pdf_form", None),
    ("Acrobat", "hidden text", "invisible_text", None),
    ("Acrobat", "hidden layers", "hidden_layer", None),
    ("Acrobat", "deleted content", "orphan_object", None),
    ("Acrobat", "deleted content in an earlier state", "old_revision", None),
    ("Acrobat", "cropped content", "off_page", (_cropped_page, "letter.pdf")),
    ("Acrobat", "links", "metadata", _doing(_D(S=_N.URI, URI="file:///N:/staff"))),
    ("Acrobat", "actions", "javascript", _doing(_D(S=_N.Launch, F="N:/staff.xlsx"))),
    (
        "Acrobat",
        "actions that send",
        "javascript",
        _doing(_D(S=_N.SubmitForm, F="http://a.example")),
    ),
    ("Acrobat", "JavaScript", "javascript", None),
    ("Acrobat", "JavaScript of a link", "javascript", _doing(_D(S=_N.JavaScript, JS="go()"))),
    ("Acrobat", "overlapping objects", "text_under_box", None),
    ("Acrobat", "search index", "private_data", (_indexed, "letter.pdf")),
    ("Acrobat", "private data of other applications", "private_data", None),
    ("beyond both", "white text", "white_text", None),
    ("beyond both", "text on the same fill", "white_text", (_filled, "answer.xlsx")),
    ("beyond both", "the format ;;;", "hidden_format", None),
    ("beyond both", "near-zero width", "hidden_column", None),
    ("beyond both", "far cells", "far_cell", None),
    ("beyond both", "validation lists", "validation_list", None),
    (
        "beyond both",
        "chart caches of deleted sheets",
        "chart_cache",
        (lambda: books._chart("#REF!$A$1"), "answer.xlsx"),
    ),
    ("beyond both", "orphan strings", "orphan_string", None),
    ("beyond both", "unreferenced parts", "unreferenced_part", None),
    ("beyond both", "printer settings", "printer_settings", None),
    (
        "beyond both",
        "absolute paths",
        "metadata",
        (lambda: xlsx(book='<absPath url="C:\\Users\\clerk\\Staff\\"/>'), "answer.xlsx"),
    ),
    ("beyond both", "cropped pixels", "cropped_picture", None),
    ("beyond both", "alternative text", "alt_text", None),
    (
        "beyond both",
        "bytes after the container",
        "trailing_data",
        (lambda: xlsx(ROWS + row(3, "Castle", 3)) + SECRET.encode(), "answer.xlsx"),
    ),
    (
        "beyond both",
        "bytes after a picture",
        "trailing_data",
        (lambda: picture("PNG") + SECRET.encode(), "a.png"),
    ),
    (
        "beyond both",
        "white text on a slide",
        "white_text",
        (
            lambda: pptx(
                shape(SECRET).replace(
                    "<a:rPr />",
                    '<a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr>',
                )
            ),
            "talk.pptx",
        ),
    ),
    (
        "beyond both",
        "white text in a document",
        "white_text",
        (lambda: docx(paragraph(run(SECRET, '<w:color w:val="FFFFFF"/>'))), "letter.docx"),
    ),
]
