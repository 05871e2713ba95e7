"""Harm is asserted, with no link between disclosure and the harm.

Prejudice test (Hogan, EA/2005/0026): an interest, a causal link, and a likelihood.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, part_two
from answerable.audit.wordings.exceptions import harm_exceptions
from answerable.audit.wordings.likelihood import needs_prejudice, only_possible
from answerable.audit.wordings.once import once
from answerable.audit.wordings.reasons import has_reasons
from answerable.audit.wordings.weighed import before_weighing
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, ProvisionUse, Severity, Span

RULE = Rule(
    code="EX101",
    slug="prejudice-asserted",
    cites=(foia("17", "1", "c"),),
    why=(
        "That something could or may happen is true of anything. The reader must be able to "
        "follow how this information would lead to that harm."
    ),
    fix=(
        "Say who would do what with the information, how that would harm the interest named, "
        "and how likely it is."
    ),
)
# Somebody who would do something: "a rival that knew the prices would bid below them". The verbs
# left out are those of the test itself and of its paraphrases.
_ACTS = Phrase(
    r"\bwould (?:also |then |therefore |soon |in turn )?(?:be (?:very |more |less |highly )?likely to )?(?!be\b|prejudic|harm|damag|undermin|affect|endanger|have|not\b|allow|enabl|help|show|increas|otherwise|seem|appear|contraven|breach|impair|imped|tak|exceed|like|lead|follow|arise|occur|result|come|cause|mean|be\b)[a-z]{3,}"
    r"|(?:because|since|so that|who|which|if) .{0,80}\b(?:could|would|can|might) (?:then |also |simply |easily )?(?:use|bid|pitch|undercut|work out|find|learn|know|compare|choose|avoid|target|price|tell|decide|exploit|enter|attack|guess|copy)\b",
    "would", "could", "can ", "might",
    needs=("would", "because", "since", "so that", "who", "which", "if "),
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when prejudice limbs rest on what could or may happen and nothing says how."""
    if letter.regime in ("EIR", "EISR") or not any(
        needs_prejudice(u.cite) for u in part_two(letter)
    ):
        return
    if _explains(letter):
        return
    possible = only_possible(letter)
    if possible is None:
        yield from _stated_only(letter)
        return
    yield RULE.finding(
        letter,
        possible,
        "The harm is said to be possible; the notice does not show how disclosure would bring it "
        "about.",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
    )


def _stated_only(letter: Letter) -> Iterator[Finding]:
    """The prejudice is stated in the words of the limb and nothing says who would do what."""
    if letter.ncnd or has_reasons(letter, outside_balance=True, joined=True):
        return
    use = next(u for u in part_two(letter) if needs_prejudice(u.cite))
    yield RULE.finding(
        letter,
        use.spans[0],
        f"Prejudice under {use.cite} is stated; the notice does not show how disclosure would "
        "bring it about.",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
    )


def _explains(letter: Letter) -> bool:
    """Whether, outside the balance, a sentence says who would do what."""
    return any(
        not any(b.span.start <= span.start < b.span.end for b in letter.balances)
        for span in _acts(letter)
    )


@once
def _acts(letter: Letter) -> tuple[Span, ...]:
    """Every place where somebody would do something."""
    return tuple(_ACTS.among(letter.own))


# A harm put no higher than a fear, or in the limb's own words: "could potentially impact on policing",
# "who knows what harm it might do", "we do not doubt that prejudice would follow".
_FEARED = Phrase(
    r"\b(?:could|may|might|can)\b[^.\n]{0,40}\b(?:potential\w*|possib\w*|conceivab\w*|theoretical\w*|impact|affect|effect|harm|damage|prejudic\w*|undermin\w*|risk|jeopardi\w*|compromis\w*|hamper|hinder|impede|disrupt|interfere)\b|\b(?:negative|adverse|detrimental|damaging|harmful|unwelcome|undesirable) (?:effect|impact|consequences?|outcome|results?)\b|\bwho knows\b|\b(?:cannot|can't|could not|impossible to|hard to|difficult to) (?:\w+ )?(?:rule out|say what|know what|tell what|predict|be sure|exclude|be too careful)|\b(?:one|we|you) (?:cannot|can't) be too careful|\bbetter (?:to be )?safe\b|\berr(?:ing)? on the side|\bas a precaution|\bprecautionary|\bto be on the safe side|\bout of caution|\b(?:in )?(?:our|past|long|previous) experience\b|\b(?:no|not|n't|without) (?:\w+ ){0,3}doubt\b|\b(?:obvious|self-evident|clear|plain|goes without saying|needs no explanation|speaks for itself|evident|inevitable|undeniable)(?:ly)?\b[^.\n]{0,60}\b(?:harm|prejudic\w*|damag\w*|undermin\w*|inhibit\w*|endanger\w*|affect\w*)|\b(?:some|any|certain|a degree of|a measure of|considerable|serious|substantial|significant|real|grave|severe) (?:\w+ )?(?:harm|prejudice|damage|detriment|risk|inhibition)\b[^.\n]{0,40}\b(?:would|will|could|may|might|is|follow|result|ensue|arise|occur)\w*|\bby its (?:very )?nature\b|\bsensitive (?:by nature|in nature|nature)\b|\bwould be felt\b",
    "could", "may", "might", "can", "effect", "impact", "consequence", "outcome", "result", "who knows", "impossible", "hard to", "difficult", "careful", "safe", "err", "precaution", "caution", "experience", "doubt", "obvious", "self-evident", "clear", "plain", "goes without", "explanation", "speaks for", "evident", "inevitabl", "undeniabl", "harm", "prejudice", "damage", "detriment", "risk", "inhibition", "nature", "felt",
)  # fmt: skip
# Somebody in particular who does or did something, or a day, sum or number: the link in the chain.
_LINK = compiled(
    r"\b(?:because|since|as|for|if|so that|which (?:shows?|gives?|names?|lists?|sets? out|tells?)|who|whose|when|once|until|knowing|with (?:that|this|it|the)|from (?:it|them|this|these))\b[^.\n]{20}"
)
_PARTICULAR = compiled(
    r"(?:£ ?\d|\b\d{1,3}(?:,\d{3})*\b(?! ?\()(?!\))|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred)\b|\b(?:january|february|march|april|may (?:\d|20)|june|july|august|september|october|november|december|monday|week|month|summer|autumn|winter|spring)\b)"
)
_TOLD = 12  # words of its own that make a sentence about this information


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Hardly a sentence says who would do what with the information."""
    uses = [u for u in part_two(letter) if needs_prejudice(u.cite) or _is_harm(letter, u)]
    if not uses:
        return
    feared = _FEARED.search(letter.own)
    if feared is None and len(_acts(letter)) > _FEW:
        return
    apart = before_weighing(letter)
    told = has_reasons(letter, outside_balance=True, least=_TOLD, within=apart, joined=True)
    if told and _is_linked(letter, apart):
        return
    yield RULE.hint(
        letter,
        uses[0].spans[0] if feared is None else feared,
        "Check that the notice shows how disclosure would bring the harm about.",
    )


_FEW = 2  # places where somebody would do something


def _is_harm(letter: Letter, use: ProvisionUse) -> bool:
    return use in harm_exceptions(letter)


def _is_linked(letter: Letter, apart: tuple[Span, ...]) -> bool:
    """Whether a sentence apart from the weighing joins a particular to what comes of it."""
    return any(
        _LINK.search(letter.own, *line) is not None
        and _PARTICULAR.search(letter.own, *line) is not None
        for place in apart
        for line in letter.sentences
        if place.start <= line.start < place.end
    )
