"""What the log says on the page of a case."""

from django.db.models import prefetch_related_objects

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.there import nothing
from answerable.desk.cases.transitions import State
from answerable.desk.db.at_once import Lookup
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.publish.actions import why_not
from answerable.desk.publish.models import Publication, sees_all
from answerable.desk.sites import staff_url


def reads(case: Case, actor: User) -> list[Lookup]:
    """The entry of the case."""
    return [] if nothing(case, "publication") else ["publication"]


def for_case(case: Case, actor: User) -> list[Panel]:
    """The entry of the case, if there is one."""
    entry = _entry(case)
    if entry is None or not (entry.state == "published" or sees_all(actor)):
        return []
    return [Panel("Disclosure log", "publish/panel.html", {"entry": entry}, side=True)]


def next_steps(case: Case, actor: User) -> list[Step]:
    """To propose an answered case, or to publish what somebody else proposed."""
    if case.where not in (State.SENT, State.CLOSED):
        return []
    entry = _entry(case)
    if entry is None:
        if can(actor, Permission.PROPOSE_PUBLICATION) and not why_not(case):
            return [Step("Propose for the log", staff_url("propose", case.reference))]
        return []
    if entry.state == "proposed" and can(actor, Permission.PUBLISH):
        return [Step("Proposed for the log", staff_url("log_entry", entry.public_id))]
    return []


def _entry(case: Case) -> Publication | None:
    """The entry of the case, read once a page."""
    if nothing(case, "publication"):
        return None
    prefetch_related_objects([case], "publication")
    return getattr(case, "publication", None)
