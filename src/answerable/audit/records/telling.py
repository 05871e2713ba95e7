"""Free words beside an NCND decision tell nothing about whether anything is held. FOIA s.2(1)."""

from collections.abc import Iterator

from answerable.audit.records.finding import missing, place
from answerable.letters.draft.telling import told
from answerable.model import Finding
from answerable.model.decision import Ground, NeitherConfirmNorDeny, NoticeRecord, ReviewOutcome

_FIX = (
    "Write what a yes and what a no would each do, as if you did not know which is true: “if any "
    "were held …”, “a yes would …, and a no would …”. Facts have to be those of the whole country, "
    "of a decided case or of what is published."
)


def check(record: NoticeRecord) -> Iterator[Finding]:
    """Every text of an NCND decision, and what stands beside it in a letter about nothing else."""
    if not any(isinstance(each, NeitherConfirmNorDeny) for each in record.decisions):
        return
    for where, field, text in _texts(record):
        words = told(text)
        if words:
            yield missing(
                "ncnd-implicit-confirmation",
                where,
                f"“{words}” in “{field}” tells, or takes for granted, whether something is held, "
                "was looked for or is known.",
                fix=_FIX,
            )


def _texts(record: NoticeRecord) -> Iterator[tuple[str, str, str]]:
    """Where each text stands, the name of its field, and the text."""
    for decision in record.decisions:
        if isinstance(decision, NeitherConfirmNorDeny):
            for ground in decision.grounds:
                for field, text in _of(ground):
                    yield place(record, decision, field), field, text
            yield place(record, decision, "published"), "published", decision.published
    alone = (NeitherConfirmNorDeny, ReviewOutcome)
    if not all(isinstance(each, alone) for each in record.decisions):
        return  # what is said of other questions may well be said of a search for them
    yield "the record, field “late_because”", "late_because", record.late_because
    for decision in record.decisions:
        if isinstance(decision, ReviewOutcome):
            for text in decision.points:
                yield place(record, decision, "points"), "points", text
            yield place(record, decision, "put_right"), "put_right", decision.put_right


def _of(ground: Ground) -> Iterator[tuple[str, str]]:
    yield "reasons", ground.reasons
    yield "legitimate_interests", ground.legitimate_interests
    yield "completing", ground.completing
    yield "obtained_from", ground.obtained_from
    if ground.opinion is not None:
        yield "opinion", ground.opinion.words
    if ground.balance is not None:
        for text in ground.balance.factors_for:
            yield "factors_for", text
        for text in ground.balance.factors_against:
            yield "factors_against", text
        yield "weighing", ground.balance.weighing
