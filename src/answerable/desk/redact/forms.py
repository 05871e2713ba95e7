"""What a mark says: where, under what, for whom."""

from typing import Any

from django import forms

from answerable.desk.redact.actions import Area
from answerable.desk.redact.models import WHOM
from answerable.desk.redact.provisions import Group
from answerable.gate.redacting.places import read_place


def _number(label: str) -> forms.FloatField:
    return forms.FloatField(
        label=label,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={"invalid": f"{label}: write a number, as in 72 or 72.5"},
    )


class Withheld(forms.Form):
    """Under what, and from whom."""

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


class MarkForm(Withheld):
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

    field_order = ("page", "left", "top", "width", "height", "words")

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


class PlacesForm(Withheld):
    """Places of a Word document, ticked or written, what the gate found in it, or words."""

    written = forms.CharField(
        label="Or write places",
        required=False,
        max_length=2000,
        help_text="With a comma between them, as in: paragraphs 3 to 9, table 1 column 2, header 1",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    words = forms.CharField(
        label="Or words, wherever they stand",
        required=False,
        max_length=200,
        help_text="Whole words, in the text, headers, notes and comments, in capitals or not",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    field_order = ("written", "words")

    def __init__(self, *args: Any, findings: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.findings = findings

    def clean(self) -> dict[str, Any]:
        """At least one thing to mark; each place is one that can be."""
        said: dict[str, Any] = super().clean() or {}
        if "written" in self.errors or "words" in self.errors:
            return said
        if len(said.get("words", "")) == 1:
            self.add_error("words", "Write words of two characters or more")
        for place in self.named:
            if read_place(place) is None:
                self.add_error(
                    "written",
                    f"“{place[:40]}” is no place. Write one as in: paragraph 3, table 1 row 2",
                )
        if not (self.places or self.found or said.get("words")):
            raise forms.ValidationError(
                "Tick what is withheld, or write places or words. Nothing is marked yet."
            )
        return said

    @property
    def named(self) -> list[str]:
        """The places that were written."""
        said = str(self.cleaned_data.get("written", ""))
        return [one.strip() for one in said.replace(";", ",").split(",") if one.strip()]

    @property
    def ticked(self) -> list[str]:
        """The places that were ticked."""
        return self._list("place")

    @property
    def places(self) -> list[str]:
        """Ticked and written ones, each once."""
        return list(dict.fromkeys([*self.ticked, *self.named]))

    @property
    def found(self) -> list[tuple[str, str]]:
        """Those of the gate's findings that were ticked."""
        numbers = {one for one in self._list("found") if one.isascii() and one.isdigit()}
        return [one for at, one in enumerate(self.findings) if str(at) in numbers]

    def _list(self, name: str) -> list[str]:
        data = self.data
        return list(data.getlist(name)) if hasattr(data, "getlist") else []
