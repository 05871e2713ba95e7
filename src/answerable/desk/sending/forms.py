"""What is typed about sending."""

from django import forms

from answerable.desk.letters.forms import DAYS
from answerable.desk.today import today


class PostedForm(forms.Form):
    """That a letter was posted."""

    on = forms.DateField(
        label="The day it was posted or handed over",
        help_text="For example 10/12/2026",
        input_formats=DAYS,
        widget=forms.DateInput(format="%d/%m/%Y"),
        initial=today,
        error_messages={
            "required": "Write the day on which it was posted",
            "invalid": "Write the day as day, month and year, like 10/12/2026",
        },
    )


class ReopenForm(forms.Form):
    """Why a case is opened again."""

    reason = forms.CharField(
        label="Why the case is opened again",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Give the reason"},
    )
