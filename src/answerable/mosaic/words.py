"""What was assumed, and what the result supports, in words for a public interest balance."""

from collections.abc import Mapping, Sequence

from answerable.mosaic.question import Body, Kind, Total

# Below this, a change in another body's probability is called small; the level is stated.
SMALL = 0.001


def assumptions(
    *,
    total: Total | None,
    share: float | None,
    bodies: Sequence[Body],
    markers: Mapping[str, tuple[int, int | None]],
    listed: int,
    declared: int,
    by_population: int,
    defaults: int,
    mean: float,
    dispersion: float,
) -> tuple[str, ...]:
    """One sentence for each thing the result rests on."""
    lines = [
        f"The total over the {len(bodies):,} bodies listed is taken to be {total}."
        if total
        else "No total is known, so one body's answer tells nothing of another's number, only of the policy.",
    ]
    if total and total.lo != total.hi and not total.weights:
        lines.append("Beforehand, no total in that range is favoured beyond what the priors say.")
    if share is None:
        lines.append(
            "The share of bodies that neither confirm nor deny whatever they hold is not known: "
            "21 values from 0 to 1 are weighed, each as likely as the next beforehand."
        )
    else:
        lines.append(
            f"A share of {share:g} of bodies neither confirm nor deny whatever they hold; the others do so "
            "only when they have cases, and say “none” when they have not."
        )
    if share == 1:
        lines.append("A body that gave a number or said “none” departed from that policy and told the truth.")
    if listed:
        lines.append(f"Priors of {listed:,} bodies are as listed in the file.")
    if declared:
        lines.append(
            f"Priors of {declared:,} bodies are negative binomial with the mean and dispersion declared "
            "(Poisson where no dispersion is)."
        )
    if defaults:
        source = "the middle of the total" if total else "one case a body"
        how = "in proportion to population" if by_population else "equally"
        lines.append(
            f"Priors of {defaults:,} bodies are the default: negative binomial, the mean shared {how} from "
            f"{source} ({mean:.3g} for the first), dispersion {dispersion:g}. Nobody measured this; "
            "give means of your own if you have them."
        )
    for marker, (lo, hi) in markers.items():
        lines.append(f"“{marker}” stands for {lo} to {hi if hi is not None else 'any number'}.")
    if any(body.past for body in bodies):
        lines.append("Numbers are cumulative: an earlier answer is a floor for today's, and shows the body's policy.")
    if any(body.answer.kind in (Kind.REFUSED, Kind.SILENT) for body in bodies):
        lines.append("“Refused” and “silent” are taken to say nothing about the number.")
    lines.append("Bodies are independent of one another beforehand, and every body reads the question alike.")
    return tuple(lines)
