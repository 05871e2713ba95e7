"""Small wordings that every part of a notice shares: dates, provisions, lists of questions."""

from datetime import date

from answerable import law
from answerable.letters.draft.gaps import unnamed
from answerable.letters.draft.wording import Name, Wording, softened, wording
from answerable.model import Cite, Regime
from answerable.model.decision import (
    Clarification,
    Decision,
    FeesNotice,
    Ground,
    MoreTime,
    NoticeRecord,
    ReviewOutcome,
)

_ENGLISH = wording("en")


def wording_of(record: NoticeRecord) -> Wording:
    """The sentences in the language of the record."""
    return wording(record.language)


def day(value: date, say: Wording = _ENGLISH) -> str:
    """A date as letters write it: 10 December 2026, 10 Rhagfyr 2026."""
    return f"{value.day} {say.months[value.month - 1]} {value.year}"


def provision(cite: Cite, say: Wording = _ENGLISH) -> Name:
    """The words “section 31(3)” or “regulation 12(5)(e)”; a gap where none is named."""
    if unnamed(cite):
        return Name(say("gap", field="provision"))
    tail = cite.number + "".join(f"({part})" for part in cite.parts)
    return Name(say("regulation" if cite.regime.environmental else "section", tail=tail))


def links(*cites: Cite | None, say: Wording = _ENGLISH) -> tuple[tuple[str, str], ...]:
    """Each provision's words, in every form that a sentence has them, with its address."""
    return tuple(
        (words, law.link(cite))
        for cite in cites
        if cite is not None and not unnamed(cite)
        for words in dict.fromkeys((str(provision(cite, say)), softened(provision(cite, say))))
    )


def questions(numbers: tuple[str, ...], record: NoticeRecord) -> str:
    """The words “question 3”, “questions 1, 2 and 4”, or “your request” if there is one."""
    say = wording_of(record)
    if len(record.questions) < 2 or len(numbers) == len(record.questions):
        return say("asked.request" if len(record.questions) < 2 else "asked.all")
    if len(numbers) == 1:
        return say("asked.question", number=numbers[0])
    return say("asked.questions", numbers=say.listed(numbers))


def heading(decision: Decision, record: NoticeRecord) -> str:
    """The heading of a decision: "Question 3", "Questions 1 and 2", "Our decision", "The review".

    Empty where the decision is about the only question and has a heading of its own.
    """
    say, numbers = wording_of(record), decision.questions
    if isinstance(decision, ReviewOutcome):
        return say("heading.review")
    if len(record.questions) < 2:
        if isinstance(decision, FeesNotice | MoreTime):
            return ""
        return say("heading.detail" if isinstance(decision, Clarification) else "heading.one")
    if len(numbers) == 1:
        return say("heading.question", number=numbers[0])
    return say("heading.questions", numbers=say.listed(numbers))


def sentence(text: str) -> str:
    """``text`` with a capital and a full stop."""
    words = " ".join(text.split())
    if not words:
        return ""
    words = words[0].upper() + words[1:]
    return words if words[-1] in ".!?" else words + "."


def names(grounds: tuple[Ground, ...], say: Wording = _ENGLISH) -> str:
    """The provisions of several grounds in a list; a gap where there is no ground."""
    if not grounds:
        return say("gap", field="grounds")
    cited = tuple(str(provision(ground.provision, say)) for ground in grounds)
    return say.listed(cited, alternative=any(g.in_the_alternative for g in grounds))


def protects(cite: Cite | None, say: Wording = _ENGLISH, *, owned: bool = False) -> str:
    """What a limb protects, in our words; the record's title where there are none.

    ``owned``: the words go on with whose it is ("the commercial interests of …").
    """
    if cite is None:
        return ""
    same = Cite(Regime.EIR, "12", cite.parts) if cite.regime is Regime.EISR else cite
    row = law.provision(cite)
    title = row.title.split(":")[-1].strip().lower() if row else "the interest it protects"
    whose = (f"{_key(cite)}.owned",) if owned else ()
    return say.first(*whose, _key(cite), _key(same), "protects.other", title=title)


def _key(cite: Cite) -> str:
    return ".".join(("protects", cite.regime.value, cite.number, *cite.parts))
