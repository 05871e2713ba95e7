"""Decisions of the made-up authority, through the real actions, with texts that audit clean."""

from collections.abc import Callable
from typing import Any

from answerable.desk.cases.models import Case, Question
from answerable.desk.decide.actions import save_draft, sign, sign_class
from answerable.desk.decide.kinds import KINDS, Kind
from answerable.desk.decide.limbs import Limb, limbs
from answerable.desk.decide.models import Decision
from answerable.desk.demo.asked import Asked
from answerable.desk.demo.world import World
from answerable.desk.people.models import User
from answerable.desk.tasks.log import searches_words
from answerable.law.cites import parse_one

Made = tuple[str, tuple[str, ...], dict[str, Any]]


def _withheld(what: str, *grounds: dict[str, Any], **more: str) -> dict[str, Any]:
    return {"decision": "withheld", "what": what, "grounds": list(grounds), **more}


def _balance(for_: list[str], against: list[str], weighing: str) -> dict[str, Any]:
    return {
        "subject": "disclosure",
        "factors_for": for_,
        "factors_against": against,
        "weighing": weighing,
    }


_NAMES = {
    "provision": "FOIA s.40(2)",
    "reasons": "The names are personal data of junior staff and of people who wrote to us. To "
    "release them would not be fair to people who did not expect it, so that it would contravene "
    "the first data protection principle, section 40(3A)(a)",
    "legitimate_interests": "There is a legitimate interest in knowing how we deal with such "
    "matters. What we supply meets it without the names, so that they are not necessary for it, "
    "and it does not override the privacy of the people named",
}
_PRICES = {
    "provision": "FOIA s.43(2)",
    "threshold": "would be likely to",
    "whose": "the supplier and the Council",
    "reasons": "The unit prices are what the supplier bids with, and the contract is let again "
    "next spring. A competitor who knew them could bid just below each, and the Council would be "
    "left with fewer bidders and a dearer contract",
    "balance": _balance(
        ["Residents could see what each unit costs them under a contract paid for by them"],
        ["Bidders next spring would set their prices by the old ones, and the service would cost "
         "residents more for four years"],
        "The total paid each year is published, which lets residents judge the cost of the "
        "contract. The unit prices would add little to that, and would cost residents more when "
        "the contract is let again",
    ),
}  # fmt: skip
_EIR_PRICES = {
    "provision": "EIR reg.12(5)(e)",
    "threshold": "would",
    "whose": "the contractor",
    "reasons": "The prices were given in confidence under clause 14 of the contract and are not "
    "public. The contractor bids for the same work in three districts this winter, and would lose "
    "them to anybody who knew its prices",
    "balance": _balance(
        ["Residents could see what the clearing of their streams costs by the metre"],
        ["The contractor would lose this winter's bids, and others would stop telling us prices "
         "in confidence"],
        "The total cost of the work is supplied, which answers the question of value. The prices "
        "by the metre serve competitors more than residents, even with a presumption in favour of "
        "disclosure",
    ),
}  # fmt: skip
_EIR_INTERNAL = {
    "provision": "EIR reg.12(4)(e)",
    "reasons": "They are messages between officers of the planning team, who were still choosing "
    "between two sites when the request came, and were sent to nobody outside",
    "balance": _balance(
        ["People near both sites want to know why one was preferred to the other"],
        ["Officers would stop writing down doubts about a site while the choice is still open"],
        "The report with the reasons for the choice will be before the committee in public in "
        "January. Until then officers need room to compare the two sites frankly",
    ),
}
_EIR_UNREASONABLE = {
    "provision": "EIR reg.12(4)(b)",
    "reasons": "To find every message about every hedge in the borough since 2010 means reading "
    "some 9,000 messages by hand. We timed a hundred of them, at two minutes each; all would take "
    "two officers nine weeks, out of all proportion to what would be learned",
    "balance": _balance(
        ["Residents want to know whether hedges are cut in the nesting season"],
        ["Two officers would do nothing else for nine weeks, and permits would wait"],
        "The permits with their dates are published, and answer the question of the nesting "
        "season. We have offered to look for one street or one year within a few days",
    ),
}
_SCOTTISH_PRICES = {
    "provision": "FOISA s.33(1)(b)",
    "threshold": "would be likely to",
    "whose": "the Council and its bidders",
    "reasons": "The lease is not signed, and if it fails the office is let again this summer. A "
    "bidder who knew what the others had offered would offer no more than a pound above them",
    "balance": _balance(
        ["Residents would see whether the Council asks a fair rent for a building that they own"],
        ["The Council would lose several thousand pounds a year if bidders knew the offers before "
         "the lease is signed"],
        "The rent will be in the public register when the lease is signed, so that residents can "
        "judge it then, while to release the offers now would cost them money",
    ),
}  # fmt: skip
_SEVERED = "Only these are taken out; everything else that was asked for is supplied"


def _full(_: Case, question: Question) -> Made:
    if question.wants_counts or question.text.lower().startswith("how many"):
        answer = "There were 214 in 2025, against 198 in the year before"
    else:
        answer = "The policy and the figures asked for are set out in the enclosed document"
    body: dict[str, Any] = {"decision": "supplied", "answer": answer}
    if "enclosed" in answer:
        body["enclosures"] = ["Answer to the request.pdf"]
    return "supplied", (), body


def _partial(case: Case, question: Question) -> Made:
    last = question.position == case.questions.count()
    if case.questions.count() > 1 and question.position == 1:
        return _full(case, question)
    ground, what = (_PRICES, "the unit prices") if last else (_NAMES, "the names of individuals")
    given = "The document is enclosed, with all that is not withheld"
    body = _withheld(what, ground, supplied=given, severance=_SEVERED)
    return "part", (str(ground["provision"]),), body


def _not_held(case: Case, question: Question) -> Made:
    words = searches_words(case, (question.number,)) or (
        "The team looked in the case system and the shared folder for all years from 2015, and "
        "asked the manager who looks after it. Nothing was found"
    )
    body: dict[str, Any] = {"decision": "not_held", "searches": words}
    if case.law.environmental:
        body["balance"] = _balance(
            ["People would like to know what was measured here"],
            ["There is nothing that could be released"],
            "Where nothing is held there is nothing to weigh for disclosure",
        )
    return "not_held", (), body


def _cost_limit(case: Case, _: Question) -> Made:
    hours, files = (50, 1500) if case.law.scottish else (40, 1200)
    return (
        "cost_limit",
        (),
        {
            "decision": "cost_limit",
            "hours": float(hours),
            "estimate": f"We hold {files:,} paper files for these years, which are not indexed by "
            "subject. We timed ten of them: to locate, retrieve and extract what was asked for "
            f"takes 2 minutes a file, and {files:,} files at 2 minutes each come to {hours} hours",
            "advice": "If you asked for 2025 only, there would be 240 files and 8 hours of work, "
            "and we could answer within the limit",
        },
    )


def _accessible(_: Case, __: Question) -> Made:
    return (
        "accessible",
        (),
        {
            "decision": "accessible",
            "where": "It is on our website under Council, Spending, in one file for each month. "
            "You can open it there without charge; if you cannot, tell us and we will send a copy",
        },
    )


def _ground(what: str, ground: dict[str, Any]) -> Callable[[Case, Question], Made]:
    return lambda _, __: (
        "withheld",
        (ground["provision"],),
        _withheld(what, ground, severance="What is left would tell nothing without it"),
    )


#: What each kind of the made-up authority's decisions says.
DEMO: dict[str, Callable[[Case, Question], Made]] = {
    "full": _full,
    "partial": _partial,
    "refused": _ground("the unit prices of the contract", _PRICES),
    "not_held": _not_held,
    "cost_limit": _cost_limit,
    "s21": _accessible,
    "eir_12_5_e": _ground("the prices by the metre", _EIR_PRICES),
    "eir_12_4_e": _ground("the messages between officers", _EIR_INTERNAL),
    "eir_12_4_b": _ground("all of the messages", _EIR_UNREASONABLE),
    "foisa_33_1_b": _ground("the rents that each bidder offered", _SCOTTISH_PRICES),
}


def decide_all(case: Case, officer: User, kind: str) -> list[Decision]:
    """Decide and sign every question of an open case as ``kind`` says.

    Args:
        case: open, of the law that the kind is for.
        officer: who signs.
        kind: a key of ``DEMO``, or "ncnd" for the decision of the class that governs the case.
    """
    if kind == "ncnd":
        return [sign_class(case, by=officer)]
    made = []
    for question in case.questions.all():
        slug, cites, body = DEMO[kind](case, question)
        draft = save_draft(case, [question], _kind(slug), _limbs(case, cites), body, by=officer)
        made.append(sign(draft, by=officer))
    return made


def decide(case: Case, world: World, asked: Asked) -> None:
    """The act "decide" of a story: the class's decision, or what the request's outcome says."""
    by = case.owner or world.officer
    if case.ncnd_class_id is not None:
        sign_class(case, by=by)
        return
    kind = {"not_held": "not_held", "already_accessible": "s21"}.get(asked.outcome, "full")
    if kind == "s21" and case.law.environmental:
        kind = "full"
    if kind != "full" or len(asked.answer) < case.questions.count():
        decide_all(case, by, kind)
        return
    for question, words in zip(case.questions.all(), asked.answer, strict=False):
        body = {"decision": "supplied", "answer": words}
        sign(save_draft(case, [question], _kind("supplied"), [], body, by=by), by=by)


def _kind(slug: str) -> Kind:
    return next(kind for kind in KINDS if kind.slug == slug)


def _limbs(case: Case, cites: tuple[str, ...]) -> list[Limb]:
    known = limbs(case.law)
    return [next(each for each in known if each.cite == parse_one(cite)) for cite in cites]
