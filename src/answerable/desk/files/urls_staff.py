"""Addresses of files."""

from django.urls import path

from answerable.desk.files import views

urlpatterns = [path("files/<slug:public_id>", views.download, name="file")]
