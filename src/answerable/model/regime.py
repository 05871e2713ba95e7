"""The four access regimes, and the wider readings a letter or a request may have."""

from enum import StrEnum
from typing import Literal


class Regime(StrEnum):
    """A law under which a request for recorded information is answered."""

    FOIA = "FOIA"  # Freedom of Information Act 2000
    EIR = "EIR"  # Environmental Information Regulations 2004
    FOISA = "FOISA"  # Freedom of Information (Scotland) Act 2002
    EISR = "EISR"  # Environmental Information (Scotland) Regulations 2004

    @property
    def environmental(self) -> bool:
        """Whether this is one of the two sets of environmental regulations."""
        return self in _ENVIRONMENTAL

    @property
    def scottish(self) -> bool:
        """Whether the Scottish Information Commissioner enforces it."""
        return self in _SCOTTISH


# Asked of very often, and a member of an enumeration takes long to name.
_ENVIRONMENTAL = frozenset([Regime.EIR, Regime.EISR])
_SCOTTISH = frozenset([Regime.FOISA, Regime.EISR])

#: What a letter says it applies. ``mixed``: more than one; ``unknown``: it names none.
LetterRegime = Literal["FOIA", "EIR", "FOISA", "EISR", "mixed", "unknown"]

#: What the subject of a request points to. The Scottish pair follow from the authority,
#: not from the subject, so they are not told apart here.
RequestRegime = Literal["FOIA", "EIR", "SAR", "mixed"]
