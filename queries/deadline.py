"""Work in a thread of its own, so that whoever waits for it can stop waiting.

The query engine cannot be interrupted: it gives the interpreter free while it works, but comes back only with a
result. What is stopped here is the waiting; a thread that never comes back ends with the process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from time import monotonic
from typing import TypeVar

_Item = TypeVar("_Item")

_AHEAD = 4  # items made before they are wanted
_MOMENT = 0.5  # seconds; on some systems a wait without end cannot be interrupted from the keyboard


def within(seconds: float | None, work: Callable[[], Iterable[_Item]]) -> Iterator[_Item]:
    """The items of `work`, as they come; an error in it is raised here.

    Args:
        seconds: How long to wait for items, all waits together; None for as long as it takes. The time that the
            caller takes between items does not count.
        work: Called in a thread of its own.

    Raises:
        TimeoutError: The time was up before the last item.
    """
    ready: Queue[tuple[_Item] | BaseException | None] = Queue(_AHEAD)
    abandoned = Event()
    Thread(target=_produce, args=(work, ready, abandoned), daemon=True).start()
    left = seconds
    try:
        while True:
            begun = monotonic()
            item = _next(ready, left)
            left = None if left is None else left - (monotonic() - begun)
            if item is None:
                return
            if isinstance(item, BaseException):
                raise item
            yield item[0]
    finally:
        abandoned.set()


def _next(ready: Queue[tuple[_Item] | BaseException | None], left: float | None) -> tuple[_Item] | BaseException | None:
    end = None if left is None else monotonic() + left
    while True:
        wait = _MOMENT if end is None else min(end - monotonic(), _MOMENT)
        try:
            return ready.get(timeout=max(wait, 0))
        except Empty:
            if end is not None and monotonic() >= end:
                raise TimeoutError from None


def _produce(
    work: Callable[[], Iterable[_Item]], ready: Queue[tuple[_Item] | BaseException | None], abandoned: Event
) -> None:
    try:
        for item in work():
            if not _hand_over((item,), ready, abandoned):
                return
        _hand_over(None, ready, abandoned)
    except BaseException as error:  # raised again by the one who waits
        _hand_over(error, ready, abandoned)


def _hand_over(
    item: tuple[_Item] | BaseException | None,
    ready: Queue[tuple[_Item] | BaseException | None],
    abandoned: Event,
) -> bool:
    """Whether somebody still wanted it."""
    while not abandoned.is_set():
        try:
            ready.put(item, timeout=_MOMENT)
            return True
        except Full:
            continue
    return False
