"""The SDK's engine room: one per process, its log in ours, its metrics where settings say."""

import logging
from functools import cache

from temporalio.runtime import (
    LogForwardingConfig,
    LoggingConfig,
    PrometheusConfig,
    Runtime,
    TelemetryConfig,
    TelemetryFilter,
)


@cache
def process_runtime(metrics: str = "") -> Runtime:
    """Return this process's runtime; `metrics` is `host:port` for Prometheus.

    Left alone, the SDK writes its warnings to standard output, into the answer of a command.
    """
    forwarding = LogForwardingConfig(
        logging.getLogger("temporalio.core"), append_log_fields_to_message=False
    )
    log = LoggingConfig(TelemetryFilter(core_level="WARN", other_level="ERROR"), forwarding)
    prometheus = PrometheusConfig(bind_address=metrics, durations_as_seconds=True)
    return Runtime(telemetry=TelemetryConfig(logging=log, metrics=prometheus if metrics else None))
