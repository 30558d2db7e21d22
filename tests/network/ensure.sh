#!/bin/sh
# Makes sure that there is what a network of namespaces needs (`make faults`): `ip`, and leave to make namespaces.
set -eu

if ! command -v ip >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && apt-get install -qq --no-install-recommends iproute2 >/dev/null
    else
        echo "\`ip\` is missing; on Debian and Ubuntu type: sudo apt-get install iproute2" >&2
        exit 1
    fi
fi
if ! unshare --user --map-root-user --net --mount true 2>/dev/null; then
    echo "this system lets nobody make namespaces; as root type: sysctl kernel.unprivileged_userns_clone=1" >&2
    echo "(Ubuntu 24.04 and newer: sysctl kernel.apparmor_restrict_unprivileged_userns=0)" >&2
    exit 1
fi
if [ ! -c /dev/net/tun ]; then
    echo "/dev/net/tun is missing; as root type: modprobe tun" >&2
    exit 1
fi
