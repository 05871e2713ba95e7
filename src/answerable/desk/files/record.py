"""What the gate found in the files of a case and what was decided, as data for a page or a file.

It is the evidence of why a file went as it is, in another form, or not at all. It names no path, and
shows no sample of what is hidden: the record itself may have to be shown to others.
"""

from collections.abc import Iterable
from typing import Any

from answerable.desk.cases.models import Case
from answerable.desk.events.models import Event
from answerable.desk.files.found import VERDICTS, about_names, people_in
from answerable.desk.files.inspection import GATE
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.people.models import User
from answerable.desk.today import now

DONE = {
    "files.kept": "Taken in",
    "files.inspected": "Inspected",
    "files.opened": "Opened although the gate warned of it",
    "files.released": "Kept as it is",
    "files.consented": "Agreed that it is kept as it is",
    "letters.file_out": "Taken out of the answer",
    "letters.file_in": "Put back into the answer",
}
#: Under a class of the register nothing tells whether anything was found or prepared.
_SAME_FOR_ALL = (Purpose.RECEIVED, Purpose.CORRESPONDENCE)


def record_of(case: Case, actor: User) -> dict[str, Any]:
    """Every file of the case that ``actor`` may see, with its hash, findings and decisions."""
    seen = Attachment.objects.visible_to(actor).filter(case=case)
    if case.ncnd_class_id is not None:
        seen = seen.filter(purpose__in=_SAME_FOR_ALL)
    files = list(seen.select_related("release", "release__made_from"))
    done = _done(case, {file.public_id: file for file in files})
    return {
        "case": case.reference,
        "made_at": now().isoformat(timespec="seconds"),
        "gate": GATE,
        "files": [_file(file, done.get(file.public_id, [])) for file in files],
    }


def _file(file: Attachment, decisions: list[dict[str, str]]) -> dict[str, Any]:
    release = getattr(file, "release", None)
    made_from = release.made_from if release is not None else None
    return {
        "id": file.public_id,
        "name": file.name,
        "why_we_have_it": file.get_purpose_display(),
        "sha256": file.sha256,
        "size": file.size,
        "format": file.report.get("format", ""),
        "verdict": file.verdict,
        "verdict_words": "a letter of ours" if _letter(file) else VERDICTS[file.verdict],
        "inspected_at": file.inspected_at.isoformat() if file.inspected_at else "",
        "gate": file.gate,
        "people": people_in(file.report),
        "names": about_names(file.report),
        "error": file.report.get("error", ""),
        "findings": [_finding(each) for each in file.report.get("findings", ())],
        "decisions": decisions,
        "goes": bool(release and not release.taken_out),
        "kept_because": release.keep_because if release is not None else "",
        "made_from": made_from.sha256 if made_from is not None else "",
        "made_from_name": made_from.name if made_from is not None else "",
        "made_how": release.how if release is not None else "",
        "schedule": release.schedule if release is not None else [],
    }


def _letter(file: Attachment) -> bool:
    return file.purpose == Purpose.LETTER and not file.verdict


def _finding(one: dict[str, Any]) -> dict[str, str]:
    where = one.get("where", {}).get("place", "")
    return {
        "check": one.get("slug", ""),
        "severity": one.get("severity", ""),
        "where": where,
        "what": one.get("message", ""),
        "what_to_do": one.get("fix", ""),
    }


def _done(case: Case, files: dict[str, Attachment]) -> dict[str, list[dict[str, str]]]:
    events = [
        event
        for event in Event.objects.filter(case=case.reference, kind__in=DONE).order_by("seq")
        if event.facts.get("file") in files
    ]
    names = _names(event.actor for event in events)
    found: dict[str, list[dict[str, str]]] = {}
    for event in events:
        file = files[str(event.facts["file"])]
        found.setdefault(file.public_id, []).append(
            {
                "what": DONE[event.kind],
                "who": names.get(event.actor, "the program"),
                "when": event.at.isoformat(timespec="seconds"),
                "why": _why(event, file),
            }
        )
    return found


def _why(event: Event, file: Attachment) -> str:
    if event.kind != "files.released":
        return ""
    release = getattr(file, "release", None)
    return file.released_despite or (release.keep_because if release is not None else "")


def _names(actors: Iterable[str]) -> dict[str, str]:
    wanted = {actor for actor in actors if actor not in ("system", "public")}
    people = User.objects.filter(public_id__in=wanted).values_list("public_id", "name")
    return {"public": "the applicant", **dict(people)}
