"""Where the fixtures are: the record stores, the server with its worker, the command line."""

pytest_plugins = [
    "tests.store_fixtures",
    "tests.server_fixtures",
    "tests.cli_fixtures",
    "tests.history_recorder",
]
