"""Proposing an answer for the log, publishing it, withdrawing it, and the policy for a class."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from answerable.desk.cases.actions import StaleError
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.events.chain import commitment
from answerable.desk.events.record import record
from answerable.desk.files.models import Attachment
from answerable.desk.letters.models import LetterVersion
from answerable.desk.log.index import refresh
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.can import require
from answerable.desk.people.models import ServiceArea, User
from answerable.desk.people.permissions import Permission
from answerable.desk.publish.checking import applicant_of, problems
from answerable.desk.publish.models import Publication
from answerable.desk.publish.policy import NOT_FOR_THE_CLASS, ClassPolicy, in_the_log
from answerable.desk.publish.striking import left_in
from answerable.desk.today import today
from answerable.model import UnusableInputError


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as the proposer wants it."""

    title: str
    request: str
    answer: str
    subject: str
    service: ServiceArea | None = None
    files: Sequence[Attachment] = field(default=())
    not_the_name: bool = False  # "words like the applicant's name are left, and are not them"


@transaction.atomic
def propose(case: Case, entry: Entry, *, by: User) -> Publication:
    """Propose an answered case for the log, or change what is proposed.

    Raises:
        UnusableInputError: it is not answered, its class is not for the log, it is published
            already, or something of the applicant is left in it.
    """
    require(by, Permission.PROPOSE_PUBLICATION)
    reason, answered_on = why_not(case), case.sent_on
    if reason or answered_on is None:
        raise UnusableInputError(reason)
    if found := problems(
        case, entry.title, entry.request, entry.answer, entry.files, unsure=not entry.not_the_name
    ):
        raise UnusableInputError(found[0])
    before = Publication.objects.filter(case=case).first()
    if before is not None and before.state == "published":
        raise UnusableInputError("This answer is in the log. Withdraw it before you change it.")
    made, _ = Publication.objects.update_or_create(
        case=case,
        defaults={
            "reference": case.reference,
            "title": entry.title.strip(),
            "request": entry.request.strip(),
            "answer": entry.answer.strip(),
            "subject": entry.subject,
            "service": entry.service,
            "regime": case.regime,
            "outcome": case.outcome or "other",
            "provisions": _provisions(case),
            "received_on": case.received_on,
            "answered_on": answered_on,
            "state": "proposed",
            "version": before.version + 1 if before else 1,
            "proposed_by": by,
            "published_by": None,
        },
    )
    made.files.set(entry.files)
    record(
        "publish.proposed",
        by=by.public_id,
        case=case.reference,
        entry=made.public_id,
        version=made.version,
        files=len(entry.files),
        judged_names=entry.not_the_name,
    )
    return made


@transaction.atomic
def publish(entry: Publication, *, by: User) -> Publication:
    """Put a proposed entry into the log. Nobody publishes their own proposal.

    Raises:
        PermissionDenied: they may not, or proposed it themselves.
        UnusableInputError: something of the applicant is in it, or a file is held.
        StaleError: somebody changed, published or withdrew it since it was read.
    """
    require(by, Permission.PUBLISH)
    if entry.proposed_by_id == by.pk:
        raise PermissionDenied("You proposed this entry. Somebody else has to publish it.")
    if reason := why_not(entry.case):
        raise UnusableInputError(reason)
    files = list(entry.files.all())
    if found := problems(entry.case, entry.title, entry.request, entry.answer, files):
        raise UnusableInputError(found[0])
    _turn(entry, "proposed", state="published", published_by=by, published_on=today())
    record("publish.published", by=by.public_id, case=entry.reference, entry=entry.public_id)
    return entry


@transaction.atomic
def withdraw(entry: Publication, *, by: User, because: str) -> Publication:
    """Take an entry out of the log; that it was there, and why it is gone, stays public.

    Raises:
        UnusableInputError: no reason, or one that tells who asked.
        StaleError: it is not in the log, or somebody changed it since it was read.
    """
    require(by, Permission.PUBLISH)
    if not because.strip():
        raise UnusableInputError("Give the reason. Everybody will be able to read it.")
    if left_in(because, applicant_of(entry.case)):
        raise UnusableInputError("The reason tells who asked. Everybody will read it; take it out.")
    _turn(
        entry,
        "published",
        state="withdrawn",
        withdrawn_on=today(),
        withdrawn_because=because.strip(),
    )
    record(
        "publish.withdrawn",
        by=by.public_id,
        case=entry.reference,
        entry=entry.public_id,
        reason=commitment(because.strip()),
    )
    return entry


@transaction.atomic
def set_policy(ncnd_class: NcndClass, *, by: User, published: bool) -> ClassPolicy:
    """Decide for a whole class whether its answers go into the log.

    Raises:
        PermissionDenied: they may not approve classes, or proposed this one.
    """
    require(by, Permission.APPROVE_NCND)
    if ncnd_class.proposed_by_id == by.pk:
        raise PermissionDenied("You proposed this class. Somebody else has to decide about it.")
    policy, _ = ClassPolicy.objects.update_or_create(
        ncnd_class=ncnd_class, defaults={"published": published, "by": by}
    )
    record("publish.policy", by=by.public_id, class_=ncnd_class.public_id, published=published)
    return policy


def why_not(case: Case) -> str:
    """Why this case is not for the log; empty if it may be proposed."""
    if case.ncnd_class is not None and not in_the_log(case.ncnd_class):
        return NOT_FOR_THE_CLASS
    answered = case.where in (State.SENT, State.CLOSED) and case.sent_on is not None
    if not answered or not sent_letters(case):
        return f"{case.reference} is {case.state_words}. Only an answer that went can be published."
    return ""


def sent_letters(case: Case) -> list[LetterVersion]:
    """The letters of the case that went: the answer, and the outcome of a review if there was one."""
    sent = [each for each in case.letters.all() if each.sent_on is not None]
    return sorted(sent, key=lambda each: each.number)


def _provisions(case: Case) -> list[str]:
    """The provisions relied on, as printed, each once, in the order of the letters."""
    decided = [each for letter in sent_letters(case) for each in letter.record["decisions"]]
    grounds = [ground for each in decided for ground in each.get("grounds", ())]
    cited = [g[name] for g in grounds for name in ("provision", "matter") if g.get(name)]
    return list(dict.fromkeys(cited))


def _turn(entry: Publication, was: str, **to: object) -> None:
    changed = Publication.objects.filter(pk=entry.pk, state=was, version=entry.version).update(
        version=F("version") + 1, **to
    )
    if not changed:
        raise StaleError("Somebody changed this entry while you were looking. Open it again.")
    entry.refresh_from_db()
    refresh(entry)  # search finds it, or no longer finds it, from this moment
