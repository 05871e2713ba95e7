"""The front page and the pages about the site itself."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from answerable import law
from answerable.desk.ask.drafts import KEPT, cookie_name
from answerable.desk.ask.views.status import OPEN_AFTER_ANSWER
from answerable.desk.authority.models import the_authority
from answerable.desk.log.entries import public
from answerable.desk.log.kept import same_for_everybody


@same_for_everybody
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Two roads: look at what is published, or ask."""
    newest = list(public().only("public_id", "title", "published_on")[:5])
    return render(request, "ask/front.html", {"newest": newest})


def _page(name: str) -> Callable[[HttpRequest], HttpResponse]:
    @same_for_everybody
    @require_safe
    def page(request: HttpRequest) -> HttpResponse:
        authority = the_authority()
        context = {
            "cookie": cookie_name(),
            "cookie_hours": int(KEPT.total_seconds() // 3600),
            "link_days": OPEN_AFTER_ANSWER.days,
            "regulator": law.table("regulators")["scotland" if authority.scottish else "uk"],
        }
        return render(request, f"ask/{name}.html", context)

    return page


accessibility = _page("accessibility")
privacy = _page("privacy")
cookies = _page("cookies")
contact = _page("contact")
