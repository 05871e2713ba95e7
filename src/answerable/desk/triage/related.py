"""Other requests of the same person near in time, whose cost may be taken together.

FOIA s.12(4); SI 2004/3244 reg 5: within 60 working days, the same or similar information. The
window is the law's; whether they are alike an officer says.
"""

from django.db.models import Q

from answerable.clock import clock_names, due
from answerable.desk.cases.models import Case
from answerable.desk.people.models import User

WINDOW = "aggregation_window"


def related(case: Case, actor: User) -> list[Case]:
    """The cases of the same applicant within the window, before or after; none without a window."""
    same = _same_applicant(case)
    if WINDOW not in clock_names(case.law) or same is None:
        return []
    others = Case.objects.visible_to(actor).filter(same, regime=case.regime).exclude(pk=case.pk)
    return [each for each in others.order_by("received_on")[:50] if _near(case, each)]


def _same_applicant(case: Case) -> Q | None:
    if case.applicant_email:
        return Q(applicant_email__iexact=case.applicant_email)
    if case.applicant_name and case.applicant_address:
        return Q(
            applicant_name__iexact=case.applicant_name, applicant_address=case.applicant_address
        )
    return None


def _near(one: Case, other: Case) -> bool:
    first, second = sorted((one.received_on, other.received_on))
    return second <= due(first, one.law, WINDOW).due
