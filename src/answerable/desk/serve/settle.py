"""Pointing Django at a data folder, before anything of the site is imported."""

import os
from importlib.util import find_spec
from pathlib import Path

from answerable.model import UnusableInputError

_PARTS = ("django", "allauth", "ninja", "govuk_frontend_jinja", "waitress", "whitenoise")
DATABASE = "answerable.sqlite3"


def settle(data: Path, *, demo: bool = False, must_exist: bool = False) -> None:
    """Load the site's program for the data folder ``data``.

    Raises:
        UnusableInputError: the site's packages are not installed, the folder cannot be made, or
            there is no site in it although there must be one.
    """
    missing = [name for name in _PARTS if find_spec(name) is None]
    if missing:
        raise UnusableInputError(
            "the site is not installed; install it with: pip install 'answerable[desk]'"
        )
    if must_exist and not _has_site(data):
        raise UnusableInputError(
            f"there is no site in “{data}”; name its folder with --data, or start one with "
            "answerable serve."
        )
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UnusableInputError(
            f"the folder “{data}” cannot be made ({problem.strerror}); choose another with --data."
        ) from None
    os.environ["ANSWERABLE_DATA"] = str(data.resolve())
    if demo:
        os.environ["ANSWERABLE_DEMO"] = "yes"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.desk.settings")

    import django

    django.setup()


def _has_site(data: Path) -> bool:
    return (data / DATABASE).is_file() or bool(
        data.is_dir()
        and (os.environ.get("ANSWERABLE_DATABASE") or os.environ.get("ANSWERABLE_DATABASE_FILE"))
    )
