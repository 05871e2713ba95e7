"""What a request may be besides a request for information: own data, or everyday business."""

import re

from answerable.letters.triage.personal import own_data

_BUSINESS = re.compile(
    r"\b(?:opening (?:hours|times)|how (?:do|can) i (?:apply|pay|report|register|book|appeal|renew|"
    r"contact|get)|(?:report|reporting) a (?:pothole|missed|broken|fault|problem)|missed (?:bin|"
    r"collection)|my (?:bin|bill|council tax|application|appointment|parking (?:fine|ticket|permit))|"
    r"(?:phone|telephone) number for|where (?:is|are) the nearest|book an appointment)\b"
)
# Asks for records all the same: then it is answered as a request.
_RECORDS = re.compile(
    r"\b(?:freedom of information|environmental information|foi|eir|foisa|how many|how much|"
    r"copy of|copies of|number of|records|correspondence)\b"
)


def hints(text: str) -> list[str]:
    """What an officer should think of before treating a text as a request; often nothing."""
    low, found = text.lower(), []
    spans = own_data(low)
    if spans:
        start, end = spans[0]
        found.append(
            f"“{text[start:end][:80]}”: this seems to ask for the applicant's own data. Such a part "
            "is a subject access request under data protection law, with its own time limit, and is "
            "exempt here; pass it on today and tell the applicant."
        )
    business = _BUSINESS.search(low)
    if business and not _RECORDS.search(low):
        found.append(
            f"“{business.group()}”: this may be answered as everyday business, at once and without "
            "formalities. It stays a request in writing for information if the applicant says so."
        )
    return found
