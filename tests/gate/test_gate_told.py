"""Words about a person out of sight hold a file in any place; credits, captions and prompts do not."""

import pytest
from tests.gate.cases import beside
from tests.gate.cases.books import _prompt
from tests.gate.cases.documents import _core, _field, _picture
from tests.gate.cases.making import ROWS, docx, paragraph, picture, row, run, shape, xlsx
from tests.gate.cases.others import pdf
from tests.gate.cases.out_of_sight import formula, layout, link

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.personal.told import full_names, loosened, prose, told
from answerable.gate.report import FileReport

TOLD = "Winifred Oakeshott was suspended for drinking at work"


def look(data: bytes, name: str) -> FileReport:
    return inspect_here(data, name, DEFAULT, "full")


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        "Minutes: Tomasz Fenwick has been off since the accident at the depot",
        "Aoife Larkspur - final written warning",
        "grievance of Samir Hollowell, second stage",
        "Olumide Brackwater lives at 9 Tannery Row with her son",
        "Ffion Penrose-Hart, former prisoner",
        "Mrs Oakeshott was evicted in May",
        "WINIFRED OAKESHOTT - BANKRUPT",
        "the case of Gurpreet Dunmoor (arrears, eviction)",
    ],
)
def test_a_named_person_and_what_is_said_of_them_is_told(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Winifred Oakeshott",
        "Author: Winifred Oakeshott",
        "Photograph by Winifred Oakeshott of the new bridge over the river",
        "Portrait of Winifred Oakeshott, painted in oils for the town hall",
        "Winifred Oakeshott is the responsible officer for this document",
        "Winifred Oakeshott, Safeguarding Lead",
        "Prepared by Winifred Oakeshott, Head of Fraud",
        "Chart of complaints upheld by ward",
        "Victoria Road was closed for works in March",
        "Queen Elizabeth Hospital was opened in 1938",
        "Stanley Matthews Way was resurfaced in May",
        "Councillor Winifred Oakeshott opened the new library in March",
        "Mr Oakeshott, Head of Housing",
        "Will Residents Be Consulted on the Plan",
        "The council was told that the tenant owes nothing",
    ],
)
def test_credits_captions_roles_and_places_are_not_told(text):
    assert told(text) == ""


def test_a_name_of_a_place_with_underscores_or_escapes_is_read_as_words():
    assert next(full_names(loosened("Winifred_Oakeshott_file")))[0] == "Winifred Oakeshott"
    assert next(full_names(loosened("/cases/Winifred%20Oakeshott/")))[0] == "Winifred Oakeshott"
    assert list(full_names(loosened("snake_case_name"))) == []


def test_a_whole_sentence_is_prose_and_a_list_of_words_or_a_code_is_not():
    assert prose("Please do not tell the family that we have the report.")
    assert not prose("Ward, Cases, Opened, Closed, Cost, Supplier, Contract")
    assert not prose("v=1; a=rsa-sha256; c=relaxed/relaxed; d=council.example; s=mail")
    assert not prose("Choose an item.")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_core(TOLD), "a.docx"),
        (_prompt(TOLD), "a.xlsx"),
        (_picture(f'descr="{TOLD}"'), "a.docx"),
        (link(TOLD), "a.xlsx"),
        (layout(shape(TOLD)), "a.pptx"),
        (picture("JPEG", comment=TOLD.encode()), "a.jpg"),
        (xlsx(after=f"<headerFooter><oddHeader>&amp;L{TOLD}</oddHeader></headerFooter>"), "a.xlsx"),
        (xlsx(book=f'<absPath url="C:\\Cases\\{TOLD}\\"/>'), "a.xlsx"),
        (beside.mail(headers=f"X-Case-Summary: {TOLD}\r\n"), "a.eml"),
        (f"Asset,Action\r\nA1,Painted\r\nA2,{TOLD}\r\n".encode(), "a.csv"),
        (formula("IF(1=2,&quot;Winifred Oakeshott&quot;,&quot;&quot;)", " "), "a.xlsx"),
        (_field('IF "x" = "Winifred Oakeshott" "yes" "no"'), "a.docx"),
        (beside.filtered("Winifred Oakeshott"), "a.xlsx"),
    ],
    ids=["property", "prompt", "alternative text", "tip", "layout", "comment of a picture",
         "printed header", "folder", "header of a mail", "row of figures", "formula", "field",
         "filter"],
)  # fmt: skip
def test_words_about_a_person_hold_the_file_in_every_place(data, name):
    assert look(data, name).verdict == "hold"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_core("Winifred Oakeshott"), "a.docx"),
        (_prompt("Enter the date on which the application was received by the council."), "a.xlsx"),
        (_prompt("Choose an item from the list, or leave the cell empty if none is right."), "a.xlsx"),
        (_picture('descr="A photograph of a playground in which two children are on the swings."'), "a.docx"),
        (_picture('descr="Chart of complaints by ward, in which Abbey is the highest"'), "a.docx"),
        (_picture('descr="Photograph by Winifred Oakeshott"'), "a.docx"),
        (layout(shape("Click to edit the style of the title")), "a.pptx"),
        (layout(shape("This template is for slides that are shown to the public.")), "a.pptx"),
        (xlsx(after="<headerFooter><oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter></headerFooter>"), "a.xlsx"),
        (xlsx(after="<headerFooter><oddHeader>&amp;LWinifred Oakeshott, Housing</oddHeader></headerFooter>"), "a.xlsx"),
        (xlsx(book='<absPath url="C:\\Users\\Winifred Oakeshott\\Documents\\"/>'), "a.xlsx"),
        (beside.mail(headers="X-Spam-Status: No, score=-1.9 required=5.0 tests=BAYES_00\r\n"), "a.eml"),
        (beside.mail(headers="X-Report-Abuse: Please report abuse of this service to us at once.\r\n"), "a.eml"),
        (beside.mail(headers="X-Originating-IP: [192.0.2.1]\r\nX-Forefront-Antispam-Report: CIP:1\r\n"), "a.eml"),
        (b"Asset,Action\r\nA1,Painted\r\nA2,Repaired after the storm and painted again in March\r\n", "a.csv"),
        (formula("IF(B2&gt;5,&quot;Above the target&quot;,&quot;Below it&quot;)", "Above the target"), "a.xlsx"),
        (beside.choices("Choose an item.", "Yes", "No", "Not applicable"), "a.docx"),
        (beside.bookmark("_Hlk12345678"), "a.docx"),
        (beside.filtered("Closed"), "a.xlsx"),
    ],
    ids=str,
)  # fmt: skip
def test_what_documents_say_everywhere_holds_nothing(data, name):
    assert look(data, name).verdict == "pass"


def test_what_the_file_shows_in_plain_sight_is_not_out_of_sight():
    said = paragraph(run(TOLD))
    shown = _picture(f'descr="{TOLD}"')
    assert look(shown, "a.docx").verdict == "hold"
    code = paragraph(f'<w:r><w:instrText>XE "{TOLD}"</w:instrText></w:r>')
    assert look(docx(said + code), "a.docx").verdict == "pass"
    assert look(docx(code), "a.docx").verdict == "hold"


def test_an_even_header_that_is_switched_on_is_on_a_page():
    off, on = beside.header(TOLD), beside.header(TOLD, settings="<w:evenAndOddHeaders/>")
    assert "unused_header" in {one.slug for one in look(off, "a.docx").findings}
    assert look(on, "a.docx").verdict == "pass"


def test_a_label_or_a_placeholder_in_an_unused_header_is_noted():
    for words in ("Page", "[Document title] [Name of author]", "Draft 2"):
        assert look(beside.header(words), "a.docx").verdict == "pass"


def test_words_in_nearly_the_colour_of_their_ground_are_unseen_and_others_are_not():
    styles = xlsx_styles("FF44546B", "FF44546A")
    found = {one.slug for one in look(xlsx(_dark(), styles=styles), "a.xlsx").findings}
    assert "white_text" in found
    plain = xlsx_styles("FFFFFFFF", "FF44546A")
    assert look(xlsx(_dark(), styles=plain), "a.xlsx").verdict == "pass"


def _dark() -> str:
    return ROWS + row(3, "Winifred Oakeshott", style=1)


def xlsx_styles(ink: str, ground: str) -> str:
    from tests.gate.cases.making import BOOK

    return (
        f'<styleSheet xmlns="{BOOK}"><fonts><font/><font><color rgb="{ink}"/></font></fonts><fills><fill>'
        '<patternFill patternType="none"/></fill><fill><patternFill/></fill><fill><patternFill '
        f'patternType="solid"><fgColor rgb="{ground}"/></patternFill></fill></fills><cellXfs><xf/>'
        '<xf fontId="1" fillId="2"/></cellXfs></styleSheet>'
    )


def test_letters_of_half_a_point_are_too_small_and_small_print_is_not():
    tiny = pdf(f"BT /F1 .5 Tf 20 100 Td ({TOLD}) Tj ET")
    assert "tiny_text" in {one.slug for one in look(tiny, "a.pdf").findings}
    small = pdf(f"BT /F1 5 Tf 20 100 Td ({TOLD}) Tj ET")
    assert look(small, "a.pdf").verdict == "pass"


def test_the_own_question_of_who_asked_may_be_quoted_and_a_chain_may_not():
    def answer(quoted: str) -> FileReport:
        head = "From: foi@council.example\r\nTo: a@mail.example\r\nSubject: Answer\r\n\r\n"
        return look(f"{head}We hold 14 records.\r\n\r\n{quoted}\r\n".encode(), "a.eml")

    own = "On 1 Sep 2026 a@mail.example wrote:\r\n> How many records do you hold?"
    assert answer(own).verdict == "pass"
    assert answer(own.replace("a@mail", "clerk@council")).verdict == "hold"
    assert answer(f"{own}\r\n>> Do not tell them.").verdict == "hold"


def test_values_that_every_joined_cell_has_are_one_value():
    assert look(beside.joined("Notes"), "a.xlsx").verdict == "pass"


def _boxed(fill: str, style: str = "position:absolute;width:300pt;height:20pt") -> bytes:
    box = (
        f'<w:r><w:pict><v:rect xmlns:v="urn:v" style="{style}" fillcolor="{fill}"/></w:pict></w:r>'
    )
    return docx(paragraph(run("The complainant is a tenant.") + box))


def test_a_box_over_the_words_of_a_document_holds_and_its_design_does_not():
    assert look(_boxed("black"), "a.docx").verdict == "hold"
    assert look(_boxed("#f0f0f0"), "a.docx").verdict == "hold"
    behind = "position:absolute;width:300pt;height:20pt;z-index:-5"
    assert look(_boxed("#f0f0f0", behind), "a.docx").verdict == "pass"
    assert look(_boxed("black", behind), "a.docx").verdict == "pass"
    beside = "position:absolute;margin-left:250pt;width:200pt;height:20pt"
    assert look(_boxed("black", beside), "a.docx").verdict == "pass"
    cover = "position:absolute;width:500pt;height:700pt"
    assert look(_boxed("black", cover), "a.docx").verdict == "pass"


def test_a_shape_off_the_page_holds_and_one_in_the_margin_does_not():
    def placed(left: int) -> bytes:
        style = f"position:absolute;margin-left:{left}pt;width:100pt;height:20pt"
        words = f"<w:txbxContent>{paragraph(run('The complainant is a tenant.'))}</w:txbxContent>"
        shape_ = f'<v:shape xmlns:v="urn:v" style="{style}">{words}</v:shape>'
        return docx(paragraph(f"<w:r><w:pict>{shape_}</w:pict></w:r>"))

    assert "off_page" in {one.slug for one in look(placed(-900), "a.docx").findings}
    assert look(placed(-60), "a.docx").verdict == "pass"


def test_a_value_under_a_picture_holds_and_one_beside_it_or_running_on_does_not():
    def pictured(ref: str, words: str) -> bytes:
        anchor = (
            "<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>3</xdr:row></xdr:from>"
            "<xdr:to><xdr:col>4</xdr:col><xdr:row>9</xdr:row></xdr:to><xdr:pic/></xdr:twoCellAnchor>"
        )
        space = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
        number = int(ref[1:])
        cell_ = f'<c r="{ref}" t="inlineStr"><is><t>{words}</t></is></c>'
        return xlsx(
            f'{ROWS}<row r="{number}">{cell_}</row>',
            after='<drawing r:id="rId1"/>',
            parts={
                "xl/drawings/drawing1.xml": f'<xdr:wsDr xmlns:xdr="{space}">{anchor}</xdr:wsDr>'
            },
            links={"xl/worksheets/sheet1.xml": [("drawing", "../drawings/drawing1.xml")]},
        )

    assert "covered_cells" in {one.slug for one in look(pictured("B6", "Moved"), "a.xlsx").findings}
    assert look(pictured("A6", "Moved"), "a.xlsx").verdict == "pass"
    assert (
        look(pictured("D6", "Figures of all wards for the year " * 3), "a.xlsx").verdict == "pass"
    )


def test_black_words_on_a_black_ground_in_rich_text_hold_and_white_ones_do_not():
    def marked(ink: int) -> bytes:
        colours = r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}"
        body = rf"The complainant is {{\highlight1\cf{ink} a tenant of ours}}.\par"
        return (r"{\rtf1\ansi" + colours + body + "}").encode()

    assert "text_under_box" in {one.slug for one in look(marked(1), "a.rtf").findings}
    assert look(marked(2), "a.rtf").verdict == "pass"
