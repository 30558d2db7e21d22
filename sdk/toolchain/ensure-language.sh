#!/bin/sh
# Finds the tool that builds operators in a language, or fetches it, and prints the command, one word a line:
#
#   sdk/toolchain/ensure-language.sh c|python|javascript
#
# c           clang with wasm-ld, or zig, of this machine; else zig, from PyPI's package `ziglang` (about 100 MB)
# python      componentize-py, from PyPI (about 15 MB)
# javascript  componentize-js and esbuild, from the npm registry (about 100 MB)
#
# What is fetched goes to ${XDG_CACHE_HOME:-$HOME/.cache}/sandbar/languages, without root, and is whole once its file
# `whole` is there. Only the command goes to stdout, progress goes to stderr.
set -eu

zig=0.17.1
componentize_py=0.25.1
componentize_js=0.23.0
esbuild=0.25.12

language=${1:?name a language: c, python or javascript}
home=${XDG_CACHE_HOME:-${HOME:?is not set}/.cache}/sandbar/languages

say() { printf '%s tools: %s\n' "$language" "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

# Makes $folder by the function $1, unless it is whole; one run at a time, and what broke off is made anew.
ensure() {
    [ -e "$folder/whole" ] && return
    mkdir -p "$home"
    if command -v flock >/dev/null; then
        exec 9>"$folder.lock"
        flock -n 9 || { say "another run is at work; waiting for it" && flock 9; }
        [ -e "$folder/whole" ] && return
    fi
    rm -rf "$folder"
    "$1"
    : >"$folder/whole"
    say "ready: $folder ($(du -sh "$folder" | cut -f1))"
}

# An environment with the package $1 from PyPI.
environment() {
    command -v python3 >/dev/null || fail "python3 is missing; on Debian and Ubuntu type: sudo apt-get install python3 python3-venv"
    say "fetching $1 from PyPI"
    python3 -m venv "$folder" >&2 ||
        fail "python3 cannot make an environment; on Debian and Ubuntu type: sudo apt-get install python3-venv"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: "$1" >&2 ||
        fail "$1 cannot be installed: PyPI must be reachable once (or set PIP_INDEX_URL to a mirror); then try again"
}

# Whether the command $* makes a module out of C.
makes_wasm() {
    scratch=$(mktemp -d) || return 1
    made=1
    echo 'int f(void) { return 0; }' >"$scratch/f.c"
    "$@" --target=wasm32-unknown-unknown -nostdlib -Wl,--no-entry -o "$scratch/f.wasm" "$scratch/f.c" 2>/dev/null || made=0
    rm -r "$scratch"
    [ "$made" = 1 ]
}

fetch_zig() { environment "ziglang==$zig"; }
fetch_componentize_py() { environment "componentize-py==$componentize_py"; }

fetch_componentize_js() {
    command -v npm >/dev/null || fail "npm is missing; install Node.js 20 or newer (https://nodejs.org), or on Debian and Ubuntu type: sudo apt-get install nodejs npm"
    say "fetching componentize-js $componentize_js from the npm registry"
    mkdir -p "$folder"
    echo '{"private":true}' >"$folder/package.json"
    (cd "$folder" && npm install --silent --no-fund --no-audit --save-exact \
        "@bytecodealliance/componentize-js@$componentize_js" "esbuild@$esbuild" >&2) ||
        fail "the packages cannot be installed: the npm registry must be reachable once (or set npm_config_registry to a mirror); then try again"
}

case $language in
c)
    if command -v clang >/dev/null && makes_wasm clang; then
        printf '%s\n--target=wasm32-unknown-unknown\n' "$(command -v clang)"
    elif command -v zig >/dev/null && zig version >/dev/null 2>&1; then
        printf '%s\ncc\n--target=wasm32-freestanding\n' "$(command -v zig)"
    else
        folder=$home/zig-$zig
        ensure fetch_zig
        for program in "$folder"/lib/python*/site-packages/ziglang/zig; do
            printf '%s\ncc\n--target=wasm32-freestanding\n' "$program"
        done
    fi
    ;;
python)
    folder=$home/componentize-py-$componentize_py
    ensure fetch_componentize_py
    echo "$folder/bin/componentize-py"
    ;;
javascript)
    command -v node >/dev/null || fail "node is missing; install Node.js 20 or newer (https://nodejs.org), or on Debian and Ubuntu type: sudo apt-get install nodejs npm"
    folder=$home/componentize-js-$componentize_js
    ensure fetch_componentize_js
    command -v node
    echo "$folder"
    ;;
*)
    fail "there are no tools for it; languages are c, python and javascript"
    ;;
esac
