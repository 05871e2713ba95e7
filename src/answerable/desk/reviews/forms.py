"""What is typed about a review."""

from django import forms

from answerable.desk.reviews.models import OUTCOMES
from answerable.desk.ui.fields import DayField


class AskedForm(forms.Form):
    """That a review was asked for."""

    asked_on = DayField(
        label="When the applicant asked",
        help_text="For example 10 12 2026",
        error_messages={"required": "Write the day on which the applicant asked"},
    )
    points = forms.CharField(
        label="What the applicant says was wrong",
        help_text="In their own words.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write what the applicant says was wrong"},
    )


class OutcomeForm(forms.Form):
    """The outcome of a review."""

    outcome = forms.ChoiceField(
        label="Outcome", choices=list(OUTCOMES.items()), widget=forms.RadioSelect
    )
    findings = forms.CharField(
        label="What was found on each point",
        help_text="One point a paragraph, each set apart by a blank line.",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Write what was found on each point"},
    )
    put_right = forms.CharField(
        label="What is put right, and by when",
        help_text="Leave it empty if nothing has to be.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
