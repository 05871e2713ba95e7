"""An exception stated in its own words only, with no adverse effect shown.

EIR reg 12(5) and 14(3); EI(S)R reg 10(5) and 13(b): the refusal gives reasons, and each element of
the exception has to be met on the facts.
"""

from collections.abc import Iterator, Sequence

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.exceptions import exceptions_relied, harm_exceptions
from answerable.audit.wordings.lines import around, line_at, plainly
from answerable.audit.wordings.reasons import has_reasons
from answerable.letters.phrases import Phrase
from answerable.model import (
    Certainty,
    Cite,
    Finding,
    Letter,
    Outcome,
    ProvisionUse,
    Regime,
    Severity,
    Span,
)

RULE = Rule(
    code="EI104",
    slug="eir-not-engaged",
    cites=(Cite(Regime.EIR, "12", ("5",)), Cite(Regime.EIR, "14", ("3",))),
    why=(
        "Repeating the regulation is not a reason. Whose interest is it, what makes it one that "
        "the law protects, and how would this information harm it? Without that the exception is "
        "not engaged and the balance never begins."
    ),
    fix=(
        "Name the interest and whose it is, take each element of the exception in turn and say "
        "how disclosing this information would adversely affect it."
    ),
)


# Some word of what would come of it; a refusal under paragraph (5) without one shows no effect.
_HARM = Phrase(
    r"\b(?:advers|prejudic|harm|damag|affect|undermin|weaken|impair|hinder|disadvantag|endanger|threaten|expos|lose|loss|injur|risk|undercut|attack|inhibit|sue|detriment|help|enable|allow)\w*",
    "advers", "prejudic", "harm", "damag", "affect", "undermin", "weaken", "impair", "hinder", "disadvantag", "endanger", "threaten", "expos", "lose", "loss", "injur", "risk", "undercut", "attack", "inhibit", "sue", "detriment", "help", "enabl", "allow",
)  # fmt: skip
# "… confidentiality because the report is commercially confidential"
_CIRCULAR = Phrase(
    r"\bconfidential\w*\b.{0,60}\b(?:because|since|as) (?:it|they|the \w+) (?:is|are|was|were) (?:\w+ )?(?:confidential|in confidence|sensitive)",
    "confidential",
)  # fmt: skip


def _passage_of(letter: Letter, use: ProvisionUse) -> tuple[Span, ...] | None:
    """The passages of the question that the exception is claimed for; None for the whole letter."""
    for answer in letter.answers:
        if any(p.start <= s.start < p.end for s in use.spans for p in answer.spans):
            return answer.spans
    return None


# The letter owns that it has nothing to show: "leases as a rule are kept private".
_NOTHING_SHOWN = Phrase(
    r"\b(?:(?:can(?:not|'t| not)|do(?:es)? not|don't|unable to|not able to|not in a position to|hard to|difficult to|no need to|need not) (?:\w+ )?(?:point to|say (?:how|what|exactly|precisely)|offer (?:any |no )?(?:detail|evidence|example)|give (?:any )?(?:detail|example|evidence|particulars)|show (?:how|what|any)|identify (?:any|a|how|what)|explain how|be (?:more )?specific|particulari[sz]e|see (?:how|any|what)|prove))\b"
    r"|\b(?:no|without (?:any )?) ?(?:detail|evidence|example|particulars?|proof|instance)s? (?:\w+ ){0,3}?(?:as to|of|how|that|to|is|are|has|have)\b(?! (?:been )?(?:withheld|left out))|\bwe can offer no\b"
    r"|\b(?:our|the (?:\w+'s )?|its|general|usual|standing|long-?standing|settled|blanket) ?(?:practice|policy|custom|habit|rule|approach|stance)\b[^.]{0,40}\b(?:to (?:withhold|refuse|keep|treat|regard|protect)|not to|never to|is that|that (?:all|every|any|no))\b|\b(?:every|all|any) (?:\w+ ){0,3}(?:of every|whatever (?:it|they) (?:shows?|says?|contains?)|regardless of|irrespective of|as a matter of (?:course|routine|policy|principle))\b|\bas a (?:rule|matter of (?:course|routine|policy|principle))\b|\bby their (?:very )?nature\b"
    r"|\b(?:has|have|had) (?:not|never)(?: \w+)? (?:told us|objected|asked us|said (?:that|so)|expressed|been (?:asked|consulted))\b|\bno (?:statute|law|rule of law|contract|clause|duty|provision)\b[^.]{0,40}\b(?:says|requires|makes|obliges|so provides|to that effect)\b|\b(?:simply|just|merely|only) (?:how|what|because|that) (?:\w+ ){0,3}(?:chosen|decided|prefers?|likes?|always|wishes)\b|\bwe have not (?:asked|consulted|approached|sought)\b",
    "point to", "say ", "offer", "give", "show", "identify", "explain how", "specific", "particular", "see ", "prove", "detail", "evidence", "example", "proof", "instance", "practice", "policy", "custom", "habit", "rule", "approach", "stance", "every", "all ", "any ", "as a ", "nature", "told us", "objected", "asked us", "expressed", "asked", "consulted", "no statute", "no law", "no contract", "no clause", "no duty", "no provision", "simply", "just ", "merely", "only ", "approached", "sought",
    needs=("not", "n't", "unable", "hard to", "difficult", "no ", "without", "practice", "policy", "custom", "habit", "rule", "approach", "stance", "every", "whatever", "regardless", "irrespective", "course", "nature", "never", "simply", "just ", "merely", "only "),
)  # fmt: skip
_BUT = Phrase(
    r"\b(?:without (?:revealing|disclosing|giving away|showing|harming|defeating)|internal review|commissioner|clause \d|because to do so|not enough|not (?:withheld|refuse) (?:every|all)|representations|public interest|your (?:request|letter)|you (?:have|say|ask|may|can)|either|held\b|free of charge|enclos\w+|attach\w+)\b",
    "without", "review", "commissioner", "clause", "because to", "not ", "representations", "public interest", "your ", "you ", "either", "held", "free ", "enclos", "attach",
)  # fmt: skip
# Worry, questions and bother are no harm to safety, justice, confidences or the environment.
_BOTHER = Phrase(
    r"\b(?:worr(?:y|ied|ies)|alarm(?:ed)?|anxi\w+|upset|concern(?:ed)? (?:people|parents|residents|the public)|embarrass\w*|awkward\w*|inconvenien\w*|bother|nuisance|unwelcome|criticis\w+|bad (?:press|publicity)|adverse publicity|reputation\w*|misunderst\w+|misinterpret\w*|confus\w+|mislead\w*|questions|enquiries|phone calls|complaints|correspondence|press interest|media (?:interest|attention)|gossip|controvers\w+|workload|busy|staff time|extra work)\b",
    "worr", "alarm", "anxi", "upset", "concern", "embarrass", "awkward", "inconvenien", "bother", "nuisance", "unwelcome", "criticis", "publicity", "press", "reputation", "misunderst", "misinterpret", "confus", "mislead", "questions", "enquiries", "calls", "complaints", "correspondence", "media", "gossip", "controvers", "workload", "busy", "staff time", "extra work",
)  # fmt: skip
_EFFECT = Phrase(
    r"\b(?:would|could|might|may|will|adverse effect|harm|effect|damage|prejudice)\b", "would", "could", "might", "may", "will", "effect", "harm", "damage", "prejudice"
)  # fmt: skip
_REAL_HARM = Phrase(
    r"\b(?:attack\w*|terror\w*|sabotag\w*|vandal\w*|theft|thie(?:f|ves)|steal\w*|stolen|robb\w*|trespass\w*|arson\w*|poison\w*|poach\w*|disturb\w*|destroy\w*|trampl\w*|injur\w*|death|die[sd]?|kill\w*|drown\w*|los[es]\w*|lost|undercut|outbid|rival\w*|competitor\w*|negotiat\w*|bargain\w*|tender\w*|bid\w*|trial|hearing|court|appeal|tribunal|litigat\w*|opponent\w*|defendant\w*|claimant\w*|proceedings|prosecut\w*|privilege\w*|witness\w*|dry up|stop (?:telling|giving|supplying)|licen[cs]e fees?|copyright|royalt\w*|burgl\w*|break[- ]?ins?|broken|cut|stoned?|shot|price\w*|investor\w*)\b",
    "attack", "terror", "sabotag", "vandal", "theft", "thie", "steal", "stolen", "robb", "trespass", "arson", "poison", "poach", "disturb", "destroy", "trampl", "injur", "death", "die", "kill", "drown", "los", "undercut", "outbid", "rival", "competitor", "negotiat", "bargain", "tender", "bid", "trial", "hearing", "court", "appeal", "tribunal", "litigat", "opponent", "defendant", "claimant", "proceedings", "prosecut", "privilege", "witness", "dry up", "stop", "fee", "copyright", "royalt", "burgl", "break", "broken", "cut", "stone", "shot", "price", "investor",
)  # fmt: skip


def _of_no_such_harm(letter: Letter, uses: Sequence[ProvisionUse]) -> Span | None:
    """Where the only effect told is worry or bother, and no sentence tells of a harm that counts."""
    if len(uses) > 1 or _REAL_HARM.found(letter.own):
        return None
    for span in _BOTHER.among(letter.own):
        line = line_at(letter.own, span.start)
        if _EFFECT.found(letter.own, *line) and not _BUT.found(letter.own, *line):
            return span
    return None


def _thin(letter: Letter, use: ProvisionUse) -> Finding:
    return RULE.finding(
        letter,
        use.spans[0],
        f"{use.cite.short} is claimed, and no adverse effect of disclosure is plainly shown, which "
        f"{use.cite} needs.",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
        cites=(use.cite,),
    )


_UNFINISHED = Cite(Regime.EIR, "12", ("4", "d"))
# "because it would affect the trial in October" is thin, but it is more than the regulation says.
_CONCRETE = Phrase(
    r"\b(?:because|since|as|so that|in that)\b.{0,160}\b(?:january|february|march|april|may \d|june|july|august|september|october|november|"
    r"december|\d{2,}|next (?:week|month|year)|spring|summer|autumn|winter)|\b(?:because|since|so that)\b.{0,60}\bwould (?:then |thus )?(?:know|learn|read|see|copy|bid|find)\b",
    "because", "since", "as ", "so that", "in that",
)  # fmt: skip
_WHEN = Phrase(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|spring|summer|autumn|winter"
    r"|(?:next|coming|this) (?:week|month|year|quarter)|(?:weeks|months|days)\b|not known|unknown|cannot (?:yet )?say|no date|until|once|when)",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "20", "spring", "summer", "autumn", "winter", "next", "coming", "this", "week", "month", "days", "known", "cannot", "date", "until", "once", "when",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when nothing but the words of the exception is said for a paragraph (5) exception."""
    if letter.outcome is Outcome.EXTENSION:
        return
    yield from _unfinished(letter)
    yield from _obliged(letter)
    uses = harm_exceptions(letter)
    if not uses:
        return
    owned = next(plainly(_NOTHING_SHOWN, _BUT, letter.own), None) or _of_no_such_harm(letter, uses)
    if owned is not None:
        yield RULE.hint(
            letter,
            owned,
            f"{uses[0].cite.short} needs an adverse effect of its own kind on the facts; this says "
            "that there is none, or names another kind.",
        )
        return
    within = _passage_of(letter, uses[0])
    if has_reasons(letter, outside_balance=True, within=within):
        causal = has_reasons(letter, outside_balance=True, joined=True, within=within)
        if not causal or not _HARM.found(letter.own) or _CIRCULAR.found(letter.own):
            yield _thin(letter, uses[0])
        return
    bare = not has_reasons(letter, outside_balance=False) and not _CONCRETE.found(letter.own)
    if within is not None and (
        has_reasons(letter, outside_balance=True) or _REAL_HARM.found(letter.own)
    ):
        bare = False  # the elements are gone through one by one, and the exception named at the end
    cite = uses[0].cite
    yield RULE.finding(
        letter,
        uses[0].spans[0],
        f"{cite.short} is claimed in the words of the Regulations only; no adverse effect is "
        f"shown, which {cite} needs.",
        certainty=Certainty.SURE if bare else Certainty.LIKELY,
        severity=None if bare else Severity.MEDIUM,
        cites=(cite, RULE.cites[1]) if cite.regime is Regime.EIR else (cite,),
    )


_PROVIDER = (
    Cite(Regime.EIR, "12", ("5", "f")),
    Cite(Regime.EISR, "10", ("5", "f")),
)
# Who had to send it, or could be made to, did not volunteer it.
_HAD_TO = Phrase(
    r"\b(?:is|are|was|were|being|been) (?:legally |required|obliged|bound|compelled)\w* (?:by law |under \S+ )?(?:to|under|by)\b.{0,60}\b(?:provid|suppl|submit|send|make|file|give|report|lodge|furnish|return)"
    r"|\b(?:must|has to|have to) (?:provide|supply|submit|send|make|file|give|report|lodge)\b.{0,60}\b(?:returns?|reports?|data|samples?|results|licen[cs]e|permit|consent|regulation|condition)"
    r"|\b(?:statutory|licen[cs]e|permit|consent) (?:return|condition|requirement|obligation)s?\b.{0,60}\b(?:suppl|provid|submit|sent|made|require)|(?:condition|paragraph|regulation) \w+ of (?:its|the|their) (?:\w+ ){0,3}(?:consent|permit|licen[cs]e) (?:requires|obliges)|on pain of prosecution",
    "required", "obliged", "bound", "compelled", "must", "has to", "have to", "statutory", "licen", "permit", "consent", "condition", "prosecution", "legally",
)  # fmt: skip


def _obliged(letter: Letter) -> Iterator[Finding]:
    """Reg 12(5)(f)(i): the provider was not, and could not have been, under an obligation."""
    use = next((u for u in exceptions_relied(letter) if u.cite in _PROVIDER), None)
    if use is None:
        return
    for span in _HAD_TO.among(letter.own):
        line = around(letter.own, span, more=0)
        words = letter.own[line.start : line.end]
        before = letter.own[line.start : span.end]
        if any(
            no in before
            for no in (
                " not ",
                " no ",
                "n't",
                "neither",
                "nor ",
                "never",
                " could ",
                "would ",
                " we ",
                "without",
            )
        ):
            continue
        if not any(who in words for who in _WHO):
            continue
        yield RULE.finding(
            letter,
            span,
            f"{use.cite} protects what was volunteered; the letter says that the provider had to "
            "supply this.",
            cites=(Cite(use.cite.regime, use.cite.number, ("5", "f", "i")),),
        )
        return


_WHO = (
    "return",
    "suppl",
    "provid",
    "submit",
    "sent",
    "send",
    "report",
    "made",
    "make",
    "data",
    "lodge",
    "file",
)


def _unfinished(letter: Letter) -> Iterator[Finding]:
    """Material still being completed: by whom and until when, if known. EIR reg 14(4)."""
    for use in exceptions_relied(letter):
        if use.cite != _UNFINISHED:
            continue
        # The rights carry months and days of their own, so only the sentences about it are read.
        near = [around(letter.own, span) for span in use.spans]
        if not any(_WHEN.found(letter.own, *place) for place in near):
            duty = Cite(Regime.EIR, "14", ("4",))
            yield RULE.finding(
                letter,
                use.spans[0],
                f"The notice does not say when the material is expected to be finished, which {duty} "
                "asks for if it is known.",
                certainty=Certainty.LIKELY,
                severity=Severity.LOW,
                cites=(duty,),
            )
            return


_INTERNAL = Cite(Regime.EIR, "12", ("4", "e"))
# Who is not of the authority: with them nothing is an internal communication.
_OUTSIDE = Phrase(
    r"\b(?:between|with|from|to|and)(?: \w+){0,5}? (?:agents?|developers?|consultants?|compan(?:y|ies)|contractors?|suppliers?|landowners?|residents?|objectors?|applicants?|consultanc(?:y|ies)|solicitors for)\b",
    "agent", "develop", "consultan", "compan", "contractor", "supplier", "landowner", "resident", "objector", "applicant", "solicitors for",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """An exception for harm, and hardly a sentence that says what would come of disclosure."""
    for use in exceptions_relied(letter):
        if use.cite == _INTERNAL and (outside := _OUTSIDE.search(letter.own)) is not None:
            yield RULE.hint(
                letter,
                outside,
                f"Check that nothing withheld under {use.cite.short} went to or came from outside.",
            )
    uses = harm_exceptions(letter)
    if uses and sum(1 for _ in _WOULD.among(letter.own)) <= 2:
        yield RULE.hint(
            letter,
            uses[0].spans[0],
            f"Check that each element of {uses[0].cite.short} is shown on the facts.",
        )


_WOULD = Phrase(
    r"\b(?:would|could|will)\b (?!be likely to (?:prejudice|adversely)|adversely|prejudice|have an adverse)(?:\w+ ){0,3}[a-z]{3,}",
    "would", "could", "will",
)  # fmt: skip
