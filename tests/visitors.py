"""Somebody at the playground without a browser: what its page would say and hear over its connection, and no drawing."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from uuid import uuid4

import httpx2 as httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

#: The most that a page may take, on a machine that has much else to do.
SECONDS = 240


class Visitor:
    """Somebody who has a page of the server at *url* open."""

    def __init__(self, socket: ClientConnection, url: str) -> None:
        self._socket = socket
        self._url = url
        self._script = ""
        self._session = ""
        self._touched: dict[str, WidgetState] = {}
        self._heard: dict[str, ForwardMsg] = {}
        self.shown: list[Element] = []
        """What the page holds, in its order."""

    def open(self, page: str) -> None:
        """Open *page*, and wait until all of it is there."""
        self._run(ClientState(page_name=page))

    def choose(self, label: str, option: str) -> None:
        """Choose *option* under *label*, and wait until the page has followed."""
        kind, asked = next((kind, asked) for kind, asked in self._asked() if asked.label == label)
        state = WidgetState(id=asked.id)
        if kind == "radio":
            assert option in asked.options
            state.string_value = option
        else:
            assert option in [each.content for each in asked.options]
            state.string_array_value.data.append(option)
        self._touch(state)

    def upload(self, name: str, content: bytes) -> None:
        """Bring a PNG where the page asks for a file, and wait until the page has followed."""
        (asked,) = (element.file_uploader for element in self.shown if element.HasField("file_uploader"))
        id = str(uuid4())
        path = f"/_stcore/upload_file/{self._session}/{id}"
        with httpx.Client(base_url=self._url, timeout=SECONDS) as client:
            token = client.get("/_stcore/health").cookies["_streamlit_xsrf"]
            headers = {"x-xsrftoken": token, "origin": self._url, "sec-fetch-site": "same-origin"}
            answer = client.put(path, files={"file": (name, content, "image/png")}, headers=headers)
        assert answer.status_code == 204
        state = WidgetState(id=asked.id)
        file = state.file_uploader_state_value.uploaded_file_info.add(file_id=id, name=name, size=len(content))
        file.file_urls.file_id, file.file_urls.upload_url, file.file_urls.delete_url = id, path, path
        self._touch(state)

    def text(self) -> str:
        """The words in the HTML of the page, each after one space."""
        html = " ".join(element.html.body for element in self.shown if element.HasField("html"))
        return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL)).split())

    def _asked(self) -> Iterator[tuple[str, object]]:
        for element in self.shown:
            kind = element.WhichOneof("type")
            if kind in {"radio", "button_group"}:
                yield kind, getattr(element, kind)

    def _touch(self, state: WidgetState) -> None:
        self._touched[state.id] = state
        self._run(ClientState(page_script_hash=self._script))

    def _run(self, state: ClientState) -> None:
        """Have the page made anew, and take in what comes until it is whole."""
        state.widget_states.widgets.extend(self._touched.values())
        state.cached_message_hashes.extend(self._heard)
        self._socket.send(BackMsg(rerun_script=state).SerializeToString())
        places: dict[tuple[int, ...], Element] = {}
        end, begun = time.monotonic() + SECONDS, False
        while True:
            said = ForwardMsg.FromString(self._socket.recv(max(0.0, end - time.monotonic())))
            place, said = tuple(said.metadata.delta_path), self._whole(said)
            kind = said.WhichOneof("type")
            if kind == "new_session":
                self._session, begun = said.new_session.initialize.session_id, True
            elif kind == "navigation":
                self._script = said.navigation.page_script_hash
            elif kind == "delta" and said.delta.HasField("new_element"):
                places[place] = said.delta.new_element
            elif kind == "script_finished" and begun:  # else it is the end of an earlier run
                break
        self.shown = list(places.values())

    def _whole(self, said: ForwardMsg) -> ForwardMsg:
        """A message, also where the server only names one that was heard before."""
        if said.HasField("ref_hash"):
            return self._heard[said.ref_hash]
        if said.metadata.cacheable:
            self._heard[said.hash] = said
        return said


@contextmanager
def visitor(url: str) -> Iterator[Visitor]:
    """Somebody comes to the server at *url*, and leaves."""
    address = f"ws{url.removeprefix('http')}/_stcore/stream"
    with connect(address, origin=url, max_size=None, open_timeout=SECONDS, close_timeout=0.2) as socket:
        yield Visitor(socket, url)
