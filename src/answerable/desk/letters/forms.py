"""What an officer types: the free words of a letter, a file, terms to redact, a reason."""

from dataclasses import replace

from django import forms

from answerable.desk.letters.compose import LONGEST, Free
from answerable.desk.letters.welsh import given_in
from answerable.desk.ui.fields import DayField


class LetterForm(forms.Form):
    """The words that are free. The paragraphs of the law are written from the decisions."""

    dated = DayField(
        label="Date of the letter",
        help_text="For example 10 12 2026",
        error_messages={"required": "Write the date of the letter"},
    )
    opening = forms.CharField(label="Opening", help_text="Below the title.", required=False)
    covering = forms.CharField(
        label="Before the answers",
        help_text="After the request. Leave a blank line between paragraphs.",
        required=False,
    )
    closing = forms.CharField(
        label="Closing words", help_text="Before the signature.", required=False
    )
    late_because = forms.CharField(
        label="If the reply is late: why",
        help_text="An apology is written around it. Leave it empty for a reply in time.",
        required=False,
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name in ("opening", "covering", "closing", "late_because"):
            self.fields[name].widget = forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST})

    @property
    def free(self) -> Free:
        """The words, once the form is valid."""
        return replace(Free.of(self.cleaned_data), welsh=given_in(self.data))


class FileForm(forms.Form):
    """A file to go with the answer."""

    file = forms.FileField(
        label="Add a file to the answer",
        error_messages={
            "required": "Choose a file",
            "empty": "The file is empty. Choose another file",
        },
    )


class TermsForm(forms.Form):
    """What is to go from a file."""

    terms = forms.CharField(
        label="Words to take out",
        help_text="One on each line, with its provision after a bar: Ann Other | s.40(2)",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write at least one term"},
    )


class ReasonForm(forms.Form):
    """Why something may go as it is."""

    reason = forms.CharField(
        label="Reason",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Give the reason"},
    )
