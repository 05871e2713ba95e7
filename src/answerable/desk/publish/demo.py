"""Entries of the made-up log, through the real actions."""

from answerable.desk.cases.models import Case
from answerable.desk.people.models import User
from answerable.desk.publish import actions
from answerable.desk.publish.files import publishable
from answerable.desk.publish.models import Publication
from answerable.desk.publish.proposal import proposal


def propose(case: Case, officer: User, subject: str = "Other") -> Publication:
    """Propose the answer with all its files, as the program struck it."""
    words = proposal(case)
    service = next((q.service for q in case.questions.select_related("service") if q.service), None)
    entry = actions.Entry(
        title=words.title,
        request=words.request,
        answer=words.answer,
        subject=subject,
        service=service,
        files=publishable(case),
        not_the_name=True,
    )
    return actions.propose(case, entry, by=officer)


def publish(case: Case, publisher: User) -> Publication:
    """Publish what was proposed for the case."""
    return actions.publish(Publication.objects.get(case=case), by=publisher)
