"""Finished public pages, kept in memory while the stamp of the log stands.

Only pages that are the same for everybody: a view says so with ``same_for_everybody``. They carry
an ETag made of their own bytes (never of the stamp, which would tell that something changed), and a
browser asks again each time, so that nothing withdrawn is shown from anybody's memory.
"""

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.core.signals import setting_changed
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from answerable.desk.authority.models import read_authority, read_once
from answerable.desk.log.stamp import (
    forget,
    read_stamp,
    recent_stamp,
    under,
    while_it_stands,
)
from answerable.desk.sites import on_staff_site
from answerable.desk.today import today

Answer = Callable[[HttpRequest], HttpResponseBase]
V = TypeVar("V", bound=Callable[..., HttpResponseBase])
Key = tuple[str, str, str, str, date]
ROOM = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Page:
    """A finished answer."""

    content: bytes
    headers: dict[str, str]

    @property
    def takes(self) -> int:
        """How much room it takes, with its headers and address, about."""
        return len(self.content) + 2_000

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page, or only that it is the one the browser has."""
        same = self.headers["ETag"] in request.META.get("HTTP_IF_NONE_MATCH", "")
        response = HttpResponse(b"" if same else self.content, status=304 if same else 200)
        for name, value in self.headers.items():
            response.headers[name] = value
        return response


class Kept:
    """Pages by stamp and address, the oldest thrown out when there is no room."""

    def __init__(self, room: int) -> None:
        self._room = self._left = room
        self._pages: dict[tuple[int, Key], Page] = {}
        self._lock = threading.Lock()

    def get(self, now: int, key: Key) -> Page | None:
        """The page as it is while ``now`` stands."""
        return self._pages.get((now, key))

    def put(self, now: int, key: Key, page: Page) -> None:
        """Keep a page; one that would take a large part of the room is not kept."""
        if page.takes > self._room // 16:
            return
        with self._lock:
            self._drop((now, key))
            self._left -= page.takes
            while self._left < 0:
                self._drop(next(iter(self._pages)))
            self._pages[now, key] = page

    def clear(self) -> None:
        """Forget every page."""
        with self._lock:
            self._pages.clear()
            self._left = self._room

    def _drop(self, key: tuple[int, Key]) -> None:
        page = self._pages.pop(key, None)
        self._left += page.takes if page else 0


pages = Kept(ROOM)


def same_for_everybody(view: V) -> V:
    """Mark a view whose page follows from its address, the day, and what is public."""
    view.same_for_everybody = True  # type: ignore[attr-defined]
    return view


def keep_pages(get_response: Answer) -> Answer:
    """Answer from memory where the page is there; else make it, and keep it if it may be kept."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if on_staff_site(request):
            return get_response(request)
        key = _key(request)
        sends = request.method == "POST" and request.path_info.endswith("/ask/send")
        now = recent_stamp() if sends else read_stamp()
        if now is not None and key is not None and (page := pages.get(now, key)):
            return page.answer(request)
        with under(now), read_once(while_it_stands("authority", read_authority)):
            response = get_response(request)
        return _kept(request, response, now, key)

    return middleware


def _kept(
    request: HttpRequest, response: HttpResponseBase, now: int | None, key: Key | None
) -> HttpResponseBase:
    if key is None or not _is_for_everybody(request, response):
        return response
    page = _page(response)
    if now is not None:
        pages.put(now, key, page)
    return page.answer(request)


def _is_for_everybody(request: HttpRequest, response: HttpResponseBase) -> bool:
    view: Any = request.resolver_match and request.resolver_match.func
    return (
        getattr(view, "same_for_everybody", False)
        and response.status_code == 200
        and isinstance(response, HttpResponse)
        and not response.cookies
    )


def _page(response: Any) -> Page:
    headers = {"Cache-Control": "no-cache", **response.headers}
    headers["ETag"] = f'"{hashlib.blake2b(response.content, digest_size=16).hexdigest()}"'
    return Page(response.content, headers)


def _key(request: HttpRequest) -> Key | None:
    """What a page follows from besides the stamp; None for what is never kept."""
    if request.method not in ("GET", "HEAD"):
        return None
    meta = request.META
    return (
        request.path_info, meta.get("QUERY_STRING", ""), meta.get("SCRIPT_NAME", ""),
        meta.get("HTTP_HOST", ""), today(),
    )  # fmt: skip


def _forget_all(**_: object) -> None:
    pages.clear()
    forget()


setting_changed.connect(_forget_all)
