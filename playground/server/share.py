"""For phones in the room: this computer's address there, a certificate for it, a code to scan.

Browsers give a camera to pages over HTTPS only. The certificate is made here and known to nobody, so each phone asks
once whether to go on.
"""

from __future__ import annotations

import datetime as dt
import io
import ipaddress
import os
import socket
from pathlib import Path

import segno
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from toolkit.errors import DiscloseError

#: A network for documentation (RFC 5737): a way there is looked up, and nothing is sent.
ELSEWHERE = ("192.0.2.1", 9)
DAYS = 7


class ShareError(DiscloseError):
    """This computer has no address that others in the room could reach."""


def address() -> str:
    """This computer's IPv4 address in the network that leads outside. ShareError where it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(ELSEWHERE)
            found = str(way.getsockname()[0])
        except OSError:
            found = "127.0.0.1"
    if ipaddress.ip_address(found).is_loopback or ipaddress.ip_address(found).is_unspecified:
        raise ShareError("this computer is in no network", "join the Wi-Fi of the room, or name an address with --host")
    return found


def certificate(name: str, folder: Path, now: dt.datetime) -> tuple[Path, Path]:
    """A certificate for the host *name*, good for a week, and its key, which only this user may read, in *folder*.

    Made anew at each call: a key that is short-lived needs no keeping.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=DAYS))
        .add_extension(x509.SubjectAlternativeName([_name(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    folder.mkdir(parents=True, exist_ok=True)
    files = folder / "share.crt", folder / "share.key"
    for path, content in zip(files, (made.public_bytes(serialization.Encoding.PEM), secret), strict=True):
        _private(path, content)
    return files


def qr(text: str) -> str:
    """*text* as a QR code of block characters, to be scanned from a terminal."""
    drawn = io.StringIO()
    segno.make(text, error="m", micro=False).terminal(drawn, compact=True)
    return drawn.getvalue()


def _name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _private(path: Path, content: bytes) -> None:
    """Write a file that nobody else could ever read, not even for a moment."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
