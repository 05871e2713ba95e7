"""Pages by key: each begins after the last row of the one before, however many came meanwhile."""

import base64
import binascii
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from ninja import Schema
from ninja.errors import HttpError
from pydantic import Field

MOST = 100


class Paging(Schema):
    """Which page."""

    limit: int = Field(default=50, ge=1, le=MOST, description="How many at most")
    after: str = Field(
        default="",
        max_length=80,
        pattern=r"^[A-Za-z0-9_-]*$",
        description="`next` of the page before; empty for the first page",
    )


def page(rows: QuerySet[Any], day: str, wanted: Paging) -> tuple[Sequence[Any], str | None]:
    """A page of ``rows``, the newest ``day`` first, and the key of the next page if there is one.

    Raises:
        HttpError: the key is none of ours.
    """
    if wanted.after:
        on, id_ = _read(wanted.after)
        rows = rows.filter(Q(**{f"{day}__lt": on}) | Q(**{day: on, "public_id__gt": id_}))
    found = list(rows.order_by(f"-{day}", "public_id")[: wanted.limit + 1])
    if len(found) <= wanted.limit:
        return found, None
    last = found[wanted.limit - 1]
    key = f"{getattr(last, day).isoformat()}|{last.public_id}"
    return found[: wanted.limit], base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _read(key: str) -> tuple[date, str]:
    try:
        text = base64.urlsafe_b64decode(key + "=" * (-len(key) % 4)).decode("ascii")
        day, id_ = text.split("|")
        return date.fromisoformat(day), id_.replace("\0", "")
    except (binascii.Error, ValueError):
        raise HttpError(404, "There is no such page; begin without `after`.") from None
