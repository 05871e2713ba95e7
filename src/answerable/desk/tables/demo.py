"""A made-up request for counts with a protected table, and a made-up national picture."""

from datetime import timedelta

from answerable.desk.cases.actions import Arrived, assign, receive
from answerable.desk.cases.models import Case
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.tables import actions
from answerable.desk.tables.models import MosaicEvidence, TableRelease
from answerable.desk.tables.picture import Asked
from answerable.desk.tables.versions import How
from answerable.desk.today import today
from answerable.desk.triage.demo import triage_case

QUESTION = (
    "How many people were helped by the tenancy support service in 2025, by kind of help, for men, "
    "for women and for people under 25?"
)
#: Invented, as is everything in the demonstration.
COUNTS = """Help,Men,Women,Under 25,Total
Keeping a tenancy,61,65,27,126
Moving from a hostel,32,3,31,35
Help with arrears,45,49,9,94
Total,138,117,67,255
"""


def table_case(officer: User) -> tuple[Case, TableRelease]:
    """An open request for counts whose table was protected and accepted for the answer."""
    case = receive(
        Arrived(
            text=f"Dear Saltmarsh Vale,\n\n{QUESTION}\n\nYours,\nOwen Tarrant",
            title="People helped by tenancy support",
            name="Owen Tarrant",
            email="owen.tarrant@mail.example",
            on=today() - timedelta(days=6),
            reason="Opened on this day",
            questions=(QUESTION,),
        ),
        by=officer,
    )
    assign(case, officer, by=officer)
    case = triage_case(Case.objects.get(pk=case.pk), officer)
    question = Case.objects.get(pk=case.pk).questions.get()
    draft = actions.start(
        question,
        COUNTS.encode(),
        "tenancy-support.csv",
        by=officer,
        title="People helped by tenancy support, 2025",
        parts=("Under 25 is part of Total",),
    )
    draft = actions.choose(draft, How.PROTECT, by=officer, rule="fewer-than-5")
    return case, actions.accept(draft, by=officer, seen=draft.version)


def seed_picture(ncnd_class: NcndClass, officer: User) -> MosaicEvidence:
    """The answers of sixty made-up councils beside a national ceiling of 350."""
    said = ["none"] * 4 + ["<5"] * 3 + ["6"] + ["ncnd"] * 40 + ["refused"] * 5 + ["silent"] * 6
    lines = [f"Council {place},{answer}" for place, answer in enumerate(said, start=1)]
    asked = Asked(
        answers="\n".join(["body,answer", *lines]),
        us="Saltmarsh Vale Borough Council",
        total="0..350",
        markers="<5=1..4",
    )
    return actions.add_picture(
        ncnd_class, asked, by=officer, title="Returnees: sixty councils (made up), ceiling of 350"
    )
