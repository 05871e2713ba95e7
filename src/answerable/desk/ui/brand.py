"""The authority's colour, as a style sheet of its own: the policy allows no inline styles."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from answerable.desk.authority.contrast import is_colour
from answerable.desk.authority.models import the_authority


@cache_control(public=True, max_age=300)
def brand(request: HttpRequest) -> HttpResponse:
    """A rule that sets the colour; none for what is no colour."""
    colour = the_authority().colour
    rule = f":root {{ --app-colour: {colour}; }}\n" if is_colour(colour) else ""
    return HttpResponse(rule, content_type="text/css; charset=utf-8")
