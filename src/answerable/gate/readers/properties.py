"""Properties of documents that programs write by themselves."""

import re

_OF_PROGRAMS = re.compile(
    r"^(KSO|ContentType|MSIP_|ICV|_?AppVersion|LinksUpToDate|HyperlinksChanged|ScaleCrop|ShareDoc|PresentationFormat$|MMClips$|Slides$|Notes$|HiddenSlides$|DocSecurity|Generator|TemplateUrl|WorkbookGuid|"
    r"_(NewReviewCycle|(Previous)?AdHocReviewCycleID|ReviewingToolsShownOnce|MarkAsFinal|TemplateID|DocHome|"
    r"dlc_DocId|ip_UnifiedCompliance|ModernComments|activity|ColorHex|ColorTag|Emoji))",
    re.IGNORECASE,
)


def is_of_programs(name: str) -> bool:
    """Whether a custom property of this name is one that programs write everywhere."""
    return _OF_PROGRAMS.match(name) is not None
