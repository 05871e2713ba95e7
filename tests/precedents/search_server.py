"""A small server that answers what our adapter asks, as the documentation of OpenSearch says.

It stands in for the real one, which no package registry has: https://docs.opensearch.org, "Bulk",
"Search", "Count", "Create index". What it does not know it refuses, so a new kind of question
shows. Scores are BM25 with k1 = 1.2 and b = 0.75, as the server's default.
"""

import json
import math
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class SearchServer:
    """Indexes by name; of each its texts as counted words, and what is not refreshed yet."""

    def __init__(self) -> None:
        self.indexes: dict[str, dict[str, Counter[str]]] = {}
        self._seen: dict[str, dict[str, Counter[str]]] = {}
        ours = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                status, said = ours.answer(self.command, self.path.split("?")[0], body)
                sent = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(sent)))
                self.end_headers()
                self.wfile.write(sent)

            do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - the library's names

            def log_message(self, *words: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "SearchServer":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *problem: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, method: str, path: str, body: str) -> tuple[int, dict[str, Any]]:
        """The status and the words of an answer."""
        name, _, verb = path.strip("/").partition("/")
        if method == "PUT" and not verb:
            self.indexes[name], self._seen[name] = {}, {}
            return 200, {"acknowledged": True}
        if name not in self.indexes:
            return 404, {"error": {"type": "index_not_found_exception"}, "status": 404}
        if method == "DELETE" and not verb:
            del self.indexes[name], self._seen[name]
            return 200, {"acknowledged": True}
        if verb == "_bulk":
            return 200, self._bulk(name, [json.loads(line) for line in body.splitlines()])
        if verb == "_refresh":
            self._seen[name] = dict(self.indexes[name])
            return 200, {}
        query = json.loads(body)["query"]
        if verb == "_count":
            return 200, {"count": len(self._scores(name, query))}
        assert verb == "_search", path
        best = sorted(self._scores(name, query).items(), key=lambda hit: (-hit[1], hit[0]))
        hits = [{"_id": id_, "_score": score} for id_, score in best[: json.loads(body)["size"]]]
        return 200, {"hits": {"hits": hits}}

    def _bulk(self, name: str, lines: list[dict[str, Any]]) -> dict[str, Any]:
        items = []
        left = iter(lines)
        for action in left:
            ((verb, about),) = action.items()
            if verb == "index":
                self.indexes[name][about["_id"]] = Counter(next(left)["words"].split())
                status = 201
            else:
                assert verb == "delete", verb
                status = 200 if self.indexes[name].pop(about["_id"], None) is not None else 404
            items.append({verb: {"_id": about["_id"], "status": status}})
        return {"errors": False, "items": items}

    def _scores(self, name: str, query: dict[str, Any]) -> dict[str, float]:
        texts = self._seen[name]
        ((kind, asked),) = query.items()
        if kind == "match_all":
            return dict.fromkeys(texts, 1.0)
        if kind == "bool":
            assert set(asked) == {"should"}
            total: Counter[str] = Counter()
            for part in asked["should"]:
                total.update(self._scores(name, part))
            return dict(total)
        if kind == "constant_score":
            assert set(asked) == {"filter", "boost"}
            return dict.fromkeys(self._scores(name, asked["filter"]), asked["boost"])
        assert kind == "term", kind
        word = asked["words"]
        if isinstance(word, dict):
            word = word["value"]
        having = {id_: text for id_, text in texts.items() if word in text}
        idf = math.log(1 + (len(texts) - len(having) + 0.5) / (len(having) + 0.5))
        mean = sum(map(Counter.total, texts.values())) / max(len(texts), 1)
        return {
            id_: idf * text[word] / (text[word] + 1.2 * (0.25 + 0.75 * text.total() / mean))
            for id_, text in having.items()
        }
