"""Addresses of intake."""

from django.urls import path

from answerable.desk.intake import views

urlpatterns = [
    path("intake", views.intake, name="take_in"),
    path("intake/file", views.bring_file, name="intake_file"),
    path("intake/text", views.bring_text, name="intake_text"),
    path("intake/<slug:public_id>", views.message, name="intake_message"),
    path("intake/<slug:public_id>/original", views.original, name="intake_original"),
    path("intake/<slug:public_id>/put", views.put, name="intake_put"),
    path("intake/<slug:public_id>/aside", views.aside, name="intake_aside"),
]
