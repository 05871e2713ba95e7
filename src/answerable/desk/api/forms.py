"""The form for a new token."""

from typing import Any

from django import forms

from answerable.desk.api.scopes import SCOPES
from answerable.desk.people.models import User
from answerable.desk.today import today


class TokenForm(forms.Form):
    """What uses it, as whom, and what for."""

    name = forms.CharField(
        label="What will use it", max_length=80, help_text="For example: Contact centre"
    )
    person = forms.ModelChoiceField(
        label="It acts as",
        queryset=User.objects.none(),
        empty_label=None,
        help_text="It never sees more than this person does, and ends when they leave.",
    )
    scopes = forms.MultipleChoiceField(
        label="What it may do",
        choices=list(SCOPES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    good_until = forms.DateField(
        label="Last day on which it works",
        required=False,
        input_formats=["%d/%m/%Y", "%Y-%m-%d", "%d %B %Y"],
        help_text="For example 31/3/2027. Leave it out if it has no end.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = User.objects.filter(is_active=True)  # type: ignore[attr-defined]

    def clean_good_until(self) -> Any:
        """Refuse a day that has gone."""
        day = self.cleaned_data["good_until"]
        if day and day < today():
            raise forms.ValidationError("This day has gone. Give a later one, or none.")
        return day
