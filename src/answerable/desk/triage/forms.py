"""Forms of triage, one a page."""

from typing import Any

from django import forms

from answerable.desk.cases.models import Case
from answerable.desk.triage.actions.estimate import case_rules
from answerable.desk.triage.cost import Rules
from answerable.desk.triage.related import related
from answerable.desk.ui.fields import DayField

LINES = 5


def area(rows: int) -> forms.Textarea:
    """A text area that looks like the others."""
    return forms.Textarea(attrs={"rows": rows, "class": "govuk-textarea"})


def day(label: str, help_text: str = "") -> DayField:
    """A day, typed in three boxes."""
    return DayField(
        label=label,
        help_text=help_text or "For example 27 11 2026.",
        error_messages={"required": "Give the day."},
    )


def _text(label: str, rows: int, help_text: str = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, widget=area(rows), help_text=help_text, required=required, max_length=20_000
    )


class QuestionsMixin(forms.Form):
    """Which questions a letter is about."""

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        self.asked = {question.public_id: question for question in case.questions.all()}
        if len(self.asked) > 1:
            self.fields["questions"] = forms.MultipleChoiceField(
                label="About which questions?",
                choices=[(id_, f"{q.number}. {q.text[:100]}") for id_, q in self.asked.items()],
                widget=forms.CheckboxSelectMultiple,
                initial=list(self.asked),
                error_messages={"required": "Choose at least one question."},
            )

    @property
    def chosen(self) -> list[Any]:
        """The questions chosen, in their order."""
        ids = self.cleaned_data.get("questions", list(self.asked))
        return [question for id_, question in self.asked.items() if id_ in ids]


class AcknowledgeForm(forms.Form):
    """Nothing to fill in: the words are fixed."""

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class ClarifyForm(QuestionsMixin):
    """What is not clear, and what the applicant may choose from."""

    needed = _text(
        "What do you need to know?", 4, "As a sentence: Please tell us which years you mean."
    )
    options = _text(
        "What is there to choose from?",
        4,
        "One a line. Say what you hold in outline, so that the applicant can choose.",
        required=False,
    )


class ClarifiedForm(AcknowledgeForm):
    """The applicant's answer."""

    answer = _text("What the applicant answered, word for word", 8)
    on = day("The day it came")


class PaidForm(forms.Form):
    """When the fee came."""

    on = day("The day the fee came")


class TransferForm(QuestionsMixin):
    """Who holds it, and whether the request is handed on or the applicant told where to ask."""

    to = _text("The other authority, and how to reach it", 2)
    searches = _text("Where did you look first?", 3, "It stands in the letter.")
    how = forms.ChoiceField(
        label="What happens?",
        choices=[
            ("advise", "We tell the applicant where to ask about the question chosen"),
            ("hand_on", "We hand the whole request on, and are done with it"),
        ],
        widget=forms.RadioSelect,
        initial="advise",
    )
    consent = forms.BooleanField(
        label="The applicant agrees that their request is handed on", required=False
    )


class FeeForm(AcknowledgeForm):
    """How much, what for, how to pay."""

    amount = forms.DecimalField(label="Amount in pounds", max_digits=8, decimal_places=2)
    basis = _text("What is it made of?", 3, "For example 420 pages at 10p a page.")
    pay = _text("How can it be paid?", 2)


class MoreTimeForm(QuestionsMixin):
    """Until when and why."""

    provision = forms.CharField(
        label="The qualified exemption whose balance you are weighing",
        max_length=40,
        help_text="As s.43(2). An absolute exemption has no balance, and gives no more time.",
    )
    reasons = _text("Why is more time needed?", 4, "It stands in the letter.")
    answer_by = day("We will answer by")

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        if case.law.environmental:
            del self.fields["provision"]


class RegimeForm(forms.Form):
    """One of the authority's two regimes."""

    regime = forms.ChoiceField(label="Regime", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="If you change it: why?", required=False, max_length=300, widget=area(2)
    )


class LineForm(forms.Form):
    """One line of an estimate. What may not be counted can be chosen, and is refused with why."""

    activity = forms.ChoiceField(label="Work", required=False)
    what = forms.CharField(label="Of what", required=False, max_length=200)
    number = forms.IntegerField(label="How many", required=False, min_value=1, max_value=10_000_000)
    minutes = forms.DecimalField(
        label="Minutes each", required=False, min_value=0, max_digits=7, decimal_places=2
    )

    def __init__(self, *args: Any, rules: Rules, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["activity"].choices = [  # type: ignore[attr-defined]
            *((name, name) for name in rules.counted),
            *((name, f"{name} (may not be counted)") for name in rules.not_counted),
        ]

    @property
    def filled(self) -> bool:
        """Whether something was written in the line."""
        data = self.cleaned_data
        return bool(data.get("what") or data.get("number") or data.get("minutes"))


Lines = forms.formset_factory(LineForm, extra=LINES, max_num=40, validate_max=True)


class EstimateForm(forms.Form):
    """What belongs to an estimate besides its lines."""

    advice = _text(
        "How could the request be narrowed?",
        3,
        "Over the limit, this advice is a duty; it stands in the letter.",
        required=False,
    )

    def __init__(self, *args: Any, case: Case, actor: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = case_rules(case)
        if not rules.fixed_rate:
            self.fields["rate"] = forms.DecimalField(
                label="Pounds an hour of the staff who would do it",
                max_digits=6,
                decimal_places=2,
                initial=rules.rate,
                help_text=f"£{rules.rate} at most.",
            )
        near = related(case, actor)
        if near:
            self.fields["together_with"] = forms.MultipleChoiceField(
                label="Taken together with (if they ask for the same or similar information)",
                required=False,
                widget=forms.CheckboxSelectMultiple,
                choices=[
                    (c.reference, f"{c.reference} of {c.received_on:%-d %B %Y}: {c.title}")
                    for c in near
                ],
            )
