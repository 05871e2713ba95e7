"""The FOIA cost limit, or FOIA s.14, used against a request for environmental information.

EIR reg 12(4)(b) (manifestly unreasonable) is the only way; it has its own balance. EI(S)R
reg 10(4)(b) in Scotland. There is no appropriate limit in either set of Regulations.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.environment import about_environment
from answerable.model import Certainty, Cite, Finding, Letter, ProvisionUse, Regime, Severity

RULE = Rule(
    code="CV105",
    slug="s12-eir",
    cites=(Cite(Regime.EIR, "12", ("4", "b")), Cite(Regime.EISR, "10", ("4", "b"))),
    why=(
        "Environmental information is asked for under the Regulations, whatever the applicant "
        "calls it. They have no cost limit and no section 14: a burdensome request can be refused "
        "only as manifestly unreasonable, after weighing the public interest and presuming in "
        "favour of disclosure."
    ),
    fix=(
        "Handle the environmental part under the Regulations: reg 12(4)(b) with reasons, the "
        "balance and advice under reg 9, or disclose."
    ),
    fix_under=dict.fromkeys(
        ("FOISA", "EISR"),
        "Handle the environmental part under the Environmental Information (Scotland) Regulations: "
        "reg 10(4)(b) with reasons, the balance and advice under reg 9, or disclose.",
    ),
    own_law=False,
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.12 or s.14 is relied on and the request is environmental."""
    uses = [use for use in letter.relied() if _cost_or_vexatious(use)]
    if not uses:
        return
    sure = letter.regime in ("EIR", "EISR")
    reading = None if sure else about_environment(letter, case)
    if not sure and reading is None:
        return
    exception = (
        RULE.cites[1] if letter.regime == "EISR" or letter.authority.scottish else RULE.cites[0]
    )
    plain = sure or (reading is not None and reading.plain)
    yield RULE.finding(
        letter,
        uses[0].spans[0],
        f"{uses[0].cite} is relied on, but the information asked for is environmental: only "
        f"{exception} could apply.",
        certainty=Certainty.SURE if plain else Certainty.LIKELY,
        severity=None if plain else Severity.MEDIUM,
        cites=(exception,),
    )


def _cost_or_vexatious(use: ProvisionUse) -> bool:
    return use.cite.number in ("12", "14") and not use.cite.regime.environmental
