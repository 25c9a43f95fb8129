"""People at work at the same time, as threads, each taking the next customer that nobody has served yet."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor


def serve_all(serve: Callable[[int], None], customers: int, *, buyers: int) -> float:
    """Call `serve` once for each customer from so many threads at once; returns customers per second."""
    numbers = iter(range(customers))
    lock = threading.Lock()

    def take() -> Iterator[int]:
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            yield number

    def work(_: int) -> None:
        for number in take():
            serve(number)

    began = time.perf_counter()
    with ThreadPoolExecutor(buyers) as pool:
        list(pool.map(work, range(buyers)))
    return customers / (time.perf_counter() - began)
