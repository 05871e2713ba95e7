"""Addresses of redacting."""

from django.urls import path

from answerable.desk.redact.views import copies, marks

urlpatterns = [
    path("redact/<slug:public_id>", marks.marks, name="redact"),
    path("redact/<slug:public_id>/preview/<slug:audience>", copies.preview, name="redact_preview"),
    path("redact/<slug:public_id>/make", copies.make, name="redact_make"),
    path("redact/<slug:public_id>/regulator", copies.regulator, name="redact_regulator"),
    path("redact/marks/<slug:public_id>/remove", marks.remove, name="redact_remove"),
]
