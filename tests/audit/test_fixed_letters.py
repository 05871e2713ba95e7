"""A letter with every proposed paragraph is read as it was, and audits no worse than before."""

import re
from collections import Counter

import pytest

from answerable.audit import Case, audit_letter
from answerable.audit.fix import Proposal, proposals, to_text
from answerable.letters import read_letter
from answerable.letters.draft import read_record, write_notice
from answerable.letters.samples import example, sample
from answerable.letters.writers import to_text as as_text
from answerable.model import Letter

#: Neither confirming nor denying, refusals and cost limits, under each of the four laws.
KINDS = ["foia_ncnd", "eir_ncnd", "foisa_ncnd", "foia_refusal", "foia_partial", "eir_refusal", "foisa_refusal",
         "eisr_refusal", "foia_s12", "foisa_s12_s14", "foia_s21", "foia_not_held"]  # fmt: skip
_RIGHTS = re.compile(r"\n\nIf you are dissatisfied\n.*?(?=\n\nYours faithfully)", re.S)
_COMMISSIONER = re.compile(
    r"\n\n(?:If you are then still|If you are still)[^\n]*Commissioner[^\n]*"
)
_PERIODS = re.compile(
    r" within (?:\d+|six|twenty|forty) (?:working days|months|weeks)(?: of [^.,]*)?"
)
_CAVEAT = re.compile(r"\n\n[^\n]*(?:should not be taken|nor is it|Nothing in this)[^\n]*")


def cut(kind: str, what: str) -> str:
    """The notice of an example without its rights, the Commissioner, its times or its caveat."""
    text = as_text(write_notice(read_record(example(kind), kind)))
    pattern = {
        "rights": _RIGHTS,
        "commissioner": _COMMISSIONER,
        "times": _PERIODS,
        "caveat": _CAVEAT,
    }[what]
    return pattern.sub("", text)


def accepted(letter: Letter, made: tuple[Proposal, ...]) -> str:
    """The letter as it is when an officer takes every proposal as it stands."""
    text = letter.text
    for each in reversed(made):
        edge = "\n\n" if each.paragraph else ""
        text = text[: each.position] + edge + each.words + text[each.position :]
    return text


def audited(letter: Letter) -> Counter[str]:
    return Counter(finding.slug for finding in audit_letter(letter, Case()))


def stands(text: str) -> set[str]:
    """Check that the mended letter is read as the letter was; the ids of what was proposed."""
    letter = read_letter(text)
    before = audit_letter(letter, Case())
    made = proposals(letter, before)
    for mended in (to_text(letter, made), accepted(letter, made)):
        again = read_letter(mended)
        assert again.outcome == letter.outcome
        assert again.regime == letter.regime
        assert again.ncnd == letter.ncnd
        assert len(again.questions) == len(letter.questions)
        assert {str(use.cite) for use in again.relied()} == {
            str(use.cite) for use in letter.relied()
        }
        worse = audited(again) - Counter(finding.slug for finding in before)
        assert not worse, f"{worse}\n{mended}"
    return {each.slug for each in made}


@pytest.mark.parametrize("what", ["rights", "commissioner", "times", "caveat"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_proposal_leaves_the_letter_what_it_is(kind: str, what: str) -> None:
    stands(cut(kind, what))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "foia_not_held"])
def test_a_letter_without_rights_is_mended(kind: str) -> None:
    text = cut(kind, "rights")
    letter = read_letter(text)
    made = proposals(letter, audit_letter(letter, Case()))
    rights = {"review-missing", "s50-missing", "eir-no-reg11", "foisa-s19-missing"}
    assert rights & {each.slug for each in made}
    left = audited(read_letter(accepted(letter, made)))
    assert not rights & set(left)


def test_the_seed_letter_stays_a_refusal_to_confirm_or_deny() -> None:
    assert stands(sample("seed_letter.txt"))


SHORT = {
    "no times": "If you are unhappy with this reply please write to the Town Clerk to have it reviewed.",
    "a colon": "If you are unhappy with this reply please ask for a review by writing to:\n\nTown Clerk\n1 Hill Street\nTarn",
}


@pytest.mark.parametrize("route", SHORT)
@pytest.mark.parametrize("kind", KINDS)
def test_the_times_of_a_review_still_to_come_are_not_those_of_one_made(
    kind: str, route: str
) -> None:
    text = cut(kind, "rights")
    stands(text.replace("\n\nYours faithfully", f"\n\n{SHORT[route]}\n\nYours faithfully"))


def test_times_follow_an_address_and_do_not_part_it_from_its_colon() -> None:
    text = cut("foia_refusal", "rights").replace(
        "\n\nYours faithfully", f"\n\n{SHORT['a colon']}\n\nYours faithfully"
    )
    letter = read_letter(text)
    made = proposals(letter, audit_letter(letter, Case()))
    assert "writing to:\n\nTown Clerk\n1 Hill Street\nTarn\n\n" in accepted(letter, made)
