"""`pytest -p tests.mutants.plugin --ledger=FOLDER`: each test with mutants, many at once, then fewer."""

import pytest

from tests.mutants.calls import places
from tests.mutants.importing import install
from tests.mutants.ledger import Ledger

install()


def pytest_addoption(parser):
    parser.addoption("--ledger", required=True, help="the folder in which the processes of one run meet")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    # Here, since it asks Django, which is not set up before.
    from tests.mutants.running import Running

    running = Running(session, Ledger(session.config.option.ledger, places()))
    session.config.pluginmanager.register(running)
    running.run()
    return True
