"""What can happen to a request in a story: each act goes through the actions that officers use."""

from collections.abc import Callable

from answerable.desk.cases.actions import assign, move
from answerable.desk.cases.models import Case
from answerable.desk.clearance.actions import ask_clearance
from answerable.desk.clearance.actions import clear as take_step
from answerable.desk.clearance.standing import digest_of
from answerable.desk.decide.actions import save_draft, sign
from answerable.desk.decide.kinds import Kind, kind
from answerable.desk.demo.asked import Asked
from answerable.desk.demo.world import World
from answerable.desk.letters.actions import save_letter
from answerable.desk.letters.compose import Free
from answerable.desk.letters.current import current
from answerable.desk.people.models import User
from answerable.desk.publish.actions import Entry
from answerable.desk.publish.actions import propose as propose_entry
from answerable.desk.publish.actions import publish as publish_entry
from answerable.desk.publish.models import Publication
from answerable.desk.publish.proposal import proposal
from answerable.desk.reviews.actions import ask_for_review
from answerable.desk.sending.accepted import accepted
from answerable.desk.sending.answer import close as close_case
from answerable.desk.sending.answer import send_by_mail
from answerable.desk.tasks.actions import Searched, accept, answer, give_out
from answerable.desk.tasks.models import Task
from answerable.desk.today import now, today
from answerable.desk.triage import actions as triaging
from answerable.desk.triage.actions import clarify as clarifying
from answerable.desk.triage.demo import ask_fee, triage_case
from answerable.desk.triage.demo import hand_on as transfer

Act = Callable[[Case, World, Asked], None]


def owner(case: Case, world: World) -> User:
    """The officer whose case it is."""
    return case.owner or world.officer


def give(case: Case, world: World, asked: Asked) -> None:
    """The case is given to an officer."""
    assign(case, world.owner(asked.title), by=world.officer)


def acknowledge(case: Case, world: World, asked: Asked) -> None:
    """Its receipt is acknowledged."""
    triaging.acknowledge(case, by=owner(case, world))


def triage(case: Case, world: World, asked: Asked) -> None:
    """It is read, a class of the register confirmed if one fits, and opened."""
    triage_case(case, owner(case, world))


def ask_back(case: Case, world: World, asked: Asked) -> None:
    """The applicant is asked what is meant."""
    wanted = clarifying.Wanted(asked.unclear, tuple(asked.choices))
    triaging.ask_to_clarify(case, wanted, by=owner(case, world))


def clarify(case: Case, world: World, asked: Asked) -> None:
    """The applicant says what is meant."""
    clarifying.clarified(case, asked.clearer, by=owner(case, world))


def lapse(case: Case, world: World, asked: Asked) -> None:
    """Nothing came in the time that the letter gave."""
    clarifying.let_clarification_lapse(case, by=owner(case, world))


def fee(case: Case, world: World, asked: Asked) -> None:
    """The cost of copies is asked for."""
    ask_fee(case, owner(case, world))


def hand_on(case: Case, world: World, asked: Asked) -> None:
    """It goes to another authority."""
    transfer(case, owner(case, world))


def withdraw(case: Case, world: World, asked: Asked) -> None:
    """The applicant no longer wants it."""
    move(case, "withdraw", by=owner(case, world))


def give_tasks(case: Case, world: World, asked: Asked) -> None:
    """Each question goes to the service that would hold the answer."""
    services = asked.services or (asked.service,)
    questions = list(case.questions.all())
    for place, name in enumerate(services):
        mine = questions if len(services) == 1 else questions[place : place + 1]
        give_out(
            case,
            mine,
            world.services[name],
            by=owner(case, world),
            message="Please send what you hold, and say where you looked.",
        )


def do_tasks(case: Case, world: World, asked: Asked) -> None:
    """The service answers, and says where it looked."""
    by = world.contributors[asked.service]
    for task in Task.objects.visible_to(by).owed().filter(case=case):
        looked = Searched(
            place="the service's case system and its shared folder",
            custodian=by.post,
            terms=asked.title.lower(),
            minutes=25 + 5 * len(asked.title) % 40,
            result="nothing" if asked.outcome == "not_held" else "found",
        )
        answer(accept(task, by=by), "\n\n".join(asked.answer), by=by, searches=[looked])


def decide(case: Case, world: World, asked: Asked) -> None:
    """Each question is decided and signed."""
    by = owner(case, world)
    for question, words in zip(case.questions.all(), asked.answer, strict=True):
        chosen, body = _decision(asked, words)
        draft = save_draft(case, [question], chosen, (), body, by=by)
        sign(draft, by=by)


def _decision(asked: Asked, words: str) -> tuple[Kind, dict[str, str]]:
    slug = {"not_held": "not_held", "already_accessible": "accessible"}.get(
        asked.outcome, "supplied"
    )
    field = {"not_held": "searches", "accessible": "where", "supplied": "answer"}[slug]
    chosen = kind(slug)
    if chosen is None:
        raise LookupError(slug)
    return chosen, {"decision": chosen.record, field: words}


def write(case: Case, world: World, asked: Asked) -> None:
    """The letter is written from the decisions."""
    save_letter(case, by=owner(case, world), free=Free(), dated=today())


def hand_over(case: Case, world: World, asked: Asked) -> None:
    """The letter waits for clearance."""
    ask_clearance(case, by=owner(case, world))


def clear(case: Case, world: World, asked: Asked) -> None:
    """Somebody else clears it."""
    letter = current(case)
    if letter is not None:
        take_step(case, by=world.approver, digest=digest_of(letter))


def send(case: Case, world: World, asked: Asked) -> None:
    """It goes out, and the mail server takes it."""
    accepted(send_by_mail(case, by=owner(case, world)), now())


def close(case: Case, world: World, asked: Asked) -> None:
    """Nothing more is owed."""
    close_case(case, by=owner(case, world))


def propose(case: Case, world: World, asked: Asked) -> None:
    """The officer proposes it for the log, struck of the applicant."""
    words = proposal(case)
    entry = Entry(
        title=asked.title,
        request=words.request,
        answer="\n\n".join(asked.answer),
        subject=asked.subject,
        service=world.services[asked.service],
    )
    propose_entry(case, entry, by=owner(case, world))


def publish(case: Case, world: World, asked: Asked) -> None:
    """The publisher publishes it."""
    publish_entry(Publication.objects.get(case=case), by=world.publisher)


def review(case: Case, world: World, asked: Asked) -> None:
    """The applicant is not content."""
    ask_for_review(case, by=owner(case, world), asked_on=today(), points=asked.points)
