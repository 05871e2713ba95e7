"""Proposing, publishing and withdrawing: by two people, without who asked, with a trace."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from tests.desk.letters.fixtures import TODAY, now_digest
from tests.desk.letters.test_files import document

from answerable.desk.cases.actions import StaleError
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.clearance.actions import ask_clearance, clear
from answerable.desk.events.models import Event
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file, save_letter
from answerable.desk.letters.compose import Free
from answerable.desk.letters.models import LetterVersion
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.actions import give_role
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.desk.publish.actions import (
    Entry,
    propose,
    publish,
    set_policy,
    why_not,
    withdraw,
)
from answerable.desk.publish.models import ClassPolicy, Publication
from answerable.desk.publish.proposal import proposal, without_head
from answerable.desk.sending.answer import mark_posted
from answerable.model import UnusableInputError

ENTRY = Entry("Parking fines", "How many fines?", "There were 1,204.", "Other")


@pytest.fixture
def sent(cleared: Case, officer: User) -> Case:
    """The case, answered by post."""
    mark_posted(cleared, by=officer, on=TODAY)
    return Case.objects.get(pk=cleared.pk)


@pytest.fixture
def proposed(sent: Case, officer: User) -> Publication:
    return propose(sent, ENTRY, by=officer)


@pytest.fixture
def ncnd_class(officer: User, approver: User) -> NcndClass:
    return NcndClass.objects.create(
        name="Cameras", subject="s", regime="FOIA", proposed_by=officer, approved_by=approver
    )


def sent_with(content: bytes, name: str, case: Case, officer: User, approver: User) -> Attachment:
    """A file that went with the answer."""
    file = add_file(case, by=officer, name=name, content=content)
    save_letter(case, by=officer, free=Free(), dated=TODAY)
    ask_clearance(case, by=officer)
    clear(case, by=approver, digest=now_digest(case))
    mark_posted(case, by=officer, on=TODAY)
    case.refresh_from_db()
    return file


def test_the_proposal_is_the_request_and_the_letter_without_who_asked(sent: Case) -> None:
    words = proposal(sent)
    assert "A. Reader" not in words.request
    assert "[name removed]" in words.request
    assert "How many parking fines" in words.request
    assert "the names of the people who complained" in words.answer
    assert "Dear applicant" not in words.answer
    assert "Market Street" not in words.answer.split("\n\n")[0]


@pytest.mark.parametrize(
    ("letter", "kept"),
    [
        ("Council\n1 High St\n\nOur ref 4\n\nDear applicant\n\nWe hold it.\n\nYours", "We hold it.\n\nYours"),
        ("Cyngor\n\nAnnwyl ymgeisydd\n\nWe hold it.", "We hold it."),
        ("Dear Sir\n\nWe hold it.", "We hold it."),
        ("We hold it.\n\nYours", "We hold it.\n\nYours"),
        ("A\n\nB\n\nC\n\nD\n\nE\n\nDear me, it said.\n\nF", "A\n\nB\n\nC\n\nD\n\nE\n\nDear me, it said.\n\nF"),
    ],
)  # fmt: skip
def test_what_stands_above_the_answer_is_left_out_and_nothing_else(letter: str, kept: str) -> None:
    assert without_head(letter) == kept


def test_what_was_proposed_carries_its_own_copies(proposed: Publication, sent: Case) -> None:
    assert proposed.state == "proposed"
    assert proposed.outcome == "partial"
    assert proposed.provisions == ["FOIA s.40(2)"]
    assert proposed.answered_on == TODAY
    Case.objects.filter(pk=sent.pk).update(title="Other", text="Other")
    assert Publication.objects.get().title == "Parking fines"


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_each_role_proposes_publishes_and_withdraws_as_it_may(
    role: Role, sent: Case, officer: User, publisher: User, person: Callable[..., User]
) -> None:
    by = person(role.id, name="zed")
    may_propose = Permission.PROPOSE_PUBLICATION in role.may
    may_publish = Permission.PUBLISH in role.may
    if not may_propose:
        with pytest.raises(PermissionDenied):
            propose(sent, ENTRY, by=by)
        assert not Publication.objects.exists()
    entry = propose(sent, ENTRY, by=officer)
    if not may_publish:
        with pytest.raises(PermissionDenied):
            publish(entry, by=by)
        publish(entry, by=publisher)
        with pytest.raises(PermissionDenied):
            withdraw(entry, by=by, because="A mistake.")
        assert Publication.objects.get().state == "published"
    else:
        publish(entry, by=by)
        withdraw(entry, by=by, because="A mistake.")
        assert Publication.objects.get().state == "withdrawn"


@pytest.mark.parametrize("state", State)
def test_only_an_answered_case_is_proposed(state: State, sent: Case, officer: User) -> None:
    Case.objects.filter(pk=sent.pk).update(state=state)
    case = Case.objects.get(pk=sent.pk)
    if state in (State.SENT, State.CLOSED):
        assert propose(case, ENTRY, by=officer).state == "proposed"
    else:
        with pytest.raises(UnusableInputError, match="Only an answer that went"):
            propose(case, ENTRY, by=officer)
        assert not Publication.objects.exists()


def test_nobody_publishes_their_own_proposal(sent: Case, publisher: User) -> None:
    entry = propose(sent, ENTRY, by=publisher)
    with pytest.raises(PermissionDenied, match="Somebody else"):
        publish(entry, by=publisher)
    assert Publication.objects.get().state == "proposed"


@pytest.mark.parametrize("where", ["title", "request", "answer"])
@pytest.mark.parametrize("words", ["A. Reader", "reader@example.org", "READER@example.org"])
def test_who_asked_is_refused_wherever_it_stands(
    where: str, words: str, sent: Case, officer: User
) -> None:
    said = {"title": "T", "request": "R", "answer": "A", where: f"From {words} again"}
    with pytest.raises(UnusableInputError, match=f"The {where} still tells who asked") as refused:
        propose(sent, Entry(**said, subject="Other", not_the_name=True), by=officer)
    assert words not in str(refused.value)
    assert not Publication.objects.exists()


def test_a_part_of_the_name_is_asked_about(sent: Case, officer: User) -> None:
    said = Entry("Reader panels", "How many?", "Ten.", "Other")
    with pytest.raises(UnusableInputError, match="part of the applicant's name"):
        propose(sent, said, by=officer)
    judged = Entry("Reader panels", "How many?", "Ten.", "Other", not_the_name=True)
    assert propose(sent, judged, by=officer).title == "Reader panels"
    assert Event.objects.get(kind="publish.proposed").facts["judged_names"] is True


def test_what_was_slipped_in_after_proposing_is_not_published(
    proposed: Publication, publisher: User
) -> None:
    Publication.objects.update(answer="For A. Reader")
    with pytest.raises(UnusableInputError, match="still tells who asked"):
        publish(Publication.objects.get(), by=publisher)
    assert Publication.objects.get().state == "proposed"


def test_a_file_that_tells_who_asked_is_not_published(
    open_case: Case, officer: User, approver: User
) -> None:
    content = document("Prepared for A. Reader on request.", "There were 1,204.")
    file = sent_with(content, "fines.docx", open_case, officer, approver)
    entry = Entry("Fines", "How many?", "See the file.", "Other", files=[file])
    with pytest.raises(UnusableInputError, match=r"fines\.docx tells who asked"):
        propose(open_case, entry, by=officer)
    assert not Publication.objects.exists()


def test_a_file_named_after_who_asked_is_not_published(
    open_case: Case, officer: User, approver: User
) -> None:
    name = "reply to A. Reader.csv"
    file = sent_with(b"Year,Fines\n2025,1204\n", name, open_case, officer, approver)
    entry = Entry("Fines", "How many?", "See the file.", "Other", files=[file])
    with pytest.raises(UnusableInputError, match="tells who asked"):
        propose(open_case, entry, by=officer)


def test_a_file_that_tells_nothing_is_published(
    open_case: Case, officer: User, approver: User, publisher: User
) -> None:
    file = sent_with(document("There were 1,204."), "f.docx", open_case, officer, approver)
    entry = propose(
        open_case, Entry("Fines", "How many?", "See it.", "Other", files=[file]), by=officer
    )
    publish(entry, by=publisher)
    assert list(entry.files.all()) == [file]


def test_a_file_that_the_gate_holds_is_not_published(
    open_case: Case, officer: User, approver: User
) -> None:
    file = sent_with(b"a\n1\n", "a.csv", open_case, officer, approver)
    Attachment.objects.filter(pk=file.pk).update(verdict="hold")
    file.refresh_from_db()
    with pytest.raises(UnusableInputError, match="is held"):
        propose(open_case, Entry("F", "R", "A", "Other", files=[file]), by=officer)


def test_of_two_publishers_the_second_is_told(
    proposed: Publication, publisher: User, person: Callable[..., User]
) -> None:
    mine, theirs = Publication.objects.get(), Publication.objects.get()
    publish(mine, by=publisher)
    with pytest.raises(StaleError):
        publish(theirs, by=person("publisher", name="second"))
    assert Event.objects.filter(kind="publish.published").count() == 1


def test_changed_after_it_was_read_it_is_not_published(
    proposed: Publication, sent: Case, officer: User, publisher: User
) -> None:
    read = Publication.objects.get()
    propose(sent, Entry("Other title", "R", "A", "Other"), by=officer)
    with pytest.raises(StaleError):
        publish(read, by=publisher)


def test_withdrawn_it_leaves_a_trace_with_a_public_reason(
    proposed: Publication, publisher: User
) -> None:
    publish(proposed, by=publisher)
    withdraw(proposed, by=publisher, because="A table was wrong.")
    gone = Publication.objects.get()
    assert (gone.state, gone.withdrawn_on) == ("withdrawn", TODAY)
    assert gone.withdrawn_because == "A table was wrong."
    assert gone.published_on == TODAY
    assert Event.objects.filter(kind="publish.withdrawn").count() == 1
    assert not Publication.objects.visible_to(None).exists()


@pytest.mark.parametrize(
    ("because", "words"), [("", "Give the reason"), ("A. Reader asked us to", "tells who asked")]
)
def test_a_reason_that_cannot_be_public_is_refused(
    because: str, words: str, proposed: Publication, publisher: User
) -> None:
    publish(proposed, by=publisher)
    with pytest.raises(UnusableInputError, match=words):
        withdraw(proposed, by=publisher, because=because)
    assert Publication.objects.get().state == "published"


def test_what_is_published_is_not_changed_under_the_readers(
    proposed: Publication, sent: Case, officer: User, publisher: User
) -> None:
    publish(proposed, by=publisher)
    with pytest.raises(UnusableInputError, match="Withdraw it before"):
        propose(sent, ENTRY, by=officer)
    withdraw(proposed, by=publisher, because="To be corrected.")
    assert propose(sent, ENTRY, by=officer).state == "proposed"


def test_a_case_under_a_class_is_not_for_the_log_unless_the_class_says_so(
    sent: Case, officer: User, ncnd_class: NcndClass, approver: User, person: Callable[..., User]
) -> None:
    Case.objects.filter(pk=sent.pk).update(ncnd_class=ncnd_class)
    case = Case.objects.get(pk=sent.pk)
    with pytest.raises(UnusableInputError, match="decided for the whole class"):
        propose(case, ENTRY, by=officer)
    set_policy(ncnd_class, by=approver, published=True)
    assert propose(case, ENTRY, by=officer).state == "proposed"


def test_the_reason_is_the_same_for_every_case_of_the_class(
    sent: Case, ncnd_class: NcndClass
) -> None:
    told = set()
    for state in State:
        Case.objects.filter(pk=sent.pk).update(ncnd_class=ncnd_class, state=state)
        told.add(why_not(Case.objects.get(pk=sent.pk)))
    assert len(told) == 1


def test_a_class_closed_again_stops_what_was_proposed(
    sent: Case, officer: User, ncnd_class: NcndClass, approver: User, publisher: User
) -> None:
    Case.objects.filter(pk=sent.pk).update(ncnd_class=ncnd_class)
    set_policy(ncnd_class, by=approver, published=True)
    entry = propose(Case.objects.get(pk=sent.pk), ENTRY, by=officer)
    set_policy(ncnd_class, by=approver, published=False)
    with pytest.raises(UnusableInputError, match="whole class"):
        publish(Publication.objects.get(pk=entry.pk), by=publisher)


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_only_who_approves_classes_decides_for_them(
    role: Role, ncnd_class: NcndClass, person: Callable[..., User]
) -> None:
    by = person(role.id, name="zed")
    if Permission.APPROVE_NCND in role.may:
        assert set_policy(ncnd_class, by=by, published=True).published
    else:
        with pytest.raises(PermissionDenied):
            set_policy(ncnd_class, by=by, published=True)
        assert not ClassPolicy.objects.exists()


def test_nobody_decides_for_a_class_they_proposed(
    ncnd_class: NcndClass, officer: User, administrator: User
) -> None:
    give_role(by=administrator, user=officer, role_id="approver")
    with pytest.raises(PermissionDenied, match="Somebody else"):
        set_policy(ncnd_class, by=User.objects.get(pk=officer.pk), published=True)


def test_no_word_of_the_entry_stands_in_an_event(proposed: Publication) -> None:
    told = str(list(Event.objects.values_list("facts", flat=True)))
    assert "1,204" not in told
    assert LetterVersion.objects.get().text[:200] not in told
