"""What is asked about third parties."""

from django import forms

from answerable.desk.consult.models import HOW
from answerable.desk.tasks.forms import day_field


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PartyForm(forms.Form):
    """Who it is."""

    name = forms.CharField(
        label="Name", max_length=160, error_messages={"required": "Say who it is"}
    )
    email = forms.EmailField(label="E-mail address", required=False)
    address = forms.CharField(
        label="Postal address", required=False, max_length=1000, widget=_area(3)
    )
    why = forms.CharField(
        label="What of theirs it is about",
        max_length=4000,
        help_text="It ends the sentence “We write to you because …”: for example, the prices of "
        "your contract are in what was asked for",
        widget=_area(3),
        error_messages={"required": "Say what of theirs the request is about"},
    )


class AskForm(forms.Form):
    """The letter."""

    letter = forms.CharField(
        label="Letter",
        max_length=20_000,
        widget=_area(16),
        help_text="Edit it as you need. It must not say who asked.",
        error_messages={"required": "The letter is empty"},
    )
    how = forms.ChoiceField(label="How", choices=list(HOW.items()), widget=forms.RadioSelect)
    on = day_field("Posted on", required=False, help_text="Only for post; today if it is empty")
    answer_by = day_field("Answer wanted by")


class AnswerForm(forms.Form):
    """What they said."""

    on = day_field("Answered on")
    views = forms.CharField(
        label="What they said",
        max_length=50_000,
        widget=_area(8),
        help_text="For you, at the decision. It goes into no letter.",
        error_messages={"required": "Write down what they said"},
    )


class WeighForm(forms.Form):
    """How it was weighed."""

    weighed = forms.CharField(
        label="How their views were weighed",
        max_length=20_000,
        widget=_area(4),
        help_text="In your own words: which you accept, which not, and why",
        error_messages={"required": "Say how their views were weighed"},
    )
