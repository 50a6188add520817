"""A browser's part of uploading a file to Streamlit: a session, a token, a request for each file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import httpx2 as httpx
from serving import Served
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect


class Visit:
    """A page that is open in a browser."""

    def __init__(self, client: httpx.Client, url: str, session: str) -> None:
        self._client = client
        self._session = session
        token = client.get("/_stcore/health").cookies["_streamlit_xsrf"]
        self._headers = {"x-xsrftoken": token, "origin": url, "sec-fetch-site": "same-origin"}

    def upload(self, name: str, content: bytes, **headers: str) -> int:
        """Send a file as the page does, with *headers* besides; the status of the answer."""
        return self._client.put(
            f"/_stcore/upload_file/{self._session}/{uuid4()}",
            files={"file": (name, content, "image/png")},
            headers=self._headers | headers,
        ).status_code


@contextmanager
def visit(server: Served) -> Iterator[Visit]:
    """Open the first page of *server* and stay."""
    with connect(
        f"ws{server.url.removeprefix('http')}/_stcore/stream", origin=server.url, max_size=None, close_timeout=0.2
    ) as socket:
        question = BackMsg()
        question.rerun_script.query_string = ""
        socket.send(question.SerializeToString())
        while True:
            said = ForwardMsg.FromString(socket.recv(60))
            if said.WhichOneof("type") == "new_session":
                break
        with httpx.Client(base_url=server.url, timeout=60) as client:
            yield Visit(client, server.url, said.new_session.initialize.session_id)
