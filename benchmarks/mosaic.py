"""How long the chances of many bodies take, and how exact they are, beside plain convolution.

The peer multiplies the lists of all bodies before and all bodies after each one, directly, for one
share of always-NCND bodies; non-negative terms only, so it loses nothing. Every body has a prior of
its own, which is the slow case: bodies that are alike share their work.

    python benchmarks/mosaic.py
"""

import time

import numpy as np

from answerable.mosaic import Question, Settings, analyse, read_question, read_total


def puzzle(bodies: int, total: int, share: float | None, *, alike: bool = False) -> Question:
    """One in twenty says none, one in ten "<5", the rest neither confirm nor deny."""
    lines = ["body,answer,prior_mean,prior_dispersion"]
    for n in range(bodies):
        said = "none" if n % 20 == 0 else "<5" if n % 10 == 1 else "ncnd"
        mean = total / bodies * (1 if alike else 0.5 + n / bodies)
        lines.append(f"b{n},{said},{mean},0.3")
    known = Settings(read_total(str(total)), share, {"<5": (1, 4)})
    return read_question("\n".join(lines), "made", known)


def plain(question: Question, share: float) -> list[float]:
    """P(has cases) of each body by prefix and suffix products."""
    assert question.total
    top = question.total.hi
    factors = []
    for body in question.bodies:
        factor = body.prior[: top + 1].copy()
        said = body.answer.said
        if said == "ncnd":
            factor[0] *= share
        else:
            factor[body.answer.hi + 1 if body.answer.hi is not None else len(factor) :] = 0
            factor[: body.answer.lo] = 0
        factors.append(factor)
    before = [np.ones(1)]
    for factor in factors[:-1]:
        before.append(np.convolve(before[-1], factor)[: top + 1])
    after = np.ones(1)
    found = []
    for factor, prefix in zip(factors[::-1], before[::-1], strict=True):
        others = np.convolve(prefix, after)[: top + 1]
        others = np.concatenate((others, np.zeros(top + 1 - len(others))))
        counts = factor * others[::-1][: len(factor)]
        found.append(float(counts[1:].sum() / counts.sum()))
        after = np.convolve(after, factor)[: top + 1]
    return found[::-1]


def plain_of_one(question: Question, share: float, place: int) -> float:
    """P(has cases) of one body, from the direct product of all others."""
    assert question.total
    top = question.total.hi
    others, own = np.ones(1), np.ones(1)
    for n, body in enumerate(question.bodies):
        factor = body.prior[: top + 1].copy()
        if body.answer.said == "ncnd":
            factor[0] *= share
        else:
            factor[body.answer.hi + 1 if body.answer.hi is not None else len(factor) :] = 0
            factor[: body.answer.lo] = 0
        factor /= factor.sum()
        if n == place:
            own = factor
            continue
        # Beyond this the terms together are less than 1e-30 of the rest.
        last = int(np.flatnonzero(factor > 1e-40 * factor.max())[-1])
        others = np.convolve(others, factor[: last + 1])[: top + 1]
    others = np.concatenate((others, np.zeros(top + 1 - len(others))))
    counts = own * others[::-1][: len(own)]
    return float(counts[1:].sum() / counts.sum())


def main() -> None:
    """Print times and errors."""
    for bodies, total in ((400, 350), (4000, 3500)):
        for alike in (False, True):
            question = puzzle(bodies, total, 0.5, alike=alike)
            start = time.perf_counter()
            found = analyse(question)
            taken = time.perf_counter() - start
            assert found.chances
            kind = "alike" if alike else "each with its own prior"
            print(f"{bodies} bodies, total {total}, {kind}: {taken:.3f} s")
            if bodies == 400:
                start = time.perf_counter()
                peer = plain(question, 0.5)
                slow = time.perf_counter() - start
                ours = [chance.p_has_cases for chance in found.chances.bodies]
                error = max(abs(a - b) for a, b in zip(ours, peer, strict=True))
                print(
                    f"  plain convolution {slow:.3f} s, {slow / taken:.1f} times as long; ", end=""
                )
                print(f"largest difference {error:.1e}")
            elif not alike:
                for place in (2, bodies - 3):
                    exact = plain_of_one(question, 0.5, place)
                    error = abs(exact - found.chances.bodies[place].p_has_cases)
                    print(f"  body {place} beside the direct product of all others: {error:.1e}")
    for bodies, total in ((400, 350), (4000, 3500)):
        start = time.perf_counter()
        analyse(puzzle(bodies, total, None))
        taken = time.perf_counter() - start
        print(f"{bodies} bodies, total {total}, share integrated over 21 values: {taken:.3f} s")


if __name__ == "__main__":
    main()
