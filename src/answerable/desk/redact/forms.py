"""What a mark says: where, under what, for whom."""

from typing import Any

from django import forms

from answerable.desk.redact.actions import Area
from answerable.desk.redact.models import WHOM
from answerable.desk.redact.provisions import Group


def _number(label: str) -> forms.FloatField:
    return forms.FloatField(
        label=label,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={"invalid": f"{label}: write a number, as in 72 or 72.5"},
    )


class MarkForm(forms.Form):
    """An area of a page, or words."""

    page = forms.IntegerField(
        label="Page",
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": "Page: write a number", "required": "Write the page"},
    )
    left = _number("From the left")
    top = _number("From the top")
    width = _number("Width")
    height = _number("Height")
    words = forms.CharField(
        label="Or words, wherever they stand",
        required=False,
        max_length=200,
        help_text="Whole words, on every page, in capitals or not",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    provision = forms.ChoiceField(
        label="Withheld under",
        error_messages={"required": "Choose the provision it is withheld under"},
    )
    whom = forms.ChoiceField(
        label="Withheld from",
        choices=[(key, each[0]) for key, each in WHOM.items()],
        initial="both",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose from whom it is withheld"},
    )

    def __init__(
        self, *args: Any, groups: list[Group], only_log: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if only_log:
            whom = self.fields["whom"]
            assert isinstance(whom, forms.ChoiceField)
            whom.choices, whom.initial = [("log", WHOM["log"][0])], "log"
        chooser = self.fields["provision"]
        assert isinstance(chooser, forms.ChoiceField)
        chooser.choices = [("", "Choose a provision"), *groups]

    def clean(self) -> dict[str, Any]:
        """Either an area or words, and all four numbers of an area."""
        said: dict[str, Any] = super().clean() or {}
        numbers = [said.get(name) for name in ("left", "top", "width", "height")]
        if any(name in self.errors for name in ("left", "top", "width", "height", "page")):
            return said
        area = any(number is not None for number in numbers)
        if area and said.get("words"):
            raise forms.ValidationError("Give an area or words, not both.")
        if area and any(number is None for number in numbers):
            raise forms.ValidationError(
                "An area has four numbers. Write the ones that are missing."
            )
        if not area and not said.get("words"):
            raise forms.ValidationError(
                "Draw an area on the page, write its four numbers, or write words."
            )
        return said

    @property
    def area(self) -> Area | None:
        """The area, once the form is valid; none if it is about words."""
        said = self.cleaned_data
        if said["words"]:
            return None
        return Area(said["page"], said["left"], said["top"], said["width"], said["height"])
