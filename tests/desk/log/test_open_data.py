"""The log for programs: data that no spreadsheet runs, a schema that holds, a feed that parses."""

import csv
import io
import json

import jsonschema
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.desk.log.conftest import Publish

from answerable.desk.authority.models import Authority
from answerable.desk.log.export import COLUMNS, as_csv, safe_cell

ODD = "=1+1 <b>&amp; \x0b\x1f \ufffe \U0001f333 'x' \"y\""


def body(path: str) -> bytes:
    answer = Client().get(path)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[arg-type]


@given(st.text())
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert not safe_cell(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.sampled_from("=+-@\t\r\n"), st.text())
def test_what_would_be_a_formula_becomes_text(first: str, rest: str) -> None:
    assert safe_cell(first + rest).startswith("'")
    assert safe_cell("  " + first + rest).startswith("'")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))))
def test_rows_survive_a_round_trip(texts: list[str]) -> None:
    rows = [dict.fromkeys(COLUMNS, text) for text in texts]
    read = list(csv.reader(io.StringIO("".join(as_csv(iter(rows)))[1:], newline="")))
    assert read[0] == list(COLUMNS)
    assert [row[0] for row in read[1:]] == [safe_cell(text) for text in texts]


def test_csv_holds_every_published_entry(publish: Publish) -> None:
    publish("Parking fines", answer=ODD.replace("\x0b", ""))
    publish("=cmd|' /C calc'!A0")
    rows = list(csv.DictReader(io.StringIO(body("/log/disclosure-log.csv").decode("utf-8-sig"))))
    assert {row["title"] for row in rows} == {"Parking fines", "'=cmd|' /C calc'!A0"}


def test_json_is_as_its_schema_says(publish: Publish) -> None:
    publish("Parking fines", answer=ODD, provisions=["FOIA s.31(1)(a)"])
    publish("Empty homes", outcome="ncnd", regime="EIR")
    data = json.loads(body("/log/disclosure-log.json"))
    schema = json.loads(body("/log/schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())
    assert data["entries"][0]["answer"] in {ODD, "There were forty-two."}
    assert len(data["entries"]) == 2


def test_an_empty_log_is_valid_data(authority: Authority) -> None:
    data = json.loads(body("/log/disclosure-log.json"))
    jsonschema.validate(data, json.loads(body("/log/schema.json")))
    assert data["entries"] == []


def test_feed_sitemap_and_search_description_are_xml(publish: Publish) -> None:
    entry = publish(ODD, answer=ODD, request=ODD)
    for path in ("/log/feed.atom", "/sitemap.xml", "/opensearch.xml"):
        tree = etree.fromstring(body(path))
        text = etree.tostring(tree, encoding="unicode")
        assert path == "/opensearch.xml" or entry.public_id in text


def test_the_feed_names_everything_a_reader_needs(publish: Publish) -> None:
    entry = publish()
    feed = etree.fromstring(body("/log/feed.atom"))
    atom = "{http://www.w3.org/2005/Atom}"
    for name in ("title", "id", "updated", "author"):
        assert feed.find(atom + name) is not None
    one = feed.find(atom + "entry")
    assert one.find(atom + "id").text == f"http://127.0.0.1:8000/log/{entry.public_id}"
    assert one.find(atom + "updated").text == "2026-03-22T00:00:00Z"


def test_programs_are_kept_out_of_private_pages(authority: Authority) -> None:
    lines = body("/robots.txt").decode()
    assert "Disallow: /status/" in lines
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in lines
