"""A public interest test for an exemption that has none.

FOIA s.2(3). Not needed, and it shows that the exemption is misunderstood (the public interest
defence within s.41 excepted).
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import around, line_at
from answerable.audit.wordings.personal import by_another_condition
from answerable.letters.phrases import Phrase
from answerable.model import BalancePassage, BlockKind, Cite, Finding, Letter, Regime, Span

RULE = Rule(
    code="PI102",
    slug="pit-on-absolute",
    cites=(Cite(Regime.FOIA, "2", ("3",)),),
    why=(
        "Absolute exemptions apply without a balance. Weighing one suggests to the reader that "
        "the information could have been had if the scales had tipped, which is not so."
    ),
    fix=("Take the balance out, and say instead why the exemption applies."),
)
_SUBJECT = Phrase(
    r"(?:is|are) (?:also )?(?:subject to|a qualified|qualified)\b", "subject to", "qualified"
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when every provision a balance is about is absolute."""
    if letter.regime == "FOISA" and letter.ncnd:  # s.18 asks for the public interest by itself
        return
    if by_another_condition(letter):
        return
    qualified = [use.cite for use in letter.relied() if law.status(use.cite) == "qualified"]
    for balance in letter.balances:
        heading = letter.own[max(0, balance.span.start - 40) : balance.span.start + 60]
        if qualified and any(cite.number in heading or "item" in heading for cite in qualified):
            continue  # "Public interest (item 2)": the balance of the exemption that has one
        weighed = [cite for cite in balance.cites if law.is_exemption(cite)]
        if not _same_passage(letter, balance, weighed):
            continue
        if "interest" not in letter.own[balance.span.start : balance.span.end]:
            continue  # the rights of a person weighed, as personal data asks
        if _listed_with(letter, weighed, qualified):
            continue  # "section 30, section 35 and section 38": the balance is for the others
        if _is_anothers(letter, balance):
            continue
        if weighed and all(_is_absolute(cite) for cite in weighed):
            yield _finding(letter, balance.conclusion or balance.span, weighed[0])
            return
    named = _weighed_by_name(letter)
    if named is not None:
        yield named
        return
    for use in letter.relied():
        for span in use.spans:
            end = letter.own.find("\n", span.end)
            subject = _SUBJECT.search(letter.own, span.end, end if end > 0 else len(letter.own))
            if _is_absolute(use.cite) and subject and subject.start - span.end < 30:
                yield _finding(letter, subject, use.cite)
                return


def _is_anothers(letter: Letter, balance: BalancePassage) -> bool:
    """Whether the paragraph of the balance names a qualified exemption, in whatever role."""
    block = letter.block_at((balance.conclusion or balance.span).start)
    return block is not None and any(
        law.status(use.cite) == "qualified"
        for use in letter.provisions
        for span in use.spans
        if block.span.start <= span.start < block.span.end
    )


def _listed_with(letter: Letter, cites: list[Cite], qualified: list[Cite]) -> bool:
    """Whether a qualified exemption is relied on in the same sentence as one of ``cites``."""
    places = [s for use in letter.relied() if use.cite in cites for s in use.spans]
    lines = {line_at(letter.own, place.start) for place in places}
    return any(
        line.start <= span.start < line.end
        for use in letter.relied()
        if use.cite in qualified
        for span in use.spans
        for line in lines
    )


def _same_passage(letter: Letter, balance: BalancePassage, cites: list[Cite]) -> bool:
    """Whether one of the provisions is named in the balance, or above it with no heading between."""
    places = [s.start for use in letter.provisions if use.cite in cites for s in use.spans]
    before = [at for at in places if at < balance.span.end]
    last = max(before, default=-1)
    return last >= 0 and not any(
        block.kind is BlockKind.HEADING
        and last < block.span.start < balance.span.start
        and "interest" not in letter.own[block.span.start : block.span.end]
        and "balanc" not in letter.own[block.span.start : block.span.end]
        for block in letter.blocks
    )


# "We have considered where the public interest lies with regard to section 23(1) and section 24(1)."
_WEIGHS = Phrase(
    r"\bpublic interest\b[^\n]{0,50}\b(?:regard to|respect of|regards|relation to|applied to|applies to|for|under|maintaining|concerning|engaged by|both)\b.{0,30}$|^(?:the )?public interest[ .:]*(?:test|balance|considerations?)?[ .:-]*(?:for|under|as regards|in respect of)?[ .:-]*$|^(?:as regards|as to|in respect of|with regard to|on|for|under) (?:the exemptions? (?:in|at|under) )?$",
    "public interest", "as ", "respect", "regard", "on ", "for ", "under ",
)  # fmt: skip
_NONE_MADE = Phrase(
    r"\babsolute\b|\b(?:not|no|n't|without|need)\b.{0,40}\b(?:public interest|balance|weigh|consider|requir|necessary|qualif|subject)|\bpublic interest defence\b|\bqualified\b",
    "absolute", "not", "no ", "n't", "without", "need", "defence", "qualified",
)  # fmt: skip


def _weighed_by_name(letter: Letter) -> Finding | None:
    """A balance that says it is for an absolute exemption, beside others that have one."""
    for balance in letter.balances:
        for use in letter.relied():
            if not _is_absolute(use.cite):
                continue
            for span in _within(letter, use.cite, balance.span):
                line = line_at(letter.own, span.start)
                if _WEIGHS.found(letter.own, line.start, span.start) and not _NONE_MADE.found(
                    letter.own, *around(letter.own, span)
                ):
                    return _finding(letter, span, use.cite)
    return None


def _within(letter: Letter, cite: Cite, place: Span) -> list[Span]:
    """Where in ``place`` an exemption or a limb of it is named."""
    return [
        span
        for use in letter.provisions
        if use.cite.within(cite) or cite.within(use.cite)
        for span in use.spans
        if place.start <= span.start < place.end
    ]


def _finding(letter: Letter, span: Span, cite: Cite) -> Finding:
    return RULE.finding(
        letter,
        span,
        f"{cite} is absolute: {RULE.cites[0]} asks for no public interest balance, and the letter "
        "makes one.",
        cites=(*RULE.cites, cite),
    )


def _is_absolute(cite: Cite) -> bool:
    defence = (cite.regime is Regime.FOIA and cite.number == "41") or (
        cite.regime is Regime.FOISA and cite.number == "36"
    )
    known = cite if law.exists(cite) else cite.whole  # "section 21(4)": absolute, if it existed
    return law.status(known) == "absolute" and not defence


# One interest set against another, in whatever words: "has weighed the benefit … against", "put one
# consideration against the other", "section 2(2)(b) obliges us to ask", "the balance favours the exemption".
_WEIGHING = Phrase(
    r"\bpublic interests?\b|\bbalanc(?:e|ed|es|ing)\b|\b(?:weigh(?:ed|s|ing|t)?|set|put|placed?|measured?|held) (?:up )?[^.\n]{2,120}?\b(?:against|alongside|beside|with) (?:the|that|those|this|its|his|her|their|our|each|one|any)\b|\boutweigh|\bsection 2\(2\)|\bsection 2\(1\)\(b\)|\bmaintaining (?:the|that|this|section|\d)|\b(?:latter|former|second|first|other) (?:is|was|has|carries|prevails|counts) (?:the )?(?:\w+ )?(?:heavier|greater|stronger|weightier|weight|it|more)?\b|\b(?:heavier|weightier|greater|stronger) (?:than|of the two|interest|consideration|claim)|\b(?:comes?|came|come) down (?:on|in)\b|\bscales?\b|\bfor and against\b|\bpros and cons\b|\bfavours? (?:disclos|releas|giving|withh|keeping|maintain|refus|the exemption|public|openness)\w*|\bin favour of (?:disclos|releas|withh|maintain|keeping)\w*|\bin (?:all )?the circumstances of the case\b|\bon (?:the )?(?:one|other) (?:hand|side)\b",
    "public interest", "balanc", "against", "alongside", "beside", "with ", "outweigh", "section 2(", "maintaining", "latter", "former", "second", "first", "other ", "heavier", "weightier", "greater", "stronger", "down ", "scale", "for and against", "pros ", "favour", "circumstances of", "hand", "side",
)  # fmt: skip
# No such weighing: that none is made or asked for, the defence within confidence, the rights of a
# person ("legitimate interest", "necessary"), and time to come.
_NO_WEIGHING = Phrase(
    r"\babsolute\b(?!(?:ly))|(?:\b(?:no|not|without|nor|neither|never)|n't) (?:(?!disclos|releas|giv|sen[dt]|suppl)[\w'-]+ ){0,6}(?:public interest|balanc\w+|weigh\w*|test\b|qualif\w+|section 2|arises?|called for)|\bdefence\b|\blegitimate (?:interests?|reason|purpose)|\bunfair|\bnecessary\b|\bdata protection|\bprinciple \(?a|\breasonable expectation|\bactionable|\bexcuse\b|\bcourt would\b",
    "absolute", "no ", "not ", "n't ", "without", "nor ", "neither", "never", "defence", "legitimate", "unfair", "necessary", "data protection", "principle", "expectation", "actionable", "excuse", "court would",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Something is weighed, and an absolute exemption is named there or is the only one relied on."""
    relied = [use.cite for use in letter.relied()]
    absolute = [cite for cite in relied if _has_no_test(letter, cite)]
    if not absolute:
        return
    others = [c for c in relied if c not in absolute and law.status(c) != "procedural"]
    places = {
        line_at(letter.own, span.start).start: cite
        for cite in absolute
        for span in _within(letter, cite, Span(0, len(letter.own)))
    }
    for span in _WEIGHING.among(letter.own):
        line = line_at(letter.own, span.start)
        if _REDRESS.found(letter.own, *line):
            continue
        if _NO_WEIGHING.found(letter.own, *line) and not _BESIDE_DEFENCE.found(letter.own, *line):
            continue
        cite = places.get(line.start)
        if cite is None and (
            others or not _PUBLICLY.found(letter.own, *around(letter.own, span, 3))
        ):
            continue
        if any(other.number in letter.own[line.start : line.end] for other in others):
            continue
        yield _hint(letter, span, cite or absolute[0])
        return
    for balance in letter.balances:
        for cite in absolute:
            if not balance.cites and not _NONE_MADE.found(letter.own):
                yield _hint(letter, balance.span, cite)
                return


# The words of a public interest test, near those that weigh.
_PUBLICLY = Phrase(
    r"\bpublic\b|\bexemption\b|\bdisclos|\breleas|\bsection \d|\bopenness|\baccountab|\btransparen|\binterest",
    "public", "exemption", "disclos", "releas", "section", "openness", "accountab", "transparen", "interest",
)  # fmt: skip
_REDRESS = Phrase(
    r"\bcommissioner\b|\binternal review\b|\bcomplain", "commissioner", "review", "complain"
)


def _hint(letter: Letter, span: Span, cite: Cite) -> Finding:
    return RULE.hint(letter, span, f"Check that nothing is weighed for {cite}, which is absolute.")


# "Separately from the question of any defence, section 2(2)(b) obliges us to ask …"
_BESIDE_DEFENCE = Phrase(
    r"\bsection 2\(2\)|\b2\(2\)\(b\)|\bsection 2\(1\)\(b\)|\b(?:separately|apart|aside|in addition|as well|besides|quite distinct)\w*\b[^.\n]{0,60}\bdefence|\bpublic interest in maintaining (?:the exemption|section 41|section 36|s\.? ?41|41)",
    "2(2)", "2(1)", "defence", "maintaining",
)  # fmt: skip


def _has_no_test(letter: Letter, cite: Cite) -> bool:
    """Whether an exemption is absolute; one for confidence counts where the test is made beside the defence."""
    if _is_absolute(cite):
        return True
    known = cite if law.exists(cite) else cite.whole
    return law.status(known) == "absolute" and _BESIDE_DEFENCE.found(letter.own)
