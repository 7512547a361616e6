"""Commands for scripts, support and benches: one thing each, without a window, through the services of the window."""

from app.doors.parser import COMMANDS, window_wish
from app.doors.run import run

__all__ = ["COMMANDS", "run", "window_wish"]
