"""Addresses of sending."""

from django.urls import path

from answerable.desk.sending import views

urlpatterns = [
    path("cases/<slug:reference>/send", views.send, name="send"),
    path("cases/<slug:reference>/send/<slug:what>", views.act, name="send_act"),
]
