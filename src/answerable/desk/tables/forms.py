"""Forms of tables: read one in, choose what is done with it, accept it; and the picture."""

from typing import Any

from django import forms

from answerable.counts.proposals import PartUnsaidError
from answerable.counts.rules import rule_named, rule_names
from answerable.desk.tables.actions.draft import BASES
from answerable.desk.tables.earlier import guess
from answerable.desk.tables.models import TableRelease
from answerable.desk.tables.picture import Asked
from answerable.desk.tables.reading import MOST_BYTES
from answerable.desk.tables.systems import LINK_WORDS, Link, Published

_RULE_WORDS = {
    "fewer-than-5": "Fewer than 5",
    "fewer-than-10": "Fewer than 10",
    "nhs-england-hes": "NHS England hospital statistics: 1 to 7, all others rounded to 5",
    "threshold-10-dominance": "Research service: fewer than 10",
}

_MOST_SAID = 30  # things that are part of others


def rules() -> list[tuple[str, str, str]]:
    """Name, words and source of each rule that judges counts."""
    return [
        (name, _RULE_WORDS.get(name, name), rule_named(name).source)
        for name in rule_names()
        if rule_named(name).below > 1
    ]


class ReadForm(forms.Form):
    """A table pasted or attached."""

    title = forms.CharField(
        label="What does the table count?",
        help_text="Of whom, where and when: “People helped by housing support, 2025”",
        max_length=200,
    )
    pasted = forms.CharField(
        label="Paste the table",
        help_text="From a spreadsheet, a letter or as CSV: names in the first row and column, "
        "the true counts, totals if you have them. Cells are parted by tabs, commas, | or spaces",
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        required=False,
        strip=False,
    )
    file = forms.FileField(
        label="Or attach it",
        help_text="CSV, XLSX or ODS, with one table. The file itself is not kept",
        required=False,
    )
    sheet = forms.CharField(
        label="Which sheet of the workbook? (optional)",
        help_text="Its name. Without it the first sheet is read",
        max_length=120,
        required=False,
    )

    parts = forms.CharField(
        label="What is part of what? (optional)",
        help_text="Where a row or column is not added to the total. A line for each: “Under 16 is "
        "part of Total”, or “North, South make up North region”",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
    )

    def clean_parts(self) -> list[str]:
        """The lines, a sentence each."""
        lines = self.cleaned_data["parts"].replace(";", "\n").splitlines()
        said = [" ".join(line.split()) for line in lines if line.strip()]
        if len(said) > _MOST_SAID:
            raise forms.ValidationError(
                f"Say up to {_MOST_SAID} things. Give a smaller table, or more than one."
            )
        return said

    def propose(self, problem: PartUnsaidError) -> None:
        """What would put the table right, said at the field that takes it."""
        lines = "; ".join(problem.proposed)
        self.add_error("parts", f"{problem.why}, if it is so, write here: {lines}")

    def clean(self) -> dict[str, Any]:
        """One of the two, and not too large."""
        said: dict[str, Any] = super().clean() or {}
        file, pasted = said.get("file"), (said.get("pasted") or "").strip()
        if bool(file) == bool(pasted):
            self.add_error("pasted", "Paste the table or attach it: one of the two.")
        elif file and file.size > MOST_BYTES:
            self.add_error("file", "The file is over 5 MB. Give the table, not the records.")
        return said

    def data_and_name(self) -> tuple[bytes, str]:
        """The bytes, and what they are called."""
        file = self.cleaned_data["file"]
        if file:
            return file.read(), file.name
        return self.cleaned_data["pasted"].encode(), "pasted.csv"


class ChooseForm(forms.Form):
    """The rule, what to round to, and what each earlier release counts. Nothing is chosen yet."""

    rule = forms.ChoiceField(
        label="Which counts does the authority treat as unsafe?",
        help_text="No rule is the law’s, and none is assumed",
        widget=forms.RadioSelect,
        choices=[],
        required=False,
    )
    base = forms.TypedChoiceField(
        label="If it is rounded: to",
        choices=[("", "Choose"), *((n, f"multiples of {n}") for n in BASES)],
        coerce=int,
        required=False,
    )

    def __init__(
        self, *args: Any, releases: list[TableRelease], labels: Published, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        rule = self.fields["rule"]
        assert isinstance(rule, forms.ChoiceField)
        rule.choices = [(name, f"{words} ({source})") for name, words, source in rules()]
        self.releases = releases
        for each in releases:
            self.fields[f"link-{each.public_id}"] = forms.ChoiceField(
                label=f"{each.called}: {each.title}",
                help_text="Beside the new table, it counts",
                choices=[(link.value, LINK_WORDS[link]) for link in Link],
                initial=guess(labels, each).value,
                required=False,
            )

    @property
    def link_fields(self) -> list[forms.BoundField]:
        """A field for each earlier release."""
        return [self[f"link-{each.public_id}"] for each in self.releases]

    def links(self) -> dict[str, str]:
        """What was said of each release."""
        return {
            each.public_id: said
            for each in self.releases
            if (said := self.cleaned_data.get(f"link-{each.public_id}"))
        }


class AcceptForm(forms.Form):
    """Which version was looked at, and the reason where one is wanted."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why may it be published all the same?",
        help_text="Who could be identified by whom, and why not. It is kept with the table",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )


class PictureForm(forms.Form):
    """The answers of many bodies, and what is assumed."""

    title = forms.CharField(
        label="What was asked, and where the answers were published", max_length=200
    )
    answers = forms.CharField(
        label="The answers of the other bodies",
        help_text="A line for each body; columns body, answer. An answer is a number, a marker such "
        "as <5, none, ncnd, refused or silent. Leave our own answer out",
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        max_length=200_000,
    )
    us = forms.CharField(label="Our name among them", max_length=120)
    total = forms.CharField(
        label="A published total over all of them (optional)",
        help_text="350 if it is exact; 0..350 if it is “as many as 350”",
        max_length=40,
        required=False,
    )
    share = forms.CharField(
        label="The share of bodies that always neither confirm nor deny (optional)",
        help_text="From 0 to 1. Leave it empty, and every share is weighed",
        max_length=10,
        required=False,
    )
    markers = forms.CharField(
        label="What markers stand for (optional)",
        help_text="<5=1..4, or <5=0..4: it must be said which; more than one parted by ;",
        max_length=200,
        required=False,
    )

    def asked(self) -> Asked:
        """What is to be drawn."""
        said = self.cleaned_data
        return Asked(said["answers"], said["us"], said["total"], said["share"], said["markers"])
