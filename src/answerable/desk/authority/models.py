"""The one row that says who this authority is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language

from answerable.model import Regime
from answerable.model.decision import AuthorityDetails, Translated

KINDS = ("council", "central", "police", "nhs", "university", "school", "devolved", "other")
CLEARANCE = {
    "officer": "The officer alone",
    "approver": "An approver",
    "qualified": "An approver, then the qualified person",
}
#: What the request under way has read; None outside of one.
_kept: ContextVar[list[Authority] | None] = ContextVar("kept", default=None)


class Authority(models.Model):
    """What stands in every letter and on every page about the authority."""

    name = models.CharField(max_length=160)
    short_name = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=20, default="council", choices=[(k, k) for k in KINDS])
    scottish = models.BooleanField(default=False)  # FOISA and EI(S)R, else FOIA and EIR
    welsh = models.BooleanField(default=False)  # whether the public side speaks Welsh too
    address = models.TextField()
    email = models.EmailField()
    phone = models.CharField(max_length=40, blank=True)
    review_contact = models.CharField(max_length=300)
    website = models.URLField(blank=True)
    colour = models.CharField(
        max_length=7, default="#1d4f76", validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$")]
    )
    clearance = models.CharField(max_length=20, default="approver", choices=list(CLEARANCE.items()))
    press_sight = models.BooleanField(default=False)
    signs = models.CharField(max_length=120, default="Information Governance Team")
    # How letters in Welsh say it; what is empty is asked for with each letter, or is a name.
    name_welsh = models.CharField(max_length=160, blank=True, default="")
    review_contact_welsh = models.CharField(max_length=300, blank=True, default="")
    signs_welsh = models.CharField(max_length=120, blank=True, default="")
    accessibility_checked = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep it, and forget what this request read before."""
        super().save(*args, **kwargs)
        if kept := _kept.get():
            kept.clear()

    @property
    def regime(self) -> Regime:
        """The Act that governs unless the information is environmental."""
        return Regime.FOISA if self.scottish else Regime.FOIA

    @property
    def environmental_regime(self) -> Regime:
        """The Regulations for environmental information."""
        return Regime.EISR if self.scottish else Regime.EIR

    @property
    def regimes(self) -> tuple[Regime, Regime]:
        """The two regimes an officer may choose between."""
        return self.regime, self.environmental_regime

    @property
    def welsh_texts(self) -> tuple[Translated, ...]:
        """The Welsh of what stands in every letter, where it is given."""
        pairs = (
            (self.name, self.name_welsh),
            (self.review_contact, self.review_contact_welsh),
            (self.signs, self.signs_welsh),
        )
        return tuple(Translated(english, welsh) for english, welsh in pairs if welsh.strip())

    @property
    def spoken_name(self) -> str:
        """The name in the language that is being spoken, where it is given."""
        return self._spoken(self.name, self.name_welsh)

    @property
    def spoken_signs(self) -> str:
        """Who signs, likewise."""
        return self._spoken(self.signs, self.signs_welsh)

    @property
    def spoken_review_contact(self) -> str:
        """Where to ask for a review, likewise."""
        return self._spoken(self.review_contact, self.review_contact_welsh)

    def _spoken(self, english: str, welsh: str) -> str:
        spoken = get_language() or ""
        return welsh if welsh.strip() and spoken.startswith("cy") else english

    @property
    def details(self) -> AuthorityDetails:
        """The particulars as the letter writer takes them."""
        return AuthorityDetails(
            name=self.name,
            address=tuple(line for line in self.address.splitlines() if line.strip()),
            review_contact=self.review_contact,
            kind=self.kind,  # type: ignore[arg-type]
        )


def the_authority() -> Authority:
    """The authority, read once a request. Before it is set up: one with a name that says so."""
    kept = _kept.get()
    if kept is None:
        return read_authority()
    if not kept:
        kept.append(read_authority())
    return kept[0]


@contextmanager
def read_once(known: Authority | None = None) -> Iterator[None]:
    """Read the authority once for all that is done meanwhile; again after it was saved.

    Args:
        known: the authority as it was read already, if it was.
    """
    if known is None and _kept.get() is not None:
        yield  # whoever called us does so already
        return
    token = _kept.set([known] if known else [])
    try:
        yield
    finally:
        _kept.reset(token)


def is_read(authority: Authority) -> None:
    """Take ``authority``, just read together with something else, for this request."""
    kept = _kept.get()
    if kept is not None and not kept:
        kept.append(authority)


def read_authority() -> Authority:
    """The authority as its row says now."""
    return Authority.objects.first() or Authority(
        name="An authority that is not set up yet", address="", email="", review_contact=""
    )
