"""An OpenID Connect issuer that says of everybody what it is told to say."""

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@contextmanager
def issuer(person):
    """Runs one on a free port; yields its address. `person` holds the claims of whoever signs in there."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            here = f"http://{self.headers['Host']}"
            ends = {f"{name}_endpoint": f"{here}/{name}" for name in ("authorization", "token", "userinfo")}
            self.answer(person if self.path == "/userinfo" else {"issuer": here, "jwks_uri": f"{here}/keys", **ends})

        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.answer({"access_token": "token", "token_type": "Bearer"})

        def answer(self, value):
            body = json.dumps(value).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
