"""`make run`: prepares the portal, then web server and worker under this one parent, until Ctrl-C.

Settings are those of a developer's machine (portal.settings.dev); DATABASE_URL, PORTAL_VAR and PORT are respected.
"""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time

from portal.core.children import Child, stop_all

HOST = "127.0.0.1"
PYTHON = sys.executable
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
TICK = 0.2


class Stopped(Exception):
    """Somebody asked for the end: Ctrl-C, a closed terminal, `kill`."""


class Ended(Exception):
    """A child ended by itself; its exit code becomes that of the parent."""

    def __init__(self, child):
        super().__init__(f"The {child.name} ended by itself with exit code {child.exit_code}; so the portal stops.")
        self.code = child.exit_code or 1


class Supervisor:
    """Starts children, watches them and stops all of them when one ends or a signal comes."""

    def __init__(self):
        self.children = []
        self.is_stopping = False
        for number in STOPPING:
            signal.signal(number, self._note)

    def _note(self, number, frame):
        self.is_stopping = True

    def start(self, *arguments, **options):
        self.check()
        self.children.append(Child(*arguments, **options))
        return self.children[-1]

    def check(self):
        """Raises Stopped or Ended when there is a reason to stop."""
        if self.is_stopping:
            raise Stopped
        for child in self.children:
            if child.exit_code is not None:
                raise Ended(child)

    def watch(self, is_done=lambda: False):
        """Returns when `is_done()`; meanwhile raises as `check` does."""
        while not is_done():
            self.check()
            time.sleep(TICK)

    def finish(self, child):
        """Waits for a child that ends by itself when its work is done; returns its output. Raises as `check` does."""
        self.children.remove(child)
        while True:
            try:
                output, _ = child.process.communicate(timeout=TICK)
                break
            except subprocess.TimeoutExpired:
                if self.is_stopping:
                    stop_all([child])
                    raise Stopped from None
        if child.exit_code:
            raise Ended(child)
        return output


def port_is_taken(port):
    """Whether something answers or waits there already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def answers(port):
    """Whether the portal answers at that port."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


def run(supervisor, port):
    """Prepares, serves and watches; ends by raising Stopped or Ended."""
    prepare = supervisor.start("preparation", PYTHON, "manage.py", "prepare_portal", "--demo")
    supervisor.finish(prepare)
    bind = {"BIND": f"{HOST}:{port}", "SITE_URL": os.environ.get("SITE_URL", f"http://{HOST}:{port}")}
    settings = "python:portal.deploy.gunicorn_settings"
    supervisor.start("web server", PYTHON, "-m", "gunicorn", "-c", settings, environment=bind)
    supervisor.start("worker", PYTHON, "manage.py", "run_worker", environment=bind)
    sign_ins = supervisor.start(
        "list of demo sign-ins", PYTHON, "manage.py", "load_demo", "--print-sign-ins", stdout=subprocess.PIPE
    )
    output = supervisor.finish(sign_ins)
    supervisor.watch(lambda: answers(port))
    print(f"\nThe portal answers at http://{HOST}:{port}/ (Ctrl-C stops it).", flush=True)
    print(f"Demo sign-ins, at http://{HOST}:{port}/accounts/login/:\n{output}", flush=True)
    supervisor.watch()


def main():
    """Returns the exit code: 0 when somebody stopped the portal, else that of the child that ended."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    port = int(os.environ.get("PORT") or 8000)
    if port_is_taken(port):
        print(f"Port {port} is in use. Choose another one: PORT={port + 1} make run", file=sys.stderr)
        return 1
    supervisor = Supervisor()
    try:
        run(supervisor, port)
    except Stopped:
        print("\nStopping ...", flush=True)
        return 0
    except Ended as ended:
        print(ended, file=sys.stderr)
        return ended.code
    finally:
        stop_all(supervisor.children)


if __name__ == "__main__":
    sys.exit(main())
