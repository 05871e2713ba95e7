"""Neither confirming nor denying rests on the limb that removes the duty. FOIA s.2(1), s.17(1)(b)."""

from collections.abc import Iterator

from answerable import law
from answerable.audit.records.finding import missing, place
from answerable.model import Finding, Regime
from answerable.model.decision import NeitherConfirmNorDeny, NoticeRecord, Withheld

_NEEDS_MATTER = frozenset({"26", "27", "29", "31", "36", "38"})


def check(record: NoticeRecord) -> Iterator[Finding]:
    """The right kind of limb for each decision, with its matter and threshold."""
    for decision in record.decisions:
        where = place(record, decision, "provision")
        if isinstance(decision, Withheld):
            for ground in decision.grounds:
                if law.is_ncnd_limb(ground.provision):
                    personal = ground.provision.number == "40"
                    yield missing(
                        "s40-wrong-limb" if personal else "no-section",
                        where,
                        f"{ground.provision} removes the duty to confirm or deny; it does not exempt disclosure.",
                    )
        if not isinstance(decision, NeitherConfirmNorDeny):
            continue
        for ground in decision.grounds:
            cite = ground.provision
            if not law.is_ncnd_limb(cite):
                yield missing(
                    "ncnd-wrong-limb", where, f"{cite} does not remove the duty to confirm or deny."
                )
            elif (
                cite.regime is Regime.FOIA
                and cite.number in _NEEDS_MATTER
                and ground.matter is None
            ):
                yield missing(
                    "ncnd-no-underlying-matter",
                    place(record, decision, "matter"),
                    f"{cite} needs the matter that would be prejudiced.",
                )
            elif cite.regime is Regime.FOISA and ground.matter is None:
                yield missing(
                    "foisa-s18-no-exemption",
                    place(record, decision, "matter"),
                    "FOISA s.18 needs the exemption that would apply.",
                )
