"""The form of the authority's details."""

from typing import Any, ClassVar

from django import forms

from answerable.desk.authority.contrast import LEAST, contrast_with_white, is_colour
from answerable.desk.authority.models import Authority


class _WebAddress(forms.URLField):
    """A web address; "example.gov.uk" is taken as https."""

    def __init__(self, **options: Any) -> None:
        super().__init__(assume_scheme="https", **options)


class AuthorityForm(forms.ModelForm):  # type: ignore[type-arg]
    """Everything that stands in letters and on pages about the authority."""

    class Meta:
        model = Authority
        fields: ClassVar = [
            "name", "short_name", "kind", "scottish", "welsh", "address", "email", "phone",
            "website", "review_contact", "signs", "name_welsh", "review_contact_welsh", "signs_welsh",
            "colour", "clearance", "press_sight",
        ]  # fmt: skip
        labels: ClassVar = {
            "name": "Name, as letters give it",
            "short_name": "Short name",
            "kind": "What kind of authority",
            "scottish": "Scottish authority: the Scottish Act and Regulations apply",
            "welsh": "The public pages and letters are in Welsh too",
            "address": "Postal address",
            "email": "E-mail address for requests",
            "phone": "Telephone",
            "website": "Website",
            "review_contact": "Where to ask for an internal review",
            "signs": "Who signs letters",
            "name_welsh": "Name in Welsh",
            "review_contact_welsh": "Where to ask for an internal review, in Welsh",
            "signs_welsh": "Who signs letters, in Welsh",
            "colour": "Colour",
            "clearance": "Who clears a letter before it goes",
            "press_sight": "The press office sees letters before they go",
        }
        help_texts: ClassVar = {
            "colour": "As #1d4f76. White words must be readable on it.",
            "name_welsh": "For letters in Welsh. Leave the three empty if you write none.",
        }
        field_classes: ClassVar = {"website": _WebAddress}
        widgets: ClassVar = {
            "address": forms.Textarea,
            "kind": forms.Select,
            "clearance": forms.RadioSelect,
        }

    def clean_colour(self) -> str:
        """Refuse a colour on which white cannot be read."""
        colour: str = self.cleaned_data["colour"]
        if not is_colour(colour):
            raise forms.ValidationError("Write the colour as # and six figures or letters a to f.")
        contrast = contrast_with_white(colour)
        if contrast < LEAST:
            raise forms.ValidationError(
                f"White on this colour has a contrast of {contrast:.1f}; at least {LEAST} is "
                "needed to be readable. Choose a darker one."
            )
        return colour
