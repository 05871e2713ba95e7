"""The exceptions of the two sets of environmental regulations that a letter relies on."""

from answerable import law
from answerable.audit.wordings.once import once
from answerable.model import Letter, ProvisionUse, Regime

#: Where the exceptions with a public interest test stand: EIR reg 12, EI(S)R reg 10.
_REGULATION = {Regime.EIR: "12", Regime.EISR: "10"}


@once
def exceptions_relied(letter: Letter) -> tuple[ProvisionUse, ...]:
    """The reg 12 (or reg 10) exceptions relied on, in the order of the letter."""
    return tuple(
        use for use in letter.relied() if _REGULATION.get(use.cite.regime) == use.cite.number
    )


@once
def harm_exceptions(letter: Letter) -> tuple[ProvisionUse, ...]:
    """Those that turn on an adverse effect (or substantial prejudice): paragraph (5)."""
    return tuple(use for use in exceptions_relied(letter) if _is_harm(use))


def _is_harm(use: ProvisionUse) -> bool:
    record = law.provision(use.cite)
    return record is not None and record.kind in ("adverse_effect", "prejudice")
