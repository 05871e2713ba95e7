"""Addresses of the statistics."""

from django.urls import path

from answerable.desk.stats import views

urlpatterns = [
    path("statistics", views.statistics, name="statistics"),
    path("statistics.csv", views.statistics_csv, name="statistics-csv"),
]
