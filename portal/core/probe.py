"""Whether the web server in this container answers: exit code 0 or 1. Used by the image's HEALTHCHECK."""

import http.client
import os
import sys


def is_alive(bind, host):
    """Asks /healthz of the server that listens at `bind`, under one of the names it answers to."""
    connection = http.client.HTTPConnection("127.0.0.1", int(bind.rpartition(":")[2]), timeout=4)
    try:
        connection.request("GET", "/healthz", headers={"Host": host})
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    name = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    sys.exit(0 if is_alive(os.environ.get("BIND", "127.0.0.1:8000"), name) else 1)
