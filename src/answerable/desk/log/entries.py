"""The one queryset that all pages of the log start from, and what else of an entry is public."""

from django.db.models import Q

from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.publish.models import Publication, Publications

# Only what an officer meant to send, and only if the gate let it through.
_OUT = (Purpose.RELEASE, Purpose.LETTER)


def public() -> Publications:
    """What is published now. Nobody is signed in on the public site, so nobody is asked for."""
    return Publication.objects.visible_to(None)


def public_files(entry: Publication) -> list[Attachment]:
    """The files of an entry that the gate passed, or that an officer let go with a reason."""
    passed = Q(verdict="pass") | ~Q(released_despite="")
    return list(entry.files.filter(passed, purpose__in=_OUT))


def withdrawn(public_id: str) -> Publication | None:
    """An entry that had been published and was withdrawn; its day and reason stay public."""
    return Publication.objects.filter(
        public_id=public_id, state="withdrawn", published_on__isnull=False
    ).first()
