"""Small wordings that every part of a notice shares: dates, provisions, lists of questions."""

from datetime import date

from answerable import law
from answerable.law.cites import spell
from answerable.model import Cite, Regime, UnusableInputError
from answerable.model.decision import Ground, NoticeRecord

#: What the law is called in a letter after it has been named once.
SHORT = {
    Regime.FOIA: "the Act",
    Regime.FOISA: "the Act",
    Regime.EIR: "the Regulations",
    Regime.EISR: "the Regulations",
}


def day(value: date) -> str:
    """A date as letters write it: 10 December 2026."""
    return f"{value:%-d %B %Y}"


def provision(cite: Cite) -> str:
    """The words “section 31(3)” or “regulation 12(5)(e)”."""
    return spell(cite, "section")


def links(*cites: Cite | None) -> tuple[tuple[str, str], ...]:
    """Each provision's words with its address on legislation.gov.uk."""
    return tuple((provision(cite), law.link(cite)) for cite in cites if cite is not None)


def questions(numbers: tuple[str, ...], record: NoticeRecord) -> str:
    """The words “question 3”, “questions 1, 2 and 4”, or “your request” if there is one."""
    if len(record.questions) < 2 or len(numbers) == len(record.questions):
        return "your request" if len(record.questions) < 2 else "all of your questions"
    if len(numbers) == 1:
        return f"question {numbers[0]}"
    return f"questions {', '.join(numbers[:-1])} and {numbers[-1]}"


def heading(numbers: tuple[str, ...], record: NoticeRecord) -> str:
    """The heading of a decision: "Question 3", "Questions 1 and 2", "Your request"."""
    if len(record.questions) < 2:
        return "Our decision"
    joined = numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} and {numbers[-1]}"
    return f"Question{'s' if len(numbers) > 1 else ''} {joined}"


def sentence(text: str) -> str:
    """``text`` with a capital and a full stop."""
    words = " ".join(text.split())
    if not words:
        return ""
    words = words[0].upper() + words[1:]
    return words if words[-1] in ".!?" else words + "."


def names(grounds: tuple[Ground, ...]) -> str:
    """The provisions of several grounds in a list.

    Raises:
        UnusableInputError: there is no ground.
    """
    if not grounds:
        raise UnusableInputError(
            "A decision to keep something back names no provision. Add a ground to it."
        )
    cited = [provision(ground.provision) for ground in grounds]
    joiner = ", or in the alternative " if any(g.in_the_alternative for g in grounds) else " and "
    return cited[0] if len(cited) == 1 else f"{', '.join(cited[:-1])}{joiner}{cited[-1]}"


#: What each matter or limb protects, in our words, for the sentence that engages it.
PROTECTS = {
    ("FOIA", "26", ("1", "a")): "the defence of the United Kingdom",
    ("FOIA", "26", ("1", "b")): "the capability and security of the armed forces",
    ("FOIA", "27", ("1", "a")): "relations between the United Kingdom and another state",
    ("FOIA", "27", ("1", "b")): "relations with an international organisation",
    ("FOIA", "27", ("1", "c")): "the interests of the United Kingdom abroad",
    ("FOIA", "27", ("1", "d")): "the promotion of the interests of the United Kingdom abroad",
    ("FOIA", "28", ("1",)): "relations between administrations in the United Kingdom",
    ("FOIA", "29", ("1", "a")): "the economic interests of the United Kingdom",
    ("FOIA", "29", ("1", "b")): "the financial interests of an administration in the United Kingdom",
    ("FOIA", "31", ("1", "a")): "the prevention or detection of crime",
    ("FOIA", "31", ("1", "b")): "the apprehension or prosecution of offenders",
    ("FOIA", "31", ("1", "c")): "the administration of justice",
    ("FOIA", "31", ("1", "d")): "the assessment or collection of tax",
    ("FOIA", "31", ("1", "e")): "the operation of immigration controls",
    ("FOIA", "31", ("1", "f")): "security and good order in prisons",
    ("FOIA", "31", ("1", "g")): "the exercise of a public function",
    ("FOIA", "31", ("1", "h")): "civil proceedings brought for a public function",
    ("FOIA", "31", ("1", "i")): "an inquiry held for a public function",
    ("FOIA", "33", ("2",)): "audit functions",
    ("FOIA", "36", ("2", "a", "i")): "collective responsibility of Ministers",
    ("FOIA", "36", ("2", "b", "i")): "the free and frank provision of advice",
    ("FOIA", "36", ("2", "b", "ii")): "the free and frank exchange of views",
    ("FOIA", "36", ("2", "c")): "the effective conduct of public affairs",
    ("FOIA", "38", ("1", "a")): "the physical or mental health of an individual",
    ("FOIA", "38", ("1", "b")): "the safety of an individual",
    ("FOIA", "43", ("2",)): "commercial interests",
    ("FOISA", "30", ("b", "i")): "the free and frank provision of advice",
    ("FOISA", "30", ("b", "ii")): "the free and frank exchange of views",
    ("FOISA", "30", ("c",)): "the effective conduct of public affairs",
    ("FOISA", "33", ("1", "b")): "commercial interests",
    ("FOISA", "35", ("1", "a")): "the prevention or detection of crime",
    ("FOISA", "35", ("1", "b")): "the apprehension or prosecution of offenders",
    ("FOISA", "39", ("1",)): "the health or safety of an individual",
    ("EIR", "12", ("5", "a")): "international relations, defence, national security or public safety",
    ("EIR", "12", ("5", "b")): "the course of justice",
    ("EIR", "12", ("5", "c")): "intellectual property rights",
    ("EIR", "12", ("5", "d")): "the confidentiality of proceedings that the law protects",
    ("EIR", "12", ("5", "e")): "the confidentiality of commercial or industrial information that the law protects for a legitimate economic interest",
    ("EIR", "12", ("5", "f")): "the interests of the person who volunteered the information",
    ("EIR", "12", ("5", "g")): "the protection of the environment",
}  # fmt: skip


def protects(cite: Cite | None) -> str:
    """What a limb protects, in our words; the record's title where there are none."""
    if cite is None:
        return ""
    words = PROTECTS.get((cite.regime.value, cite.number, cite.parts))
    if words is None and cite.regime is Regime.EISR:
        words = PROTECTS.get(("EIR", "12", cite.parts))
    row = law.provision(cite)
    return words or (
        row.title.split(":")[-1].strip().lower() if row else "the interest it protects"
    )
