"""A request for environmental information handled under the Freedom of Information Act.

EIR reg 2(1) and 5(1); FOIA s.39. In Scotland EI(S)R reg 2(1) and 5(1); FOISA s.39(2).
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.environment import about_environment, weighed_regimes
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Regime, Severity

RULE = Rule(
    code="EI101",
    slug="wrong-regime",
    cites=(Cite(Regime.EIR, "5", ("1",)), Cite(Regime.EIR, "2", ("1",)), Cite(Regime.FOIA, "39")),
    why=(
        "Which law applies depends on what is asked for, not on what the applicant calls it. "
        "Under the Regulations there is a presumption of disclosure, every exception has a "
        "balance, there is no cost limit and the review is statutory; a FOIA refusal of "
        "environmental information breaches them however well it is written."
    ),
    fix=(
        "Decide first whether the information is environmental. If it is, answer under the "
        "Regulations; if only part is, answer each part under its own law."
    ),
    own_law=False,
)
_SCOTTISH = (Cite(Regime.EISR, "5", ("1",)), Cite(Regime.FOISA, "39", ("2",)))
# FOIA s.39 and FOISA s.39(2) lead to the Regulations; s.21 and s.25 to what is published.
_ROUTES = frozenset(
    (
        Cite(Regime.FOIA, "39"),
        Cite(Regime.FOIA, "21"),
        Cite(Regime.FOISA, "39"),
        Cite(Regime.FOISA, "25"),
    )
)
_SUPPLIED = (
    Outcome.FULL,
    Outcome.CLARIFICATION,
    Outcome.TRANSFER,
    Outcome.FEES_NOTICE,
    Outcome.OTHER,
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the letter applies FOIA (or FOISA) alone and the request is environmental."""
    if letter.regime in ("EIR", "EISR"):
        yield from _act_in_regulations(letter)
    if letter.regime not in ("FOIA", "FOISA") or weighed_regimes(letter):
        return
    reading = about_environment(letter, case)
    if reading is None:
        return
    scottish = letter.regime == "FOISA" or letter.authority.scottish
    cites = _SCOTTISH if scottish else RULE.cites
    harmless = letter.outcome in _SUPPLIED
    plain = reading.plain and not harmless and letter.outcome is not Outcome.NOT_HELD
    # What is kept from offenders is about crime, though the offence be against the environment.
    plain = plain and not letter.ncnd
    yield RULE.finding(
        letter,
        reading.where,
        f"The request looks environmental ({reading.reason}) and is answered under "
        f"{letter.regime} alone; {cites[0]} applies to environmental information.",
        certainty=Certainty.SURE if plain else Certainty.LIKELY,
        severity=None if plain else Severity.LOW if harmless else Severity.MEDIUM,
        cites=cites,
    )


def _act_in_regulations(letter: Letter) -> Iterator[Finding]:
    """An exemption of the Act claimed in a letter that is otherwise under the Regulations."""
    for use in letter.relied():
        if use.cite.regime.environmental or law.status(use.cite) == "procedural":
            continue
        if use.cite.whole in _ROUTES:
            continue
        yield RULE.finding(
            letter,
            use.spans[0],
            f"{use.cite} is relied on in a letter under the Regulations; environmental information "
            f"can be withheld only under them ({RULE.cites[2]} is the one way across).",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )
        return
