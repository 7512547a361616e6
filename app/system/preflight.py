"""Says, before Qt is imported, what would make Qt abort the program on Linux."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.lazy import lazy

if TYPE_CHECKING:
    import ctypes
else:  # to ask an X server, or for a library that the linker does not name
    ctypes = lazy("ctypes")

# The Debian packages that a window needs; the names hold on Debian 12 and 13 and on Ubuntu 24.04.
PACKAGES = (
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libcups2",
)
# Read with ldd from the libraries of PySide6 6.11: the first are needed to draw at all, the others to show a window.
_DRAWING = (
    "libGL.so.1",
    "libEGL.so.1",
    "libglib-2.0.so.0",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libxkbcommon.so.0",
)
_XCB = (
    "libxcb.so.1",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-randr.so.0",
    "libxcb-render-util.so.0",
    "libxcb-shape.so.0",
    "libxcb-xkb.so.1",
    "libX11-xcb.so.1",
    "libxkbcommon-x11.so.0",
)
_WAYLAND = ("libwayland-client.so.0", "libwayland-cursor.so.0")
_APT_LINE = f"sudo apt install --no-install-recommends {' '.join(PACKAGES)}"
_LINKER_CACHE = Path("/etc/ld.so.cache")


def obstacle(environ: Mapping[str, str], platform: str) -> str | None:
    """A plain sentence saying what keeps Qt from starting and how to go on, or None when nothing does.

    environ is the environment that Qt will see, platform is sys.platform. Windows and macOS bring all that Qt needs.
    """
    if platform != "linux":
        return None
    lacking = missing_libraries(_DRAWING)
    if lacking:
        return _lacks(lacking)
    found: list[str] = []
    for name in _platforms(environ):
        problem = _platform_obstacle(name, environ)
        if problem is None:
            return None
        found.append(problem)
    return found[0] if found else _no_display()


def missing_libraries(names: Iterable[str], linker_cache: Path = _LINKER_CACHE) -> list[str]:
    """Those of the shared libraries (as "libGL.so.1") that cannot be loaded, in the order given.

    Looks into the linker's cache first, which takes a tenth of a millisecond; loads only what is not named there.
    """
    try:
        cache = linker_cache.read_bytes()
    except OSError:
        cache = b""
    return [name for name in names if b"%b\0" % name.encode() not in cache and not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """The platforms that Qt will try: those of the variable, as in "wayland;xcb:option", else those with a display."""
    wish = environ.get("QT_QPA_PLATFORM", "")
    if wish:
        return [part.split(":", 1)[0] for part in wish.split(";") if part]
    named = (("xcb", "DISPLAY"), ("wayland", "WAYLAND_DISPLAY"))
    return [platform for platform, variable in named if environ.get(variable)]


def _platform_obstacle(name: str, environ: Mapping[str, str]) -> str | None:
    if name == "xcb":
        return _xcb_obstacle(environ.get("DISPLAY", ""))
    if name.startswith("wayland"):
        return _wayland_obstacle(environ)
    return None


def _xcb_obstacle(display: str) -> str | None:
    if not display:
        return _no_display()
    lacking = missing_libraries(_XCB)
    if lacking:
        return _lacks(lacking)
    if not _answers(display):
        return (
            f"Amends cannot open a window: DISPLAY says {display}, but no screen answers there, or it does not let "
            "this user in. Please start Amends from the desktop of the person who is logged in."
        )
    return None


def _answers(display: str) -> bool:
    """Whether an X server takes us in; Qt would abort the whole program where it does not."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    if xcb.xcb_connection_has_error(connection):
        xcb.xcb_disconnect(connection)
        return False
    # Left open until the program ends: a bare X server starts over when its last guest leaves, and
    # turns Qt away meanwhile.
    return True


def _wayland_obstacle(environ: Mapping[str, str]) -> str | None:
    socket = environ.get("WAYLAND_DISPLAY", "")
    if not socket:
        return _no_display()
    lacking = missing_libraries(_WAYLAND)
    if lacking:
        return _lacks(lacking, "sudo apt install --no-install-recommends libwayland-client0 libwayland-cursor0")
    if not (Path(environ.get("XDG_RUNTIME_DIR", "/")) / socket).is_socket():
        return (
            f"Amends cannot open a window: WAYLAND_DISPLAY says {socket}, but no screen is there. "
            "Please start Amends from the desktop of the person who is logged in."
        )
    return None


def _lacks(libraries: list[str], line: str = _APT_LINE) -> str:
    if len(libraries) == 1:
        lack = f"the library {libraries[0]} is"
    else:
        lack = f"the libraries {', '.join(libraries)} are"
    return (
        f"Amends cannot open a window: {lack} missing on this computer. On Debian and Ubuntu this command helps: {line}"
    )


def _no_display() -> str:
    return (
        "Amends cannot open a window: there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set). "
        "Please start it from a desktop. The commands that need no window, such as “amends list”, work here too."
    )
