"""Keeping a national picture as evidence for a class of the register."""

from django.db import transaction

from answerable.desk.events.record import record
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.tables.models import MosaicEvidence
from answerable.desk.tables.picture import Asked, draw
from answerable.desk.today import now
from answerable.model import UnusableInputError


def add_picture(ncnd_class: NcndClass, asked: Asked, *, by: User, title: str) -> MosaicEvidence:
    """Draw the picture of many bodies' answers and keep it with the class.

    Raises:
        UnusableInputError: the class is withdrawn, there is no title, or the answers cannot be read.
    """
    require(by, Permission.WRITE_NCND)
    if ncnd_class.withdrawn_on is not None:
        raise UnusableInputError("The class is withdrawn. Evidence is kept for classes in use.")
    if not title.strip():
        raise UnusableInputError("Say what was asked, and where the answers were published.")
    result = draw(asked)
    with transaction.atomic():
        made = MosaicEvidence.objects.create(
            ncnd_class=ncnd_class,
            title=title.strip()[:200],
            answers=asked.answers,
            settings={
                "us": asked.us,
                "total": asked.total,
                "share": asked.share,
                "markers": asked.markers,
            },
            result=result,
            made_by=by,
        )
        record(
            "tables.picture",
            by=by.public_id,
            ncnd_class=ncnd_class.public_id,
            picture=made.public_id,
            bodies=result["bodies"],
        )
    return made


@transaction.atomic
def withdraw_picture(picture: MosaicEvidence, *, by: User) -> None:
    """Set a picture aside; it stays readable, as evidence once relied on.

    Raises:
        UnusableInputError: it was set aside before.
    """
    require(by, Permission.WRITE_NCND)
    if not MosaicEvidence.objects.filter(pk=picture.pk, withdrawn_at__isnull=True).update(
        withdrawn_at=now()
    ):
        raise UnusableInputError("This picture was set aside before.")
    record(
        "tables.picture_set_aside",
        by=by.public_id,
        ncnd_class=picture.ncnd_class.public_id,
        picture=picture.public_id,
    )
