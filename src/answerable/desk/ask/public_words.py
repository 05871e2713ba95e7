"""Where a request stands, in public words.

They follow from the state alone. They do not tell whether anything was searched for or is held,
who is at work on it, or whether it waits for clearance: a class that neither confirms nor denies
must look like every other request.
"""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from answerable.desk.cases.transitions import State

_WORKING = (_("We are working on it"), _("You need do nothing. We will answer by the day below."))
_ANSWERED = (
    _("We have answered"),
    _("If you are not content with the answer, write to us and ask for an internal review."),
)
_WORDS = {
    State.RECEIVED: _WORKING,
    State.OPEN: _WORKING,
    State.CLEARANCE: _WORKING,
    State.CLEARED: _WORKING,
    State.CLARIFYING: (
        _("We are waiting for you"),
        _("We asked you to make your request clearer. Answer below; then the time begins again."),
    ),
    State.FEE_ASKED: (
        _("We are waiting for you"),
        _("We asked for a fee. The notice that we sent says how to pay."),
    ),
    State.SENT: _ANSWERED,
    State.CLOSED: _ANSWERED,
    State.REVIEW: (
        _("We are looking at it again"),
        _("You asked for an internal review. We will write to you with the outcome."),
    ),
    State.TRANSFERRED: (
        _("Passed to another authority"),
        _("The letter that we sent says which, and how to reach it."),
    ),
    State.WITHDRAWN: (_("Withdrawn"), _("You told us that you no longer need an answer.")),
    State.LAPSED: (
        _("Closed"),
        _("We did not hear from you. If you still need the information, ask again."),
    ),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The state in a few words, what it means, and whether a date is owed."""

    words: str
    meaning: str
    owed: bool


def standing(state: State) -> Standing:
    """What the public is told of ``state``, in the language of the page."""
    words, meaning = _WORDS[state]
    return Standing(gettext(words), gettext(meaning), _WORDS[state] is _WORKING)
