"""A process that makes workers to be killed: loaded once, it forks one for each line that it reads.

It answers with the number of the worker's process, and with the worker's exit status when that has ended.
"""

import json
import os
import sys


def main():
    import django

    django.setup()

    from django.conf import settings
    from django.core.mail.utils import DNS_NAME
    from django.db import connections
    from django.template.loader import get_template
    from django.urls import reverse

    from portal.notifications import kinds
    from portal.notifications.sending import send_due
    from tests.notifications.tried import FOLDERS, TRIED, loader_of_files

    settings.MAILERS = json.loads(sys.argv[1])
    loader_of_files().dirs = FOLDERS
    for kind in TRIED:
        kinds.register(kind)
    # What every worker would look for anew.
    DNS_NAME.get_fqdn()
    reverse("notices:preferences")
    for name in ("emails/layout.txt", "emails/layout.html", "emails/try_must.txt"):
        get_template(name)
    print("ready", flush=True)
    for _ in sys.stdin:
        connections.close_all()
        worker = os.fork()
        if not worker:
            send_due()
            os._exit(0)
        print(worker, flush=True)
        print(os.waitpid(worker, 0)[1], flush=True)


if __name__ == "__main__":
    main()
