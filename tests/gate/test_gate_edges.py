"""Where commands meet the officer: what is refused, what is looked for where nobody sees it."""

import io
import json
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.gate.cleaning import NoCopyError, StillThereError, clean_here
from answerable.gate.cleaning.proof import holds
from answerable.gate.limits import DEFAULT
from answerable.gate.redacting import Marks, redact_here
from answerable.gate.redacting.wanted import Term
from answerable.gate.report import FileReport, to_html, to_text
from answerable.model import Basis, Certainty, Finding, Place, Severity

NAME = "Wilhelmina Oakeshott"
MARKS = Marks((Term(NAME, "s.40(2)"),))


def paper(shown: str = "Dear all", covered: str = "", key: str = "") -> bytes:
    """A page with words, words under a box, and words in some layer of the file."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(400, 300))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    under = f"BT /F1 12 Tf 30 200 Td ({covered}) Tj ET 0 g 20 190 300 30 re f" if covered else ""
    page.Contents = made.make_stream(f"BT /F1 12 Tf 30 260 Td ({shown}) Tj ET {under}".encode())
    if key == "bookmark":
        with made.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(NAME, 0))
    if key == "property":
        made.docinfo["/Title"] = f"Letter to {NAME}"
    if key == "attachment":
        made.attachments["a.txt"] = f"about {NAME}, who wrote".encode()
    if key == "field":
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx,
            T=pikepdf.String("f"), V=pikepdf.String(NAME), F=2, Rect=[0, 0, 0, 0],
        )  # fmt: skip
        field = made.make_indirect(field)
        page.Annots = pikepdf.Array([field])
        made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("key", ["bookmark", "property", "attachment", "field"])
def test_a_term_is_looked_for_where_nobody_sees_it(key: str) -> None:
    made = redact_here(paper(key=key), "a.pdf", "pdf", MARKS, DEFAULT)
    assert not holds(made.copy.data, [NAME])
    assert made.schedule
    assert {one.provision for one in made.schedule} == {"s.40(2)"}


def test_a_term_under_a_box_goes_and_the_schedule_says_so() -> None:
    made = redact_here(paper(covered=NAME), "a.pdf", "pdf", MARKS, DEFAULT)
    assert not holds(made.copy.data, [NAME])
    assert [(one.place, one.count) for one in made.schedule] == [
        ("page 1, words under a box or picture", 1)
    ]


def test_a_term_in_sight_and_under_a_box_is_on_the_schedule_twice() -> None:
    made = redact_here(paper(f"Dear {NAME}", NAME), "a.pdf", "pdf", MARKS, DEFAULT)
    assert {one.place for one in made.schedule} == {
        "page 1",
        "page 1, words under a box or picture",
    }


def test_a_term_that_is_nowhere_is_told() -> None:
    with pytest.raises(StillThereError, match="none of the terms was found"):
        redact_here(paper(covered="Other words"), "a.pdf", "pdf", MARKS, DEFAULT)


def test_clean_says_what_to_do_with_a_box_without_a_command() -> None:
    with pytest.raises(StillThereError, match="make a redacted copy") as told:
        clean_here(paper(covered=NAME), "a.pdf", "pdf", DEFAULT)
    assert "answerable redact" not in str(told.value)


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.pdf").write_bytes(paper("Dear Ann, NINO AB 12 34 56 C"))
    return tmp_path


def run(*given: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, [*given])
    return done.exit_code, done.output


def found(place: str = "page 1") -> str:
    one = {"slug": "visible_personal_data", "where": {"place": place}, "excerpt": ""}
    return json.dumps([one])


def test_findings_of_another_file_write_no_copy(there: Path) -> None:
    (there / "f.json").write_text(found("page 7"))
    code, said = run("redact", "a.pdf", "--findings", "f.json", "-o", "b.pdf")
    assert code == 1
    assert "page 7" in said
    assert not (there / "b.pdf").exists()


def test_findings_of_a_file_without_what_they_name_write_no_copy(there: Path) -> None:
    (there / "c.pdf").write_bytes(paper("Nobody is named"))
    (there / "f.json").write_text(found())
    assert run("redact", "c.pdf", "--findings", "f.json", "-o", "b.pdf")[0] == 1
    assert not (there / "b.pdf").exists()


def test_findings_of_this_file_are_taken_out(there: Path) -> None:
    (there / "f.json").write_text(found())
    code, said = run("redact", "a.pdf", "--findings", "f.json", "-o", "b.pdf")
    assert code == 0, said
    assert "page 1: 1 passage" in said


def test_two_copies_of_one_stem_have_a_schedule_each(there: Path) -> None:
    Image.new("RGB", (60, 60), "white").save(there / "p.png")
    (there / "t.txt").write_text("Ann\ts.40(2)\n")
    (there / "r.json").write_text('[{"page": 1, "x": 5, "y": 5, "w": 20, "h": 20}]')
    assert run("redact", "a.pdf", "--terms", "t.txt", "-o", "out.pdf")[0] == 0
    assert run("redact", "p.png", "--regions", "r.json", "-o", "out.png")[0] == 0
    told = json.loads((there / "out.pdf.schedule.json").read_text())
    assert told["file"] == "out.pdf"
    assert json.loads((there / "out.png.schedule.json").read_text())["file"] == "out.png"
    assert (there / "out.png.schedule.html").exists()


@pytest.mark.parametrize("provision", ["s.999", "banana", "s.40(2), s.999"])
def test_a_provision_that_no_law_has_is_refused(there: Path, provision: str) -> None:
    region = {"page": 1, "x": 5, "y": 5, "w": 20, "h": 20, "provision": provision}
    (there / "r.json").write_text(json.dumps([region]))
    code, said = run("redact", "a.pdf", "--regions", "r.json", "-o", "b.pdf")
    assert code == 2
    assert "no provision that the law has" in said
    assert not (there / "b.pdf").exists()


@pytest.mark.parametrize(
    "provision", ["s.40(2)", "EIR reg 13(1)", "s.40(2), s.43(2)", "s.38(1)(a)"]
)
def test_a_provision_that_some_law_has_is_taken(there: Path, provision: str) -> None:
    region = {"page": 1, "x": 5, "y": 5, "w": 20, "h": 20, "provision": provision}
    (there / "r.json").write_text(json.dumps([region]))
    code, said = run("redact", "a.pdf", "--regions", "r.json", "-o", "b.pdf")
    assert code == 0, said


@pytest.mark.parametrize("page", [True, False, 1.5])
def test_a_page_that_is_no_number_is_refused(there: Path, page: object) -> None:
    (there / "r.json").write_text(json.dumps([{"page": page, "x": 5, "y": 5, "w": 9, "h": 9}]))
    code, said = run("redact", "a.pdf", "--regions", "r.json", "-o", "b.pdf")
    assert code == 2
    assert "Region 1" in said


@pytest.mark.parametrize("output", ["a.pdf", "./a.pdf", "link.pdf"])
def test_a_copy_never_takes_the_place_of_its_source(there: Path, output: str) -> None:
    (there / "link.pdf").symlink_to("a.pdf")
    (there / "t.txt").write_text("Ann\ts.40(2)\n")
    before = (there / "a.pdf").read_bytes()
    for given in (("clean", "a.pdf"), ("redact", "a.pdf", "--terms", "t.txt")):
        code, said = run(*given, "-o", output)
        assert code == 2
        assert "name another place" in said
    assert (there / "a.pdf").read_bytes() == before


def test_a_file_that_cannot_be_read_among_clean_ones_is_no_success(there: Path) -> None:
    (there / "ok.txt").write_text("The road is closed on Monday.")
    assert run("inspect", "ok.txt")[0] == 0
    assert run("inspect", "ok.txt", "missing.txt")[0] == 2
    (there / "mail.eml").write_text("From: a@b\nTo: c@d\nBcc: e@f\nSubject: x\n\nHi\n")
    assert run("inspect", "mail.eml", "missing.txt")[0] == 1


def test_a_folder_without_files_is_told(there: Path) -> None:
    (there / "empty").mkdir()
    code, said = run("inspect", "empty")
    assert code == 2
    assert "No file was named" in said


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (32, 32), "red").save(out, kind)
    return out.getvalue()


def test_an_avif_picture_is_drawn_anew_as_jpeg() -> None:
    made = clean_here(picture("AVIF"), "a.avif", "jpg", DEFAULT)
    assert Image.open(io.BytesIO(made.data)).format == "JPEG"


def test_an_avif_picture_is_not_written_as_avif() -> None:
    with pytest.raises(NoCopyError, match=r"the copy can end in \.jpg"):
        clean_here(picture("AVIF"), "a.avif", "avif", DEFAULT)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a.heic", "save it as .jpg"),
        (b"{\\rtf1 Hello}", "a.rtf", "save it as .docx"),
        (b"From: a@b\nTo: c@d\nSubject: x\n\nHi\n", "a.eml", "print it to PDF"),
        (b"Rar!\x1a\x07\x00 rest", "a.rar", "unpack it"),
        (b"\x7fELF\0\0\0\0", "a.exe", "leave it out"),
    ],
)
def test_what_cannot_be_cleaned_is_told_what_to_do(data: bytes, name: str, words: str) -> None:
    with pytest.raises(NoCopyError) as told:
        clean_here(data, name, name.rpartition(".")[2], DEFAULT)
    assert words in str(told.value)
    assert ".xlsx" not in str(told.value) or name == "a.exe"


def many(count: int) -> FileReport:
    findings = tuple(
        Finding(
            "G-unreferenced-part", "unreferenced_part", Severity.HIGH, Certainty.SURE,
            Basis.GOOD_PRACTICE, f"A part nobody needs: part {number}.", (),
            Place(f"part {number}"), "", "Make a clean copy.",
        )
        for number in range(count)
    )  # fmt: skip
    return FileReport("a.docx", "docx", "hold", findings, {"people": 0}, people=(1,) * count)


def test_thousands_of_findings_of_one_kind_are_told_together() -> None:
    text = to_text([many(2001)])
    assert text.count("A part nobody needs") == 20
    assert "1,981 more like these" in text
    page = to_html([many(2001)])
    assert page.count("A part nobody needs") == 20
    assert "1,981 more like these" in page
    assert len(many(2001).as_json()["findings"]) == 2001


def test_a_few_findings_of_one_kind_are_told_one_by_one() -> None:
    text = to_text([many(20)])
    assert text.count("A part nobody needs") == 20
    assert "more like these" not in text
