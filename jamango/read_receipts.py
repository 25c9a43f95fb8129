"""Blue ticks and the typing indicator: free of charge, best effort, and never in the way of a reply."""

import queue
import threading
from contextlib import suppress

import structlog

from bot.whatsapp_api import WhatsAppApi

log = structlog.get_logger(__name__)

# A backlog of ticks serves nobody: what does not fit is left out.
MOST_WAITING = 100


class ReadReceipts:
    """Marks messages read, one after another, in a thread of its own."""

    def __init__(self, api: WhatsAppApi, stop: threading.Event) -> None:
        self._api = api
        self._stop = stop
        self._waiting: queue.Queue[tuple[str, bool] | None] = queue.Queue(MOST_WAITING)
        self._thread = threading.Thread(target=self._run, name="read-receipts", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def join(self, seconds: float) -> None:
        """Wait for the one under way; the stop event is set by then."""
        with suppress(queue.Full):  # then it does not wait for more
            self._waiting.put_nowait(None)
        self._thread.join(seconds)

    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def mark_read(self, message_id: str, typing: bool) -> None:
        """Ask for blue ticks at this message and all before it; `typing` when the customer waits for us."""
        try:
            self._waiting.put_nowait((message_id, typing))
        except queue.Full:
            return

    def _run(self) -> None:
        while not self._stop.is_set():
            waiting = self._waiting.get()
            if waiting is None:
                return
            message_id, typing = waiting
            try:
                self._api.mark_read(message_id, typing=typing)
            except Exception:
                log.exception("read_receipt_failed")
