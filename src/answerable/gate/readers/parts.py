"""An Office package: which part is which, which belong together, which nobody points to."""

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from answerable.gate.limits import HeldError
from answerable.gate.readers.archive import Archive
from answerable.gate.readers.trees import attr, tree


class Package:
    """A zip of parts with relations between them."""

    def __init__(self, archive: Archive) -> None:
        """Read the relations.

        Raises:
            HeldError: the package has no main part.
        """
        self.archive = archive
        self._names = {name.lower(): name for name in archive.names}
        self._links: dict[str, list[tuple[str, str, str, bool]]] = {}
        for name in archive.names:
            if name.endswith(".rels"):
                folder, _, leaf = name.rpartition("/")
                source = posixpath.join(posixpath.dirname(folder), leaf[: -len(".rels")])
                self._links[source.lstrip("/")] = list(
                    self._relations(name, posixpath.dirname(folder))
                )
        self.main = ""
        for _, kind, target, outward in self._links.get("", []):
            if kind == "officeDocument" and not outward:
                self.main = target
        if not self.main:
            raise HeldError("the container says nothing about its main part")

    def _relations(self, name: str, base: str) -> Iterator[tuple[str, str, str, bool]]:
        for one in self.tree(name):
            kind = attr(one, "Type").rpartition("/")[2]
            target, outward = attr(one, "Target"), attr(one, "TargetMode") == "External"
            if not outward:
                target = unquote(target.partition("#")[0])
                path = (
                    target.lstrip("/")
                    if target.startswith("/")
                    else posixpath.normpath(posixpath.join(base, target))
                )
                target = self._names.get(path.lower(), path)
            yield attr(one, "Id"), kind, target, outward

    def tree(self, name: str) -> Any:
        """The root element of a part."""
        if name not in self.archive.names:
            raise HeldError(f"the part “{name}” is missing")
        return tree(self.archive.read(name), name)

    def first(self, ending: str) -> str:
        """The first part whose name ends so, or ""."""
        return next((n for n in self.archive.names if n.lower().endswith(ending.lower())), "")

    def links(self, source: str) -> dict[str, str]:
        """Relation id to the part it leads to."""
        return {
            rid: target for rid, _, target, outward in self._links.get(source, []) if not outward
        }

    def outward(self, source: str) -> list[str]:
        """Addresses outside the package that a part leads to (hyperlinks left out)."""
        return [
            t
            for _, kind, t, outward in self._links.get(source, [])
            if outward and kind != "hyperlink"
        ]

    def telling_links(self) -> Iterator[str]:
        """Addresses that tell more than a page of the web: mail, files, and what goes with them."""
        for links in self._links.values():
            for _, kind, target, outward in links:
                plain = target.startswith(("http://", "https://")) and "?" not in target
                if outward and kind == "hyperlink" and not plain:
                    yield unquote(target)

    def owner(self, target: str) -> str:
        """The part that leads to this one."""
        return next(
            (s for s, ls in self._links.items() if any(t == target for _, _, t, _ in ls)), ""
        )

    def unreached(self) -> list[str]:
        """Parts that nothing leads to."""
        reached: set[str] = set()
        waiting = [""]
        while waiting:
            source = waiting.pop()
            for _, _, target, outward in self._links.get(source, []):
                if not outward and target not in reached:
                    reached.add(target)
                    waiting.append(target)
        return [
            n
            for n in self.archive.names
            if n not in reached and not n.endswith(".rels") and n != "[Content_Types].xml"
        ]
