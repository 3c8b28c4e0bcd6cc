"""Settings of gunicorn, for `make run` and for a server: https://gunicorn.org/reference/settings/

The portal writes its own line for each request (portal/core/middleware.py), without addresses of people or pages;
so gunicorn's access log, which has both, stays off.
"""

import os
from pathlib import Path

from portal.core.logs import json_lines
from portal.core.memory import settle

wsgi_app = "portal.wsgi"
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
worker_class = "gthread"
threads = 4
timeout = 60
graceful_timeout = 8
keepalive = 5
# No limit of its own, which would be 8,190 bytes at most and is answered by a bare line of text: the portal answers too
# long a query with its own page (portal/core/middleware.py); nginx, in front, bounds what it passes on.
limit_request_line = 0
control_socket_disable = True
accesslog = None
proc_name = "portal"
logconfig_dict = {
    **json_lines(os.environ.get("LOG_LEVEL", "INFO")),
    "loggers": {"gunicorn.error": {"handlers": ["console"], "propagate": False}},
}
# Its sign of life to the parent process is a file, which a busy disk would slow down.
if Path("/dev/shm").is_dir():
    worker_tmp_dir = "/dev/shm"


def post_worker_init(worker):
    """The portal is loaded and no request has come yet."""
    settle()
