"""The public key of receipts, and a page that checks one."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from answerable.desk.ask.forms import LONGEST
from answerable.desk.ask.keys import public_key
from answerable.desk.ask.receipt import LARGEST, check
from answerable.model import UnusableInputError


class ReceiptForm(forms.Form):
    """A receipt file and, to compare, the request."""

    receipt = forms.FileField(
        label=_("The receipt file"),
        error_messages={
            "required": _("Choose the receipt file."),
            "empty": _("The file is empty. Choose the receipt file."),
        },
    )
    text = forms.CharField(
        label=_("The request, if you want to check that it is the same"),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        max_length=LONGEST,
    )


@require_safe
def key(request: HttpRequest) -> HttpResponse:
    """The key that checks our receipts."""
    return HttpResponse(public_key(), content_type="text/plain; charset=ascii")


@csrf_exempt  # it answers a question and changes nothing
@require_http_methods(["GET", "HEAD", "POST"])
def check_receipt(request: HttpRequest) -> HttpResponse:
    """Whether a receipt is ours and unchanged. Nothing that is sent here is kept."""
    posted, checked = request.method == "POST", None
    form = ReceiptForm(request.POST, request.FILES) if posted else ReceiptForm()
    if form.is_valid():
        content = form.cleaned_data["receipt"].read(LARGEST + 1)
        try:
            checked = check(content, public_key(), form.cleaned_data["text"] or None)
        except UnusableInputError as problem:
            form.add_error("receipt", gettext(str(problem)))
    return render(request, "ask/check_receipt.html", {"form": form, "checked": checked})
