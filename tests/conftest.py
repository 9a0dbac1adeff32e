"""Where the fixtures are: record stores, the server with its worker, the command line, crowds."""

from hypothesis import settings

settings.register_profile("thorough", max_examples=2000, deadline=None)

pytest_plugins = [
    "tests.store_fixtures",
    "tests.server_fixtures",
    "tests.cli_fixtures",
    "tests.starter.crowd",
    "tests.history_recorder",
    "tests.scheduling",
]
