"""What is withheld is held: the exception for what is not held keeps nothing back.

EIR reg.12(4)(a), EISR reg.10(4)(a), FOISA s.17.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.records.finding import missing, place
from answerable.model import Finding
from answerable.model.decision import NoticeRecord, Withheld


def check(record: NoticeRecord) -> Iterator[Finding]:
    """A decision says that information is held and kept back, or that it is not held; not both."""
    for decision in record.decisions:
        if not isinstance(decision, Withheld):
            continue
        for ground in decision.grounds:
            row = law.provision(ground.provision)
            if row is not None and row.says_not_held:
                yield missing(
                    "held-not-stated",
                    place(record, decision, "provision"),
                    f"The decision says that the information is held and kept back, and "
                    f"{ground.provision} is for information that is not held.",
                    cites=(ground.provision,),
                    fix=(
                        "Decide “not_held” with the searches that were made; or name the provision "
                        "under which information that is held is kept back."
                    ),
                )
