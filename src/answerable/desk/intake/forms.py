"""Forms of intake: what came, and the case that is made of it."""

from typing import Any

from django import forms
from django.utils import timezone

from answerable.desk.cases.actions import Arrived
from answerable.desk.cases.models import HOW
from answerable.desk.intake.models import RawMessage
from answerable.desk.intake.trimming import without_quotes
from answerable.desk.today import today
from answerable.desk.ui.fields import DayField


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "class": "govuk-textarea"})


class FileForm(forms.Form):
    """A file with the request."""

    file = forms.FileField(
        label="An e-mail, a letter or any other file",
        help_text="A saved e-mail (.eml), PDF, Word or text. It is kept as it is.",
        allow_empty_file=True,  # told in the action's own words
        error_messages={"required": "Choose a file, or paste the words below."},
    )


class PasteForm(forms.Form):
    """The words of a request, with who sent them."""

    text = forms.CharField(
        label="The request, word for word",
        widget=_area(8),
        max_length=100_000,
        strip=False,
        error_messages={"required": "Paste the words of the request, or choose a file."},
    )
    name = forms.CharField(label="Name", max_length=160, required=False)
    email = forms.EmailField(label="E-mail address", required=False)


class CaseForm(forms.Form):
    """The case as it will be made."""

    title = forms.CharField(label="Working title", max_length=160, required=False)
    text = forms.CharField(
        label="The request, word for word", widget=_area(12), max_length=100_000, strip=False
    )
    name = forms.CharField(label="Name of the applicant", max_length=160, required=False)
    email = forms.EmailField(label="E-mail address for the reply", required=False)
    address = forms.CharField(
        label="Postal address, if there is no e-mail address", widget=_area(3), required=False
    )
    how = forms.ChoiceField(label="How it came", choices=list(HOW.items()))
    on = DayField(
        label="Received on",
        help_text="The day it first reached the authority, whoever opened it. As 27 11 2026.",
        error_messages={"required": "Give the day."},
    )
    reason = forms.CharField(
        label="If that is not today: why?",
        max_length=300,
        required=False,
        help_text="For example: came by post, stamped by the post room that day.",
    )

    def arrived(self) -> Arrived:
        """What came, as the form says it; it must be valid."""
        data: dict[str, Any] = self.cleaned_data
        return Arrived(
            text=data["text"].replace("\r\n", "\n").strip(),
            title=data["title"],
            name=data["name"],
            email=data["email"],
            address=data["address"],
            how=data["how"],
            on=data["on"],
            reason=data["reason"],
        )


def proposed(message: RawMessage) -> dict[str, Any]:
    """What the form begins with for a message."""
    by_mail = bool(message.message_id or message.sender_email) and message.source != "paste"
    arrived = timezone.localtime(message.arrived_at).date()
    on, reason = arrived, ""
    if message.source == "file" and message.said_on and message.said_on <= today():
        on = message.said_on
    if on != today():
        sent = message.source == "file"
        reason = "the day the e-mail was sent" if sent else "the day it reached our mailbox"
    return {
        "title": message.subject[:160],
        "text": without_quotes(message.text),
        "name": message.sender_name,
        "email": message.sender_email,
        "how": "email" if by_mail or message.source == "mail" else "post",
        "on": on,
        "reason": reason,
    }
