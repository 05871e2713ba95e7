"""Cites printed in the spellings people use."""

from typing import Literal

from answerable.model import Cite, Regime

Style = Literal["normal", "section", "short", "full"]

#: The names of the four laws in full.
NAMES = {
    Regime.FOIA: "Freedom of Information Act 2000",
    Regime.EIR: "Environmental Information Regulations 2004",
    Regime.FOISA: "Freedom of Information (Scotland) Act 2002",
    Regime.EISR: "Environmental Information (Scotland) Regulations 2004",
}


def spell(cite: Cite, style: Style = "normal") -> str:
    """``cite`` in words.

    normal: ``FOIA s.31(1)(a)``; section: ``section 31(1)(a)``; short: ``s31(1)(a)``;
    full: ``section 31(1)(a) of the Freedom of Information Act 2000``.
    """
    if style == "normal":
        return str(cite)
    tail = cite.number + "".join(f"({part})" for part in cite.parts)
    environmental = cite.regime.environmental
    if style == "short":
        return f"reg {tail}" if environmental else f"s{tail}"
    words = f"{'regulation' if environmental else 'section'} {tail}"
    return f"{words} of the {NAMES[cite.regime]}" if style == "full" else words
