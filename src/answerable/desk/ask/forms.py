"""The questions, one form a page."""

from typing import Any

from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from answerable.desk.ask.guard import too_quick

LONGEST = 20_000
FORMS = {
    "email": _("By e-mail, or as a file sent by e-mail"),
    "data": _("As data that a computer can read, such as a spreadsheet"),
    "paper": _("On paper, by post"),
    "inspect": _("I want to look at it at your office"),
    "summary": _("A summary is enough"),
    "any": _("I do not mind"),
}
# As the officer reads it on the case.
FORM_WORDS = {
    "email": "by e-mail",
    "data": "as data, such as a spreadsheet",
    "paper": "on paper, by post",
    "inspect": "to look at it at our office",
    "summary": "a summary",
    "any": "",
}


class What(forms.Form):
    """What somebody wants to know; with a field that only a program fills in."""

    text = forms.CharField(
        label=_("What do you want to know?"),
        help_text=_(
            "Say what information you want, and for which dates or places if that matters."
        ),
        widget=forms.Textarea(attrs={"rows": 9}),
        max_length=LONGEST,
        error_messages={
            "required": _("Write what you want to know."),
            "max_length": _("Your request is too long. Shorten it to 20,000 characters."),
        },
    )
    subject_2 = forms.CharField(required=False, max_length=200)
    began = forms.CharField(required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """Stop a program and tell a person, whom it may look like, how to go on."""
        cleaned = super().clean() or {}
        if cleaned.get("subject_2"):
            self.add_error("text", _("Leave the last, hidden field empty, then continue."))
        elif too_quick(cleaned.get("began", "")):
            self.add_error("text", _("That was very quick. Check what you wrote, then continue."))
        return cleaned


class How(forms.Form):
    """The form of the answer."""

    wants_form = forms.ChoiceField(
        label=_("How do you want the answer?"),
        help_text=_("We will do so if we reasonably can."),
        choices=list(FORMS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you want the answer.")},
    )


class You(forms.Form):
    """Who to answer: no more than the law asks for."""

    name = forms.CharField(
        label=_("Your name"),
        required=False,
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    nameless = forms.BooleanField(
        label=_("I ask only for information about the environment and do not give my name"),
        required=False,
    )
    email = forms.CharField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        validators=[EmailValidator(_("Enter an e-mail address in the form name@example.com."))],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    address = forms.CharField(
        label=_("Postal address"),
        help_text=_("Only if you have no e-mail or want the answer on paper."),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
    )

    def clean(self) -> dict[str, Any]:
        """A name unless the Regulations do without, and somewhere to answer to."""
        cleaned = super().clean() or {}
        if not cleaned.get("name") and not cleaned.get("nameless"):
            self.add_error("name", _("Enter your name. The Act asks for it."))
        if not (cleaned.get("email") or cleaned.get("address") or self.errors.get("email")):
            self.add_error(
                "email", _("Enter an e-mail address or a postal address for our answer.")
            )
        return cleaned


class Language(forms.Form):
    """The language of the answer."""

    language = forms.ChoiceField(
        label=_("In which language do you want our letters?"),
        help_text=_("Asking in Welsh will not lead to delay."),
        choices=[("en", _("English")), ("cy", _("Welsh"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a language.")},
    )


class More(forms.Form):
    """A message about a request."""

    text = forms.CharField(
        label=_("Your message"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
        error_messages={
            "required": _("Write your message."),
            "max_length": _("Your message is too long. Shorten it to 20,000 characters."),
        },
    )
