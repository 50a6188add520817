"""Signing in through one's organisation, against a small provider that answers over HTTP."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from asked import asked
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from researchers import NOON, Desk, told

from playground.server import kept, research_login, research_oidc
from playground.server.pace import Pace
from toolkit.store.study.people import enter, team


class Provider(ThreadingHTTPServer):
    """Knows one person and one client; `claims` are laid over what it says, `algorithm` is how it signs."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.issuer = f"http://127.0.0.1:{self.server_port}"
        self.key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
        self.claims: dict[str, object] = {}
        self.algorithm = "RS256"
        self.codes: dict[str, dict[str, str]] = {}

    def let_through(self, address: str) -> str:
        """What the browser is led back to after the person signed in at *address*."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert (query["response_type"], query["client_id"]) == ("code", "disclose")
        assert query["code_challenge_method"] == "S256"
        code = f"code-{len(self.codes)}"
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": "disclose", "sub": "1", "iat": now, "exp": now + 60, "nonce": asked["nonce"],
            "email": "Ben@Example.org", "email_verified": True, **self.claims,
        }  # fmt: skip
        key = self.key if self.algorithm == "RS256" else OctKey.import_key("a secret of the client, 32 bytes")
        return jwt.encode({"alg": self.algorithm, "kid": "one"}, claims, key, algorithms=[self.algorithm])


class _Answers(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        issuer = self.server.issuer
        found = {
            "/.well-known/openid-configuration": {
                "issuer": issuer,
                "authorization_endpoint": f"{issuer}/authorize",
                "token_endpoint": f"{issuer}/token",
                "jwks_uri": f"{issuer}/keys",
            },
            "/keys": {"keys": [self.server.key.as_dict(private=False)]},
        }[self.path]
        self._send(200, found)

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
        secret = base64.b64decode(self.headers["authorization"].removeprefix("Basic ")).decode()
        asked = self.server.codes.pop(form["code"][0], None)
        proof = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"][0].encode()).digest()).rstrip(b"=")
        if secret != "disclose:a secret" or asked is None or proof.decode() != asked["code_challenge"]:
            self._send(400, {"error": "invalid_grant"})
        else:
            answer = {"access_token": "x", "token_type": "Bearer", "id_token": self.server.token(asked)}
            self._send(200, answer)

    def _send(self, status: int, found: object) -> None:
        data = json.dumps(found).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    with Provider() as provider:
        threading.Thread(target=provider.serve_forever, daemon=True).start()
        yield provider
        provider.shutdown()


@pytest.fixture
def provider(running, tmp_path, monkeypatch):
    """The provider as it is after a start, and an area that is told of it."""
    running.claims, running.algorithm = {}, "RS256"
    monkeypatch.setenv("DISCLOSE_PROJECT", str(tmp_path))
    monkeypatch.setenv("DISCLOSE_OIDC_ISSUER", running.issuer)
    monkeypatch.setenv("DISCLOSE_OIDC_CLIENT_ID", "disclose")
    monkeypatch.setenv("DISCLOSE_OIDC_CLIENT_SECRET", "a secret")
    monkeypatch.setattr("playground.server.kept.now", lambda: NOON)
    monkeypatch.setattr(research_login, "PACE", Pace())
    project = asked(tmp_path)
    enter(kept.store(project), "ben@example.org", "analyst", None, NOON.date())
    return running


def start(desk):
    """Where the link on the page leads to."""
    assert 'href="&#47;research/oidc"' in desk.get("login").text
    return desk.get("oidc").headers["location"]


def test_the_way_through(provider):
    """Who is known there and has a role here is in; the cookie is not sent on the way, so a page stands between."""
    desk = Desk()
    address = start(desk)
    assert address.startswith(f"{provider.issuer}/authorize?")
    back = desk.client.get(provider.let_through(address))
    assert (back.status_code, told(back)) == (200, "You are signed in Go to the studies")
    cookies = back.headers.get_list("set-cookie")
    assert any("research=" in each and "SameSite=strict" in each and "HttpOnly" in each for each in cookies)
    assert desk.get("desk/results").status_code == 200
    assert desk.get("people").status_code == 403


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"aud": "another"},
        {"aud": ["disclose", "another"], "azp": "another"},
        {"iss": "https://another.example"},
        {"exp": 1_000_000_000},
        {"email_verified": False},
        {"email_verified": "true"},
    ],
)
def test_what_does_not_fit(provider, claims):
    """A token for somebody else, from somebody else, too old, or about an address that nobody verified."""
    provider.claims = claims
    desk = Desk()
    back = desk.client.get(provider.let_through(start(desk)))
    assert (back.status_code, "did not let you in" in told(back)) == (403, True)
    assert desk.get("").status_code == 303


def test_signed_with_a_secret(provider):
    """Only a key that the provider alone has may sign."""
    provider.algorithm = "HS256"
    desk = Desk()
    assert desk.client.get(provider.let_through(start(desk))).status_code == 403


def test_without_a_role_here(provider):
    """The organisation says who somebody is, and not what they may do."""
    provider.claims = {"email": "eve@example.org"}
    desk = Desk()
    back = desk.client.get(provider.let_through(start(desk)))
    assert (back.status_code, "nobody here has let you in" in told(back)) == (403, True)


def test_the_way_back_of_somebody_else(provider):
    """An address that another browser was given opens nothing, and none opens twice."""
    mine, other = Desk(), Desk()
    back = provider.let_through(start(mine))
    assert other.client.get(back).status_code == 403
    mine.client.get(back)
    assert Desk().client.get(back).status_code == 403
    assert mine.client.get(back).status_code == 403
    assert mine.get("oidc/back?state=&code=x").status_code == 403


def test_a_provider_that_is_away(provider, monkeypatch):
    """Its name stands in no page; one signs in with a password meanwhile."""
    monkeypatch.setenv("DISCLOSE_OIDC_ISSUER", "http://127.0.0.1:9")
    answer = Desk().get("oidc")
    assert (answer.status_code, "cannot be asked at the moment" in told(answer)) == (503, True)


@pytest.mark.parametrize("issuer", ["", "http://sso.example.org", "ftp://sso.example.org", "sso.example.org"])
def test_no_provider(provider, monkeypatch, issuer):
    """Without one, or with one that others could listen to, there is no link and no way."""
    monkeypatch.setenv("DISCLOSE_OIDC_ISSUER", issuer)
    assert research_oidc.provider() is None
    desk = Desk()
    assert "research/oidc" not in desk.get("login").text
    assert desk.get("oidc").status_code == 404


def test_no_password_opens_it(provider):
    """Who signs in through the organisation has no password here, not even an empty one."""
    assert team(kept.store(kept.project()))[0].has_password is False
    assert [Desk().sign_in("ben@example.org", word).status_code for word in ("", "None")] == [422, 422]
