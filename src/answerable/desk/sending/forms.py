"""What is typed about sending."""

from django import forms

from answerable.desk.today import today
from answerable.desk.ui.fields import DayField


class PostedForm(forms.Form):
    """That a letter was posted."""

    on = DayField(
        label="The day it was posted or handed over",
        help_text="For example 10 12 2026",
        initial=today,
        error_messages={"required": "Write the day on which it was posted"},
    )


class ReopenForm(forms.Form):
    """Why a case is opened again."""

    reason = forms.CharField(
        label="Why the case is opened again",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Give the reason"},
    )
