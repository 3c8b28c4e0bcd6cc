"""A line between the portal and its cluster that can be cut, left hanging and mended."""

import socket
import threading
from contextlib import suppress


class Line:
    """Hands on what comes to a port of its own. Cut, it refuses; hanging, it takes and never answers."""

    def __init__(self, host, port):
        self._target = (host, port)
        self._state = "whole"
        self._open = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"

    def __enter__(self):
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *error):
        self._state = "closed"
        self._server.close()
        self._drop()

    def cut(self):
        """From now on nobody gets through, and who was through is cut off."""
        self._state = "cut"
        self._drop()

    def hang(self):
        """From now on nothing comes back, and nothing says so."""
        self._state = "hanging"

    def mend(self):
        """Everybody gets through; what hung is cut off."""
        self._drop()
        self._state = "whole"

    def _drop(self):
        while self._open:
            with suppress(OSError):
                self._open.pop().shutdown(socket.SHUT_RDWR)

    def _accept(self):
        while self._state != "closed":
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            if self._state == "cut":
                near.close()
                continue
            far = socket.create_connection(self._target)
            self._open += [near, far]
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._hand_on, args=(source, sink), daemon=True).start()

    def _hand_on(self, source, sink):
        with suppress(OSError):
            while data := source.recv(65_536):
                if self._state == "hanging":
                    continue
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        # The other end is closed by the thread that reads from it.
        source.close()
