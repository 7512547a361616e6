# shellcheck shell=bash
# Sets up what Amends needs on this computer; read by app/run and tests/run, not run by itself.
# Expects $root, the folder of the clone. Says what it does in plain sentences on standard error.

venv=$root/.venv
venv_python=$venv/bin/python

# What Qt needs to open a window and to see printers. app/system/preflight.py names the same packages.
window_packages=(libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libcups2)

say() {
    printf '%s\n' "$*" >&2
}

stop() {
    say "$@"
    exit 1
}

# The newer releases of Debian and Ubuntu end some names in t64.
is_installed() {
    local status name
    for name in "$1" "${1}t64"; do
        status=$(dpkg-query --show --showformat='${db:Status-Abbrev}' "$name" 2>/dev/null) || continue
        [[ $status == ?i* ]] && return 0
    done
    return 1
}

# install_packages REASON PACKAGE... : installs those of the packages that are not there yet.
install_packages() {
    local reason=$1 missing=() as_root=() said package
    shift
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "This is neither Debian nor Ubuntu, so please see to it yourself that what these Debian packages hold" \
            "is here ($reason): $*."
        return 0
    fi
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    say "Installing ${#missing[@]} Debian packages ($reason): ${missing[*]}."
    if ((EUID)); then
        command -v sudo >/dev/null ||
            stop "Only the administrator may do that. Please let the administrator run:" \
                "apt-get install --no-install-recommends ${missing[*]}"
        say "This needs the administrator's rights; sudo may ask for your password."
        as_root=(sudo)
    fi
    said=$("${as_root[@]}" apt-get update -qq </dev/null 2>&1) ||
        say "$said" "The list of packages could not be refreshed; going on with the one that is here."
    said=$("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" </dev/null 2>&1) ||
        stop "$said" "The packages could not be installed. Is the internet there? Then please try again."
}

# Prints the first Python from 3.11 to 3.13 that there is.
find_python() {
    local candidate
    for candidate in python3 python3.13 python3.12 python3.11 /usr/bin/python3; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

make_venv() {
    local python
    if ! python=$(find_python) || ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        install_packages "Python, to run Amends" python3 python3-venv ca-certificates
        python=$(find_python) || stop "Amends needs Python 3.11, 3.12 or 3.13, and this computer has none of them." \
            "Debian 12 and Ubuntu 24.04 or newer bring it along; elsewhere please install it from python.org."
        "$python" -c 'import ensurepip, venv' 2>/dev/null ||
            stop "$python lacks the module venv. Please install it, then try again."
    fi
    say "Making a home for the Python packages in $venv."
    rm -rf "$venv"
    "$python" -m venv "$venv" >&2 || stop "The folder $venv could not be made."
}

# set_up LIST REASON PACKAGE... : everything that LIST (run or test) needs, once; the second time only a stamp is read.
set_up() {
    local list=$1 reason=$2 lock=$root/resources/requirements/$1.txt stamp=$venv/amends-$1.stamp wanted
    shift 2
    wanted="$(cksum <"$lock") $*"
    if [[ -x $venv_python && -f $stamp && $(<"$stamp") == "$wanted" ]]; then
        return 0
    fi
    install_packages "$reason" "$@"
    "$venv_python" -c 'import pip, sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null || make_venv
    say "Installing the Python packages of resources/requirements/$list.txt; this takes a minute the first time."
    PIP_DISABLE_PIP_VERSION_CHECK=1 "$venv_python" -m pip install --quiet --require-hashes --no-deps \
        --requirement "$lock" </dev/null >&2 ||
        stop "The Python packages could not be installed. Is the internet there? Then please try again."
    printf '%s' "$wanted" >"$stamp"
    say "All is set up."
}
