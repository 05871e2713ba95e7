"""A brake on floods from one part of the network: it makes wait, it never refuses."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from answerable.desk.ask.models import Bucket
from answerable.desk.ask.tokens import derived
from answerable.desk.db.insert import insert_unless_there


@dataclass(frozen=True, slots=True)
class Rate:
    """``most`` at once, and ``an_hour`` more with every hour."""

    most: float
    an_hour: float


SENDING = Rate(most=10, an_hour=10)  # a library or a school shares one address
MESSAGES = Rate(most=10, an_hour=5)


def left_after(left: float, since: timedelta, rate: Rate) -> tuple[float, bool]:
    """What is left once one is taken after ``since``, and whether there was one to take."""
    filled = min(rate.most, left + since.total_seconds() / 3600 * rate.an_hour)
    return (filled - 1, True) if filled >= 1 else (filled, False)


def take(key: str, at: datetime, rate: Rate) -> bool:
    """Take one from the bucket called ``key``; whether there was one."""
    return take_each([key], at, rate)[0]


def take_each(keys: Sequence[str], at: datetime, rate: Rate) -> list[bool]:
    """Take one from each bucket, which may be named more than once; where there was one."""
    left, allowed = left_after(rate.most, timedelta(), rate)
    first = insert_unless_there([Bucket(key=key, left=left, at=at) for key in keys], "key")
    taken = []
    for key in keys:
        taken.append(allowed if key in first else _take_more(key, at, rate))
        first.discard(key)
    return taken


def _take_more(key: str, at: datetime, rate: Rate) -> bool:
    """Take one from a bucket that is there."""
    with transaction.atomic():
        bucket = Bucket.objects.select_for_update().get(key=key)
        since = max(timedelta(), at - bucket.at)
        bucket.left, allowed = left_after(bucket.left, since, rate)
        bucket.at = at
        bucket.save()
    return allowed


def network_key(address: str) -> str:
    """The part of the network an address is in, as a key that cannot be turned back into it."""
    try:
        ip = ipaddress.ip_address(address.strip())
    except ValueError:
        return derived("network", "unknown")
    part = ip.packed[:3] if ip.version == 4 else ip.packed[:6]  # /24, /48
    return derived("network", f"{ip.version}:{part.hex()}")
