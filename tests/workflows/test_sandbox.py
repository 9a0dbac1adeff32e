"""The sandbox answers for our converter; what it answers must be true."""

import importlib

from temporalio.converter import WithSerializationContext

from starter.codec import data_converter
from starter.keys import KeyRing
from workflows.sandbox import SHARED


def test_no_part_of_our_converter_wants_to_know_a_context(tmp_path):
    converter = data_converter(KeyRing.create(tmp_path / "keys.toml"))
    parts = (
        converter.payload_converter,
        converter.payload_codec,
        converter.failure_converter,
        converter.external_storage,
    )

    asking = [
        part
        for part in parts
        if isinstance(part, WithSerializationContext)
        and part.with_context(object()) is not part  # a wrapper may only pass the question on
    ]

    assert asking == []


def test_no_workflow_file_keeps_anything():
    for name in SHARED:
        module = vars(importlib.import_module(name))
        kept = [key for key, value in module.items() if isinstance(value, list | dict | set)]
        assert [key for key in kept if not key.startswith("__")] == []
