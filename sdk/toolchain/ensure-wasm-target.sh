#!/bin/sh
# Finds a Rust compiler that can build guests (wasm32-unknown-unknown), or makes one, and prints its path:
#
#   RUSTC=$(sdk/toolchain/ensure-wasm-target.sh) cargo build --target wasm32-unknown-unknown --target-dir target/guests
#
# The first of these that works, so that a second run takes no time:
#   1. the rustc in PATH has the target already;
#   2. a compiler that an earlier run left in ${XDG_CACHE_HOME:-$HOME/.cache}/sandbar/wasm-rust;
#   3. Debian's packages rustc-web and rust-web-src, unpacked into that folder: needs no root, installs nothing;
#   4. `rustup target add`, where there are no such packages.
# The folder is built beside its place and renamed when it is whole; whoever interrupts this can simply start it again.
# Only the path goes to stdout, progress goes to stderr.
set -eu

target=wasm32-unknown-unknown
prefix=${XDG_CACHE_HOME:-${HOME:?is not set}/.cache}/sandbar/wasm-rust

say() { printf 'wasm toolchain: %s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

# Whether the compiler $1 runs and has a standard library for the target.
has_target() {
    libraries=$("$1" --print target-libdir --target "$target" 2>/dev/null) || return 1
    for library in "$libraries"/libstd.rlib "$libraries"/libstd-*.rlib; do
        [ -e "$library" ] && return 0
    done
    return 1
}

main() {
    if command -v rustc >/dev/null && has_target rustc; then
        command -v rustc
        return
    fi
    if ! has_target "$prefix/bin/rustc"; then
        lock
        # Whoever held the lock may have done the work.
        if has_target "$prefix/bin/rustc"; then
            :
        elif has_debian_packages; then
            build_from_debian
        else
            add_by_rustup
            return
        fi
    fi
    echo "$prefix/bin/rustc"
}

# One run at a time, and whatever it leaves half-made is removed when it ends. Systems without flock have no packages
# either, and rustup has a lock of its own.
lock() {
    mkdir -p "${prefix%/*}"
    if command -v flock >/dev/null; then
        exec 9>"$prefix.lock"
        if ! flock -n 9; then
            say "another run is at work; waiting for it"
            flock 9
        fi
    fi
    trap 'rm -rf "$prefix.new" "$prefix.lists"' EXIT
    trap 'exit 130' INT TERM HUP
}

add_by_rustup() {
    command -v rustup >/dev/null ||
        fail "no compiler for $target: install rustup (https://rustup.rs), then type: rustup target add $target"
    say "running rustup target add $target"
    rustup target add "$target" >&2 ||
        fail "rustup could not add the target; when the network is back, type: rustup target add $target"
    has_target rustc ||
        fail "the rustc in PATH is not rustup's: put ~/.cargo/bin first in PATH, then try again"
    command -v rustc
}

# --- Debian's packages ---------------------------------------------------------------------------------------------

# Package lists of our own, fetched only where the system has none; then no root is needed for them either.
lists=

apt() {
    command=$1
    shift
    if [ -n "$lists" ]; then
        set -- -o "Dir::State::Lists=$lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= "$@"
    fi
    "$command" -q -o APT::Sandbox::User= "$@"
}

version_of() { apt apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p' | grep -v '(none)'; }

has_debian_packages() {
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null && command -v flock >/dev/null || return 1
    version_of rustc-web >/dev/null && return 0
    # An image that was never updated has no lists. Other descendants of Debian don't have the packages at all.
    grep -q '^ID=debian$' /etc/os-release 2>/dev/null || return 1
    say "fetching Debian's package lists"
    lists=$prefix.lists
    rm -rf "$lists"
    mkdir -p "$lists/partial"
    apt apt-get update >&2 && version_of rustc-web >/dev/null
}

build_from_debian() {
    cargo --version >/dev/null || fail "cargo does not run: install Rust (https://rustup.rs), then try again"
    new=$prefix.new
    rm -rf "$new"
    mkdir -p "$new/debian" "$new/scratch/packages" "$new/bin"

    unpack_packages
    link_compiler
    build_std
    rm -rf "$new/scratch" "$new/debian/usr/src" "$new/debian/usr/share"
    has_target "$new/bin/rustc" || fail "the standard library for $target was built but is not found: $new"

    rm -rf "$prefix"
    mv "$new" "$prefix"
    say "ready: $prefix ($(du -sh "$prefix" | cut -f1))"
}

# The packages $* and all that they depend on, one a line.
closure_of() {
    apt apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
        --no-enhances "$@" | grep '^[a-z0-9]' | sort -u
}

# Of the packages on standard input, those that this system lacks.
missing() {
    while read -r package; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || echo "$package"
    done
}

unpack_packages() {
    version=$(version_of rustc-web)
    llvm=$(closure_of libstd-rust-web-dev | sed -n 's/^libllvm\([0-9]*\)$/\1/p')
    say "downloading rustc $version (about 140 MB)"
    # Without quotes: one argument per package.
    # shellcheck disable=SC2046
    (cd "$new/scratch/packages" &&
        apt apt-get download rustc-web rust-web-src $(closure_of libstd-rust-web-dev "lld-$llvm" | missing) >&2) ||
        fail "the download failed; try again, or type: rustup target add $target"
    say "unpacking"
    for package in "$new"/scratch/packages/*.deb; do
        case ${package##*/} in
        rust-web-src_*) set -- --wildcards './usr/src/rustc-*/library*' ;;
        rustc-web_*) set -- ./usr/bin/rustc ;;
        *) set -- ;;
        esac
        dpkg-deb --fsys-tarfile "$package" | tar -x -C "$new/debian" "$@"
        rm "$package"
    done
}

# A wrapper, since the packages expect their libraries in the system's folders. It finds them from its own place, so it
# works before and after the rename.
link_compiler() {
    driver=$(find "$new/debian/usr/lib" -maxdepth 2 -name 'librustc_driver-*.so' | head -n 1)
    machine=${driver%/*}
    machine=${machine##*/}
    cat >"$new/bin/rustc" <<EOF
#!/bin/sh
bin=\${0%/*}
system=\${bin%/*}/debian
libraries=\$system/usr/lib/$machine:\$system/lib/$machine:\$system/usr/lib/llvm-$llvm/lib
LD_LIBRARY_PATH=\$libraries\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH} exec "\$system/usr/bin/rustc" "\$@"
EOF
    chmod +x "$new/bin/rustc"
    host=$("$new/bin/rustc" -vV | sed -n 's/^host: //p')
    [ -n "$host" ] || fail "Debian's rustc does not run here; type instead: rustup target add $target"
    # The place where rustc itself looks for its linker, so that no cargo setting is needed.
    tools=$new/debian/usr/lib/rustlib/$host/bin
    mkdir -p "$tools"
    if [ -e "$new/debian/usr/lib/llvm-$llvm/bin/lld" ]; then
        ln -s "../../../llvm-$llvm/bin/lld" "$tools/rust-lld"
    else
        ln -s "/usr/lib/llvm-$llvm/bin/lld" "$tools/rust-lld"
    fi
}

build_std() {
    say "building the standard library for $target (about a minute)"
    source=$(echo "$new"/debian/usr/src/rustc-*/library)
    # Away from the caller's cargo settings. Paths are remapped so that no plugin names a folder of this machine.
    (
        cd "$source/sysroot"
        unset CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_TARGET CARGO_TARGET_DIR CARGO_BUILD_RUSTC_WRAPPER RUSTC_WRAPPER \
            RUSTC_WORKSPACE_WRAPPER CARGO_PROFILE_RELEASE_LTO CARGO_PROFILE_RELEASE_PANIC
        RUSTC=$new/bin/rustc RUSTC_BOOTSTRAP=1 \
            RUSTFLAGS="-Zforce-unstable-if-unmarked -Cembed-bitcode=yes -Cdebuginfo=0 \
--remap-path-prefix=$source=/rust/library --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo" \
            cargo build --release --locked --target "$target" --target-dir "$new/scratch/std" >&2
    ) || fail "the standard library did not build; try again, or type: rustup target add $target"
    libraries=$new/debian/usr/lib/rustlib/$target/lib
    mkdir -p "$libraries"
    cp "$new/scratch/std/$target/release/deps/"*.rlib "$libraries/"
}

main
