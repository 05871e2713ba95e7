"""What is asked when questions are given out, answered or returned."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile

from answerable.desk.cases.models import Case
from answerable.desk.people.models import ServiceArea
from answerable.desk.tasks.actions import Searched, Upload
from answerable.desk.tasks.due import default_due
from answerable.desk.tasks.models import ACTIVITIES, RESULTS
from answerable.desk.today import today
from answerable.desk.ui.fields import DayField


def day_field(
    label: str, *, help_text: str = "For example, 27 11 2026", **options: Any
) -> DayField:
    """A day in three boxes, with its errors in our words."""
    return DayField(
        label=label,
        help_text=help_text,
        error_messages={"required": f"{label}: type a day"},
        **options,
    )


class _Areas(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}" if obj.mailbox else f"{obj.name} (no mailbox: tell them yourself)"


class GiveForm(forms.Form):
    """Which questions go to which area, by when."""

    questions = forms.MultipleChoiceField(
        label="Questions",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one question"},
    )
    area = _Areas(
        ServiceArea.objects.none(),
        label="Service area",
        empty_label="Choose an area",
        error_messages={"required": "Choose a service area"},
    )
    due_on = day_field("To be answered by", help_text="A quarter of the time the law allows")
    message = forms.CharField(
        label="Message to the service area",
        required=False,
        max_length=4000,
        help_text="They see the questions and this message. Do not say who asked.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, case: Case, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by_id = {each.public_id: each for each in case.questions.all()}
        questions = cast("forms.MultipleChoiceField", self.fields["questions"])
        questions.choices = [
            (each.public_id, f"{each.number}. {each.text}") for each in self.by_id.values()
        ]
        area = cast("_Areas", self.fields["area"])
        area.queryset = ServiceArea.objects.filter(active=True)
        self.fields["due_on"].initial = default_due(case, today())


class SearchForm(forms.Form):
    """One line of the search record."""

    place = forms.CharField(
        label="Where you looked", max_length=200, help_text="A system, a shared folder, a cabinet"
    )
    custodian = forms.CharField(label="Who keeps it", required=False, max_length=120)
    terms = forms.CharField(
        label="Words you searched for", required=False, max_length=300, help_text="With commas"
    )
    activity = forms.ChoiceField(
        label="What the time went on", choices=list(ACTIVITIES.items()), initial="locating"
    )
    minutes = forms.IntegerField(
        label="Minutes",
        min_value=0,
        max_value=43_200,
        error_messages={"invalid": "Minutes: write a whole number"},
    )
    result = forms.ChoiceField(
        label="Result", choices=list(RESULTS.items()), widget=forms.RadioSelect
    )
    on = day_field("Day", required=False, help_text="Today, if you leave it empty")

    @property
    def searched(self) -> Searched:
        """As the action takes it."""
        return Searched(**self.cleaned_data)


class _Upload(forms.ClearableFileInput):
    allow_multiple_selected = True


class _Uploads(forms.FileField):
    widget = _Upload

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        given = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(_Uploads, self).clean(each, initial) for each in given]


class AnswerForm(forms.Form):
    """The answer of a service area."""

    text = forms.CharField(
        label="Answer",
        required=False,
        max_length=50_000,
        help_text="What you hold, in full. The information team decides what is released. "
        "If you hold nothing, say so.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    attached = _Uploads(
        label="Files", required=False, help_text="As they are: change nothing in them"
    )

    @property
    def uploads(self) -> list[Upload]:
        """The files, read."""
        return [
            Upload(each.name or "", each.read(), each.content_type or "application/octet-stream")
            for each in self.cleaned_data["attached"]
        ]


class ReturnForm(forms.Form):
    """Why a task is handed back."""

    because = forms.CharField(
        label="Why you return it",
        max_length=2000,
        help_text="For example: Parking holds this, not Housing",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why you return it, and who might hold it instead"},
    )


class DueForm(forms.Form):
    """Another day to answer by."""

    due_on = day_field("To be answered by")


class Lines(forms.BaseFormSet):  # type: ignore[type-arg]
    """The lines of a search record; empty ones are left out."""

    @property
    def searched(self) -> list[Searched]:
        """Every line that was filled in."""
        return [form.searched for form in self.forms if form.has_changed()]


SearchLines: type[Lines] = forms.formset_factory(SearchForm, formset=Lines, extra=2, max_num=40)  # type: ignore[assignment]
