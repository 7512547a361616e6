"""Takes the words of the command line: opens the window, or does one thing without it."""

import gc
import os
import sys
from typing import TYPE_CHECKING

from app.lazy import lazy

if TYPE_CHECKING:
    import app.bootstrap as bootstrap
    import app.doors as doors
    import app.system.preflight as preflight
else:
    bootstrap = lazy("app.bootstrap")
    doors = lazy("app.doors")
    preflight = lazy("app.system.preflight")


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0 done, 1 refused with a sentence on standard error, 2 wrong words."""
    words = sys.argv[1:] if arguments is None else arguments
    if words:
        wish = doors.window_wish(words)
        if wish is None:
            return doors.run(words)
        file, made_up, page = wish
    else:  # the owner's own start: no time for a parser
        file, made_up, page = None, False, "today"
    gc.set_threshold(50_000, 20, 20)  # what a start makes, stays: looking through it for cycles took 8 ms
    problem = preflight.obstacle(os.environ, sys.platform)
    if problem is not None:
        sys.stderr.write(f"{problem}\n")
        return 1
    return bootstrap.run_window(bootstrap.Wish(file, made_up, page))


if __name__ == "__main__":
    sys.exit(main())
