"""A private link for a request that did not come by our form: by mail, by post, over the counter."""

from answerable.desk.ask.language import full_address
from answerable.desk.ask.models import PrivateLink
from answerable.desk.ask.tokens import digest, new_token
from answerable.desk.cases.models import Case


def give_link(case: Case) -> str:
    """The address under which the applicant follows the case; only its digest is kept.

    Call it inside the transaction that sends it.
    """
    token = new_token()
    PrivateLink.objects.create(token_hash=digest(token), case=case)
    return full_address("status", token)
