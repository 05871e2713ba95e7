"""The one cookie of the public site, and the row behind it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix

from answerable.desk.ask.language import PREFIX
from answerable.desk.ask.models import Bucket, Draft
from answerable.desk.ask.tokens import derived, digest, new_token, same
from answerable.desk.authority.models import the_authority
from answerable.desk.db.prepared import Prepared
from answerable.desk.today import now

KEPT = timedelta(days=1)
_PATH = "/ask"
_DRAFT = Prepared(
    lambda token_hash: Draft.objects.filter(token_hash=token_hash).values_list(
        "id", "token_hash", "answers", "made_at"
    ),
    open_values=1,
)


def cookie_name() -> str:
    """The name of the cookie; over HTTPS one that only HTTPS can set."""
    return "__Secure-ask" if settings.HTTPS else "ask"


def draft_of(request: HttpRequest) -> Draft | None:
    """What this browser has typed so far, if it is not older than a day."""
    token = request.COOKIES.get(cookie_name(), "")
    if not token:
        return None
    rows = _DRAFT.rows(digest(token))
    if not rows or rows[0][3] <= now() - KEPT:
        return None
    return Draft.from_db(None, ("id", "token_hash", "answers", "made_at"), rows[0])


def delete_each(keys: Sequence[int]) -> set[int]:
    """Delete these rows; the keys of those that were still there."""
    marks = ", ".join(["%s"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM ask_draft WHERE id IN ({marks}) RETURNING id", keys)  # noqa: S608
        return {row[0] for row in cursor.fetchall()}


def save(request: HttpRequest, response: HttpResponse, answers: dict[str, Any]) -> HttpResponse:
    """Keep ``answers`` in the row of this browser; the first time, give it the cookie."""
    draft = draft_of(request)
    if draft is not None:
        Draft.objects.filter(pk=draft.pk).update(answers={**draft.answers, **answers})
        return response
    purge()
    token = new_token()
    Draft.objects.create(token_hash=digest(token), answers=answers)
    response.set_cookie(
        cookie_name(),
        token,
        max_age=KEPT,
        path=_path(),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return response


def forget(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Take the cookie back and delete the row, if there is one."""
    token = request.COOKIES.get(cookie_name(), "")
    if token:
        Draft.objects.filter(token_hash=digest(token)).delete()
    return drop_cookie(response)


def drop_cookie(response: HttpResponse) -> HttpResponse:
    """Take the cookie back, once the row is gone."""
    response.delete_cookie(cookie_name(), path=_path(), samesite="Lax")
    return response


def form_key(request: HttpRequest) -> str:
    """A value for hidden fields that follows from the cookie: no other site can know it.

    It guards against forged requests without a second cookie, and makes sending twice harmless.
    """
    token = request.COOKIES.get(cookie_name(), "")
    return derived("form", token) if token else ""


def came_from_our_page(request: HttpRequest) -> bool:
    """Whether the form that was sent is one we gave to this browser."""
    key = form_key(request)
    return bool(key) and same(key, request.POST.get("form", ""))


def purge() -> None:
    """Delete what is older than a day: drafts nobody sent, buckets that are full again."""
    Draft.objects.filter(made_at__lte=now() - KEPT).delete()
    Bucket.objects.filter(at__lte=now() - KEPT).delete()


def _path() -> str:
    """Where the cookie is sent: the pages for asking; with Welsh, /cy/ask must have it, too."""
    root = get_script_prefix().removesuffix(f"{PREFIX}/").rstrip("/")
    return f"{root}/" if the_authority().welsh else f"{root}{_PATH}"
