"""Addresses of what was asked before, and of the logs of other bodies."""

from django.urls import path

from answerable.desk.asked_before import views
from answerable.desk.asked_before.logs import views as logs
from answerable.desk.asked_before.mosaic import views as mosaic

urlpatterns = [
    path("cases/<slug:reference>/before", views.before, name="before"),
    path("cases/<slug:reference>/before/reuse", views.reuse, name="before_reuse"),
    path("cases/<slug:reference>/before/together", mosaic.mosaic, name="before_mosaic"),
    path("found-before-asking", views.found_before_asking, name="found_before_asking"),
    path("other-bodies", logs.logs, name="other_logs"),
    path("other-bodies/add", logs.add, name="other_log_add"),
    path("other-bodies/<slug:public_id>", logs.log, name="other_log"),
    path("other-bodies/<slug:public_id>/progress", logs.progress, name="other_log_progress"),
    path("other-bodies/<slug:public_id>/take-in", logs.take_in, name="other_log_take_in"),
    path("other-bodies/<slug:public_id>/replace", logs.replace, name="other_log_replace"),
    path("other-bodies/<slug:public_id>/remove", logs.remove, name="other_log_remove"),
]
