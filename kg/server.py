"""A local SPARQL endpoint with a query page, and the network page, for one graph: read-only, on this machine only.

    with Server(graph, html) as server:
        server.wait()                # http://127.0.0.1:7878/ and /network

The endpoint and its query page are those of the `oxigraph` package, which runs beside us on a port of its own. What
stands in front of it here lets only questions pass, declares our prefixes, and refuses what would reach the network.
"""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sysconfig
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyoxigraph as ox

from kg.errors import GraphError, QueryError
from kg.graph import KnowledgeGraph
from kg.query import TIMEOUT, declared, refuse_reaching_out, refuse_update

ADDRESS = "127.0.0.1"
PORT = 7878
_STARTED_WITHIN = 20.0
_LARGEST_QUERY = 1_000_000
_ENDPOINTS = ("/query", "/sparql")  # the second is what the query page calls
_PASSED_ON = ("Content-Type", "Content-Disposition")
# The query page would ask other sites for prefixes to suggest: what is asked here is nobody's business.
_AT_HOME = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:"
_NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Server:
    """Serves one graph between entering and leaving a `with` block."""

    def __init__(self, graph: KnowledgeGraph, page: str, port: int = PORT, timeout: float = TIMEOUT) -> None:
        self._graph = graph
        self._page = page.encode("utf-8")
        self._port = port
        self._timeout = timeout
        self._closing = contextlib.ExitStack()
        self._http: ThreadingHTTPServer | None = None

    def __enter__(self) -> Server:
        with contextlib.ExitStack() as stack:
            behind = stack.enter_context(_oxigraph(self._graph, self._timeout))
            handler = _handler(behind, self._page, self._graph)
            try:
                self._http = stack.enter_context(ThreadingHTTPServer((ADDRESS, self._port), handler))
            except OSError as error:
                raise GraphError(f"port {self._port} cannot be used ({error.strerror}); choose another port") from error
            self._http.daemon_threads = True
            threading.Thread(target=self._http.serve_forever, daemon=True).start()
            stack.callback(self._http.shutdown)
            self._closing = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    @property
    def url(self) -> str:
        """Where the query page is; the endpoint is `query` below it, the network page `network`."""
        if self._http is None:
            raise GraphError("the server has not been started; use it in a with statement")
        return f"http://{ADDRESS}:{self._http.server_port}/"

    def wait(self) -> None:
        """Until the user interrupts."""
        while not threading.Event().wait(1):
            pass


@contextlib.contextmanager
def _oxigraph(graph: KnowledgeGraph, timeout: float) -> Iterator[str]:
    """The address of an Oxigraph server with that graph."""
    program = shutil.which("oxigraph", path=sysconfig.get_path("scripts")) or shutil.which("oxigraph")
    if program is None:
        raise GraphError("the server program is not there; install it with: pip install oxigraph")
    with tempfile.TemporaryDirectory(prefix="kg-serve-") as folder:
        store = ox.Store(folder)
        store.bulk_load("".join(graph.pieces(".nt")), format=ox.RdfFormat.N_TRIPLES)
        store.flush()
        del store
        address = f"{ADDRESS}:{_free_port()}"
        command = [program, "serve-read-only", "--location", folder, "--bind", address]
        command += ["--timeout-s", str(max(1, round(timeout)))]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            _until_ready(process, address)
            yield f"http://{address}"
        finally:
            process.terminate()
            process.communicate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])


def _until_ready(process: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + _STARTED_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection((ADDRESS, int(address.rpartition(":")[2])), 1):
            return
        time.sleep(0.05)
    said = (
        process.stderr.read().decode("utf-8", "replace").strip()
        if process.poll() is not None and process.stderr
        else ""
    )
    raise GraphError(f"the server did not start: {said or 'it does not answer'}; try again")


def _handler(behind: str, page: bytes, graph: KnowledgeGraph) -> type[BaseHTTPRequestHandler]:
    """The class that answers requests for that graph."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path, _, search = self.path.partition("?")
            if not self._is_local():
                return
            if path in ("/network", "/network.html"):
                self._answer(HTTPStatus.OK, page, {"Content-Type": "text/html; charset=utf-8"})
            elif path in _ENDPOINTS and search:
                self._ask(search)
            elif path in ("/update", "/store"):
                self._refuse("the graph is read-only")
            else:
                self._pass(urllib.request.Request(behind + self.path))

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if not self._is_local():
                return
            if not length.isdecimal() or int(length) > _LARGEST_QUERY:
                self._refuse(f"a query has its length and at most {_LARGEST_QUERY} bytes", HTTPStatus.BAD_REQUEST)
                return
            body = self.rfile.read(int(length)).decode("utf-8", "replace")
            path, _, search = self.path.partition("?")
            if path not in _ENDPOINTS:
                self._refuse("the graph is read-only: questions go to /query")
            elif self.headers.get_content_type() == "application/sparql-query":
                self._ask(search, body)
            else:
                self._ask("&".join(part for part in (search, body) if part))

        def _is_local(self) -> bool:
            """Refuses what a page from elsewhere makes the browser ask under another name for this machine."""
            host = urllib.parse.urlsplit(f"//{self.headers.get('Host', '')}").hostname
            if host in (ADDRESS, "localhost"):
                return True
            self._refuse("only this machine is served")
            return False

        def _ask(self, search: str, query: str | None = None) -> None:
            """A query of the SPARQL 1.1 Protocol, checked and with our prefixes."""
            fields = urllib.parse.parse_qsl(search, keep_blank_values=True)
            text = next((value for name, value in fields if name == "query"), "") if query is None else query
            if any(name == "update" for name, _ in fields):
                self._refuse("the graph is read-only")
                return
            try:
                refuse_reaching_out(text)
                refuse_update(text)
            except QueryError as error:
                self._refuse(str(error))
                return
            others = [(name, value) for name, value in fields if name != "query"]
            headers = {"Content-Type": "application/sparql-query", "Accept": self.headers.get("Accept", "*/*")}
            address = f"{behind}/query?{urllib.parse.urlencode(others)}"
            body = declared(text, graph.names).encode("utf-8")
            self._pass(urllib.request.Request(address, data=body, headers=headers))

        def _pass(self, request: urllib.request.Request) -> None:
            try:
                with _NO_PROXY.open(request) as answer:
                    kept = {name: answer.headers[name] for name in _PASSED_ON if name in answer.headers}
                    kept["Content-Security-Policy"] = _AT_HOME
                    self._answer(HTTPStatus(answer.status), answer.read(), kept)
            except urllib.error.HTTPError as error:
                with error:
                    kept = {name: error.headers[name] for name in _PASSED_ON if name in error.headers}
                    self._answer(HTTPStatus(error.code), error.read(), kept)
            except urllib.error.URLError:
                self._refuse("the store behind this server is gone; start it again", HTTPStatus.BAD_GATEWAY)

        def _refuse(self, sentence: str, status: HTTPStatus = HTTPStatus.FORBIDDEN) -> None:
            self.close_connection = True
            self._answer(status, f"{sentence}\n".encode(), {"Content-Type": "text/plain; charset=utf-8"})

        def _answer(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body)), "Cache-Control": "no-store"}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Requests are nobody's business but the user's."""

    return Handler
