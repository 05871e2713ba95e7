"""A lawful letter that says what is held generally, and neither confirms nor denies as to the one named."""

import pytest

from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.letters.draft import read_record, write_notice
from answerable.letters.samples import example
from answerable.letters.writers import to_text
from answerable.model import Severity

NOTICE = to_text(write_notice(read_record(example("foia_ncnd"), "r.yaml")))
DECISION = "Our decision\n\n"
GENERAL = [
    "We hold a great deal about policing generally, but as to the street named we neither confirm nor deny that any information is held.",
    "The council holds many records about waste in the county, none of which this answer is about.",
    "Like every council, we hold files on waste enforcement in general.",
    "We hold personnel records for all our staff, as every employer does.",
    "We do hold, and publish, figures on waste crime; they say nothing of this street.",
    "Our policy on covert methods is held and can be read on our website.",
    "We have a number of policies on cameras in general.",
    "The information we hold about waste as a whole runs to many thousands of pages.",
    "We hold guidance on cameras that is published, and a yes or a no about one street would be another thing.",
]
NAMED = [
    "We hold a great deal about the street named, but we neither confirm nor deny that any of it is held.",
    "The council holds many records about the street in question.",
    "We hold files on this street in particular.",
    "We hold a log of the cameras you ask about, as the duty officer does.",
    "We do hold figures on the street named.",
    "The plan for this street is held by us and cannot be read.",
    "We have a number of cameras in the lane you name.",
    "The information we hold about this street runs to many pages.",
]


def _told(sentence: str) -> dict[str, Severity]:
    text = NOTICE.replace(DECISION, f"{DECISION}{sentence}\n\n")
    assert sentence in text
    return {finding.slug: finding.severity for finding in audit_letter(read_letter(text))}


@pytest.mark.parametrize("sentence", GENERAL)
def test_what_is_held_generally_is_no_answer(sentence: str) -> None:
    assert _told(sentence) == {}


@pytest.mark.parametrize("sentence", NAMED)
def test_what_is_held_of_the_one_named_is(sentence: str) -> None:
    assert _told(sentence).keys() & {"ncnd-implicit-confirmation", "ncnd-with-partial-disclosure"}
