"""Taking a version into the answer: the true counts go, what will be published stays."""

import json

from django.db import transaction
from django.utils.crypto import salted_hmac

from answerable.desk.cases.actions import StaleError
from answerable.desk.decide.actions.draft import check_case
from answerable.desk.decide.ncnd_gate import refuse_if_silent
from answerable.desk.events.chain import commitment
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.tables.models import TableDraft, TableRelease
from answerable.desk.today import now
from answerable.model import UnusableInputError


@transaction.atomic
def accept(draft: TableDraft, *, by: User, seen: int, reason: str = "") -> TableRelease:
    """Keep the version that is shown as the question's table, and delete the true counts.

    Args:
        draft: the table being looked at.
        by: who accepts it.
        seen: the number of the version that they looked at.
        reason: why it may be published though the rule calls something in it unsafe.

    Raises:
        UnusableInputError: no version was made, it contradicts what was published, or a reason is
            wanted and not given.
        StaleError: somebody changed it meanwhile.
    """
    require(by, Permission.DECIDE)
    found = TableDraft.objects.select_for_update().filter(pk=draft.pk, version=seen).first()
    if found is None:
        raise StaleError("Somebody changed this table while you were looking. Open it again.")
    question, proposal = found.question, found.proposal
    refuse_if_silent(question.case, "No table can be accepted")
    check_case(question.case)
    if not proposal:
        raise UnusableInputError("Choose first what is to be done with the table.")
    if proposal["contradiction"]:
        raise UnusableInputError(proposal["contradiction"])
    if proposal["unsafe"] and not reason.strip():
        raise UnusableInputError(
            "Something in this version is unsafe by the rule. Give the reason why it may be "
            "published all the same, or choose another version."
        )
    TableRelease.objects.filter(question=question, state="accepted").delete()
    made = TableRelease.objects.create(
        case=question.case,
        question=question,
        title=found.title,
        rows=proposal["rows"],
        rounded=proposal["rounded"],
        totals=True,
        least=proposal.get("least", 0),
        levels=found.raw.get("levels", []),
        parts=found.raw.get("parts", []),
        how=proposal["how"],
        rule=proposal["rule"],
        reason=reason.strip() if proposal["unsafe"] else "",
        commitment=commitment_to(found.raw),
        links=found.links,
        made_by=by,
        made_at=now(),
    )
    found.delete()
    record(
        "tables.accepted",
        by=by.public_id,
        case=question.case.reference,
        question=question.number,
        table=made.public_id,
        how=made.get_how_display(),
        rule=made.rule,
        reason=commitment(made.reason) if made.reason else None,
    )
    return made


@transaction.atomic
def take_back(release: TableRelease, *, by: User) -> None:
    """Delete an accepted table that has not gone out.

    Raises:
        UnusableInputError: it was sent: what the world knows is not taken back.
    """
    require(by, Permission.DECIDE)
    gone, _ = TableRelease.objects.filter(pk=release.pk, state="accepted").delete()
    if not gone:
        raise UnusableInputError("This table was sent. It stays in the register.")
    record(
        "tables.taken_back",
        by=by.public_id,
        case=release.case.reference,
        table=release.public_id,
    )


def commitment_to(raw: dict[str, object]) -> str:
    """A digest under the site's own secret, so that small counts cannot be found by trying."""
    text = json.dumps(raw, sort_keys=True, separators=(",", ":"))
    return salted_hmac("answerable.tables", text, algorithm="sha256").hexdigest()
