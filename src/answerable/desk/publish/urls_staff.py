"""Addresses of the staff side of the log."""

from django.urls import path

from answerable.desk.publish import views

urlpatterns = [
    path("cases/<slug:reference>/propose", views.propose, name="propose"),
    path("log", views.entries, name="publications"),
    path("log/classes", views.policies, name="log_policies"),
    path("log/<slug:public_id>", views.entry, name="log_entry"),
    path("log/<slug:public_id>/<slug:what>", views.act, name="log_act"),
]
