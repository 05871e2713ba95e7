"""Hostile and damaged files end in one sentence when a copy is asked for, and nothing is written."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.gate.cleaning import NoCopyError, StillThereError, clean_here
from answerable.gate.cleaning.packing import pack
from answerable.gate.cleaning.to_docx import document
from answerable.gate.limits import DEFAULT, HeldError, TooMuchError

_BOMB = pack({"a.csv": b"0" * 30_000_000})
_ENTITY = pack(
    {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='a' Type='x/officeDocument' Target='word/document.xml'/></Relationships>",
        "word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><w:document xmlns:w='w'>&b;</w:document>",
    }
)


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("a.zip", _BOMB, 3),
        ("a.docx", _ENTITY, 3),
        ("a.pdf", b"%PDF-1.7\n%%EOF", 2),
        ("a.docx", document([])[:300], 2),
        ("a.bin", b"\0\1\2\3" * 50, 2),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 40, 2),
    ],
)
@pytest.mark.parametrize("command", ["clean", "redact"])
def test_a_hostile_file_is_one_sentence(tmp_path: Path, command, name, data, status):
    source, output = tmp_path / name, tmp_path / f"out{Path(name).suffix}"
    terms = tmp_path / "terms.txt"
    terms.write_text("Bo Li\ts.40(2)\n", encoding="utf-8")
    source.write_bytes(data)
    more = ["--terms", str(terms)] if command == "redact" else []
    done = CliRunner().invoke(app, [command, str(source), *more, "-o", str(output)])
    assert not output.exists()
    assert done.exit_code in (status, 2) if command == "redact" else done.exit_code == status
    assert len(done.output.strip().splitlines()) == 1


@given(st.integers(0, 2000), st.binary(min_size=1, max_size=20))
@settings(max_examples=60, deadline=None)
def test_a_damaged_document_ends_in_a_copy_or_a_reason(at, noise):
    whole = document([])
    data = whole[: at % len(whole)] + noise + whole[at % len(whole) + len(noise) :]
    try:
        copy = clean_here(data, "a.docx", "docx", DEFAULT).data
        assert zipfile.ZipFile(io.BytesIO(copy)).testzip() is None
    except (NoCopyError, StillThereError, HeldError, TooMuchError):
        pass
