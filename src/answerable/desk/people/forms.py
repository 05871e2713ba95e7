"""Forms about people."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from answerable.desk.people.models import ServiceArea, User
from answerable.desk.people.roles import roles


class PersonForm(forms.Form):
    """A new person."""

    name = forms.CharField(label="Full name", max_length=120)
    email = forms.EmailField(label="Work e-mail address", max_length=254)
    post = forms.CharField(
        label="Job title", max_length=120, required=False, help_text="Stands in letters they sign."
    )
    password = forms.CharField(
        label="First password",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        required=False,
        help_text="At least 12 characters. Leave it out if they use the authority's own sign-in.",
    )
    roles = forms.MultipleChoiceField(
        label="What they do", widget=forms.CheckboxSelectMultiple, required=False
    )
    service_areas = forms.ModelMultipleChoiceField(
        label="Service areas they answer for",
        queryset=ServiceArea.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].choices = [(role.id, role.name) for role in roles()]  # type: ignore[attr-defined]
        self.fields["roles"].hints = {role.id: role.description for role in roles()}  # type: ignore[attr-defined]
        self.fields["service_areas"].queryset = ServiceArea.objects.filter(active=True)  # type: ignore[attr-defined]

    def clean_email(self) -> str:
        """Refuse an address that somebody has already."""
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError("Somebody has this address already. Check the list.")
        return email

    def clean_password(self) -> str:
        """Refuse a password that is too short or too common."""
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password)
        return password
