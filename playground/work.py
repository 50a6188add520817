"""Work that takes long, such as reading a picture, done by a few processes beside the server, one job at a time each.

A job that crashes or is late ends its own process and no other; the next job gets a new one. Jobs wait in the order in
which they were asked for, and a page can say how many are before. Answers are kept only under a key that the page
gives, which it does for shipped samples and never for what somebody brought.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from typing import IO, Any, Generic, Literal, TypeVar, cast

from toolkit.errors import DiscloseError
from toolkit.paths import PACKAGE

#: Two at least, so that one monster picture never stands before all others.
SEATS = max(2, min(4, os.cpu_count() or 1))
MOST_WAITING = 100
#: Bytes of all answers together that are kept for whoever asks again.
MOST_KEPT = 200_000_000
_COMMAND = [sys.executable, "-m", "playground.seat"]

Answer = TypeVar("Answer")
Reason = Literal["late", "busy", "crashed", "failed", "stopped"]

_SAID: dict[Reason, tuple[str, str]] = {
    "late": ("This took too long and was ended.", "Take a smaller picture, or a part of this one."),
    "busy": ("Too many pictures are waiting.", "Try again in a minute."),
    "crashed": ("The engine gave up on this picture.", "Take another picture, or save this one anew."),
    "stopped": ("You stopped it.", "Choose something to start again."),
}


class NoAnswer(DiscloseError):  # noqa: N818 - to be stopped is no error
    """A job that brought no answer. `reason` says why; `failed` is what the job itself had to say."""

    def __init__(self, reason: Reason, message: str = "", help: str = "") -> None:
        sentence, advice = _SAID.get(reason, (message, help))
        super().__init__(sentence, advice)
        self.reason = reason


class Ticket(Generic[Answer]):
    """A job that was asked for. `kept` says that others may wait for the same answer, so that nobody can stop it;
    `bytes` is how much room the answer then takes.
    """

    def __init__(self, work: Callable[[Ticket[Answer]], Answer], line: Line, *, kept: bool) -> None:
        self.kept = kept
        self.bytes = 0
        self._line = line
        self._seat: _Seat | None = None
        self._stopped = False
        self._future: Future[Answer] = line.threads.submit(work, self)

    @property
    def position(self) -> int:
        """1 for the next in line, 2 for the one after it; 0 while it is being done and after."""
        return self._line.position(self)

    @property
    def done(self) -> bool:
        return self._future.done()

    def answer(self, seconds: float | None = None) -> Answer:
        """Wait, at most *seconds*, and give what the job gave.

        Raises NoAnswer, and TimeoutError where the answer is not there in time (the job goes on).
        """
        try:
            return self._future.result(seconds)
        except CancelledError:
            raise NoAnswer("stopped") from None

    def stop(self) -> None:
        """End the job, whatever it is doing. What is kept for all goes on."""
        if self.kept:
            return
        with self._line.lock:
            self._stopped = True
            if self._seat:
                self._seat.kill()
        if self._future.cancel():
            self._line.leave(self)

    def sit(self, seat: _Seat | None) -> bool:
        """Take *seat*, or leave one; whether the job is still wanted."""
        with self._line.lock:
            self._seat = seat
            return not self._stopped


class Line:
    """The jobs that wait, the processes that do them, and the answers that are kept."""

    def __init__(self, seats: int = SEATS, most_waiting: int = MOST_WAITING, most_kept: int = MOST_KEPT) -> None:
        self.threads = ThreadPoolExecutor(seats, "work")
        self.lock = threading.RLock()
        self._most_waiting, self._most_kept = most_waiting, most_kept
        self._waiting: list[Ticket[Any]] = []
        self._kept: OrderedDict[Hashable, Ticket[Any]] = OrderedDict()
        self._idle: list[_Seat] = []

    def ask(
        self,
        job: Callable[..., Answer],
        *arguments: Any,
        key: Hashable | None = None,
        seconds: float = 20.0,
    ) -> Ticket[Answer]:
        """Have `job(*arguments)` done in another process, which is ended after *seconds* of work.

        Args:
            job: a function of a module that does not import Streamlit; it and *arguments* can be pickled.
            arguments: what it is called with.
            key: what the answer depends on, with the content of the picture; the answer is kept under it and given to
                whoever asks again. Only for shipped samples.
            seconds: the longest that it may take once it has started.

        Raises:
            NoAnswer: too many jobs are waiting (`busy`).
        """

        def work(ticket: Ticket[Answer]) -> Answer:
            self.leave(ticket)
            answer = self._done(ticket, job, arguments, seconds)
            if ticket.kept:
                self._make_room(ticket, answer)
            return cast("Answer", answer)

        with self.lock:
            known = None if key is None else (job.__module__, job.__qualname__, key)
            if known in self._kept:
                self._kept.move_to_end(known)
                return self._kept[known]
            if len(self._waiting) >= self._most_waiting:
                raise NoAnswer("busy")
            ticket = Ticket(work, self, kept=known is not None)
            self._waiting.append(ticket)
            if known is not None:
                self._kept[known] = ticket
        return ticket

    def position(self, ticket: Ticket[Any]) -> int:
        """Where *ticket* waits, from 1; 0 where it waits no longer."""
        with self.lock:
            return self._waiting.index(ticket) + 1 if ticket in self._waiting else 0

    def leave(self, ticket: Ticket[Any]) -> None:
        """*ticket* waits no longer."""
        with self.lock:
            if ticket in self._waiting:
                self._waiting.remove(ticket)

    def end(self) -> None:
        """Take nothing more, let what is being done come to its end, and end all processes."""
        self.threads.shutdown(cancel_futures=True)
        while self._idle:
            self._idle.pop().end()

    def _make_room(self, ticket: Ticket[Any], answer: object) -> None:
        """What was asked for longest ago goes, so that all that is kept has room."""
        ticket.bytes = len(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
        with self.lock:
            while sum(kept.bytes for kept in self._kept.values()) > self._most_kept:
                self._kept.popitem(last=False)

    def _forget(self, ticket: Ticket[Any]) -> None:
        """What failed is tried again by whoever asks next."""
        with self.lock:
            for known in [known for known, kept in self._kept.items() if kept is ticket]:
                del self._kept[known]

    def _done(self, ticket: Ticket[Any], job: Callable[..., Any], arguments: tuple[Any, ...], seconds: float) -> Any:
        with self.lock:
            seat = self._idle.pop() if self._idle else None
        seat = seat or _Seat()
        try:
            if not ticket.sit(seat):
                seat.kill()
            return seat.do(job, arguments, seconds)
        except NoAnswer as error:
            self._forget(ticket)
            if error.reason == "crashed" and not ticket.sit(None):
                raise NoAnswer("stopped") from None
            raise
        finally:
            ticket.sit(None)
            if seat.lives:
                with self.lock:
                    self._idle.append(seat)
            else:
                seat.end()


class _Seat:
    """A process that does one job at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            _COMMAND,
            cwd=PACKAGE.parent,
            env={**os.environ, "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=0,  # so that programs which it starts end with it; in our session, where it can stand back
        )
        self.lives = True

    def do(self, job: Callable[..., Any], arguments: tuple[Any, ...], seconds: float) -> Any:
        """What the job gave. Raises NoAnswer, after most of which this process is not used again."""
        self.lives = False
        questions, answers = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        try:
            pickle.dump((job, arguments, seconds), questions, pickle.HIGHEST_PROTOCOL)
            questions.flush()
            fine, said = pickle.load(answers)  # noqa: S301 - our own process writes it
        except (OSError, EOFError, pickle.UnpicklingError):
            self.kill()
            late = self._process.wait() == -signal.SIGALRM
            raise NoAnswer("late" if late else "crashed") from None
        self.lives = True
        if not fine:
            raise NoAnswer("failed", *said)
        return said

    def kill(self) -> None:
        """End it and whatever it started, in the middle of anything."""
        if self._process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def end(self) -> None:
        self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                cast("IO[bytes]", pipe).close()


_LINE = Line()
ask = _LINE.ask
atexit.register(_LINE.end)
