"""What came with a case, on its page: each file with what the gate found in it."""

from django.db.models import Prefetch, prefetch_related_objects

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel
from answerable.desk.cases.there import nothing
from answerable.desk.db.at_once import Lookup
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.people.models import User

#: What service areas found stands with their answers; here stands what came from outside.
_FROM_OUTSIDE = (Purpose.RECEIVED, Purpose.CORRESPONDENCE)


def reads(case: Case, actor: User) -> list[Lookup]:
    """The files that came from outside."""
    if nothing(case, "files"):
        return []
    came = Attachment.objects.visible_to(actor).filter(purpose__in=_FROM_OUTSIDE)
    return [Prefetch("files", came, to_attr="files_that_came")]


def for_case(case: Case, actor: User) -> list[Panel]:
    """The files that came, and the way to the record of the gate."""
    if nothing(case, "files"):
        return []
    prefetch_related_objects([case], *reads(case, actor))
    context = {"case": case, "came": getattr(case, "files_that_came", [])}
    return [Panel("Files that came", "files/panel.html", context, side=True)]
