import socket

import pytest

from starter.portal.serving import address_of, listener
from starter.server_plan import ServerFailed


def test_a_taken_port_is_named():
    with listener(0) as first:
        port = first.getsockname()[1]
        assert address_of(first) == f"http://127.0.0.1:{port}"
        with pytest.raises(ServerFailed, match=f"port {port} is taken"):
            listener(port)


def test_no_answer_waits_for_an_acknowledgement():
    with listener(0) as listening, socket.create_connection(listening.getsockname()):
        connection, _ = listening.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
