"""The disclosure log: what the public sees, and nothing else."""

from typing import Annotated

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from answerable.desk.api.bearer import person
from answerable.desk.api.paging import Paging, page
from answerable.desk.api.problems import ONE
from answerable.desk.api.schemas import ID, Entries, EntryOut
from answerable.desk.publish.models import Publication, Publications

router = Router(tags=["Disclosure log"])


@router.get("/log", response={200: Entries, **ONE}, operation_id="log")
def log(request: HttpRequest, wanted: Query[Paging]) -> Entries:
    """Published answers, the newest first. Scope: read:log."""
    items, after = page(_public(request), "published_on", wanted)
    return Entries(items=[_entry(each) for each in items], next=after)


@router.get("/log/{entry_id}", response={200: EntryOut, **ONE}, operation_id="entry")
def entry(request: HttpRequest, entry_id: Annotated[str, Path(pattern=ID)]) -> EntryOut:
    """One published answer. Scope: read:log."""
    return _entry(get_object_or_404(_public(request), public_id=entry_id))


def _public(request: HttpRequest) -> Publications:
    # As the public: a token of somebody who proposes entries must not show what is proposed.
    person(request, "read:log")
    return Publication.objects.visible_to(None).select_related("service")


def _entry(each: Publication) -> EntryOut:
    return EntryOut(
        id=each.public_id,
        reference=each.reference,
        title=each.title,
        request=each.request,
        answer=each.answer,
        subject=each.subject,
        service=each.service.name if each.service else "",
        regime=each.regime,
        outcome=each.outcome,
        provisions=list(each.provisions),
        received_on=each.received_on,
        answered_on=each.answered_on,
        published_on=each.published_on or each.answered_on,
        licence=each.licence,
    )
