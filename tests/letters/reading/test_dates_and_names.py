"""Dates, references, authorities and laws as letters give them."""

from datetime import date

import pytest

from answerable.letters import read_letter
from answerable.model import Letter


def _read(head: str, body: str, tail: str = "Yours faithfully\nOfficer\n") -> Letter:
    return read_letter(f"{head}\n\nDear Sir\n\n{body}\n\n{tail}")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("9 February 2026", date(2026, 2, 9)),
        ("Date: 6 / 11 / 2025", date(2025, 11, 6)),
        ("Date: Mon, 17 Nov 2025 11:20", date(2025, 11, 17)),
        ("15th September 2026", date(2026, 9, 15)),
        ("2026-03-02", date(2026, 3, 2)),
        ("5 Medi/September 2025", date(2025, 9, 5)),
        ("Dyddiad / Date: 12 Mai 2026", date(2026, 5, 12)),
        ("Date of reply: 22 April 2026", date(2026, 4, 22)),
        ("November 17, 2025", date(2025, 11, 17)),
        ("Ref 12/3        Date: 01/04/2026", date(2026, 4, 1)),
        ("1st day of June 2026", date(2026, 6, 1)),
    ],
)
def test_the_day_it_was_sent(written: str, day: date) -> None:
    letter = _read(f"Ferndale Council\n{written}", "We hold nothing.")
    assert letter.dates.sent is not None
    assert letter.dates.sent.day == day
    place = letter.dates.sent.span
    assert str(day.day) in letter.flow[place.start : place.end]


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("We received your request on 10 February 2026.", date(2026, 2, 10)),
        ("Your request of 10 February was for the plans.", date(2026, 2, 10)),
        ("Thank you for your email dated 10 December.", date(2025, 12, 10)),
        ("You asked on 10 February 2026 for the plans.", date(2026, 2, 10)),
        ("Your request dated 9 February 2026, received on 10 February 2026.", date(2026, 2, 10)),
        ("On 10th February 2026 you asked for the plans of 3 May 2021.", date(2026, 2, 10)),
    ],
)
def test_the_day_the_request_came(body: str, day: date) -> None:
    letter = _read("Ferndale Council\n3 March 2026", body)
    assert letter.dates.received is not None
    assert letter.dates.received.day == day


@pytest.mark.parametrize(
    "body",
    [
        "The contract of 3 May 2021 is enclosed.",
        "In our letter of 3 January 2026 we told you so.",
        "The meeting took place on 3 January 2026.",
    ],
)
def test_other_dates_are_not_the_requests(body: str) -> None:
    letter = _read("Ferndale Council\n3 March 2026", body)
    assert letter.dates.received is None


def test_the_day_a_review_was_asked_for_is_not_the_requests() -> None:
    letter = _read(
        "Ferndale Council\n3 March 2026",
        "You asked on 4 February 2026 for an internal review of our reply to your request of 5 January 2026.",
    )
    assert letter.dates.review_asked is not None
    assert letter.dates.review_asked.day == date(2026, 2, 4)
    assert letter.dates.received is not None
    assert letter.dates.received.day == date(2026, 1, 5)


def test_a_request_for_a_review_of_something_is_a_request() -> None:
    letter = _read(
        "Ferndale Council\n3 March 2026",
        "Your request of 5 February 2026 for the report of the review of lighting was received.",
    )
    assert letter.dates.review_asked is None
    assert letter.dates.received is not None


@pytest.mark.parametrize("impossible", ["31 February 2026", "99 March 2026", "12/13/2026"])
def test_a_day_that_never_was_is_no_date(impossible: str) -> None:
    assert _read(f"Ferndale Council\n{impossible}", "We hold nothing.").dates.sent is None


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("Our ref: FC/12/26", "FC/12/26"),
        ("Reference 31120/FOI", "31120/FOI"),
        ("Ref FMH/25/0620", "FMH/25/0620"),
        ("HV/FOI/26/1022", "HV/FOI/26/1022"),
        ("FOI-2026-119", "FOI-2026-119"),
        ("Cyf/Ref: BIGD 0914-25", "BIGD 0914-25"),
    ],
)
def test_the_reference(line: str, reference: str) -> None:
    letter = _read(f"Ferndale Council\n{line}\n3 March 2026", "We hold nothing.")
    assert letter.reference == reference
    assert letter.shows.reference is not None


def test_a_letter_without_a_reference_has_none() -> None:
    letter = _read("Ferndale Council\n3 March 2026", "We hold nothing under section 14 of 12 May.")
    assert letter.reference == ""


@pytest.mark.parametrize(
    ("name", "kind", "scottish"),
    [
        ("Ferndale Borough Council", "council", False),
        ("Ferndale Constabulary", "police", False),
        ("Ferndale Hospitals NHS Foundation Trust", "nhs", False),
        ("University of Ferndale", "university", False),
        ("Ferndale Academies Trust", "school", False),
        ("Department for Ferns", "central", False),
        ("Museum of Ferns", "other", False),
    ],
)
def test_who_writes(name: str, kind: str, scottish: bool) -> None:
    letter = _read(f"{name}\n3 March 2026", "We hold nothing.")
    assert letter.authority.name == name
    assert letter.authority.kind == kind
    assert letter.authority.scottish is scottish


def test_a_name_that_stands_only_in_the_address_to_write_to() -> None:
    letter = read_letter(
        "Freedom of Information Act 2000\n\nYou asked for the plans. We neither confirm nor deny "
        "that we hold them.\n\nIf you are dissatisfied please write to:\n\nGovernance\n"
        "Ferndale City Council\nCity Hall\nFerndale\n"
    )
    assert letter.authority.name == "Ferndale City Council"


@pytest.mark.parametrize(
    ("body", "regime"),
    [
        ("The Freedom of Information Act 2000 applies. We hold it.", "FOIA"),
        ("The Freedom of Information (Scotland) Act 2002 applies. We hold it.", "FOISA"),
        ("The Environmental Information Regulations 2004 apply. We hold it.", "EIR"),
        ("The Environmental Information (Scotland) Regulations 2004 apply.", "EISR"),
        ("We have dealt with this FOI request under the Environmental Information Regulations.", "EIR"),
        ("You asked under the Freedom of Information Act; it was considered under the EIR.", "EIR"),
        ("It is refused under regulation 12(4)(b).", "EIR"),
        ("We hold it.", "unknown"),
    ],
)  # fmt: skip
def test_the_law_it_says_it_applies(body: str, regime: str) -> None:
    assert _read("Ferndale Council\n3 March 2026", body).regime == regime
