"""Forms about cases."""

from django import forms
from django.db.models import Exists, OuterRef

from answerable.desk.people.models import RoleHolding, User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import roles
from answerable.desk.today import today


class GiveForm(forms.Form):
    """Who shall look after a case: one of those who may work on cases."""

    to = forms.ModelChoiceField(
        label="Officer",
        queryset=User.objects.none(),
        to_field_name="public_id",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose who shall look after it.",
            "invalid_choice": "That person cannot work on cases. Choose one of the list.",
        },
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        writers = [role.id for role in roles() if Permission.WRITE_CASES in role.may]
        held = RoleHolding.objects.on(today()).filter(user=OuterRef("pk"), role__in=writers)
        people = User.objects.filter(Exists(held), is_active=True)
        self.fields["to"].queryset = people  # type: ignore[attr-defined]
