"""Feeds of two case systems and saved requests of a request site, known by their keys.

Whose name and address a feed carries is never taken: only the request, what it is about, when it
came and what was answered. Shapes: the published requests of iCasework (cases with keys such as
"CaseDetails.CaseId") and of Infreemation (``published.request``), and the JSON of one request of
WhatDoTheyKnow (``info_request_events``).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One request of a feed, by the fields of a letter; ``unpublished``: why it is left out."""

    fields: dict[str, str] = field(default_factory=dict)
    unpublished: str = ""


def from_feed(row: Row) -> FeedRow | None:
    """The request in ``row`` if it is of a feed that is known by its keys; else None."""
    return next((read(row) for known, read in _FEEDS if known(row)), None)


def _icasework(row: Row) -> FeedRow:
    at = _finder(row)
    if at("PublishInTheDisclosureLog") == "No":
        return FeedRow(unpublished="is not for the disclosure log")
    label = at("CaseDetails.CaseLabel", "CaseLabel", "Label").removeprefix("IR - ")
    # A list of cases has the label only; the details come with each case.
    details = at("CaseDetailsInformationRequest.Details", "Attributes.Details")
    return FeedRow(
        {
            "id": at("CaseDetails.CaseId", "CaseId"),
            "text": details or label,
            "title": label,
            "date": at("CaseStatusReceipt.DateReceived", "DateReceived", "RequestDate")
            or at("CaseStatusReceipt.TimeCreated", "TimeCreated"),
            "outcome": at("CaseStatus.CurrentOutcome", "CaseStatus.Status", "Status"),
            "answer": at("CaseStageStage1.OutcomeDetails"),
        }
    )


def _infreemation(row: Row) -> FeedRow:
    if "datepublished" in row and not _text(row["datepublished"]):
        return FeedRow(unpublished="is not published")
    history = row.get("history")
    said = history.get("response") if isinstance(history, Mapping) else None
    answers = [
        _text(each.get("responsebody"))
        for each in (said if isinstance(said, list) else [said])
        if isinstance(each, Mapping)
    ]
    return FeedRow(
        {
            "id": _text(row.get("ref")),
            "text": _text(row.get("requestbody")),
            "title": _text(row.get("title") or row.get("subject")),
            "date": _text(row.get("datecreated") or row.get("datepublished")),
            "outcome": _text(row.get("outcome") or row.get("status")),
            "answer": "\n\n".join(filter(None, reversed(answers))),  # a feed has the last first
        }
    )


def _saved_request(row: Row) -> FeedRow:
    if _text(row.get("prominence")) not in ("", "normal"):
        return FeedRow(unpublished="is hidden on the request site")
    body = row.get("public_body")
    return FeedRow(
        {
            "id": _text(row.get("id") or row.get("url_title")),
            "text": _said(row, "sent"),
            "title": unescape(_text(row.get("title"))),
            "date": _text(row.get("created_at")),
            "outcome": _text(row.get("described_state") or row.get("display_status")),
            "body": _text(body.get("name")) if isinstance(body, Mapping) else "",
            "answer": _said(row, "response"),
        }
    )


def _said(row: Row, kind: str) -> str:
    events = row["info_request_events"]
    # A snippet is a piece of the site's own page, with its entities.
    said = "\n".join(
        _text(event.get("snippet") or event.get("body"))
        for event in (events if isinstance(events, list) else [])
        if isinstance(event, Mapping) and event.get("event_type") == kind
    )
    return _BREAK.sub("\n", unescape(said)).strip()


_BREAK = re.compile(r"<br ?/?>", re.I)


def _finder(row: Row) -> Callable[..., str]:
    """Looks a key up however the feed spells it: whole, nested, or its last part alone."""
    flat = _flat(row)
    last = {key.rpartition(".")[2]: value for key, value in reversed(flat.items())}

    def at(*names: str) -> str:
        for name in map(_plain, names):
            if flat.get(name):
                return flat[name]
            if "." not in name and last.get(name):
                return last[name]
        return ""

    return at


def _flat(row: Row, before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in row.items():
        name = before + _plain(str(key))
        if isinstance(value, Mapping) and before.count(".") < 3:
            found |= _flat(value, f"{name}.")
        else:
            found[name] = _text(value)
    return found


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, (list, Mapping)) else str(value).strip()


def _is_icasework(row: Row) -> bool:
    plain = {_plain(str(key)) for key in row}
    return bool({"casedetails.caseid", "casedetails"} & plain) or {"caseid", "caselabel"} <= plain


_FEEDS: tuple[tuple[Callable[[Row], bool], Callable[[Row], FeedRow]], ...] = (
    (lambda row: "info_request_events" in row, _saved_request),
    (lambda row: "ref" in row and "requestbody" in row, _infreemation),
    (_is_icasework, _icasework),
)
