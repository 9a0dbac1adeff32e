"""Where the fixtures are: the record stores, and the server with its worker."""

pytest_plugins = ["tests.store_fixtures", "tests.server_fixtures"]
