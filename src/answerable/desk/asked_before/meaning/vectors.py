"""The vectors of questions: kept in the database, and in the worker's memory to search in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from answerable.desk.asked_before.models import QuestionVector
from answerable.desk.asked_before.questions import digest, our_names
from answerable.desk.cases.models import Question
from answerable.precedents.meaning import Encoder
from answerable.precedents.meaning.encoder import Vectors
from answerable.precedents.meaning.reading import subject_of

_FORM = np.dtype("<f4")
# Cosine. Higher than where a person asks for the subject: here it is shown unasked, and of the
# demonstration's questions those below had a word in common ("council") and not a subject.
LEAST = 0.45


def read(questions: Sequence[Question], encoder: Encoder) -> dict[int, Vectors]:
    """The vector of each question by its id; only those whose words are new are read by the model."""
    names = our_names()
    texts = {each.pk: subject_of(each.text, names) for each in questions}
    keys = {pk: digest(text) for pk, text in texts.items()}
    rows = QuestionVector.objects.filter(question__in=texts, model=encoder.name)
    known = {
        row.question: np.frombuffer(bytes(row.data), dtype=_FORM)
        for row in rows
        if row.key == keys[row.question]
    }
    new = [pk for pk in texts if pk not in known]
    if new:
        made = dict(zip(new, encoder.encode([texts[pk] for pk in new]), strict=True))
        _keep({each.pk: each.case_id for each in questions}, made, keys, encoder.name)
        known |= made
    return known


def _keep(
    cases: Mapping[int, int], made: Mapping[int, Vectors], keys: Mapping[int, str], model: str
) -> None:
    with transaction.atomic():
        QuestionVector.objects.filter(question__in=made).delete()
        QuestionVector.objects.bulk_create(
            (
                QuestionVector(
                    question=pk,
                    case=cases[pk],
                    model=model,
                    key=keys[pk],
                    data=vector.astype(_FORM).tobytes(),
                )
                for pk, vector in made.items()
            ),
            ignore_conflicts=True,  # another worker read it in this moment
        )


@dataclass(slots=True)
class Known:
    """Every vector of one model that the database holds, as one matrix."""

    model: str
    last: int = 0
    places: dict[int, int] = field(default_factory=dict)  # a question's id to its row
    questions: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    cases: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    matrix: Vectors = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))

    def refresh(self) -> None:
        """Take in what was written since; a question that was read again has its row changed."""
        rows = list(
            QuestionVector.objects.filter(model=self.model, pk__gt=self.last)
            .order_by("pk")
            .values_list("pk", "question", "case", "data")
        )
        new: dict[int, tuple[int, Vectors]] = {}
        for pk, question, case, data in rows:
            self.last, vector = pk, np.frombuffer(bytes(data), dtype=_FORM)
            if question in self.places:
                self.matrix[self.places[question]] = vector
            else:
                new[question] = (case, vector)
        if new:
            self._add(new)

    def _add(self, new: Mapping[int, tuple[int, Vectors]]) -> None:
        start = len(self.places)
        self.places |= {question: start + n for n, question in enumerate(new)}
        added = np.stack([vector for _, vector in new.values()]).astype(np.float32)
        self.questions = np.concatenate([self.questions, np.array(list(new), dtype=np.int64)])
        cases = np.array([case for case, _ in new.values()], dtype=np.int64)
        self.cases = np.concatenate([self.cases, cases])
        self.matrix = np.concatenate([self.matrix, added]) if start else added

    def nearest(self, vector: Vectors, before: int, k: int = 10) -> list[tuple[int, float]]:
        """Questions of cases before ``before``, one a case, the nearest first, with the cosine."""
        if not self.places:
            return []
        scores = np.where(self.cases < before, self.matrix @ vector, -1.0)
        found: dict[int, tuple[int, float]] = {}
        for n in np.argsort(-scores, kind="stable")[: 20 * k]:
            if scores[n] < LEAST or len(found) == k:
                break
            found.setdefault(
                int(self.cases[n]), (int(self.questions[n]), float(min(scores[n], 1.0)))
            )
        return list(found.values())
