"""What the log says on the page of a case."""

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.transitions import State
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.publish.actions import why_not
from answerable.desk.publish.models import Publication
from answerable.desk.sites import staff_url


def for_case(case: Case, actor: User) -> list[Panel]:
    """The entry of the case, if there is one."""
    entry = Publication.objects.visible_to(actor).filter(case=case).first()
    if entry is None:
        return []
    return [Panel("Disclosure log", "publish/panel.html", {"entry": entry}, side=True)]


def next_steps(case: Case, actor: User) -> list[Step]:
    """To propose an answered case, or to publish what somebody else proposed."""
    if case.where not in (State.SENT, State.CLOSED):
        return []
    entry = Publication.objects.filter(case=case).first()
    if entry is None:
        if can(actor, Permission.PROPOSE_PUBLICATION) and not why_not(case):
            return [Step("Propose for the log", staff_url("propose", case.reference))]
        return []
    if entry.state == "proposed" and can(actor, Permission.PUBLISH):
        return [Step("Proposed for the log", staff_url("log_entry", entry.public_id))]
    return []
