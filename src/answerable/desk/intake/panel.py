"""The messages a case was made of, with the way to the original."""

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel
from answerable.desk.cases.there import nothing
from answerable.desk.intake.models import RawMessage
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission


def for_case(case: Case, actor: User) -> list[Panel]:
    """The messages, to those who may open them."""
    if nothing(case, "messages") or not can(actor, Permission.WRITE_CASES):
        return []
    messages = list(RawMessage.objects.visible_to(actor).filter(case=case))
    if not messages:
        return []
    return [Panel("As it came", "intake/originals.html", {"messages": messages}, side=True)]
