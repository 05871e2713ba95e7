"""Addresses of decisions and opinions."""

from django.urls import path

from answerable.desk.decide.views import decide, decision, opinion

urlpatterns = [
    path("cases/<slug:reference>/decide", decide.decide, name="decide"),
    path("decisions/<slug:public_id>", decision.decision_page, name="decision"),
    path("decisions/<slug:public_id>/sign", decision.sign, name="decision_sign"),
    path("decisions/<slug:public_id>/take-back", decision.take_back, name="decision_take_back"),
    path("decisions/<slug:public_id>/drop", decision.drop, name="decision_drop"),
    path("decisions/<slug:public_id>/ask", decision.ask, name="decision_ask"),
    path("decisions/<slug:public_id>/unask", decision.ask_no_longer, name="decision_unask"),
    path("opinions", opinion.opinions, name="opinions"),
    path("opinions/<slug:public_id>", opinion.opinion_page, name="opinion"),
]
