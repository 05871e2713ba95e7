"""Why an answer is due on its day, in one sentence for the person who asked."""

from django.utils.translation import gettext as _

from answerable.desk.cases.clock import clock_of
from answerable.desk.cases.models import Case
from answerable.desk.ui.jinja import day


def why(case: Case) -> str:
    """How many working days after which day, as the core counts them, and by which law."""
    workings = clock_of(case)
    counted = sum(working.counts for working in workings.workings)
    return _("This is %(days)s working days after %(start)s (%(law)s).") % {
        "days": counted,
        "start": day(workings.counted_from),
        "law": ", ".join(workings.cites),
    }
