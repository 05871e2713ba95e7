"""A request called vexatious with nothing said of why.

FOIA s.14(1); the four broad themes are burden, motive, value and harassment or distress
(Dransfield). The notice need not explain itself (s.17(5)), so this goes to the merits and to
good practice, not to the form of the notice.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at, plainly
from answerable.audit.wordings.reasons import has_reasons
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Regime, Severity, Span

RULE = Rule(
    code="CV106",
    slug="s14-no-basis",
    cites=(Cite(Regime.FOIA, "14", ("1",)), Cite(Regime.FOISA, "14", ("1",))),
    why=(
        "Whether a request is vexatious depends on its burden, its motive, its value or serious "
        "purpose, and any harassment or distress, seen against what has gone before. A bare "
        "label invites a review, and burden alone has to be grossly oppressive."
    ),
    fix=(
        "Say in a sentence or two what makes this request vexatious: the history, the burden in "
        "figures, the purpose it could serve, how staff have been affected."
    ),
)

_THEMES = Phrase(
    r"\b(?:burden|oppressive|disproportionat|disrupt|divert|harass|distress|abus(?:e|ive)|offensive|threat(?!ened "
    r"species)|hostil|accus|allegation|motive|campaign|persisten|obsess|pattern|histor|irritat|annoy|improper"
    r"|unjustified|unreasonabl|re-?open|ombudsman|tone\b|frequen|overlapping|drain\b|strain\b|resources|fishing"
    r"|frivolous|grievance|dispute|relitigat|vendetta|upset|belittl|insult|rude|aggressive"
    r"|(?:serious|its|no|real|little|limited|genuine|legitimate|any|public|wider|obvious) (?:\w+ )?(?:purpose|value)\b"
    r"|(?:your|the) (?:[a-z]+-)?(?:first|second|third|fourth|fifth|[a-z]{2,9}th|\d{1,4}(?:st|nd|rd|th)) (?:request|letter|e-?mail|message|such|about|on th|in (?:as|a|the|less|under|\w+ (?:months|weeks|years))|of its kind|since|this (?:year|month))"
    r"|(?:previous|earlier|prior|past|other|(?<!\bno )(?<!\bany )(?<!\bfrom )further|related) (?:\w+ ){0,2}(?:requests|emails|letters|complaints"
    r"|correspondence|contact|dealings|concerns|matters)|since (?:19|20|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|last|the start|\w+ 20)"
    r"|(?:\d+|[a-z]+teen|[a-z]+ty|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|numerous|"
    r"dozens of|a (?:large )?number of|series of|volume of) (?:\w+ ){0,3}(?:requests?|emails?|letters?|complaints?|"
    r"correspondence|calls|messages)|already (?:been )?(?:\w+ )?(?:investigated|considered|decided|resolved|exhausted))",
    "burden", "oppressive", "disproportion", "disrupt", "divert", "harass", "distress", "abus", "offensive", "threat", "hostil", "accus", "allegation", "motive", "purpose", "value", "campaign", "persisten", "obsess", "pattern", "histor", "previous", "earlier", "prior", "past", "since", "request", "email", "letter", "complaint", "correspondence", "calls", "messages", "irritat", "annoy", "improper", "unjustified", "unreasonab", "reopen", "re-open", "already", "ombudsman", "tone", "frequen", "overlapping", "drain", "strain", "resources", "fishing", "frivolous", "grievance", "dispute", "relitigat", "vendetta", "upset", "belittl", "insult", "rude", "aggressive", "contact", "dealings", "concerns", "matters", "th ", "rd ", "nd ", "st ",
)  # fmt: skip
_ELSEWHERE = Phrase(
    r"\b(?:14 ?\(2\)|repeated requests?|section 12|s\.? ?12\b|reviews?\b|complain|commissioner|dissatisfied|unhappy"
    r"|tribunal)",
    "14", "repeated request", "12", "review", "complain", "commissioner", "dissatisfied", "unhappy", "tribunal",
)  # fmt: skip
# "The Council receives a large number of requests each year": so does every authority.
_TRUE_OF_ALL = Phrase(
    r"\breceiv(?:e|es|ing|ed) .{0,50}\b(?:requests|enquiries|emails|letters)\b.{0,30}\b(?:each|every|a|per) (?:year|month|week|day)\b",
    "receiv",
)  # fmt: skip
_PERSON = Phrase(
    r"\b(?:you (?:are|have become|are being)|(?:find|consider|regard|treat) you(?: as| to be)?|(?:requester|applicant)"
    r" is) (?:a )?vexatious",
    "vexatious",
)


_CALLED = Phrase(r"\bvexatious", "vexatious")


def _explained(letter: Letter) -> bool:
    """Whether a line names a theme, and more than what is true of every authority."""
    return any(
        not _TRUE_OF_ALL.found(letter.own, *line_at(letter.own, span.start))
        for span in plainly(_THEMES, _ELSEWHERE, letter.own)
    )


_BURDEN = ("burden", "drain", "strain", "resources", "divert", "disrupt")
_GROSS = Phrase(
    r"\bgross|\boppressi|\bdisproportion|\b(?:severe|extreme|enormous|immense|excessive|unreasonable|intolerable|exceptional|huge)\w*\b|\b(?:\d{2,}[,.]?\d*|hundreds|thousands|several|many) (?:(?!working\b)\w+ ){0,2}(?:hours|days|weeks|pages|documents|e-?mails|files|records)\b",
    "gross", "oppressi", "disproportion", "severe", "extreme", "enormous", "immense", "excessive", "unreasonabl", "intolerabl", "exceptional", "huge", "hours", "days", "weeks", "pages", "documents", "mails", "files", "records",
)  # fmt: skip


def _burden_alone(letter: Letter) -> Span | None:
    """Where a burden is named, if no other theme is and nothing says how great it is."""
    themes = list(plainly(_THEMES, _ELSEWHERE, letter.own))
    words = [letter.own[span.start : span.end] for span in themes]
    if not themes or any(not word.startswith(_BURDEN) for word in words):
        return None
    return None if any(True for _ in plainly(_GROSS, _ELSEWHERE, letter.own)) else themes[0]


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.14(1) is relied on and nothing in the letter says why; hint if it calls *you* so."""
    if letter.outcome is Outcome.VEXATIOUS and not letter.relied() and not _explained(letter):
        yield RULE.finding(
            letter,
            _CALLED.search(letter.own),
            "The notice calls the request vexatious and does not show why: no burden, motive, lack "
            "of value, distress or history is named.",
        )
        return
    for use in letter.relied():
        if use.cite.number != "14" or use.cite.regime.environmental or use.cite.parts[:1] == ("2",):
            continue
        if not use.cite.parts and "vexatious" not in letter.own:
            continue
        if not _explained(letter):
            yield RULE.finding(
                letter,
                use.spans[0],
                f"The notice calls the request vexatious under {use.cite.short} and does not show "
                "why: no burden, motive, lack of value, distress or history is named.",
                cites=(use.cite,),
            )
        elif burden := _burden_alone(letter):
            yield RULE.finding(
                letter,
                burden,
                f"Burden alone has to be grossly oppressive for {use.cite.short}; the notice names "
                "nothing else, and does not show that it is.",
                certainty=Certainty.LIKELY,
                severity=Severity.MEDIUM,
                cites=(use.cite,),
            )
        elif person := _PERSON.search(letter.own):
            yield RULE.finding(
                letter,
                person,
                f"{use.cite.whole} is about a request, not a person; say why the request is vexatious.",
                certainty=Certainty.LIKELY,
                severity=Severity.LOW,
            )
        return


# A sentence of which so many words are its own tells a history.
_TELLS = 9


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Hardly a sentence is about this request and what went before it."""
    for use in letter.relied():
        if use.cite.number != "14" or use.cite.regime.environmental or use.cite.parts[:1] == ("2",):
            continue
        if not has_reasons(letter, outside_balance=True, least=_TELLS):
            yield RULE.hint(
                letter,
                use.spans[0],
                "Check that the notice shows what makes the request vexatious.",
            )
            return
