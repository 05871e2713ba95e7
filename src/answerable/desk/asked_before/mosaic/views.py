"""The page that puts the answers of a round robin together, before anything is kept."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from answerable.desk.asked_before.mosaic.said import Said, answers_to, as_table
from answerable.desk.asked_before.others import Other, others
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case, Question
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.tables.actions import add_picture
from answerable.desk.tables.forms import PictureForm
from answerable.desk.tables.picture import draw
from answerable.desk.tables.strip import height, lines
from answerable.model import UnusableInputError


class KeepForm(PictureForm):
    """A picture that may be kept with a class of the register."""

    ncnd_class = forms.ChoiceField(label="Keep it with this class", required=False)

    def __init__(self, *args: Any, classes: list[NcndClass], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["ncnd_class"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose"), *((each.public_id, each.name) for each in classes)]


@needs(Permission.DECIDE)
def mosaic(request: StaffRequest, reference: str) -> HttpResponse:
    """The answers filled in, to be looked at, put right, drawn, and kept with a class if wanted."""
    cases = Case.objects.visible_to(request.user).prefetch_related("questions")
    case = get_object_or_404(cases, reference=reference)
    questions = list(case.questions.all())
    found = others(case, request.user, questions)
    if not found or not questions:
        raise Http404
    question = _chosen(request.GET.get("question", ""), questions, found)
    said = answers_to(question, found, several=len(questions) > 1)
    classes = _classes(request.user)
    form = KeepForm(request.POST or None, initial=_filled(question, said), classes=classes)
    shown = None
    if request.method == "POST" and form.is_valid():
        try:
            if request.POST.get("keep"):
                return _keep(request, form, classes)
            shown = draw(form.asked())
        except UnusableInputError as problem:
            form.add_error(None if "class" in str(problem) else "answers", str(problem))
    context = {
        "case": case,
        "question": question,
        "questions": questions,
        "said": said,
        "unclear": [each for each in said if not each.answer],
        "markers": sorted({each.answer for each in said if each.answer[:1] == "<"}),
        "form": form,
        "classes": classes,
        "shown": shown,
        "lines": lines(shown["rows"]) if shown else [],
        "height": height(shown["rows"]) if shown else 0,
    }
    return render(request, "asked_before/mosaic.html", context)


def _chosen(public_id: str, questions: list[Question], found: list[Other]) -> Question:
    """The question asked for; else the one that most bodies answered."""
    for each in questions:
        if each.public_id == public_id:
            return each
    return max(questions, key=lambda each: sum(other.question == each for other in found))


def _classes(user: User) -> list[NcndClass]:
    if not can(user, Permission.WRITE_NCND):
        return []
    return list(NcndClass.objects.visible_to(user).filter(withdrawn_on__isnull=True))


def _filled(question: Question, said: list[Said]) -> dict[str, str]:
    title = " ".join(question.text.split())
    return {
        "title": f"{title[:150]} (published answers)",
        "answers": as_table(said),
        "us": the_authority().name,
    }


def _keep(request: StaffRequest, form: KeepForm, classes: list[NcndClass]) -> HttpResponse:
    wanted = form.cleaned_data["ncnd_class"]
    chosen = next((each for each in classes if each.public_id == wanted), None)
    if chosen is None:
        raise UnusableInputError("Choose the class with which the picture is kept.")
    made = add_picture(chosen, form.asked(), by=request.user, title=form.cleaned_data["title"])
    messages.success(request, "The picture is kept with the class.")
    return redirect("picture", made.public_id)
