"""The qualified person: what awaits them, and the page on which they give their opinion."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from answerable.desk.decide import actions
from answerable.desk.decide.actions.opinion import Given
from answerable.desk.decide.beside import beside
from answerable.desk.decide.gaps import chosen_limbs
from answerable.desk.decide.limbs import limbs
from answerable.desk.decide.models import Opinion
from answerable.desk.decide.needs import LIKELY, WOULD
from answerable.desk.decide.shown import shown
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.tasks.forms import day_field
from answerable.desk.today import today
from answerable.model import Regime, UnusableInputError


class OpinionForm(forms.Form):
    """The opinion of the qualified person."""

    agrees = forms.ChoiceField(
        label="In your reasonable opinion, would the effect follow?",
        choices=[("yes", "Yes, for the limbs below"), ("no", "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say yes or no"},
    )
    limbs = forms.MultipleChoiceField(
        label="Limbs", required=False, widget=forms.CheckboxSelectMultiple
    )
    threshold = forms.ChoiceField(
        label="How likely",
        required=False,
        choices=[(WOULD, "It would follow"), (LIKELY, "It would be likely to follow")],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="Your opinion, and why",
        max_length=20_000,
        help_text="It stands in the letter. Say what would follow; the public interest is weighed "
        "by the officer, apart from your opinion.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Say in a sentence or more what the opinion is, and why"},
    )
    on = day_field("Day of the opinion")

    def __init__(self, regime: Regime, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["limbs"].choices = [  # type: ignore[attr-defined]
            (str(each.cite), f"{each.name}: {each.title.partition(': ')[2]}")
            for each in limbs(regime)
            if "qualified_person" in each.row.kind
        ]

    @property
    def given(self) -> Given:
        """As the action takes it."""
        said = self.cleaned_data
        return Given(
            agrees=said["agrees"] == "yes",
            limbs=tuple(said["limbs"]),
            threshold=said["threshold"],
            words=said["words"],
            on=said["on"],
        )


@needs(Permission.READ_CASES)
def opinions(request: StaffRequest) -> HttpResponse:
    """What awaits the qualified person, and what they gave."""
    every = Opinion.objects.visible_to(request.user).select_related("decision__case", "given_by")
    context = {"wanted": every.wanted(), "given": every.given().order_by("-given_on")[:50]}
    return render(request, "decide/opinions.html", context)


@needs(Permission.READ_CASES)
def opinion_page(request: StaffRequest, public_id: str) -> HttpResponse:
    """The question, the submission and the law; and the form for who may give the opinion."""
    every = Opinion.objects.visible_to(request.user).select_related("decision__case", "given_by")
    opinion = get_object_or_404(every, public_id=public_id)
    decision = opinion.decision
    first = {"limbs": [str(each.cite) for each in chosen_limbs(decision)], "on": today()}
    form = OpinionForm(
        decision.case.law, request.POST if request.method == "POST" else None, initial=first
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_opinion(opinion, form.given, by=request.user)
        except UnusableInputError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Your opinion is on the record, and does not change.")
            return redirect("opinion", public_id)
    confirming = decision.kind == "neither_confirm_nor_deny"
    context = {
        "opinion": opinion,
        "case": decision.case,
        "questions": [link.question for link in decision.links.select_related("question")],
        "shown": shown(decision),
        "beside": [
            beside(each, confirming=confirming)
            for each in chosen_limbs(decision)
            if "qualified_person" in each.row.kind
        ],
        "form": form,
        "may_give": opinion.given_on is None
        and opinion.withdrawn_at is None
        and can(request.user, Permission.OPINE)
        and opinion.asked_by_id != request.user.pk,
    }
    return render(request, "decide/opinion.html", context)
