"""How processes and people reach the system: settings, connection, codec, server, commands."""
