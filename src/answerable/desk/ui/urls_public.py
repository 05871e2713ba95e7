"""The style sheet with the authority's colour."""

from django.urls import path

from answerable.desk.ui.brand import brand

urlpatterns = [path("brand.css", brand, name="brand")]
