"""Addresses of people, and the pages of the sign-in that make no sense here."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from answerable.desk.people import views


def _closed(request: HttpRequest, **_: str) -> HttpResponse:
    raise Http404


urlpatterns = [
    path("who-may-do-what", views.who_may, name="who_may"),
    path("people", views.people, name="people"),
    path("people/add", views.add, name="person_add"),
    path("people/<slug:public_id>", views.person, name="person"),
    path("people/<slug:public_id>/change", views.change, name="person_change"),
]

#: An administrator adds people and keeps their addresses; nobody does it alone.
closed = [
    path(f"accounts/{address}", _closed)
    for address in (
        "signup/",
        "email/",
        "confirm-email/",
        "confirm-email/<key>/",
        "3rdparty/signup/",
        "social/signup/",
        "login/code/confirm/",
        "reauthenticate/code/",
        "reauthenticate/code/confirm/",
    )
]
