"""Findings of the gate to terms: the identifiers that stand in plain sight where it found them."""

from dataclasses import replace

from answerable.gate.cleaning import StillThereError
from answerable.gate.limits import Limits
from answerable.gate.personal import hits
from answerable.gate.redacting.wanted import Found, Marks, Term
from answerable.gate.spans import Visibility
from answerable.gate.walk import spans


def resolved(data: bytes, name: str, marks: Marks, limits: Limits) -> Marks:
    """The marks with a term for each identifier that their findings speak of.

    Raises:
        StillThereError: a finding speaks of what is not there: it is about another file.
    """
    if not marks.found:
        return marks
    terms: dict[str, Term] = {}
    met: set[Found] = set()
    for span in spans(data, name, limits):
        if span.visibility is not Visibility.VISIBLE:
            continue
        for one in (each for each in marks.found if each.place == span.where):
            for hit in hits(span.text):
                if _speaks_of(one, hit.kind):
                    met.add(one)
                    terms.setdefault(
                        hit.text, Term(hit.text, one.provision, one.audiences, one.framed)
                    )
    for one in marks.found:
        if one not in met:
            raise StillThereError(
                f"the finding about {one.place} speaks of personal data that is not there; are the "
                "findings those of this file, as it is now?"
            )
    return replace(marks, terms=(*marks.terms, *terms.values()), found=()).longest_first()


def _speaks_of(found: Found, kind: str) -> bool:
    named = {one.partition(":")[0].strip() for one in found.told.split(",")}
    known = named & _KINDS
    return kind in known or not known


_KINDS = {
    "National Insurance number",
    "NHS number",
    "tax reference",
    "bank details",
    "date of birth",
    "phone number",
    "postcode",
    "e-mail address",
}
