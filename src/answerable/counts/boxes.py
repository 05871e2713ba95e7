"""Boxes: the plainest proof that a withheld cell can move, without any program.

Two places in every dimension make a box of cells. If all its corners are withheld and have room, the
cell can move by moving the corners up and down in turn, in whole numbers.
"""

from itertools import product

import numpy as np

from answerable.counts.attack import Requirement
from answerable.counts.table import Table


class Boxes:
    """Looks for boxes in one table; totals count as the last place of each dimension."""

    def __init__(self, table: Table) -> None:
        self.shape, self.plain = table.shape, not (any(table.sums) or any(table.rests))
        self.values = np.array(table.values).reshape(table.shape)
        self.cells = np.arange(len(table.values)).reshape(table.shape)

    def find(self, need: Requirement, open_: np.ndarray) -> set[int] | None:
        """The corners of a box that lets the cell move as asked, or None if there is none.

        ``open_`` is 1 for each withheld cell, by number.
        """
        if not self.plain:  # of totals of totals, a box would have to move several levels
            return None
        shape, move = self.shape, abs(need.move)
        hidden = open_.reshape(shape) > 0
        if need.known:
            hidden = hidden.copy()
            hidden.reshape(-1)[list(need.known)] = False
        at = tuple(int(place) for place in np.unravel_index(need.cell, shape))
        up_room, down_room = hidden, hidden & (self.values >= move)
        if not (up_room if need.move > 0 else down_room)[at]:
            return None
        others = []
        for axis, place in enumerate(at):
            line: tuple[int | slice, ...] = (*at[:axis], slice(None), *at[axis + 1 :])
            along = hidden[line].nonzero()[0]
            along = along[along != place]
            if not len(along):
                return None
            others.append(along)
        good = np.ones([len(each) for each in others], dtype=bool)
        for corner in product((False, True), repeat=len(shape)):
            if any(corner):
                good &= self._corner(corner, at, others, need.move > 0, up_room, down_room)
        first = int(good.argmax())
        if not good.flat[first]:
            return None
        which = np.unravel_index(first, good.shape)
        far = [int(each[k]) for each, k in zip(others, which, strict=True)]
        corners = product(*((a, b) for a, b in zip(at, far, strict=True)))
        return {int(self.cells[corner]) for corner in corners}

    def _corner(
        self,
        corner: tuple[bool, ...],
        at: tuple[int, ...],
        others: list[np.ndarray],
        up: bool,
        up_room: np.ndarray,
        down_room: np.ndarray,
    ) -> np.ndarray:
        """Where this corner has room, for every choice of the far places."""
        places, turned = [], np.array(up)
        for axis, (moved, place) in enumerate(zip(corner, at, strict=True)):
            view = [1] * len(corner)
            if not moved:
                places.append(np.array(place).reshape(view))
                continue
            view[axis] = -1
            places.append(others[axis].reshape(view))
            # a cell and its neighbour move against each other, a cell and its total together
            last = self.shape[axis] - 1
            against = (others[axis] != last) if place != last else np.zeros(len(others[axis]), bool)
            turned = turned ^ against.reshape(view)
        room: np.ndarray = np.where(turned, up_room[tuple(places)], down_room[tuple(places)])
        return room
