"""The one queryset that all pages of the log start from, and what else of an entry is public."""

from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from answerable.desk.db.prepared import Prepared
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.publish.models import Publication, Publications

# Only what an officer meant to send, and only if the gate let it through.
_OUT = Q(verdict="pass") | ~Q(released_despite="")
_PURPOSES = (Purpose.RELEASE, Purpose.LETTER)


class Row(NamedTuple):
    """An entry as a list shows it."""

    public_id: str
    title: str
    answer: str
    outcome: str
    subject: str
    service: str | None
    answered_on: date
    published_on: date


class Shown(NamedTuple):
    """An entry as its own page shows it."""

    public_id: str
    title: str
    request: str
    answer: str
    subject: str
    service: str | None
    reference: str
    outcome: str
    received_on: date
    answered_on: date
    published_on: date
    provisions: list[str]
    licence: str
    has_files: bool


def columns(row: type[Row] | type[Shown], before: str = "") -> list[str]:
    """The columns of ``row``, seen from an entry or through ``before``."""
    fields = ("service__name" if name == "service" else name for name in row._fields)
    return [before + name for name in fields]


def public() -> Publications:
    """What is published now. Nobody is signed in on the public site, so nobody is asked for."""
    return Publication.objects.visible_to(None)


def shown(public_id: str) -> Shown | None:
    """The published entry with this id."""
    rows = _SHOWN.rows(public_id)
    return Shown(*rows[0]) if rows else None


def public_files(public_id: str) -> list[Attachment]:
    """The files of an entry that the gate passed, or that an officer let go with a reason."""
    return list(_files().filter(publications__in=public().filter(public_id=public_id)))


def withdrawn(public_id: str) -> Publication | None:
    """An entry that had been published and was withdrawn; its day and reason stay public."""
    return Publication.objects.filter(
        public_id=public_id, state="withdrawn", published_on__isnull=False
    ).first()


def _files() -> QuerySet[Attachment]:
    return Attachment.objects.filter(_OUT, purpose__in=_PURPOSES)


_SHOWN = Prepared(
    lambda public_id: (
        public()
        .filter(public_id=public_id)
        .annotate(has_files=Exists(_files().filter(publications=OuterRef("pk"))))
        .order_by()
        .values_list(*columns(Shown))
    ),
    open_values=1,
)
