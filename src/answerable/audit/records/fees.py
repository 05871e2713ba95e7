"""A fee is no more than the law allows. FOISA s.9(1) with SSI 2004/467.

The amounts are in the law's data. Under FOIA the fee is what copies and postage cost, which no
figure in a record can show to be too much.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.records.finding import missing, place
from answerable.law.cites import parse_one
from answerable.letters.draft.order import amount
from answerable.model import Finding, Regime, Source
from answerable.model.decision import FeesNotice, NoticeRecord


def check(record: NoticeRecord) -> Iterator[Finding]:
    """A Scottish fee is at most a share of what the request costs beyond the part that is free."""
    if record.regime is not Regime.FOISA:
        return
    fee = law.table("limits")["scottish_fee"]
    most = (fee["most"] - fee["free"]) * fee["share_percent"] / 100
    for decision in record.decisions:
        if isinstance(decision, FeesNotice) and (amount(decision.amount) or 0) > most:
            yield missing(
                "s12-arith",
                place(record, decision, "amount"),
                f"The fee is {decision.amount}; {fee['cite']} with {fee['instrument']} allows "
                f"£{most:.2f} at most.",
                cites=(parse_one(fee["cite"]), Source(fee["instrument"], fee["verified"])),
                fix=(
                    f"Ask for {fee['share_percent']}% of what the request costs beyond "
                    f"£{fee['free']}. One that costs more than £{fee['most']} may be refused, or "
                    f"supplied for a fee that is agreed ({fee['beyond']})."
                ),
            )
