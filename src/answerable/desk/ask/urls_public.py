"""Addresses of the public's road in, and of the pages about the site."""

from django.urls import path

from answerable.desk.ask.views import pages, published, receipts, sending, status, steps

urlpatterns = [
    path("", pages.front, name="front"),
    path("ask/", steps.start, name="ask"),
    path("ask/what", steps.what, name="ask-what"),
    path("ask/while-typing", published.while_typing, name="ask-while-typing"),
    path("ask/published", published.published, name="ask-published"),
    path("ask/opened", published.opened, name="ask-opened"),
    path("ask/found", published.enough, name="ask-enough"),
    path("ask/how", steps.how, name="ask-how"),
    path("ask/you", steps.you, name="ask-you"),
    path("ask/language", steps.language, name="ask-language"),
    path("ask/check", steps.check, name="ask-check"),
    path("ask/send", sending.send, name="ask-send"),
    path("status/<slug:token>", status.status, name="status"),
    path("status/<slug:token>/receipt", status.receipt, name="status-receipt"),
    path("status/<slug:token>/receipt.json", status.receipt_file, name="status-receipt-file"),
    path("receipt-key", receipts.key, name="receipt-key"),
    path("check-receipt", receipts.check_receipt, name="check-receipt"),
    path("accessibility", pages.accessibility, name="accessibility"),
    path("privacy", pages.privacy, name="privacy"),
    path("cookies", pages.cookies, name="cookies"),
    path("contact", pages.contact, name="contact"),
]
