"""The words of slides that are shown, slide by slide."""

from answerable.gate.cleaning.blocks import Block, paragraph
from answerable.gate.readers import slides
from answerable.gate.readers.parts import Package
from answerable.gate.readers.slide_looks import SlideLooks
from answerable.gate.readers.trees import attr, each


def slide_words(package: Package) -> list[Block]:
    """A heading for every shown slide and its visible words below."""
    root = package.tree(package.main)
    size = next(
        ((int(attr(one, "cx") or 0), int(attr(one, "cy") or 0)) for one in each(root, "sldSz")),
        (9144000, 6858000),
    )
    links = package.links(package.main)
    made: list[Block] = []
    for number, one in enumerate(each(root, "sldId"), 1):
        part = links.get(next((str(v) for k, v in one.attrib.items() if k.endswith("}id")), ""), "")
        if part not in package.archive.names:
            continue
        drawn = package.tree(part)
        looks = SlideLooks(package, part, drawn)
        spans = list(slides.slide(drawn, f"slide {number}", size, looks))
        covered = {span.text for span in spans if span.carrier != "visible"}
        seen = [s.text for s in spans if s.carrier == "visible" and s.text not in covered]
        if seen and not any(span.carrier == "hidden_slide" for span in spans):
            made.append(paragraph(f"Slide {number}", 1))
            made += [paragraph(text) for text in seen]
    return made
