"""Addresses of work and cases."""

from django.urls import path

from answerable.desk.cases import views

urlpatterns = [
    path("", views.home, name="home"),
    path("work", views.work, name="work"),
    path("cases/<slug:reference>", views.case_page, name="case"),
    path("cases/<slug:reference>/why", views.why_this_date, name="why"),
    path("cases/<slug:reference>/note", views.note, name="note"),
    path("cases/<slug:reference>/give", views.give, name="give"),
]
