"""The limb of section 40 does not fit what the letter does.

FOIA s.40(2) exempts disclosure; s.40(5A) and (5B) remove the duty to confirm or deny; s.40(1) is
for the applicant's own data.
"""

from collections.abc import Iterator
from itertools import islice

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, on_no_such_limb, wholly_ncnd
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, ProvisionUse, Span

RULE = Rule(
    code="EX115",
    slug="s40-wrong-limb",
    cites=(
        foia("40", "2"),
        foia("40", "5B"),
    ),
    why=(
        "The two limbs answer different questions. Refusing to confirm on section 40(2) leaves "
        "the duty in place; withholding on section 40(5B) contradicts that the information is "
        "held."
    ),
    fix=(
        "Use section 40(5B) to neither confirm nor deny, and section 40(2) to withhold what is "
        "held."
    ),
)


_HELD_NAMES = Phrase(
    r"\b(?:we|the \w+) holds? (?:those|these|the|this|that|it|them|their)\b.{0,120}\b(?:not obliged|exempt|withh|refus|not (?:provid|suppl|releas|disclos))",
    "hold",
)  # fmt: skip


def _kept_back(letter: Letter, uses: list[ProvisionUse]) -> Span | None:
    """A sentence that says what is held, keeps it back and names the limb for not saying so."""
    for use in uses:
        for span in use.spans:
            found = _HELD_NAMES.search(letter.own, *line_at(letter.own, span.start))
            if found is not None:
                return found
    return None


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire for an NCND letter on s.40(2) alone, and for a disclosure refusal on s.40(5A)-(5B)."""
    personal = [
        u for u in letter.relied() if u.cite.regime.value == "FOIA" and u.cite.number == "40"
    ]
    ncnd = [u for u in personal if law.is_ncnd_limb(u.cite) or u.cite.parts[:1] == ("5",)]
    held = [u for u in personal if u.cite.parts[:1] == ("2",)]
    part = any(use.cite.number == "40" for use in on_no_such_limb(letter))
    if (wholly_ncnd(letter) or part) and held and not ncnd:
        yield RULE.finding(
            letter,
            held[0].spans[0],
            f"{held[0].cite} is relied on to neither confirm nor deny; {foia('40', '5B')} is the "
            "limb that removes that duty.",
        )
    elif ncnd and letter.ncnd and (place := _kept_back(letter, ncnd)):
        yield RULE.finding(
            letter,
            place,
            f"{ncnd[0].cite} is given for something that is held and kept back; "
            f"{foia('40', '2')} is the limb that exempts disclosure.",
            certainty=Certainty.LIKELY,
        )
    elif ncnd and not letter.ncnd and letter.shows.withheld:
        yield RULE.finding(
            letter,
            ncnd[0].spans[0],
            f"{ncnd[0].cite} is relied on in a letter that does not neither confirm nor deny; "
            f"{foia('40', '2')} is the limb that exempts disclosure.",
        )
    else:
        yield from _whose(letter, personal)


# "You are the data subject", "your own personal data", "a subject access request".
_OWN_DATA = Phrase(
    r"\b(?:(?:you are|you're|yourself as|as) (?:the|a) (?:data )?subject|your (?:own )?personal (?:data|information)|(?:data|information|details?|records?|file|they|it|this|that|which|letters?|correspondence|notes?|e-?mails?)\b[^.\n]{0,60}\b(?:about|relat\w+ to|concern\w*|of|identif\w+) (?:you\b|yourself|the (?:applicant|requester))|subject access|article 15|section 45 (?:of the )?(?:data|dpa)|applicant's (?:own )?(?:personal|data)|data protection (?:request|rights?)|(?:uk )?gdpr)\b",
    "subject", "your personal", "your own", "you", "applicant", "requester", "article 15", "section 45", "data protection", "gdpr",
)  # fmt: skip
_NOT_YOURS = Phrase(
    r"\b(?:not (?:\w+ ){0,3}?(?:you\b|yourself|yours|the applicant|the requester)|rather than (?:you|yourself)|other than (?:you|yourself)|(?:a|another|some other|the) (?:third part(?:y|ies)|living|other) (?:person|individual|\w+)|third part(?:y|ies)|(?:named|junior|senior|other) (?:officer|member|employee|individual|person)s?)\b",
    "not ", "rather than", "other than", "living", "another", "other ", "third part", "named", "junior", "senior",
)  # fmt: skip
# What belongs to the applicant alone: "your income, your doctor's letter".
_YOURS = Phrase(
    r"\byour (?:own |housing |job |planning |late |council |tax |benefit |medical |personnel |school |case )?(?:income|salary|doctor|gp\b|health|medical|diagnos\w+|benefits?\b|tenancy|rent\b|arrears|debts?|sickness|absence|appraisals?|grievance|disciplinary|personnel|bank|children|child\b|son\b|daughter|wife|husband|partner|family|care (?:plan|records?)|social (?:work|care)|interviews?|exam|marks|test results|application|assessment|account|case file|file\b|records?\b|treatment|employment|pension|passport|address|date of birth|arrest|complaint file)",
    "your ",
)  # fmt: skip


def _whose(letter: Letter, personal: list[ProvisionUse]) -> Iterator[Finding]:
    """Section 40(1) for somebody else's data, or the applicant's own given out under the Act."""
    own = [use for use in personal if use.cite.parts[:1] == ("1",)]
    if own:
        others = _NOT_YOURS.search(letter.own)
        if others is not None or not _OWN_DATA.found(letter.own):
            yield RULE.hint(
                letter,
                own[0].spans[0],
                f"{own[0].cite} is for the applicant's own personal data; for another person's "
                f"{foia('40', '2')} is the limb.",
            )
        return
    if personal or letter.shows.supplied is None or letter.regime != "FOIA":
        return
    if letter.relied() or _OWN_DATA.found(letter.own):
        return
    yours = list(islice(_YOURS.among(letter.own), _ENOUGH))
    if len(yours) >= _ENOUGH:
        yield RULE.hint(
            letter,
            yours[-1],
            f"The applicant's own personal data seems to be given under the Act; {foia('40', '1')} "
            "exempts it, and it is asked for under data protection law.",
        )


_ENOUGH = 2  # things that are the applicant's own
