"""What was asked before, in the narrow column of a case."""

from answerable.desk.asked_before.search import asked_before
from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel
from answerable.desk.people.models import User


def for_case(case: Case, actor: User) -> list[Panel]:
    """The earlier cases, if there are any."""
    earlier = asked_before(case, actor)
    if not earlier:
        return []
    title = f"Asked before ({len(earlier)})"
    return [Panel(title, "asked_before/panel.html", {"earlier": earlier}, side=True)]
