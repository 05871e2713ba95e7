"""The letter to a third party: what was asked, what of theirs it touches, what we need to know."""

from datetime import date

from answerable import law
from answerable.desk.authority.models import Authority
from answerable.desk.consult.models import ThirdParty
from answerable.law.cites.spell import NAMES
from answerable.model import Cite


def draft_letter(party: ThirdParty, authority: Authority, answer_by: date) -> str:
    """A draft for the officer to edit. It does not say who asked."""
    case = party.case
    questions = "\n".join(f"{each.number}. {each.text}" for each in case.questions.all())
    return (
        f"Dear {party.name},\n\n"
        f"We have a request for information under the {NAMES[case.law]} "
        f"({law.link(Cite(case.law, '1')).rsplit('/', 2)[0]}). Our reference is "
        f"{case.reference}. We were asked:\n\n{questions}\n\n"
        f"We write to you because {_lower(party.why)}\n\n"
        "We have not decided what to release. Please tell us:\n"
        "- whether you object to its release, and to which parts;\n"
        "- what would follow from release, to whom, and how likely that is;\n"
        "- whether any of it is public already, or will be, and when.\n\n"
        f"We need your answer by {answer_by:%-d %B %Y}. The decision is ours and not yours, and "
        "we have to keep to the time the law gives us, with or without your answer. What you say "
        "may itself be asked for one day.\n\n"
        f"Yours faithfully,\n{authority.signs}\n{authority.name}\n"
    )


def _lower(text: str) -> str:
    """A reason as the end of a sentence."""
    words = " ".join(text.split()).rstrip(".")
    first = words.partition(" ")[0]
    small = words[:1].lower() + words[1:] if first.istitle() and first in _OPENERS else words
    return f"{small}."


_OPENERS = frozenset({"The", "It", "They", "This", "We", "Your", "You", "A", "An", "Some", "Part"})
