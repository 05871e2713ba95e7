"""The first start of a real site: the authority's name and the first administrator."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from answerable.desk import env
from answerable.desk.authority.models import Authority
from answerable.desk.people.actions import add_person
from answerable.model import UnusableInputError

Ask = Callable[[str, bool], str]  # words, secret -> what was typed


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something the first start needs: its variable, and how it is asked for."""

    variable: str
    words: str
    secret: bool = False


WANTED = (
    Wanted("ANSWERABLE_AUTHORITY_NAME", "Name of the authority"),
    Wanted("ANSWERABLE_AUTHORITY_EMAIL", "E-mail address for requests"),
    Wanted("ANSWERABLE_ADMIN_NAME", "Your name (the first administrator)"),
    Wanted("ANSWERABLE_ADMIN_EMAIL", "Your e-mail address"),
    Wanted("ANSWERABLE_ADMIN_PASSWORD", "A password of at least 12 characters", secret=True),
)


def needs_first_start() -> bool:
    """Whether the site does not know yet whose it is."""
    return not Authority.objects.exists()


def first_start(ask: Ask | None) -> None:
    """Set up the authority and its first administrator, both or neither.

    Args:
        ask: asks a person at the terminal; None where nobody sits there.

    Raises:
        UnusableInputError: something is missing and nobody can be asked, or is no good.
    """
    given = {each.variable: env.text(each.variable) for each in WANTED}
    missing = [each for each in WANTED if not given[each.variable]]
    if missing and ask is None:
        names = ", ".join(each.variable for each in missing)
        raise UnusableInputError(f"the first start needs {names}; set them, or use a terminal.")
    if ask is not None:
        given |= {each.variable: ask(each.words, each.secret).strip() for each in missing}
    _set_up(*(given[each.variable] for each in WANTED))


@transaction.atomic
def _set_up(authority: str, mailbox: str, name: str, email: str, password: str) -> None:
    for label, value in (("authority", mailbox), ("administrator", email)):
        _valid(validate_email, value, f"the {label}'s e-mail address")
    _valid(validate_password, password, "the password")
    if not authority or not name:
        raise UnusableInputError("the authority and the administrator each need a name.")
    Authority.objects.create(
        name=authority,
        address=env.text("ANSWERABLE_AUTHORITY_ADDRESS").replace(", ", "\n"),
        email=mailbox,
        review_contact=env.text("ANSWERABLE_AUTHORITY_REVIEW") or mailbox,
        scottish=env.flag("ANSWERABLE_AUTHORITY_SCOTTISH", default=False),
    )
    add_person(by=None, email=email, name=name, password=password, roles=("administrator",))


def _valid(check: Callable[[str], object], value: str, what: str) -> None:
    try:
        check(value)
    except ValidationError as problem:
        raise UnusableInputError(f"{what} will not do: {' '.join(problem.messages)}") from None
