"""Signing in through one's organisation: OpenID Connect, code flow with PKCE (OpenID Connect Core 1.0, RFC 7636).

The organisation says who somebody is, by an e-mail address that it has verified; what they may do stands in our own
list. `DISCLOSE_OIDC_ISSUER`, `DISCLOSE_OIDC_CLIENT_ID` and `DISCLOSE_OIDC_CLIENT_SECRET` name the provider.
"""

from __future__ import annotations

import logging
import os
import secrets
import threading
import time
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx2
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import OAuth2Client
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from starlette.responses import RedirectResponse, Response

from playground.server.research_pages import HEADERS, page, told_page
from playground.server.research_visit import Visit
from toolkit.store.study.people import clean, role_of

log = logging.getLogger(__name__)
COOKIE = "research-oidc"
#: How long somebody may take at their organisation, how many may be there at once, and how long we wait for it.
MINUTES, MOST, PATIENCE = 10, 100, 10.0
#: Signatures with a public key only: what a secret signs, we could have signed ourselves.
ALGORITHMS = ["RS256", "ES256", "PS256", "RS384", "ES384", "PS384", "RS512", "ES512", "PS512"]
LOCAL = {"localhost", "127.0.0.1", "::1"}


class Provider(NamedTuple):
    """The organisation's server, and how it knows us."""

    issuer: str
    client: str
    secret: str


class Asked(NamedTuple):
    """What was sent along with somebody: their answer has to fit it."""

    nonce: str
    verifier: str
    back: str
    when: float


class NotKnown(Exception):  # noqa: N818 - it is an answer rather than an error
    """The organisation did not say who somebody is."""


_lock = threading.Lock()
_asked: dict[str, Asked] = {}


def provider() -> Provider | None:
    """The provider that the environment names; None where it names none, or one that could be listened to."""
    issuer = os.environ.get("DISCLOSE_OIDC_ISSUER", "").rstrip("/")
    client, secret = (os.environ.get(f"DISCLOSE_OIDC_CLIENT_{name}", "") for name in ("ID", "SECRET"))
    where = urlsplit(issuer)
    safe = where.scheme == "https" or (where.scheme == "http" and where.hostname in LOCAL)
    return Provider(issuer, client, secret) if safe and client and secret else None


def show_start(visit: Visit) -> Response:
    """Lead to the organisation."""
    known = provider()
    if known is None:
        return told_page(visit, "lost", [], 404)
    asked = Asked(secrets.token_urlsafe(32), secrets.token_urlsafe(48), _back(visit), time.monotonic())
    state = secrets.token_urlsafe(32)
    try:
        with _client(known, asked) as client:
            found = _found(client, known)
            address, _ = client.create_authorization_url(
                found["authorization_endpoint"], state=state, code_verifier=asked.verifier, nonce=asked.nonce
            )
    except (httpx2.HTTPError, AuthlibBaseError, ValueError, KeyError) as error:
        return _closed(visit, error)
    _remember(state, asked)
    answer = RedirectResponse(address, 303, HEADERS)
    # Not `strict`: the browser comes back from another site.
    path, secure = f"{visit.root}/research/oidc", visit.request.url.scheme == "https"
    answer.set_cookie(COOKIE, state, max_age=MINUTES * 60, path=path, secure=secure, httponly=True, samesite="lax")
    return answer


def take_back(visit: Visit) -> Response:
    """Somebody comes back: let them in where the organisation knows them and we do."""
    from playground.server.research_login import PACE, let_in

    known, query = provider(), visit.request.query_params
    state = query.get("state", "")
    held = visit.request.cookies.get(COOKIE, "")
    asked = _forget(state) if secrets.compare_digest(state.encode(), held.encode()) else None
    if known is None or asked is None or "code" not in query:
        return _again(visit, "oidc-wrong", 403)
    if not PACE.allows(visit.sender):
        return _again(visit, "login-busy", 429)
    try:
        name = _who(known, asked, query["code"])
    except (httpx2.HTTPError, KeyError) as error:
        return _closed(visit, error)
    except (NotKnown, AuthlibBaseError, JoseError, ValueError) as error:
        log.warning("a sign-in through the organisation failed: %s", type(error).__name__)
        return _again(visit, "oidc-wrong", 403)
    if role_of(visit.store, name) is None:
        return _again(visit, "oidc-unknown", 403)
    # A page and no redirection: a cookie that no other site may send is not sent on the way from one.
    answer = let_in(visit, name, page(visit, "through", "oidc-done", to=visit.to()))
    answer.delete_cookie(COOKIE, path=f"{visit.root}/research/oidc", httponly=True, samesite="lax")
    return answer


def _who(known: Provider, asked: Asked, code: str) -> str:
    """The verified e-mail address of whoever has *code*. Raises NotKnown and what the libraries raise."""
    with _client(known, asked) as client:
        found = _found(client, known)
        token = client.fetch_token(found["token_endpoint"], code=code, code_verifier=asked.verifier)
        answer = client.request("GET", found["jwks_uri"], withhold_token=True)
        answer.raise_for_status()
        keys = KeySet.import_key_set(answer.json())
    claims = jwt.decode(str(token.get("id_token", "")), keys, algorithms=ALGORITHMS).claims
    jwt.JWTClaimsRegistry(
        leeway=60,
        iss={"essential": True, "value": known.issuer},
        aud={"essential": True, "value": known.client},
        exp={"essential": True},
        nonce={"essential": True, "value": asked.nonce},
    ).validate(claims)
    if claims.get("azp", known.client) != known.client or claims.get("email_verified") is not True:
        raise NotKnown
    return clean(str(claims.get("email", "")))


def _client(known: Provider, asked: Asked) -> Any:
    return OAuth2Client(
        known.client,
        known.secret,
        scope="openid email",
        redirect_uri=asked.back,
        code_challenge_method="S256",
        timeout=PATIENCE,
        trust_env=False,
    )


def _found(client: Any, known: Provider) -> dict[str, str]:
    """Where the provider does what (OpenID Connect Discovery 1.0). ValueError where it says it is another one."""
    answer = client.request("GET", f"{known.issuer}/.well-known/openid-configuration", withhold_token=True)
    answer.raise_for_status()
    found: dict[str, str] = answer.json()
    if str(found.get("issuer", "")).rstrip("/") != known.issuer:
        raise ValueError("another issuer answers")
    return found


def _back(visit: Visit) -> str:
    """Where the organisation sends people back to."""
    told = os.environ.get("DISCLOSE_OIDC_REDIRECT", "")
    return told or f"{visit.request.url.scheme}://{visit.request.url.netloc}{visit.root}/research/oidc/back"


def _remember(state: str, asked: Asked) -> None:
    with _lock:
        _asked[state] = asked
        old = [key for key, each in _asked.items() if asked.when - each.when >= MINUTES * 60]
        for key in [*old, *list(_asked)[:-MOST]]:
            _asked.pop(key, None)


def _forget(state: str) -> Asked | None:
    """What was sent along under *state*; only once, and only in time."""
    with _lock:
        asked = _asked.pop(state, None)
    return asked if asked and time.monotonic() - asked.when < MINUTES * 60 else None


def _again(visit: Visit, key: str, status: int) -> Response:
    return told_page(visit, "login", [key], status)


def _closed(visit: Visit, error: Exception) -> Response:
    log.error("the organisation cannot be asked: %s", type(error).__name__)
    return _again(visit, "oidc-closed", 503)
