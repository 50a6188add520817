"""For phones in the room."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket

import cv2
import numpy as np
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from playground.server import share
from playground.server.share import ShareError, address, certificate, qr

NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(("name", "kind"), [("10.0.0.7", x509.IPAddress), ("desk.local", x509.DNSName)])
def test_certificate(tmp_path, name, kind):
    """It names the host, holds for a week, belongs to its key, and only this user may read either."""
    paths = certificate(name, tmp_path / "new", NOW)
    made = x509.load_pem_x509_certificate(paths[0].read_bytes())
    names = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert [str(each) for each in names.get_values_for_type(kind)] == [name]
    assert (made.not_valid_before_utc, made.not_valid_after_utc) == (NOW - dt.timedelta(hours=1), NOW + dt.timedelta(7))
    assert load_pem_private_key(paths[1].read_bytes(), None).public_key() == made.public_key()
    assert [path.stat().st_mode & 0o777 for path in paths] == [0o600, 0o600]


def test_each_time_anew(tmp_path):
    """A key is used for one afternoon; one that somebody could read before is not written into."""
    (tmp_path / "share.key").write_text("old")
    (tmp_path / "share.key").chmod(0o644)
    first = certificate("10.0.0.7", tmp_path, NOW)[1].read_bytes()
    assert first != certificate("10.0.0.7", tmp_path, NOW)[1].read_bytes()
    assert (tmp_path / "share.key").stat().st_mode & 0o777 == 0o600


def test_qr():
    """A phone reads the address from the terminal's blocks, white on black as terminals are."""
    text = qr("https://10.0.0.7:8501/")
    lines = [line for line in text.splitlines() if line.strip("\x1b[0m7 ")]
    assert len({len(line) for line in lines}) == 1
    upper, lower = {"█", "▀"}, {"█", "▄"}
    rows = [row for line in lines for row in ([c in upper for c in line], [c in lower for c in line])]
    picture = np.kron(np.array(rows, np.uint8) * 255, np.ones((8, 8), np.uint8))
    assert cv2.QRCodeDetector().detectAndDecode(picture)[0] == "https://10.0.0.7:8501/"


def test_address():
    """This computer's own address in its network is none of its loopback; a computer without a network has none."""
    if {name for _, name in socket.if_nameindex()} <= {"lo", "lo0"}:
        with pytest.raises(ShareError):
            address()
    else:
        found = ipaddress.ip_address(address())
        assert not found.is_loopback
        assert not found.is_unspecified


def test_no_network(monkeypatch):
    """An address that leads nowhere else is told to nobody."""
    monkeypatch.setattr(share, "ELSEWHERE", ("127.0.0.1", 9))
    with pytest.raises(ShareError):
        address()
