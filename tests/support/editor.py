"""What an editor shows while somebody types a card: the YAML server that VS Code and other editors use, asked as they ask it
(microsoft.github.io/language-server-protocol, over stdin and stdout)."""

import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from paths import ROOT

SERVER = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
CURSOR = "¦"
"""Where the cursor stands in a text."""
PATIENCE = 120
_SETTINGS = {"schemaStore": {"enable": False}, "completion": True, "hover": True, "validate": True}


class Underlined(NamedTuple):
    line: int
    """From 1."""
    message: str


class Offered(NamedTuple):
    insert: str
    """What is written if it is taken; `$1` and `${1:…}` are places to fill in."""
    help: str


class Editor:
    """An open editor, with the schemas of a library in schema/ of its folder."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self._process, self._folder, self._number, self._files = process, folder, 0, 0
        self._heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        shown = {"completion": {"completionItem": {"snippetSupport": True}}, "hover": {"contentFormat": ["markdown"]}}
        capabilities = {"textDocument": shown, "workspace": {"configuration": True}}
        self._ask("initialize", processId=None, rootUri=folder.as_uri(), locale="nl", capabilities=capabilities)
        self._tell("initialized")

    def underlined(self, card: str) -> list[Underlined]:
        """What it says of this card, by line."""
        uri = self._open(card)
        told = self._wait(lambda heard: heard.get("params", {}).get("uri") == uri)["params"]["diagnostics"]
        return sorted(Underlined(one["range"]["start"]["line"] + 1, one["message"]) for one in told)

    def offered(self, card: str) -> dict[str, Offered]:
        """What it offers at the cursor: label → what it writes and how it explains it."""
        found = self._at_cursor("completion", card)
        items = found["items"] if isinstance(found, dict) else found
        return {one["label"]: Offered(one.get("insertText", ""), _text(one.get("documentation", ""))) for one in items}

    def explained(self, card: str) -> str:
        """What it shows when the mouse stands still there."""
        return _text((self._at_cursor("hover", card) or {}).get("contents", ""))

    def close(self) -> None:
        """Stop the server, and return when nobody listens to it any more: its answers may be closed only then."""
        self._process.kill()
        self._listener.join()

    def _at_cursor(self, what: str, card: str) -> Any:
        before, _, after = card.partition(CURSOR)
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self._ask(f"textDocument/{what}", textDocument={"uri": self._open(before + after)}, position=position)

    def _open(self, text: str) -> str:
        self._files += 1
        uri = (self._folder / "methods" / f"kaart-{self._files}.yml").as_uri()
        self._tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        return uri

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _ask(self, method: str, **params: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        answer = self._wait(lambda heard: heard.get("id") == number)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def _wait(self, is_it: Any) -> dict[str, Any]:
        while not is_it(heard := self._heard.get(timeout=PATIENCE)):
            pass
        return heard

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        with suppress(BrokenPipeError):  # the server was stopped while it was answered
            self._hear()

    def _hear(self) -> None:
        while head := self._process.stdout.readline():
            if not head.lower().startswith(b"content-length:"):
                continue
            while self._process.stdout.readline().strip():
                pass
            length = int(head.split(b":")[1])
            body = self._process.stdout.read(length)
            if len(body) < length:  # the server was stopped while it spoke
                return
            heard = json.loads(body)
            if heard.get("method") == "workspace/configuration":
                asked = heard["params"]["items"]
                self._send({"id": heard["id"], "result": [_SETTINGS if one["section"] == "yaml" else None for one in asked]})
            elif "method" in heard and "id" in heard:
                self._send({"id": heard["id"], "result": None})
            else:
                self._heard.put(heard)


def _text(contents: Any) -> str:
    return contents["value"] if isinstance(contents, dict) else contents


@contextmanager
def open_editor(folder: Path, schemas: Mapping[str, str]) -> Iterator[Editor]:
    """An editor on a folder in which these schemas stand."""
    (folder / "schema").mkdir()
    for name, text in schemas.items():
        (folder / "schema" / name).write_text(text, encoding="utf-8")
    command = ["node", str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            with closing(Editor(process, folder)) as editor:
                yield editor
        finally:
            process.kill()
