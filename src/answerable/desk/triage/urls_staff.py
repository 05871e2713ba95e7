"""Addresses of triage, all below the case."""

from django.urls import path

from answerable.desk.triage.views import cost, out, page

_CASE = "cases/<slug:reference>"
urlpatterns = [
    path(f"{_CASE}/triage", page.triage, name="triage"),
    path(f"{_CASE}/triage/questions", page.questions, name="triage_questions"),
    path(f"{_CASE}/triage/regime", page.regime, name="triage_regime"),
    path(f"{_CASE}/triage/split", page.split, name="triage_split"),
    path(f"{_CASE}/triage/done", page.done, name="triage_done"),
    path(f"{_CASE}/acknowledge", out.acknowledge, name="triage_acknowledge"),
    path(f"{_CASE}/clarify", out.clarify, name="triage_clarify"),
    path(f"{_CASE}/clarified", out.clarified, name="triage_clarified"),
    path(f"{_CASE}/clarification-lapsed", out.clarification_lapsed, name="triage_not_clarified"),
    path(f"{_CASE}/transfer", out.transfer, name="triage_transfer"),
    path(f"{_CASE}/fee", out.fee, name="triage_fee"),
    path(f"{_CASE}/fee-paid", out.fee_paid, name="triage_fee_paid"),
    path(f"{_CASE}/fee-lapsed", out.fee_lapsed, name="triage_fee_lapsed"),
    path(f"{_CASE}/more-time", out.more_time, name="triage_more_time"),
    path(f"{_CASE}/estimate", cost.estimate, name="triage_estimate"),
]
