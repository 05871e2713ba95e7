"""Taking in what the public sends: a request, or a message about one."""

import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from answerable.desk.ask.acknowledge import acknowledge, can_be_told
from answerable.desk.ask.arrivals import Arrival, keep
from answerable.desk.ask.bucket import MESSAGES, take
from answerable.desk.ask.keys import private_key
from answerable.desk.ask.models import Draft, PrivateLink
from answerable.desk.ask.receipt import sign, text_digest
from answerable.desk.ask.tokens import derived, digest, opened, sealed
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.actions import (
    Arrived,
    add_note,
    move,
    note_clock,
    promise,
    receive_here,
    seems_environmental,
)
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.today import now
from answerable.model import UnusableInputError

log = logging.getLogger("answerable.ask")
LONGEST_MESSAGE = 20_000
_SAME_AGAIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of sending: the token of the private link, None if there was nothing to send."""

    token: str | None
    in_line: bool = False


def send(form: str, draft: Draft | None, *, network: str) -> Sent:
    """Keep what was sent, once: sent again, the same form leads to the same link.

    Its reference and due date stand from now on, and so does the receipt that we sign. The case is
    made of it when the receipt is looked at, or by the worker, whichever is first.

    Args:
        form: the key of the form, from its hidden field.
        draft: what was typed; None if it is gone, as when it was sent already.
        network: the key of the part of the network it came from. One that sends very much is put
            in line: its request counts as received now, and is taken in when it is its turn.
    """
    token = derived("status", form)
    if draft is not None:
        kept = keep(_arrival(token, draft, network))
        if kept.now:
            return Sent(token, kept.in_line)
    known = PrivateLink.objects.filter(token_hash=digest(token)).first()
    return Sent(token if known else None, bool(known and known.waiting and not known.reference))


def _arrival(token: str, draft: Draft, network: str) -> Arrival:
    """What was typed, with its reference, due date and receipt."""
    at, answers = now(), draft.answers
    received, text = timezone.localdate(at), answers["text"]
    # Told when it was typed: what is known then need not be worked out while somebody waits.
    environmental = answers.get("environmental")
    told = promise(seems_environmental(text) if environmental is None else environmental, received)
    link = PrivateLink(
        token_hash=digest(token),
        waiting=answers,
        made_at=at,
        reference=told.reference,
        receipt=_receipt(text, at, told.reference, told.due_on),
        sealed=sealed(token) if can_be_told(answers.get("email", "")) else "",
    )
    return Arrival(draft.pk, network, received, told, link, lambda: _receipt(text, at))


def take_in_arrived(most: int = 200) -> int:
    """Take in what was sent and not looked at since, the oldest first; how many."""
    return _take_in_each(PrivateLink.objects.filter(case=None).exclude(reference=""), most)


def take_in_waiting(most: int = 20) -> int:
    """Take in requests that are in line, the oldest first; how many. The worker calls this."""
    return _take_in_each(PrivateLink.objects.filter(case=None, reference=""), most)


@transaction.atomic
def take_in(pk: int) -> bool:
    """Make a case of what waits on this link, if nobody did; whether one was made."""
    link = PrivateLink.objects.select_for_update().filter(pk=pk, case=None).first()
    if link is None or link.waiting is None:
        return False
    _take_in(link)
    return True


def _take_in_each(links: QuerySet[PrivateLink], most: int) -> int:
    """One that cannot be taken in is logged by its number, and holds nobody else up."""
    taken = 0
    for pk in list(links.order_by("made_at").values_list("pk", flat=True)[:most]):
        try:
            taken += take_in(pk)
        except Exception as problem:
            log.error("link %s could not be taken in: %s", pk, type(problem).__name__)
    return taken


@transaction.atomic
def say_more(case: Case, text: str, *, link: str) -> None:
    """A message of the applicant: onto the timeline; an awaited clarification starts the clock.

    Raises:
        UnusableInputError: it is empty or too long, or too many came in a short time.
    """
    if not text.strip():
        raise UnusableInputError(_("Write your message."))
    if len(text) > LONGEST_MESSAGE:
        raise UnusableInputError(_("Your message is too long. Shorten it to 20,000 characters."))
    again = case.notes.filter(direction="in", text=text, at__gt=now() - _SAME_AGAIN)
    if again.exists():
        return  # sent twice by a double click
    if not take(derived("message", link), now(), MESSAGES):
        raise UnusableInputError(
            _("You have sent many messages in a short time. Send the next one in an hour.")
        )
    add_note(case, text, by=None, direction="in", title="Message from the applicant")
    if case.where is State.CLARIFYING:
        move(case, "clarified", by=None, actor="public")
        note_clock(case, "clarification_received", by=None, actor="public", on=timezone.localdate())


def acknowledge_waiting(most: int = 50) -> int:
    """Acknowledge what came by our form, the oldest first; how many. The worker calls this.

    Not while the applicant waits for the page: the receipt that it leads to says the same.
    """
    waiting = PrivateLink.objects.exclude(sealed="").filter(case__isnull=False).order_by("pk")
    these = list(waiting.values_list("pk", flat=True)[:most])
    for pk in these:
        with transaction.atomic():
            link = PrivateLink.objects.select_for_update().exclude(sealed="").filter(pk=pk).first()
            if link is None or link.case is None:
                continue  # another worker was first
            if link.case.acknowledged_on is None:  # else an officer was
                acknowledge(link.case, opened(link.sealed, link.token_hash))
            PrivateLink.objects.filter(pk=pk).update(sealed="")
    return len(these)


def _take_in(link: PrivateLink) -> None:
    """A case from the answers that wait on ``link``, received when they were sent."""
    answers: dict[str, Any] = link.waiting or {}
    case = receive_here(
        Arrived(
            text=answers["text"],
            name=answers.get("name", ""),
            email=answers.get("email", ""),
            address=answers.get("address", ""),
            how="form",
            on=timezone.localdate(link.made_at),
            at=link.made_at,
            language=answers.get("language", "en"),
            wants_form=answers.get("wants_form", ""),
            reference=link.reference,
        ),
        by=None,
    )
    link.case, link.waiting = case, None
    if not link.reference:
        link.receipt = _receipt(case.text, link.made_at, case.reference, case.due_on)
    link.save()


def _receipt(
    text: str, at: datetime, reference: str = "", due_on: date | None = None
) -> dict[str, Any]:
    """Signed: what came and when; with its reference and due date where it is not in line."""
    facts = {
        "authority": the_authority().name,
        "reference": reference,
        "received_at": at.isoformat(timespec="seconds"),
        "received_on": timezone.localdate(at).isoformat(),
        "due_on": due_on.isoformat() if due_on else "",
        "request_sha256": text_digest(text),
    }
    return sign(facts, private_key())
