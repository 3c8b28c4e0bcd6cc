"""Child processes that end with their parent, however it ends."""

import ctypes
import os
import signal
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1
GRACE = 10
"""Seconds between the polite signal and the last one."""


class Child:
    """A process in a session of its own: Ctrl-C reaches only the parent, which then stops its children in order."""

    def __init__(self, name, *arguments, environment=None, stdout=None):
        self.name = name
        self.process = subprocess.Popen(
            arguments,
            env={**os.environ, **(environment or {})},
            stdout=stdout,
            text=True,
            start_new_session=True,
            preexec_fn=_end_with_parent(os.getpid()),
        )

    @property
    def exit_code(self):
        """None while it runs; 128 and the signal's number for one that a signal ended, as in a shell."""
        code = self.process.poll()
        return 128 - code if code is not None and code < 0 else code

    def ask_to_stop(self):
        if self.process.poll() is None:
            self.process.terminate()

    def stop(self, until):
        """Waits to the time `until` (monotonic) for its end, then kills it with all that it started."""
        try:
            self.process.wait(max(until - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def stop_all(children):
    """Asks all children to stop, and kills those that are still there after `GRACE` seconds."""
    for child in children:
        child.ask_to_stop()
    until = time.monotonic() + GRACE
    for child in children:
        child.stop(until)


def _end_with_parent(parent):
    """What a child does first: asks Linux for a SIGTERM when the parent dies, even by kill -9."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def ask():
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)

    return ask
