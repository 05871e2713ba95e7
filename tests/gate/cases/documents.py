"""Documents and slides, of both families: for each check a firing file and a silent one."""

from tests.gate.cases.making import (
    DRAW,
    SECRET,
    WORD,
    docx,
    opendocument,
    paragraph,
    picture,
    pptx,
    run,
    shape,
    xlsx,
)


def _changed(verb: str) -> bytes:
    inner = f"<w:r><w:rPr/><w:delText>{SECRET}</w:delText></w:r>" if verb == "del" else run(SECRET)
    return docx(paragraph(f'<w:{verb} w:author="A. Clerk">{inner}</w:{verb}>'))


def _settings(inner: str) -> bytes:
    body = f'<w:settings xmlns:w="{WORD}">{inner}</w:settings>'
    return docx(parts={"word/settings.xml": body}, links=(("settings", "settings.xml"),))


def _picture(doc: str = "", crop: str = "") -> bytes:
    return docx(
        paragraph(
            f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" {doc}/><pic:blipFill>'
            f"<a:srcRect {crop}/></pic:blipFill></wp:inline></w:drawing></w:r>"
        ),
        parts={"word/media/image1.png": picture("PNG")},
        links=(("image", "media/image1.png"),),
    )


def _field(code: str) -> bytes:
    return docx(paragraph(f"<w:r><w:instrText>{code}</w:instrText></w:r>"))


def _property(name: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    body = f'<Properties xmlns="{kind}"><property name="{name}"><lpwstr>{SECRET}</lpwstr></property></Properties>'
    return docx(
        parts={"docProps/custom.xml": body},
        package_links=(("custom-properties", "docProps/custom.xml"),),
    )


def _core(creator: str) -> bytes:
    body = f'<coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{creator}</dc:creator></coreProperties>'
    return docx(
        parts={"docProps/core.xml": body},
        package_links=(("core-properties", "docProps/core.xml"),),
    )


def _stored(root: str) -> bytes:
    return docx(
        parts={"customXml/item1.xml": root}, links=(("customXml", "../customXml/item1.xml"),)
    )


def _more(name: str, kind: str, body: str | bytes) -> bytes:
    return docx(parts={f"word/{name}": body}, links=((kind, name),))


NOTES = (
    f'<p:notes xmlns:p="{WORD}" xmlns:a="{DRAW}"><p:sp><p:nvSpPr><p:nvPr><p:ph type="{{kind}}"/></p:nvPr>'
    "</p:nvSpPr><p:txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp></p:notes>"
)


def _notes(words: str) -> bytes:
    return pptx(
        parts={"ppt/notesSlides/notesSlide1.xml": NOTES.format(kind="body", words=words)},
        links=(("notesSlide", "../notesSlides/notesSlide1.xml"),),
    )


def _blocks() -> bytes:
    body = f'<w:glossaryDocument xmlns:w="{WORD}"><w:docParts>{paragraph(run(SECRET))}</w:docParts></w:glossaryDocument>'
    return _more("glossary/document.xml", "glossaryDocument", body)


def _pivot(kind: str) -> bytes:
    return opendocument(
        "spreadsheet",
        '<table:table table:name="Answer"><table:table-row><table:table-cell><text:p>Ward</text:p>'
        f"</table:table-cell></table:table-row></table:table><table:{kind} table:name='Staff by ward'>"
        f"<table:source-cell-range table:cell-range-address='Staff.A1:F900'/></table:{kind}>",
    )


_CASES = {
    "hidden_text": (
        lambda: docx(paragraph(run(SECRET, "<w:vanish/>"))),
        lambda: docx(paragraph(run(SECRET, '<w:vanish w:val="0"/>'))),
    ),
    "tracked_changes": (
        lambda: _changed("del"),
        lambda: docx(paragraph(run(SECRET, "<w:strike/>"))),
    ),
    "format_changes": (
        lambda: docx(paragraph(run("bold", '<w:b/><w:rPrChange w:author="A. Clerk"/>'))),
        lambda: docx(paragraph(run("bold", "<w:b/>"))),
    ),
    "document_variable": (
        lambda: _settings(f'<w:docVars><w:docVar w:name="who" w:val="{SECRET}"/></w:docVars>'),
        lambda: _settings('<w:zoom w:percent="100"/>'),
    ),
    "mail_merge": (
        lambda: _settings(
            '<w:mailMerge><w:dataSource w:val="N:/staff.xlsx"/><w:query w:val="SELECT"/></w:mailMerge>'
        ),
        lambda: _settings('<w:defaultTabStop w:val="720"/>'),
    ),
    "alt_text": (lambda: _picture(f'descr="{SECRET} at the gate"'), _picture),
    "cropped_picture": (
        lambda: _picture(crop='l="20000" r="20000"'),
        lambda: _picture(crop='l="0" r="0"'),
    ),
    "field_code": (
        lambda: _field("INCLUDETEXT N:/staff/list.docx"),
        lambda: _field("PAGE"),
    ),
    "custom_property": (lambda: _property("Case worker"), lambda: _property("ContentTypeId")),
    "metadata": (lambda: _core("A. Clerk"), lambda: _core("")),
    "custom_xml": (
        lambda: _stored(f'<staff xmlns="urn:own"><name>{SECRET}</name></staff>'),
        lambda: _stored(
            '<Sources xmlns="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>'
        ),
    ),
    "embedded_object": (
        lambda: _more("embeddings/sheet1.xlsx", "package", xlsx()),
        lambda: _more("media/image1.png", "image", picture("PNG")),
    ),
    "active_content": (
        lambda: _more("activeX/activeX1.xml", "control", f"<ocx>{SECRET}</ocx>"),
        lambda: docx(
            "<w:sdt><w:sdtContent>" + paragraph(run("A choice")) + "</w:sdtContent></w:sdt>"
        ),
    ),
    "glossary": (_blocks, lambda: _more("numbering.xml", "numbering", "<numbering/>")),
    "cannot_see_inside": (
        lambda: _more("odd.dat", "odd", b"\1\2\3" * 40),
        lambda: _more("fontTable.xml", "fontTable", "<fonts/>"),
    ),
}
_SLIDES = {
    "hidden_slide": (lambda: pptx(at='show="0"'), lambda: pptx(at='show="1"')),
    "off_slide": (
        lambda: pptx(shape(SECRET, x=9200000)),
        lambda: pptx(shape(SECRET, x=9000000)),
    ),
    "invisible_shape": (
        lambda: pptx(shape(SECRET, at='hidden="1"')),
        lambda: pptx(shape(SECRET, at='hidden="0"')),
    ),
    "speaker_notes": (lambda: _notes(SECRET), lambda: _notes("")),
}
CASES = {slug: ((a, "letter.docx"), (b, "letter.docx")) for slug, (a, b) in _CASES.items()}
CASES |= {slug: ((a, "talk.pptx"), (b, "talk.pptx")) for slug, (a, b) in _SLIDES.items()}
CASES["old_version"] = (
    (
        lambda: opendocument(
            "text", "<text:p>Answer</text:p>", parts={"Versions/Version1": SECRET}
        ),
        "letter.odt",
    ),
    (
        lambda: opendocument(
            "text", "<text:p>Answer</text:p>", parts={"settings.xml": "<settings/>"}
        ),
        "letter.odt",
    ),
)
CASES["pivot_table"] = (
    (lambda: _pivot("data-pilot-table"), "answer.ods"),
    (lambda: _pivot("database-range"), "answer.ods"),
)
