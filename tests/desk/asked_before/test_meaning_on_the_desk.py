"""The same subject in other words: found by the worker, labelled, dealt in turn; off, it says so.

The model is a tiny one, built here by hand, that runs as a real one does.
"""

import ast
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.desk.asked_before.conftest import FINES, PRICES
from tests.desk.asked_before.test_other_logs import bring
from tests.desk.asked_before.tiny_model import make_model

import answerable.desk.log.similar
from answerable.desk.asked_before.actions import reuse
from answerable.desk.asked_before.answers import answered_before
from answerable.desk.asked_before.jobs import JOBS, compare_new
from answerable.desk.asked_before.meaning import find
from answerable.desk.asked_before.meaning.find import search_by_meaning
from answerable.desk.asked_before.meaning.model import said_at_start
from answerable.desk.asked_before.meaning.state import status
from answerable.desk.asked_before.models import Asked, QuestionVector
from answerable.desk.asked_before.panel import for_question
from answerable.desk.asked_before.questions import dealt, digest
from answerable.desk.cases.models import Case, Question
from answerable.desk.ncnd.demo import seed_class
from answerable.desk.people.models import User
from answerable.desk.serve import real
from answerable.model import UnusableInputError
from answerable.precedents.meaning.encoder import OnnxEncoder, Vectors

Asks = Callable[..., Case]
Browser = Callable[[User], Client]
REFUSE = "How often was refuse left uncollected in Orchard Lane?"
RUBBISH = "On which days did nobody empty the bins, or take rubbish away?"
HARBOUR = "Which firms tendered for the harbour wall?"


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model that is set."""
    find._known.cache_clear()
    folder = make_model(tmp_path / "model")
    monkeypatch.setenv("ANSWERABLE_MODEL", str(folder))
    return folder


@pytest.fixture
def read_by_model(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that the model was given."""
    texts: list[str] = []
    plain = OnnxEncoder.encode

    def encode(self: OnnxEncoder, given: Sequence[str]) -> Vectors:
        texts.extend(given)
        return plain(self, given)

    monkeypatch.setattr(OnnxEncoder, "encode", encode)
    return texts


def work() -> None:
    compare_new()
    search_by_meaning()


def fresh(case: Case) -> Question:
    return Case.objects.get(pk=case.pk).questions.all()[0]


def test_the_same_subject_in_other_words_is_found_and_labelled(
    model: Path, asks: Asks, officer: User
) -> None:
    first = asks(REFUSE)
    asks(HARBOUR)
    case = asks(RUBBISH)
    work()
    [found] = answered_before(fresh(case), officer)
    assert (found.reference, found.label) == (first.reference, "same subject")
    assert found.why == "perhaps the same subject in other words (100% alike in meaning)"
    assert not found.near


def test_another_subject_or_a_later_request_is_not_shown(
    model: Path, asks: Asks, officer: User
) -> None:
    first, other = asks(REFUSE), asks(HARBOUR)
    asks(RUBBISH)
    work()
    assert answered_before(fresh(other), officer) == []
    assert answered_before(fresh(first), officer) == []


def test_the_mark_of_a_question_tells_subject_from_words(
    model: Path, asks: Asks, officer: User
) -> None:
    asks(REFUSE)
    case = asks(RUBBISH)
    work()
    [mark] = for_question(fresh(case), officer)
    assert mark.words == "same subject before: not answered yet"


def test_words_and_subject_are_dealt_in_turn_each_question_once() -> None:
    kept = {
        "of": digest("x"),
        "like": [[1, "near", "90%"], [2, "words", "a, b"], [3, "words", "a, c"]],
        "subject": [[4, "subject", "80%"], [1, "subject", "79%"], [3, "subject", "70%"]],
    }
    order = [(1, "near", "90%"), (2, "words", "a, b"), (4, "subject", "80%"), (3, "words", "a, c")]
    assert dealt(kept, Asked(model="tiny")) == order
    assert dealt(kept, Asked(model="")) == [(1, "near", "90%"), (2, "words", "a, b"),
                                            (3, "words", "a, c")]  # fmt: skip


def test_each_text_is_read_once(model: Path, asks: Asks, read_by_model: list[str]) -> None:
    asks(REFUSE)
    work()
    asks(RUBBISH)
    work()
    work()
    assert len(read_by_model) == 2
    assert QuestionVector.objects.count() == 2


def test_no_page_asks_the_model(
    model: Path, asks: Asks, officer: User, as_: Browser, read_by_model: list[str]
) -> None:
    asks(REFUSE)
    case = asks(RUBBISH)
    work()
    read_by_model.clear()
    browser = as_(officer)
    page = browser.get(f"/desk/cases/{case.reference}/before").content.decode()
    assert "same subject" in page
    assert "searched, too, by a local model" in page
    browser.get(f"/desk/cases/{case.reference}")
    assert read_by_model == []


def test_a_question_in_new_words_is_read_again_and_the_old_vector_goes(
    model: Path, asks: Asks, officer: User, read_by_model: list[str]
) -> None:
    asks(REFUSE)
    case = asks(HARBOUR)
    work()
    assert answered_before(fresh(case), officer) == []
    Question.objects.filter(case=case).update(text=RUBBISH)
    work()
    assert [each.label for each in answered_before(fresh(case), officer)] == ["same subject"]
    assert read_by_model[-1] == "days nobody empty bins take rubbish away"
    assert QuestionVector.objects.filter(case=case.pk).count() == 1
    later = asks("Who takes waste to the tip, and bins?")
    work()
    found = {each.reference for each in answered_before(fresh(later), officer)}
    assert case.reference in found  # it is found in its new words


def test_a_question_that_is_gone_leaves_no_vector(model: Path, asks: Asks) -> None:
    case = asks(REFUSE, HARBOUR)
    work()
    assert QuestionVector.objects.count() == 2
    case.questions.all()[1].delete()
    work()
    assert QuestionVector.objects.count() == 1


def test_cut_off_it_goes_on_where_it_was(
    model: Path, asks: Asks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "_LOT", 1)
    for _ in range(3):
        asks(REFUSE)
    compare_new()
    clock = iter([0.0, 99.0])
    assert search_by_meaning(lambda: next(clock)) == 1
    assert "read 1 of 3 requests so far" in status().words
    assert search_by_meaning() == 2
    assert status().left == 0
    assert search_by_meaning() == 0


def test_another_model_reads_everything_anew(
    model: Path, asks: Asks, officer: User, read_by_model: list[str]
) -> None:
    asks(REFUSE)
    case = asks(RUBBISH)
    work()
    file = model / "model.onnx"
    file.write_bytes(file.read_bytes().replace(b"tiny", b"tony"))
    work()
    assert len(read_by_model) == 4
    assert len(set(QuestionVector.objects.values_list("model", flat=True))) == 1
    assert [each.label for each in answered_before(fresh(case), officer)] == ["same subject"]


def test_switched_off_nothing_is_shown_by_meaning_and_on_again_nothing_is_read_twice(
    model: Path, asks: Asks, officer: User, read_by_model: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    asks(REFUSE)
    case = asks(RUBBISH)
    work()
    monkeypatch.delenv("ANSWERABLE_MODEL")
    work()
    assert answered_before(fresh(case), officer) == []
    assert "Search by meaning is off: no model is set" in status().words
    monkeypatch.setenv("ANSWERABLE_MODEL", str(model))
    work()
    assert len(answered_before(fresh(case), officer)) == 1
    assert len(read_by_model) == 2


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json"])
def test_a_missing_file_is_one_sentence_at_the_start_and_on_the_pages(
    missing: str, model: Path, asks: Asks, officer: User, administrator: User, as_: Browser
) -> None:
    (model / missing).unlink()
    said = f"Search by meaning is off: “{model}” has no {missing}."
    assert said_at_start() == said
    case = asks(RUBBISH)
    for _ in range(2):  # before the worker has looked, and after
        assert said in as_(officer).get(f"/desk/cases/{case.reference}/before").content.decode()
        assert said in as_(administrator).get("/desk/other-bodies").content.decode()
        work()
    assert not QuestionVector.objects.exists()


@pytest.mark.parametrize("missing", [True, False])
def test_the_server_says_it_when_it_starts_and_starts_all_the_same(
    missing: bool, model: Path, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    administrator: User,
) -> None:  # fmt: skip
    said: list[str] = []
    settings.DEMO = False
    if missing:
        (model / "model.onnx").unlink()
    for name in ("refuse_weak_key", "claim", "refuse_problems", "bring_up_to_date"):
        monkeypatch.setattr(real, name, lambda *_: None)
    monkeypatch.setattr(real, "bind", lambda *_, **__: "a server")
    monkeypatch.setattr(real, "serve", lambda server, **_: said.append(f"serves {server}"))
    real.run_real(tmp_path, "127.0.0.1", 1, threads=1, worker=False, ask=None, say=said.append)
    assert said[-1] == "serves a server"
    assert any("Search by meaning is off" in each for each in said) is missing


def test_files_that_are_no_model_are_said_when_the_worker_has_tried(
    model: Path, asks: Asks, officer: User, as_: Browser
) -> None:
    (model / "model.onnx").write_bytes(b"nothing")
    case = asks(RUBBISH)
    address = f"/desk/cases/{case.reference}/before"
    assert (
        "begins when the worker has opened the model" in as_(officer).get(address).content.decode()
    )
    work()
    assert "no model of sentences" in as_(officer).get(address).content.decode()


def test_without_a_setting_the_start_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANSWERABLE_MODEL", raising=False)
    assert said_at_start() == ""


def test_a_whole_model_says_nothing_at_the_start(model: Path) -> None:
    assert said_at_start() == ""


def test_a_request_not_read_yet_is_said(
    model: Path, asks: Asks, officer: User, as_: Browser
) -> None:
    asks(REFUSE)
    work()
    case = asks(RUBBISH)
    page = as_(officer).get(f"/desk/cases/{case.reference}/before").content.decode()
    assert "This request is not read yet" in page
    work()
    page = as_(officer).get(f"/desk/cases/{case.reference}/before").content.decode()
    assert "This request is not read yet" not in page


def test_an_answer_on_the_same_subject_only_is_not_offered_to_be_used_again(
    model: Path, asks: Asks, decides: Callable[..., Any], officer: User, as_: Browser
) -> None:
    earlier = asks(REFUSE)
    decides(earlier, 0, "supplied", {"decision": "supplied", "answer": "Every week."})
    case = asks(RUBBISH)
    work()
    page = as_(officer).get(f"/desk/cases/{case.reference}/before").content.decode()
    assert earlier.reference in page
    assert "again</button>" not in page
    with pytest.raises(UnusableInputError, match="answers a question"):
        reuse(case, earlier, by=officer)


def test_beside_a_governed_case_nothing_is_shown_by_meaning(
    model: Path, asks: Asks, officer: User, approver: User
) -> None:
    asks(REFUSE)
    case = asks(RUBBISH)
    work()
    Case.objects.filter(pk=case.pk).update(ncnd_class=seed_class(officer, approver))
    assert answered_before(fresh(case), officer) == []


def test_a_governed_case_is_not_shown_by_meaning_to_who_may_not_read_the_register(
    model: Path, asks: Asks, officer: User, approver: User, publisher: User
) -> None:
    first = asks(REFUSE)
    case = asks(RUBBISH)
    work()
    Case.objects.filter(pk=first.pk).update(ncnd_class=seed_class(officer, approver))
    assert answered_before(fresh(case), publisher) == []


def test_the_public_is_offered_answers_by_words_alone() -> None:
    tree = ast.parse(Path(answerable.desk.log.similar.__file__).read_text(encoding="utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert modules
    assert not any("meaning" in each or "asked_before" in each for each in modules)


def test_the_worker_does_it() -> None:
    assert search_by_meaning in [run for _, _, run in JOBS]


@pytest.mark.parametrize("questions", [1, 12])
def test_the_page_asks_at_most_eight_however_much_there_is(
    questions: int, model: Path, earlier: Case, asks: Asks, decides: Callable[..., Any],
    officer: User, as_: Browser, django_assert_max_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    asks(REFUSE)
    bring(officer, body="Larkfield Council")
    case = asks(*[FINES, PRICES, RUBBISH] * (questions // 3 or 1), email="reader@example.org")
    decides(case, 0, "supplied", {"decision": "supplied", "answer": "12"}, False)
    work()
    browser = as_(officer)
    with django_assert_max_num_queries(8):
        page = browser.get(f"/desk/cases/{case.reference}/before").content.decode()
    assert "same subject" in page
    assert "The same applicant asked before" in page
    assert "Larkfield Council" in page
