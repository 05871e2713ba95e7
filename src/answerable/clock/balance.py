"""Only a qualified exemption has a balance for which more time may be taken. FOIA s.10(3)."""

from answerable import law
from answerable.model import Regime, UnusableInputError


def check_qualified(provision: str) -> None:
    """Refuse more time for anything but a qualified exemption of FOIA.

    Raises:
        UnusableInputError: ``provision`` is no provision, of another law, or has no balance.
    """
    try:
        cite = law.cites.parse_one(provision)
    except ValueError:
        raise UnusableInputError(
            f"“{provision}” is not a provision; write it as s35(1)(a)."
        ) from None
    if cite.regime is not Regime.FOIA:
        raise UnusableInputError(
            f"{cite} is of another law; a public interest extension weighs an exemption of "
            f"{Regime.FOIA.value}."
        )
    if law.status(cite) not in ("qualified", "contested"):
        raise UnusableInputError(
            f"{cite} has no public interest balance, so no more time can be taken for it."
        )
