"""`python -m simulator` serves the outside world on 127.0.0.1."""

from __future__ import annotations

import uvicorn

from simulator.application import create_application
from simulator.configuration import Configuration


def main() -> None:
    """Serve until interrupted."""
    configuration = Configuration()
    uvicorn.run(
        create_application(configuration),
        host="127.0.0.1",
        port=configuration.port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=2,
    )


if __name__ == "__main__":
    main()
