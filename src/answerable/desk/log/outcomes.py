"""Outcomes in words that a member of the public understands, in their language."""

from django.utils.translation import gettext_noop as _

from answerable.desk.ui.said import said

_WORDS = {
    "full": _("All the information was given"),
    "partial": _("Some of the information was given"),
    "refused": _("Refused"),
    "ncnd": _("Neither confirmed nor denied"),
    "not_held": _("The information is not held"),
    "cost_limit": _("Refused because of the cost"),
    "vexatious": _("Refused as vexatious"),
    "repeated": _("Refused as a repeat"),
    "already_accessible": _("The information was already available"),
    "future_publication": _("The information is to be published"),
    "transfer": _("Passed to another authority"),
    "other": _("Other"),
}


def outcome_words(outcome: str) -> str:
    """The outcome, in the language of the page."""
    return said(_WORDS.get(outcome, _WORDS["other"]))
