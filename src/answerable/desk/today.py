"""The one place that asks what day it is: the authority's day, in London time."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment, with its time zone."""
    return timezone.now()


def today() -> date:
    """Today in London, where the Acts' working days are counted."""
    return timezone.localdate()
