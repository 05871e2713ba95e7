"""What an officer proposes for the log, and why a publisher withdraws."""

from typing import Any

from django import forms

from answerable.desk.files.models import Attachment
from answerable.desk.people.models import ServiceArea
from answerable.desk.publish.actions import Entry
from answerable.desk.publish.models import SUBJECTS


class ProposalForm(forms.Form):
    """An entry of the log."""

    title = forms.CharField(
        label="Title",
        max_length=160,
        error_messages={"required": "Write a title"},
    )
    request = forms.CharField(
        label="Request",
        help_text="The applicant is struck out already. Look for what else tells who asked.",
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": "Write the request"},
    )
    answer = forms.CharField(
        label="Answer",
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": "Write the answer"},
    )
    subject = forms.ChoiceField(
        label="Subject",
        choices=[("", "Choose a subject"), *((s, s) for s in SUBJECTS)],
        error_messages={"required": "Choose a subject"},
    )
    service = forms.ModelChoiceField(
        label="Service",
        queryset=ServiceArea.objects.filter(active=True),
        required=False,
        empty_label="None",
    )
    enclosed = forms.MultipleChoiceField(
        label="Files to publish", widget=forms.CheckboxSelectMultiple, required=False
    )
    not_the_name = forms.BooleanField(
        label="Words like the applicant's name that are left are not their name", required=False
    )

    def __init__(self, *args: Any, choosable: list[Attachment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choosable = {file.public_id: file for file in choosable}
        chooser = self.fields["enclosed"]
        assert isinstance(chooser, forms.MultipleChoiceField)
        chooser.choices = [(file.public_id, file.name) for file in choosable]

    @property
    def entry(self) -> Entry:
        """The entry, once the form is valid."""
        said = self.cleaned_data
        return Entry(
            title=said["title"],
            request=said["request"],
            answer=said["answer"],
            subject=said["subject"],
            service=said["service"],
            files=[self._choosable[public_id] for public_id in said["enclosed"]],
            not_the_name=said["not_the_name"],
        )


class WithdrawForm(forms.Form):
    """Why an entry is taken out of the log."""

    because = forms.CharField(
        label="Why it is withdrawn",
        help_text="Everybody will be able to read this.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Give the reason"},
    )
