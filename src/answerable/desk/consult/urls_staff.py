"""Addresses of third parties."""

from django.urls import path

from answerable.desk.consult import views

urlpatterns = [
    path("cases/<slug:reference>/third-parties/add", views.add, name="third_party_add"),
    path("third-parties/<slug:public_id>", views.party_page, name="third_party"),
    path("third-parties/<slug:public_id>/ask", views.ask, name="third_party_ask"),
    path("third-parties/<slug:public_id>/answer", views.answer, name="third_party_answer"),
    path("third-parties/<slug:public_id>/weigh", views.weigh, name="third_party_weigh"),
]
