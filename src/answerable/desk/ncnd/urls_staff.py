"""Addresses of the register."""

from django.urls import path

from answerable.desk.ncnd import views

urlpatterns = [
    path("ncnd", views.register, name="ncnd_classes"),
    path("ncnd/propose", views.propose_class, name="ncnd_propose"),
    path("ncnd/<slug:public_id>", views.class_page, name="ncnd_class"),
    path("ncnd/<slug:public_id>/change", views.change_class, name="ncnd_change"),
    path("ncnd/<slug:public_id>/approve", views.approve_class, name="ncnd_approve"),
    path("ncnd/<slug:public_id>/withdraw", views.withdraw_class, name="ncnd_withdraw"),
    path("cases/<slug:reference>/ncnd/<slug:public_id>", views.judge, name="ncnd_judge"),
]
