"""The arithmetic of a cost estimate: what may be counted, at which rate, up to which limit.

FOIA s.12 and SI 2004/3244 regs 3-5; FOISA s.12 and SSI 2004/467. Figures come from the law's data.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_UP, Decimal

from answerable import law
from answerable.model import Regime, UnusableInputError

QUARTER = Decimal(15)  # minutes


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for one authority: pounds in all, pounds an hour, and what counts."""

    pounds: Decimal
    rate: Decimal
    fixed_rate: bool  # FOIA fixes it; in Scotland it is the most that staff may cost
    counted: tuple[str, ...]
    not_counted: tuple[str, ...]
    instrument: str


@dataclass(frozen=True, slots=True)
class Work:
    """So many things, so many minutes each."""

    activity: str
    what: str
    number: int
    minutes: Decimal

    @property
    def total(self) -> Decimal:
        """Minutes in all."""
        return self.number * self.minutes

    @property
    def words(self) -> str:
        """As the letter says it."""
        return (
            f"{self.activity}: {self.number:,} {self.what} at {plain(self.minutes)} "
            f"minute{'' if self.minutes == 1 else 's'} each come to {plain(self.total)} minutes"
        )


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of an estimate, of this case and of those it is taken together with."""

    minutes: Decimal
    rate: Decimal
    pounds: Decimal
    limit: Decimal

    @property
    def hours(self) -> Decimal:
        """Hours in all."""
        return self.minutes / 60

    @property
    def quarters(self) -> int:
        """Quarters of an hour begun."""
        return int((self.minutes / QUARTER).to_integral_value(ROUND_UP))

    @property
    def over(self) -> bool:
        """Whether it passes the limit."""
        return self.pounds > self.limit

    @property
    def workings(self) -> str:
        """The sum as an officer can follow it."""
        quarter = self.rate / 4
        return (
            f"{plain(self.minutes)} minutes are {plain(self.hours)} hours, or {self.quarters:,} "
            f"quarters of an hour begun (15 minutes cost £{quarter:.2f}). At £{plain(self.rate)} an "
            f"hour they cost £{self.pounds:,.2f}; the limit is £{plain(self.limit)}."
        )


def rules_for(regime: Regime, *, central: bool) -> Rules:
    """The rules by regime and kind of authority.

    Raises:
        UnusableInputError: the regime has no cost limit.
    """
    if regime.environmental:
        raise UnusableInputError(no_limit(regime))
    facts = law.facts()["cost_limits"][regime.value]
    if regime.scottish:
        pounds, rate = facts["gbp"], facts["rate_max_gbp_per_hour"]
    else:
        which = "central_government_legislatures_armed_forces" if central else "others"
        pounds, rate = facts[which]["gbp"], facts["rate_gbp_per_hour"]
    return Rules(
        pounds=Decimal(str(pounds)),
        rate=Decimal(str(rate)),
        fixed_rate=not regime.scottish,
        counted=tuple(facts["counted"]),
        not_counted=tuple(facts["not_counted"]),
        instrument=facts["instrument"],
    )


def no_limit(regime: Regime) -> str:
    """What stands in the place of the cost limit under the Regulations."""
    row = next(
        row
        for row in law.provisions()
        if row.regime == regime.value
        and "manifestly unreasonable" in f"{row.title} {row.threshold}".lower()
    )
    return (
        f"There is no cost limit for environmental information. A request that would take an "
        f"unreasonable amount of work may be manifestly unreasonable ({regime.value} {row.citation}), "
        "with a public interest balance, after advice and assistance; time for it may be taken up to "
        "the extended period."
    )


def check(work: Work, rules: Rules) -> None:
    """Refuse work that may not be counted, with the reason.

    Raises:
        UnusableInputError: the activity is not one of those the law lets be counted.
    """
    if work.activity in rules.counted:
        return
    counted = ", ".join(rules.counted)
    raise UnusableInputError(
        f"Time for {work.activity} may not be counted ({rules.instrument}). Only {counted} may."
    )


def add_up(works: Sequence[Work], rules: Rules, rate: Decimal) -> Sum:
    """The sum of an estimate."""
    minutes = sum((work.total for work in works), Decimal(0))
    return Sum(minutes, rate, minutes / 60 * rate, rules.pounds)


def plain(number: Decimal) -> str:
    """A number without needless noughts: 2, 2.5, 1,200; at most two decimals."""
    return f"{number:,.2f}".rstrip("0").rstrip(".")
