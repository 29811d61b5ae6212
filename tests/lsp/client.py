"""An editor for tests: it starts the server as a program and speaks the protocol over its pipes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import Any

from attrs import define, field

CURSOR = "‸"
_LONGEST = 60.0
"""Seconds after which a server that says nothing is ended, so that a test fails instead of waiting."""


class Refused(Exception):
    """The server's answer is an error; its message says why."""


def position(text: str, offset: int) -> dict[str, int]:
    """Return where *offset* is, by the protocol: a line from 0, and units of UTF-16 on it."""
    before = text[:offset]
    line = before.rpartition("\n")[2]
    return {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}


def split(marked: str) -> tuple[str, int]:
    """Return *marked* without its cursor, and where the cursor was."""
    before, found, after = marked.partition(CURSOR)
    assert found, "the text has no cursor"
    return before + after, len(before)


def changed(text: str, edits: list[dict[str, Any]]) -> str:
    """Return *text* with *edits* made, as an editor makes them."""
    lines = text.split("\n")
    starts = [sum(len(each) + 1 for each in lines[:number]) for number in range(len(lines))]

    def offset(place: dict[str, int]) -> int:
        if place["line"] >= len(lines):
            return len(text)
        units = lines[place["line"]].encode("utf-16-le")[: 2 * place["character"]]
        return starts[place["line"]] + len(units.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda each: offset(each["range"]["start"]), reverse=True):
        start, end = (offset(edit["range"][side]) for side in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


@define
class Editor:
    """One server, and what it said unasked; texts are opened in *folder*."""

    folder: Path
    capabilities: dict[str, Any] = field(factory=dict)
    server: Any = None
    _asked: int = 0
    _said: list[dict[str, Any]] = field(factory=list)

    def start(self, capabilities: dict[str, Any] | None = None) -> Editor:
        """Start the server and shake hands."""
        command = [sys.executable, "-m", "trainrules", "lsp", "--stdio"]
        self.server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        hello = {"processId": None, "rootUri": self.folder.as_uri(), "capabilities": capabilities or {}}
        self.capabilities = self.ask("initialize", hello)["capabilities"]
        self.tell("initialized", {})
        return self

    def stop(self) -> int:
        """End the server as an editor does, and return its exit status."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.server.stdin.close()
        status: int = self.server.wait(_LONGEST)
        self.server.stdout.close()
        return status

    def ask(self, method: str, params: Any) -> Any:
        """Return the answer to a request; raises `Refused` for an error."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._asked and "method" not in message:
                if "error" in message:
                    raise Refused(message["error"]["message"])
                return message["result"]
            self._said.append(message)

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def uri(self, name: str) -> str:
        """Return the address of the file *name*."""
        return (self.folder / name).as_uri()

    def open(self, text: str, name: str = "a.rules") -> list[dict[str, Any]]:
        """Open *text* as the file *name*, and return what the server finds in it."""
        self._said.clear()
        document = {"uri": self.uri(name), "languageId": "trainrules", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self.told(name)

    def change(self, text: str, version: int, name: str = "a.rules") -> None:
        """Change the text of the open file *name*."""
        document = {"uri": self.uri(name), "version": version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def told(self, name: str = "a.rules") -> list[dict[str, Any]]:
        """Return the next findings about the file *name*."""
        while True:
            for message in self._said:
                params = message.get("params")
                is_found = message.get("method") == "textDocument/publishDiagnostics"
                if is_found and params["uri"] == self.uri(name):
                    self._said.remove(message)
                    found: list[dict[str, Any]] = params["diagnostics"]
                    return found
            self._said.append(self._read())

    def at(self, what: str, marked: str, name: str = "a.rules", **more: Any) -> Any:
        """Open *marked* and ask for `textDocument/`*what* at its cursor."""
        text, offset = split(marked)
        self.open(text, name)
        params = {"textDocument": {"uri": self.uri(name)}, "position": position(text, offset), **more}
        return self.ask(f"textDocument/{what}", params)

    def about(self, what: str, name: str = "a.rules", **more: Any) -> Any:
        """Ask for `textDocument/`*what* of an open file."""
        return self.ask(f"textDocument/{what}", {"textDocument": {"uri": self.uri(name)}, **more})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        watch = Timer(_LONGEST, self.server.kill)
        watch.start()
        try:
            length = 0
            while line := self.server.stdout.readline().strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            assert length, "the server is gone"
            found: dict[str, Any] = json.loads(self.server.stdout.read(length))
            return found
        finally:
            watch.cancel()
