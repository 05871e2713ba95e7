"""Addresses of internal reviews."""

from django.urls import path

from answerable.desk.reviews import views

urlpatterns = [path("cases/<slug:reference>/review", views.review, name="review")]
