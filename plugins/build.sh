#!/bin/sh
# Builds every plugin in this folder, and the packages whose folders are named as arguments, into target/plugins/NAME.wasm,
# by `sandbar build`, as authors of operators do:
#
#   plugins/build.sh [FOLDER...]
#
# The folders are members of the workspace. Files that did not change keep their time.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
sandbar=${CARGO_TARGET_DIR:-target}/release/sandbar
if [ ! -x "$sandbar" ]; then
    echo "plugins/build.sh: $sandbar is missing; type: make build" >&2
    exit 1
fi
for manifest in plugins/*/Cargo.toml; do
    set -- "$@" "${manifest%/Cargo.toml}"
done
exec "$sandbar" build --locked --quiet "$@"
