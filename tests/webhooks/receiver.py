"""A receiver of webhooks on this machine: keeps what it was sent, answers as a test says, and checks signatures."""

import base64
import hmac
import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

OK = (200, {}, b"")


class Receiver:
    """Its address; `answer` (status, headers, bytes; or a function of the message, which may answer itself) is what it
    says next; `heard` are the messages that it was sent, `taken` those that it answered well."""

    def __init__(self):
        self.address, self.answer, self.heard, self.taken = "", OK, [], []

    @property
    def said(self):
        """Types and codes of what it took, in order."""
        return [(each["type"], each["data"].get("code")) for each in self.taken]

    def picture(self):
        """The codes that are public by what it was told, with messages that came twice taken once."""
        known, seen = set(), set()
        for each in self.taken:
            if each["id"] in seen:
                continue
            seen.add(each["id"])
            change = known.discard if each["type"] == "record.withdrawn" else known.add
            change(each["data"]["code"])
        return known


@contextmanager
def receiving():
    """A running Receiver."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            message = json.loads(body) | {"id": self.headers["webhook-id"], "headers": dict(self.headers), "body": body}
            message["path"] = self.path
            receiver.heard.append(message)
            answer = receiver.answer(self) if callable(receiver.answer) else receiver.answer
            if answer is None:
                return
            status, headers, content = answer
            if 200 <= status < 300:
                receiver.taken.append(message)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(content)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    receiver.address = f"http://127.0.0.1:{server.server_port}/in?from=portal"
    try:
        yield receiver
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def signed_by(message, secret):
    """Whether a message was signed with that secret, reckoned by hand as the specification says."""
    headers = {name.lower(): value for name, value in message["headers"].items()}
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + message["body"]
    key = base64.b64decode(secret.removeprefix("whsec_"))
    right = "v1," + base64.b64encode(hmac.new(key, signed, "sha256").digest()).decode()
    return right in headers["webhook-signature"].split(" ")
