"""Addresses of the pages about tokens."""

from django.urls import path

from answerable.desk.api import views

urlpatterns = [
    path("api", views.tokens, name="api_tokens"),
    path("api/add", views.add, name="api_token_add"),
    path("api/<slug:public_id>/end", views.end, name="api_token_end"),
]
