"""Addresses of the API, below /api/."""

from django.urls import path

from answerable.desk.api import views
from answerable.desk.api.build import api

urlpatterns = [
    path("v1/", api.urls),
    path("v1/docs", views.description, name="api_description"),
]
