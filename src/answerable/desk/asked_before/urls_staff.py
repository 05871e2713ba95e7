"""Addresses of what was asked before."""

from django.urls import path

from answerable.desk.asked_before import views

urlpatterns = [
    path("cases/<slug:reference>/before", views.before, name="before"),
    path("cases/<slug:reference>/before/reuse", views.reuse, name="before_reuse"),
]
