"""The messages a case was made of, with the way to the original."""

from django.db.models import Prefetch, prefetch_related_objects

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel
from answerable.desk.cases.there import nothing
from answerable.desk.db.at_once import Lookup
from answerable.desk.intake.models import RawMessage
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission


def reads(case: Case, actor: User) -> list[Lookup]:
    """The messages, to those who may open them."""
    if nothing(case, "messages") or not can(actor, Permission.WRITE_CASES):
        return []
    return [Prefetch("messages", RawMessage.objects.visible_to(actor), to_attr="messages_shown")]


def for_case(case: Case, actor: User) -> list[Panel]:
    """The messages, to those who may open them."""
    prefetch_related_objects([case], *reads(case, actor))
    messages = getattr(case, "messages_shown", [])
    if not messages:
        return []
    return [Panel("As it came", "intake/originals.html", {"messages": messages}, side=True)]
