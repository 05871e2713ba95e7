"""Whether the notice that a class would make is complete: the core is asked before approval."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import yaml

from answerable.audit import audit_letter, check_record
from answerable.desk.authority.models import the_authority
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.today import today
from answerable.letters import read_letter
from answerable.letters.draft import read_record, write_notice
from answerable.letters.writers import to_text
from answerable.model import Basis, Certainty, Finding, Regime, Severity, UnusableInputError
from answerable.model.decision import NoticeRecord

#: The notice of each regime that neither confirms nor denies, as the law's data calls it.
KINDS = {Regime.FOIA: "foia_ncnd", Regime.EIR: "eir_ncnd", Regime.FOISA: "foisa_ncnd"}
#: Drafting of the letter around the grounds, which a class does not write.
_ANOTHER_PLACE = frozenset({"no-date", "review-missing", "s50-missing", "parts-unanswered"})


@dataclass(frozen=True, slots=True)
class Flaw:
    """What the notice of a class would lack: ``grave`` stands in the way of approval."""

    grave: bool
    words: str
    put_right: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """The notice that a class would make, and its flaws; no notice where it cannot be written."""

    text: str
    flaws: tuple[Flaw, ...]

    @property
    def sound(self) -> bool:
        """Whether the class may be approved."""
        return not any(flaw.grave for flaw in self.flaws)


def check(ncnd_class: NcndClass) -> Check:
    """Write the notice of the class for a made-up request of its kind, and audit it. Never raises."""
    try:
        record = as_record(ncnd_class)
    except UnusableInputError as error:
        return Check("", (Flaw(True, _plain(str(error))),))
    text = to_text(write_notice(record))
    flaws = [Flaw(True, each.message, each.fix) for each in check_record(record)]
    letter = read_letter(text, regime=Regime(ncnd_class.regime))
    flaws += [
        Flaw(_grave(each), each.message, each.fix)
        for each in audit_letter(letter)
        if each.slug not in _ANOTHER_PLACE
    ]
    if not ncnd_class.words:
        flaws.append(
            Flaw(True, "The class has no line of words, so it would never be proposed for a case.")
        )
    return Check(text, tuple(dict.fromkeys(flaws)))


def as_record(ncnd_class: NcndClass) -> NoticeRecord:
    """The decision record of a made-up request that falls under the class.

    Raises:
        UnusableInputError: a field of a ground is missing or wrong, or the law knows no such notice.
    """
    regime = Regime(ncnd_class.regime)
    if regime not in KINDS:
        raise UnusableInputError(
            f"There is no notice under {regime.value} that neither confirms nor denies by class."
        )
    if not ncnd_class.grounds:
        raise UnusableInputError("The class lacks a ground: the limb, and why a yes or a no harms.")
    details = the_authority().details
    record = {
        "kind": KINDS[regime],
        "regime": regime.value,
        "authority": {
            "name": details.name,
            "address": list(details.address),
            "review_contact": details.review_contact,
            "kind": details.kind,
        },
        "reference": "FOI-2222-2222",
        "received": today() - timedelta(days=14),
        "sent": today(),
        "questions": [{"number": "1", "text": ncnd_class.subject}],
        "decisions": [{**decision_of(ncnd_class), "questions": ["1"]}],
        "signed": the_authority().signs,
    }
    return read_record(yaml.safe_dump(record, allow_unicode=True), ncnd_class.name)


def decision_of(ncnd_class: NcndClass) -> dict[str, Any]:
    """The entry of a decision record that the class stands for, without its questions."""
    entry: dict[str, Any] = {
        "decision": "neither_confirm_nor_deny",
        "grounds": ncnd_class.grounds,
    }
    if ncnd_class.published:
        entry["published"] = ncnd_class.published
    return entry


def _grave(finding: Finding) -> bool:
    return finding.basis is Basis.STATUTORY and (
        finding.certainty is Certainty.SURE or finding.severity >= Severity.HIGH
    )


def _plain(words: str) -> str:
    """The reader's sentence without the line of a file that nobody has seen."""
    head, _, tail = words.partition(": ")
    return tail[:1].upper() + tail[1:] if tail and ", line " in head else words
