"""Forms of the register: a class with up to four grounds, approval, and an officer's word."""

from typing import TYPE_CHECKING, Any, cast

from django import forms

from answerable.desk.authority.models import the_authority
from answerable.desk.ncnd.actions import Wanted
from answerable.desk.ncnd.checking import KINDS
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.ui.fields import DayField
from answerable.model import Regime

GROUNDS = 4


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "class": "govuk-textarea"})


class ClassForm(forms.Form):
    """What the class is about and how its questions are known."""

    name = forms.CharField(label="Name of the class", max_length=120)
    regime = forms.ChoiceField(label="Regime")
    subject = forms.CharField(
        label="What is asked",
        widget=_area(3),
        help_text="As a sentence: how many people …, who they are, and what help they are given.",
    )
    lines = forms.CharField(
        label="Words of such questions",
        widget=_area(8),
        help_text=(
            "A line for each way of asking. All words of a line must be in the question, in any "
            "form and order: returnee syria/iraq. A slash means either, a star any ending "
            "(jihadi*), quotation marks exactly these words side by side (“back from”). Put what "
            "the question itself must have first."
        ),
    )
    published = forms.CharField(
        label="What is public anyway, whatever the answer (if anything)",
        widget=_area(3),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["regime"].choices = [  # type: ignore[attr-defined]
            (regime.value, regime.value) for regime in the_authority().regimes if regime in KINDS
        ]


class GroundForm(forms.Form):
    """A limb that removes the duty to confirm or deny, with everything it needs."""

    provision = forms.CharField(
        label="Limb",
        required=False,
        max_length=40,
        help_text="The limb that removes the duty: s.31(3), s.24(2), s.40(5B)(a)(i).",
    )
    matter = forms.CharField(
        label="Matter behind it",
        required=False,
        max_length=40,
        help_text="What a yes or a no would harm, where the limb needs one: s.31(1)(a).",
    )
    threshold = forms.ChoiceField(
        label="How likely is the harm?",
        required=False,
        choices=[
            ("", "The limb has no such test"),
            ("would", "would"),
            ("would be likely to", "would be likely to"),
        ],
    )
    reasons = forms.CharField(
        label="Why a yes or a no would do it", required=False, widget=_area(4)
    )
    factors_for = forms.CharField(
        label="For confirming or denying", required=False, widget=_area(4), help_text="One a line."
    )
    factors_against = forms.CharField(
        label="Against confirming or denying",
        required=False,
        widget=_area(4),
        help_text="One a line.",
    )
    weighing = forms.CharField(
        label="Why the second outweighs the first", required=False, widget=_area(3)
    )

    def as_ground(self) -> dict[str, Any]:
        """The ground as a decision record has it, empty fields left out."""
        data = {name: self.cleaned_data.get(name, "") for name in self.fields}
        ground = {
            name: data[name].strip()
            for name in ("provision", "matter", "threshold", "reasons")
            if data[name].strip()
        }
        sides = {side: _lines(data[side]) for side in ("factors_for", "factors_against")}
        if any(sides.values()) or data["weighing"].strip():
            ground["balance"] = {
                "subject": "confirmation",
                **sides,
                "weighing": data["weighing"].strip(),
            }
        return ground


if TYPE_CHECKING:
    _Base = forms.BaseFormSet[GroundForm]
else:
    _Base = forms.BaseFormSet  # at run time Django's own takes no parameter


class GroundSet(_Base):
    """The grounds; those left empty are not there."""

    def as_grounds(self) -> list[dict[str, Any]]:
        """Every ground in which something was written."""
        return [ground for form in self.forms if (ground := form.as_ground())]


Grounds = cast(
    "type[GroundSet]",
    forms.formset_factory(
        GroundForm, formset=GroundSet, extra=GROUNDS, max_num=GROUNDS, validate_max=True
    ),
)


def wanted(form: ClassForm, grounds: GroundSet) -> Wanted:
    """The class as the two forms say it; both must be valid."""
    data = form.cleaned_data
    return Wanted(
        name=data["name"],
        subject=data["subject"],
        lines=data["lines"],
        regime=Regime(data["regime"]),
        grounds=grounds.as_grounds(),
        published=data["published"],
    )


def initial(ncnd_class: NcndClass) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the two forms begin with for a class that is there already."""
    first = {
        "name": ncnd_class.name,
        "regime": ncnd_class.regime,
        "subject": ncnd_class.subject,
        "lines": "\n".join(ncnd_class.words),
        "published": ncnd_class.published,
    }
    return first, [_ground(ground) for ground in ncnd_class.grounds]


class ApproveForm(forms.Form):
    """When an approved class is looked at again."""

    review_on = DayField(
        label="Look at it again on",
        help_text="Within three years, for example 30 11 2027.",
        error_messages={"required": "Say when the class is to be looked at again."},
    )


class JudgeForm(forms.Form):
    """Whether a proposed class governs a case."""

    reason = forms.CharField(
        label="If it does not govern this case: why?",
        required=False,
        widget=_area(2),
        help_text="The reason stays on the record and is not shown to the applicant.",
    )


def _lines(text: str) -> list[str]:
    return [line.strip(" -•\t") for line in text.splitlines() if line.strip(" -•\t")]


def _ground(ground: dict[str, Any]) -> dict[str, Any]:
    balance = ground.get("balance") or {}
    return {
        **{name: ground.get(name, "") for name in ("provision", "matter", "threshold", "reasons")},
        **{side: "\n".join(balance.get(side, ())) for side in ("factors_for", "factors_against")},
        "weighing": balance.get("weighing", ""),
    }
