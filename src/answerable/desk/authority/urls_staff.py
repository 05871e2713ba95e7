"""The address of the authority's details."""

from django.urls import path

from answerable.desk.authority import views

urlpatterns = [path("authority", views.authority, name="authority")]
