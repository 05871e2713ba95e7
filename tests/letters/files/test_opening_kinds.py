"""Every kind of file gives the words that a reader of it would see."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
import typst

from answerable.letters.files import open_bytes, open_file

LETTER = (
    "Tarnbrook Borough Council\n\nFreedom of Information Act 2000\n\n"
    "You asked how many skips were hired in 2025.\n\nThe Council does not hold this information.\n"
)


def mail(**parts: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "foi@tarnbrook.example"
    message["To"] = "applicant@mail.example"
    message["Date"] = "Tue, 3 Mar 2026 09:00:00 +0000"
    message["Subject"] = "Your request"
    message.set_content(parts.get("plain", "Please see our reply below."))
    return message


def test_text_keeps_its_words_and_loses_its_carriage_returns(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"\xef\xbb\xbf" + LETTER.replace("\n", "\r\n").encode())
    opened = open_file(path)
    assert opened.text == LETTER
    assert opened.kind == "text"


def test_a_mail_gives_its_heading_and_words() -> None:
    opened = open_bytes(mail(plain="We hold it.\nThank you.").as_bytes(), "reply.eml")
    assert opened.kind == "mail"
    assert opened.text.startswith("From: foi@tarnbrook.example\nTo: ")
    assert "Date: Tue, 03 Mar 2026" in opened.text
    assert opened.text.endswith("We hold it.\nThank you.")


def test_of_two_forms_of_a_mail_the_plain_one_is_read() -> None:
    message = mail(plain="The plain words.")
    message.add_alternative("<p>The other words.</p>", subtype="html")
    text = open_bytes(message.as_bytes(), "reply.eml").text
    assert "The plain words." in text
    assert "The other words." not in text


def test_a_mail_in_html_only_is_read_and_its_script_is_not() -> None:
    message = mail()
    message.clear_content()
    message.set_content(
        "<html><head><style>p{}</style></head><body><p>We hold <b>it</b>.</p>"
        "<ol><li>First<li>Second</ol><blockquote>You wrote this.</blockquote>"
        "<div style='display: none'>secret</div><script>x()</script></body></html>",
        subtype="html",
    )
    text = open_bytes(message.as_bytes(), "reply.eml").text
    assert "We hold it." in text
    assert "1. First\n2. Second" in text
    assert "> You wrote this." in text
    assert "secret" not in text
    assert "x()" not in text


def test_a_short_mail_hands_on_the_letter_it_encloses() -> None:
    message = mail(plain="Please find our reply attached.")
    message.add_attachment(LETTER.encode(), "text", "plain", filename="reply.txt")
    opened = open_bytes(message.as_bytes(), "reply.eml")
    assert "does not hold this information" in opened.text
    assert opened.attachments == ("reply.txt",)
    assert "reply.txt" in opened.notes[0]


def test_a_long_mail_is_its_own_letter_whatever_it_encloses() -> None:
    message = mail(plain="The reply. " * 200)
    message.add_attachment(LETTER.encode(), "text", "plain", filename="annex.txt")
    opened = open_bytes(message.as_bytes(), "reply.eml")
    assert "does not hold this information" not in opened.text
    assert opened.attachments == ("annex.txt",)


def test_a_mail_within_a_mail_is_read() -> None:
    outer = mail(plain="Forwarded.")
    outer.add_attachment(mail(plain="The council holds the report."))
    assert "The council holds the report." in open_bytes(outer.as_bytes(), "fw.eml").text


def test_a_mail_in_a_character_set_nobody_knows_is_read_as_well_as_can_be() -> None:
    raw = mail(plain="We hold it.").as_bytes().replace(b'charset="utf-8"', b'charset="klingon-8"')
    assert "We hold it." in open_bytes(raw, "reply.eml").text


def test_word_gives_paragraphs_numbers_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_heading("Our decision", 1)
    document.add_paragraph("How many skips were hired?", style="List Number")
    document.add_paragraph("Who hired them?", style="List Number")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ward A", "14"
    document.add_paragraph("Yours faithfully")
    box = io.BytesIO()
    document.save(box)
    opened = open_bytes(box.getvalue(), "letter.docx")
    assert opened.kind == "docx"
    words = [line.strip() for line in opened.text.split("\n") if line.strip()]
    assert words[0] == "Our decision"
    assert words[1].endswith("How many skips were hired?")
    assert words[1] != "How many skips were hired?"  # it carries its number
    assert words[3:] == ["Ward A   14", "Yours faithfully"]


def test_deleted_words_of_tracked_changes_are_not_in_the_letter() -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        f'<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t xml:space="preserve">We </w:t></w:r>'
        "<w:del><w:r><w:delText>hold</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>do not hold</w:t></w:r></w:ins>"
        '<w:r><w:t xml:space="preserve"> it.</w:t></w:r></w:p></w:body></w:document>'
    )
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as made:
        made.writestr("word/document.xml", body)
    assert open_bytes(box.getvalue(), "x.docx").text == "We do not hold it."


def test_opendocument_gives_headings_lists_and_tables() -> None:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>"
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
        'style:num-format="a" style:num-suffix=")"/></text:list-style></office:automatic-styles>'
        "<office:body><office:text><text:h>Reply</text:h>"
        '<text:list text:style-name="L1"><text:list-item><text:p>One<text:s text:c="2"/>thing'
        "</text:p></text:list-item><text:list-item><text:p>Another</text:p></text:list-item>"
        "</text:list><table:table><table:table-row><table:table-cell><text:p>A</text:p>"
        "</table:table-cell><table:table-cell><text:p>7</text:p></table:table-cell>"
        "</table:table-row></table:table></office:text></office:body></office:document-content>"
    )
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", content)
    opened = open_bytes(box.getvalue(), "x.odt")
    assert opened.text == "Reply\n\na) One  thing\n\nb) Another\n\nA   7"


def test_rich_text_is_read() -> None:
    raw = rb"{\rtf1\ansi{\fonttbl\f0 Arial;}\f0 We hold it.\par We enclose it.\par}"
    assert open_bytes(raw, "x.rtf").text.split("\n")[:2] == ["We hold it.", "We enclose it."]


def test_a_pdf_gives_its_words_with_paragraphs_apart() -> None:
    pdf = typst.compile(
        b"#set page(width: 12cm, height: 9cm)\n#set par(spacing: 1.4em)\n"
        b"The Council holds the report that you asked for and a copy of it is enclosed "
        b"with this letter.\n\nYou may ask for an internal review of this decision."
    )
    opened = open_bytes(pdf, "letter.pdf")
    assert opened.kind == "pdf"
    first, second = opened.text.strip().split("\n\n")
    assert " ".join(first.split()).endswith("enclosed with this letter.")
    assert second.startswith("You may ask")


@pytest.mark.parametrize("name", ["letter.txt", "letter.doc", "letter", "letter.pdf"])
def test_the_content_decides_and_not_the_name(name: str) -> None:
    pdf = typst.compile(b"#set page(width: 12cm)\nThe Council holds the report.")
    assert open_bytes(pdf, name).kind == "pdf"
