"""Feeds of case systems and saved requests: read by their keys, names of applicants left behind."""

import json
from pathlib import Path
from typing import Any

import pytest

from answerable.precedents import Entry
from answerable.precedents.logs import LogMapping, Reading
from answerable.precedents.logs.feeds import from_feed

XML = """<?xml version="1.0" encoding="UTF-8"?>
<Cases RequestId="61">
<Case>
<CaseDetails.CaseId>70011</CaseDetails.CaseId>
<CaseDetails.CaseLabel>IR - Street lamps</CaseDetails.CaseLabel>
<CaseDetailsInformationRequest.Details>How many lamps stand in Quay Street?</CaseDetailsInformationRequest.Details>
<CaseDetailsInformationRequest.PublishInTheDisclosureLog>{publish}</CaseDetailsInformationRequest.PublishInTheDisclosureLog>
<CaseStatus.CurrentOutcome>All information sent</CaseStatus.CurrentOutcome>
<CaseStatusReceipt.DateReceived>2025-02-15</CaseStatusReceipt.DateReceived>
<CaseStageStage1.OutcomeDetails>Forty.</CaseStageStage1.OutcomeDetails>
<MainParty.FullName>Person, A</MainParty.FullName>
</Case>
</Cases>"""


def read(path: Path, mapping: LogMapping | None = None) -> tuple[list[Entry], Reading]:
    reading = Reading([path], mapping or LogMapping(), lambda path: path.read_text(), {".txt"})
    return list(reading.entries()), reading


def write(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def infreemation(**more: Any) -> dict[str, Any]:
    history = {"response": [{"responsebody": "Forty lamps."}, {"responsebody": "We have it."}]}
    return {
        "ref": "FOI-1",
        "title": "Street lamps",
        "requestbody": "How many lamps stand in Quay Street?",
        "history": history,
        "datecreated": "2025-01-01",
        "datepublished": "2025-02-05",
        "requester": "A. Person",
        **more,
    }


def saved(**more: Any) -> dict[str, Any]:
    return {
        "id": 12,
        "url_title": "street_lamps",
        "title": "Street lamps",
        "created_at": "2025-01-01T10:00:00.000+00:00",
        "described_state": "partially_successful",
        "prominence": "normal",
        "user": {"name": "A. Person"},
        "public_body": {"name": "Wexcombe Council"},
        "info_request_events": [
            {"event_type": "sent", "snippet": "How many lamps stand in Quay Street?"},
            {"event_type": "response", "snippet": "Forty lamps."},
            {"event_type": "comment", "snippet": "Good luck."},
        ],
        **more,
    }


def test_cases_of_icasework_as_xml(tmp_path: Path) -> None:
    [entry], reading = read(write(tmp_path, "cases.xml", XML.format(publish="Yes")))
    assert entry == Entry(
        "70011",
        "How many lamps stand in Quay Street?",
        "Street lamps",
        "2025-02-15",
        "All information sent",
        "",
        "Forty.",
    )
    assert reading.left_out == 0


def test_a_list_of_cases_as_json_has_the_label(tmp_path: Path) -> None:
    row = {"CaseId": "7", "CaseLabel": "IR - Lamps", "DateReceived": "2025-02-15", "Status": "Sent"}
    [entry], _ = read(write(tmp_path, "cases.json", json.dumps([row])))
    assert (entry.id, entry.text, entry.date) == ("7", "Lamps", "2025-02-15")


def test_a_case_kept_by_the_client_with_nested_keys() -> None:
    found = from_feed(
        {
            "case_details": {"case_id": "8", "case_label": "IR - Lamps"},
            "attributes": {"details": "How many?", "publish_in_the_disclosure_log": "Yes"},
            "case_status_receipt": {"time_created": "2025-02-15T16:42:19"},
            "case_status": {"status": "All information sent"},
        }
    )
    assert found is not None
    assert found.fields["text"] == "How many?"
    assert found.fields["date"].startswith("2025-02-15")


def test_published_requests_of_infreemation(tmp_path: Path) -> None:
    feed = {"published": {"request": [infreemation()]}}
    [entry], _ = read(write(tmp_path, "feed.json", json.dumps(feed)))
    assert (entry.id, entry.date, entry.title) == ("FOI-1", "2025-01-01", "Street lamps")
    assert entry.answer == "We have it.\n\nForty lamps."


def test_a_request_saved_from_the_request_site(tmp_path: Path) -> None:
    [entry], _ = read(write(tmp_path, "street_lamps.json", json.dumps(saved())))
    assert (entry.body, entry.outcome) == ("Wexcombe Council", "partially_successful")
    assert (entry.text, entry.answer) == ("How many lamps stand in Quay Street?", "Forty lamps.")


@pytest.mark.parametrize(
    "text",
    [
        XML.format(publish="Yes"),
        json.dumps([infreemation()]),
        json.dumps(saved()),
    ],
)
def test_who_asked_is_never_taken(tmp_path: Path, text: str) -> None:
    name = "a.xml" if text.startswith("<") else "a.json"
    [entry], _ = read(write(tmp_path, name, text))
    assert "Person" not in repr(entry)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.xml", XML.format(publish="No"), "is not for the disclosure log"),
        ("a.json", json.dumps([infreemation(datepublished="")]), "is not published"),
        ("b.json", json.dumps(saved(prominence="hidden")), "is hidden on the request site"),
    ],
)
def test_what_is_not_published_is_left_out_and_said(
    tmp_path: Path, name: str, text: str, why: str
) -> None:
    entries, reading = read(write(tmp_path, name, text))
    assert entries == []
    assert reading.left_out == 1
    assert reading.files[0].left_out[0].endswith(why)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<Cases><Case>", "is not XML that can be read"),
        ('<!DOCTYPE a [<!ENTITY e "x">]><Cases><Case/></Cases>', "declares a document type"),
        ("<notes><note/></notes>", "no element named “Case”"),
        ("<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'/>", "notices"),
    ],
)
def test_other_xml_is_refused_in_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    entries, reading = read(write(tmp_path, "a.xml", text))
    assert entries == []
    assert said in reading.files[0].error


def test_a_mapping_wins_over_what_a_feed_is_known_for(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", json.dumps([infreemation(topic="Lighting")]))
    [entry], _ = read(path, LogMapping(columns={"title": ("topic",)}, said={"title": "Line 1"}))
    assert entry.title == "Lighting"
    assert entry.id == "FOI-1"


def test_an_ordinary_row_is_no_feed() -> None:
    assert from_feed({"id": "1", "request": "lamps", "date": "2025-01-01"}) is None
    assert from_feed({"ref": "1", "text": "lamps"}) is None
    assert from_feed({}) is None


def test_hostile_shapes_do_not_break_the_reading(tmp_path: Path) -> None:
    rows = [
        saved(info_request_events=None),
        saved(info_request_events=[None, 1, {"event_type": "sent", "snippet": ["x"]}]),
        infreemation(history=[1], requestbody={"a": 1}),
        {"CaseDetails": {"CaseId": {"deep": {"deeper": {"deepest": 1}}}}},
    ]
    entries, reading = read(write(tmp_path, "a.json", json.dumps(rows)))
    assert entries == []
    assert reading.left_out == 4
