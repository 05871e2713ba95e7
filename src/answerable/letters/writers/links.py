"""Where the links of a paragraph stand, the same for every form."""

from answerable.letters.draft.notice import Paragraph


def pieces(block: Paragraph) -> list[tuple[str, str]]:
    """The paragraph cut into (words, address), the address empty where there is no link.

    A link stands on the first place of its own words; of two at one place the longer wins.
    """
    lowered = block.text.lower()
    places = sorted(
        (lowered.find(words.lower()), -len(words), url)
        for words, url in dict.fromkeys(block.links)
        if words and words.lower() in lowered
    )
    made: list[tuple[str, str]] = []
    position = 0
    for place, minus_length, url in places:
        if place < position:
            continue
        made.append((block.text[position:place], ""))
        position = place - minus_length
        made.append((block.text[place:position], url))
    made.append((block.text[position:], ""))
    return [piece for piece in made if piece[0]]
