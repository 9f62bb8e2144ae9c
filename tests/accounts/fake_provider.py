"""A council's identity provider on this machine: it signs real tokens with its key."""

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "voice", "a secret of the council's"


class FakeProvider:
    """Answers as an OpenID Connect provider does; `claims` are what it says next."""

    def __init__(self):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.signs_with = self.key
        self.algorithm = "RS256"
        self.claims = {}
        self.challenges = {}
        self.asked = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()

    def authorise(self, query):
        """Return the code somebody is sent back with, as after they signed in there."""
        code = f"code-{len(self.challenges)}"
        self.challenges[code] = query["code_challenge"]
        self.claims.setdefault("nonce", query["nonce"])
        return code

    def configuration(self):
        """Return what is known of it beforehand."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self):
        """Return its public key."""
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [public | {"kid": "one", "alg": "RS256", "use": "sig"}]}

    def token(self, sent):
        """Return the tokens for a code, if its secret and verifier are right."""
        digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            sent["client_secret"] != SECRET
            or self.challenges.get(sent["code"]) != challenge
        ):
            return {"error": "invalid_grant"}
        now = int(time.time())
        said = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300}
        signed = jwt.encode(
            said | self.claims,
            self.signs_with,
            algorithm=self.algorithm,
            headers={"kid": "one"},
        )
        return {"access_token": "x", "token_type": "Bearer", "id_token": signed}

    def _handler(provider):  # noqa: N805 - the handler's own self is another
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                answers = {
                    "/.well-known/openid-configuration": provider.configuration,
                    "/keys": provider.keys,
                }
                provider.asked.append(self.path)
                self._answer(answers[self.path]())

            def do_POST(self):
                length = int(self.headers["Content-Length"])
                sent = parse_qs(self.rfile.read(length).decode())
                provider.asked.append(self.path)
                self._answer(provider.token({k: v[0] for k, v in sent.items()}))

            def _answer(self, body):
                written = json.dumps(body).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(written)))
                self.end_headers()
                self.wfile.write(written)

            def log_message(self, *args):
                pass

        return Handler
