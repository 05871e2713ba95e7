"""Addresses of clearance."""

from django.urls import path, re_path

from answerable.desk.clearance import views

urlpatterns = [
    path("clearance", views.for_clearance, name="clearance"),
    path("cases/<slug:reference>/clearance", views.clearance, name="case_clearance"),
    re_path(
        r"^cases/(?P<reference>[-\w]+)/clearance/(?P<what>ask|clear|return|take-back)$",
        views.act,
        name="clearance_act",
    ),
]
