#!/bin/sh
# Makes sure that there is a Python with what client.py needs, in target/python. Does nothing where that is so already.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
wanted=$root/tests/python/requirements.txt
target=${CARGO_TARGET_DIR:-$root/target}
case $target in /*) ;; *) target=$root/$target ;; esac
venv=$target/python

if [ -x "$venv/bin/python" ] && cmp -s "$wanted" "$venv/requirements.txt"; then
    exit 0
fi
fail() {
    echo "tests/python: $1" >&2
    exit 1
}
command -v python3 >/dev/null || fail "python3 is missing; on Debian and Ubuntu type: sudo apt-get install python3 python3-venv"
echo "tests/python: installing $(grep -v '^#' "$wanted" | tr '\n' ' ')into $venv"
mkdir -p "$target"
# Made anew as a whole, so that one that broke off half-way is never taken for a good one.
rm -rf "$venv"
python3 -m venv "$venv" ||
    fail "python3 cannot make an environment; on Debian and Ubuntu type: sudo apt-get install python3-venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: --requirement "$wanted" ||
    fail "the packages of $wanted cannot be installed: PyPI must be reachable once (or set PIP_INDEX_URL to a mirror), then type: make test"
"$venv/bin/python" -c 'import blake3, capnp' || fail "the packages were installed but cannot be loaded; type: rm -r $venv"
cp "$wanted" "$venv/requirements.txt"
