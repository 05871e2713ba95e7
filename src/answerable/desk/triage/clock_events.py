"""What the clock calls the things that happen to a request, by regime."""

from dataclasses import dataclass
from datetime import date

from answerable.clock import clock_names, due
from answerable.model import Regime


@dataclass(frozen=True, slots=True)
class Pair:
    """An event that stops the clock or asks, and the one that follows it."""

    first: str
    then: str


def clarification(regime: Regime) -> Pair:
    """FOIA s.1(3), FOISA s.1(3); EIR and EI(S)R reg.9."""
    if regime.environmental:
        return Pair("particulars_requested_reg9", "particulars_received")
    return Pair("clarification_requested_s1_3", "clarification_received")


def fee(regime: Regime) -> Pair:
    """FOIA and FOISA s.9; EIR and EI(S)R reg.8."""
    if regime.environmental:
        return Pair("payment_notice_reg8", "payment_received")
    return Pair("fees_notice_given", "fee_received")


def close_on(asked_on: date) -> date:
    """When a request that waits for clarification may be closed.

    The law's data has the period for FOIA, as good practice; it is taken for every regime.
    """
    return due(asked_on, Regime.FOIA, "clarification_close").due


def pay_by(asked_on: date, regime: Regime) -> date:
    """The last day to pay a fee or an advance charge."""
    return due(asked_on, regime, pay_window(regime)).due


def pay_window(regime: Regime) -> str:
    """The clock of the time to pay."""
    return "reg8_advance_payment_window" if regime.environmental else "fee_payment_window"


#: The clock of more time, and the event that the clock knows it by.
_MORE = {
    "pit_extension_outer_limit_ico": "s10_3_extension_notice",
    "response_extended_reg7": "reg_7_3_notice",
}


def more_time(regime: Regime) -> Pair | None:
    """The outer clock and the event of more time under a regime; None where there is none."""
    known = clock_names(regime)
    return next((Pair(event, clock) for clock, event in _MORE.items() if clock in known), None)
