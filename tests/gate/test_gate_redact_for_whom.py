"""Copies for an audience, of pictures, from findings, and by the command."""

import io
import json
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from tests.gate.pages_of_paper import pdf, text
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.gate.cleaning import NoCopyError
from answerable.gate.cleaning.proof import holds
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.redacting import (
    Marks,
    Withheld,
    read_findings,
    read_regions,
    read_terms,
    redact_here,
)
from answerable.gate.redacting.wanted import Audience, Region, Term
from answerable.model import UnusableInputError

# Audiences


def marks() -> dict[str, object]:
    return {
        "terms": [["Oakeshott", "s.40(2)"], ["Liverpool", "s.43(2)", ["log"]]],
        "regions": [
            {"page": 1, "box": [20, 90, 200, 106], "provision": "s.38(1)(a)", "audiences": ["applicant"]}
        ],
    }  # fmt: skip


def copy_for(audience: str):
    source = pdf("Dear Oakeshott", "of Liverpool", "codeword")
    order = marks() | {"audience": audience}
    return redact_here(source, "a.pdf", "pdf", Marks.of(order), DEFAULT)


@pytest.mark.parametrize(
    ("audience", "gone", "left"),
    [
        ("applicant", ["Oakeshott", "codeword"], ["Liverpool"]),
        ("log", ["Oakeshott", "Liverpool"], ["codeword"]),
        ("regulator", [], ["Oakeshott", "Liverpool", "codeword"]),
    ],
)
def test_each_audience_gets_its_own_copy(audience, gone, left):
    made = copy_for(audience)
    assert not holds(made.copy.data, gone)
    for word in left:
        assert word in text(made.copy.data)
    assert len(made.schedule) == len(gone)


def test_the_regulator_sees_frames_with_their_provisions():
    made = copy_for("regulator")
    colours = pypdfium2.PdfDocument(made.copy.data)[0].render(scale=2).to_pil().convert("RGB")
    red = sum(
        count for count, (r, g, b) in colours.getcolors(1 << 20) if r > 140 and g < 90 and b < 110
    )
    assert red > 300 and made.schedule == ()


def test_a_mark_for_all_is_black_for_the_regulator_too():
    order = {"terms": [["Oakeshott", "s.40(2)", ["applicant", "log", "regulator"]]]}
    given = Marks.of(order | {"audience": "regulator"})
    made = redact_here(pdf("Dear Oakeshott"), "a.pdf", "pdf", given, DEFAULT)
    assert not holds(made.copy.data, ["Oakeshott"]) and len(made.schedule) == 1


def test_a_mark_that_says_nothing_is_for_the_applicant_and_the_log():
    given = Marks((Term("Ann"),))
    assert given.for_audience(Audience.APPLICANT).words == ["Ann"]
    assert given.for_audience(Audience.LOG).words == ["Ann"]
    assert given.for_audience(Audience.REGULATOR).words == []


# Pictures


def scan(mode: str = "RGB", kind: str = "PNG") -> bytes:
    picture = Image.new(mode, (400, 200), "white")
    ImageDraw.Draw(picture).rectangle((40, 40, 90, 60), fill="gray")
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("GIF", "gif"), ("TIFF", "tiff"), ("WEBP", "webp")]
)  # fmt: skip
def test_an_area_of_a_picture_is_only_the_mark(kind, ending):
    given = Marks((), (Region(1, (38, 38, 92, 62), "s.40(2)"),))
    made = redact_here(scan(kind=kind), f"a.{ending}", ending, given, DEFAULT)
    picture = Image.open(io.BytesIO(made.copy.data)).convert("L")
    assert picture.getpixel((39, 39)) < 40 and picture.getpixel((88, 59)) < 40
    assert picture.getpixel((300, 100)) > 240
    assert made.schedule == (Withheld("the picture", "s.40(2)", 1),)


def test_on_free_paper_a_mark_of_a_picture_is_wider_to_the_next_step():
    given = Marks((), (Region(1, (38, 38, 93, 62)),))
    made = redact_here(scan(), "a.png", "png", given, DEFAULT).copy.data
    picture = Image.open(io.BytesIO(made)).convert("L")
    assert picture.getpixel((38 + 71, 40)) == 0 and picture.getpixel((38 + 73, 40)) == 255


def test_beside_something_a_mark_of_a_picture_stays_as_drawn():
    given = Marks((), (Region(1, (30, 38, 50, 62)),))
    made = redact_here(scan(), "a.png", "png", given, DEFAULT).copy.data
    picture = Image.open(io.BytesIO(made)).convert("L")
    assert picture.getpixel((49, 50)) == 0 and 100 < picture.getpixel((53, 50)) < 160


def test_terms_cannot_be_found_in_a_picture():
    given = Marks((Term("Ann"),), (Region(1, (38, 38, 93, 62)),))
    with pytest.raises(NoCopyError, match="give regions"):
        redact_here(scan(), "a.png", "png", given, DEFAULT)


# Findings


def test_what_the_gate_found_in_plain_sight_goes_by_its_finding():
    source = pdf("National Insurance number QQ123456C", "AB123456C and CE222333D", "kept words")
    report = inspect_here(source, "a.pdf", DEFAULT)
    found = read_findings(json.dumps({"files": [report.as_json()]}))
    made = redact_here(source, "a.pdf", "pdf", Marks.of({"findings": found}), DEFAULT)
    assert not holds(made.copy.data, ["AB123456C", "CE222333D"])
    assert "kept words" in text(made.copy.data) and sum(one.count for one in made.schedule) == 2
    assert inspect_here(made.copy.data, "a.pdf", DEFAULT).verdict == "pass"


def test_a_finding_of_one_kind_leaves_the_other_kinds():
    source = pdf("AB123456C", "ann@example.org")
    found = [{"slug": "visible_personal_data", "where": {"place": "page 1"},
              "excerpt": "National Insurance number: 1", "provision": "s.40(2)"}]  # fmt: skip
    given = Marks.of({"findings": read_findings(json.dumps(found))})
    made = redact_here(source, "a.pdf", "pdf", given, DEFAULT)
    assert not holds(made.copy.data, ["AB123456C"]) and "ann@example.org" in text(made.copy.data)
    assert made.schedule == (Withheld("page 1", "s.40(2)", 1),)


def test_a_finding_about_what_nobody_sees_names_no_term():
    found = [{"slug": "white_text", "where": {"place": "page 1"}}]
    assert read_findings(json.dumps(found)) == []


# Lists as people write them


@pytest.mark.parametrize(
    "given",
    [
        '[{"page": 1, "x": 1, "y": 1, "w": 1, "h": Infinity}]',
        '[{"page": 1, "x": 1, "y": 1, "w": NaN, "h": 1}]',
        '[{"page": 1, "x": 1, "y": 1, "w": 1, "h": 1, "audiences": ["everybody"]}]',
        '[{"page": 1, "x": 1, "y": 1, "w": 1, "h": 1, "audiences": []}]',
        '[{"page": 1, "x": 1, "y": 1, "w": 1, "h": 1, "audiences": "log"}]',
        '[{"page": 0, "x": 1, "y": 1, "w": 1, "h": 1}]',
        '[{"page": 1, "x": 1, "y": 1, "w": 1, "h": 1, "provision": "' + "s" * 80 + '"}]',
        '[{"page": 1e400, "x": 1, "y": 1, "w": 1, "h": 1}]',
        "[" * 100_000,
        "null",
        '["a"]',
    ],
)
def test_bad_regions_are_one_sentence(given):
    with pytest.raises(UnusableInputError):
        read_regions(given)


@pytest.mark.parametrize("given", ["{", "[]", "[1]", '{"files": []}', '{"files": [{}, {}]}'])
def test_bad_findings_are_one_sentence(given):
    with pytest.raises(UnusableInputError):
        read_findings(given)


def test_regions_say_for_whom_they_are():
    given = '[{"page": 2, "x": 1, "y": 2, "w": 3, "h": 4, "provision": " s.40(2) ", "audiences": ["log"]}]'
    assert read_regions(given) == [
        {"page": 2, "box": [1.0, 2.0, 4.0, 6.0], "provision": "s.40(2)", "audiences": ["log"]}
    ]


def test_terms_say_for_whom_they_are():
    assert read_terms("Ann\ts.40(2)\tlog, regulator") == [("Ann", "s.40(2)", ["log", "regulator"])]
    with pytest.raises(UnusableInputError, match="Line 1"):
        read_terms("Ann\ts.40(2)\tpublic")


# The command


def run(*given: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["redact", *(str(one) for one in given)])
    return done.exit_code, done.output


def test_the_command_writes_a_schedule_beside_the_copy_without_the_words(tmp_path: Path):
    source, output = tmp_path / "a.pdf", tmp_path / "out.pdf"
    source.write_bytes(pdf("Dear Oakeshott", "of Liverpool"))
    regions = tmp_path / "r.json"
    regions.write_text('[{"page": 1, "x": 59, "y": 28, "w": 58, "h": 17, "provision": "s.40(2)"}]')
    assert run(source, "--regions", regions, "-o", output, "--audience", "log")[0] == 0
    told = json.loads((tmp_path / "out.pdf.schedule.json").read_text())
    assert told["audience"] == "log" and told["withheld"] == [
        {"place": "page 1", "provision": "s.40(2)", "count": 1}
    ]
    page = (tmp_path / "out.pdf.schedule.html").read_text()
    assert "page 1" in page and "s.40(2)" in page
    assert "Oakeshott" not in page and "Oakeshott" not in json.dumps(told)


def test_the_command_writes_nothing_when_the_region_is_on_no_page(tmp_path: Path):
    source, output, regions = tmp_path / "a.pdf", tmp_path / "out.pdf", tmp_path / "r.json"
    source.write_bytes(pdf("Dear Oakeshott"))
    regions.write_text('[{"page": 9, "x": 1, "y": 1, "w": 9, "h": 9}]')
    code, said = run(source, "--regions", regions, "-o", output)
    assert code == 2 and "page 9" in said
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.pdf", "r.json"]


def test_the_command_refuses_a_name_that_tells(tmp_path: Path):
    source, regions = tmp_path / "a.pdf", tmp_path / "r.json"
    source.write_bytes(pdf("Dear Oakeshott"))
    regions.write_text('[{"page": 1, "x": 59, "y": 28, "w": 58, "h": 17}]')
    code, said = run(source, "--regions", regions, "-o", tmp_path / "Oakeshott.pdf")
    assert code == 2 and "another name" in said and not (tmp_path / "Oakeshott.pdf").exists()


def test_the_command_takes_out_what_inspect_found(tmp_path: Path):
    source, output, found = tmp_path / "a.pdf", tmp_path / "out.pdf", tmp_path / "f.json"
    source.write_bytes(pdf("Staff AB123456C here"))
    CliRunner().invoke(
        app, ["inspect", str(source), "--format", "json", "-o", str(found), "--fail-on", "never"]
    )
    code, said = run(source, "--findings", found, "--provision", "s.40(2)", "-o", output)
    assert code == 0 and "page 1: 1 passage, s.40(2)" in said
    assert not holds(output.read_bytes(), ["AB123456C"])
