#!/bin/sh
# The second part of the demo: three hosts, each a process of its own on a loopback address, run the flights pipeline
# spread over them by key. One worker is killed in the middle. Then the output is compared with that of one machine, with
# sort and comm: nothing may be lost; what came twice is counted and shown. PORT is the first of the six ports used.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
sandbar=$target/release/sandbar
out=$root/out/cluster
copies=${COPIES:-100}
port=${PORT:-7480}
hosts="h1 h2 h3"

# Nothing of the user's own contexts is read or written.
export XDG_CONFIG_HOME="$out/config"
export SANDBAR_CACHE="$out/cache"
pids=
stop() {
    for pid in $pids; do kill "$pid" 2>/dev/null || true; done
    for pid in $pids; do wait "$pid" 2>/dev/null || true; done
}
trap stop EXIT
trap 'exit 130' INT TERM
say() { echo; echo "== $1"; }
fail() {
    echo "$1" >&2
    exit 1
}
until_true() { # what, command...
    what=$1
    shift
    tries=0
    while ! "$@" >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 600 ] || fail "waited a minute in vain until $what; the logs are in $out"
        sleep 0.1
    done
}
status_is() { "$sandbar" describe flights -o json | grep -q "\"status\": \"$1\""; }

rm -rf "$out"
mkdir -p "$out/files/demo"
i=0
while [ "$i" -lt "$copies" ]; do
    cat "$root/plugins/demo/flights.jsonl"
    i=$((i + 1))
done > "$out/files/demo/input.jsonl"

say "an authority, three certificates, three hosts; the first has the metadata"
"$sandbar" cert init "$out/ca"
number=0
for host in $hosts; do
    "$sandbar" cert issue "$host" --ca "$out/ca" --out "$out/$host/certificates" --address 127.0.0.1
    role="leader = \"127.0.0.1:$port\""
    [ "$number" -gt 0 ] || role="metadata = true"
    cat > "$out/$host/host.toml" <<TOML
name = "$host"
listen = "127.0.0.1:$((port + 2 * number))"
http = "127.0.0.1:$((port + 2 * number + 1))"
data = "data"
certificates = "certificates"
files = "$out/files"
$role
TOML
    "$sandbar" host --config "$out/$host/host.toml" > "$out/$host.log" 2>&1 &
    pids="$pids $!"
    number=$((number + 1))
    # The leader writes the first operator's token; the others join it.
    [ "$host" != h1 ] || until_true "the leader is ready" test -s "$out/h1/data/operator.token"
done

say "an operator makes a tenant and gives it a token"
login() { "$sandbar" login "$1" --address "127.0.0.1:$port" --authority "$out/ca/authority.pem" --token-file "$2"; }
until_true "the leader answers" login operator "$out/h1/data/operator.token"
"$sandbar" tenant create demo --context operator
"$sandbar" token issue demo --label demo --to "$out/demo.token" --context operator
all_up() { [ "$("$sandbar" hosts --context operator -o json | grep -c '"status": "up"')" = 3 ]; }
until_true "three hosts are up" all_up
"$sandbar" hosts --context operator

say "the tenant publishes two plugins and deploys the pipeline"
login demo "$out/demo.token"
for plugin in departed delay-summary; do
    "$sandbar" publish "$target/plugins/$plugin.wasm" --name "$plugin" --version 1.0.0
done
"$sandbar" deploy "$root/plugins/demo/flights-cluster.toml" --yes --wait=running
"$sandbar" describe flights

say "the worker of h2 is killed in the middle"
under_way() { cat "$out"/files/demo/report-*.jsonl | head -c 1 | grep -q .; }
until_true "the first flights are through" under_way
second=$(echo "$pids" | awk '{ print $2 }')
worker=
for child in $(cat "/proc/$second/task/"*/children); do
    ! tr '\0' '\n' < "/proc/$child/cmdline" | grep -qx worker || worker=$child
done
[ -n "$worker" ] || fail "h2 has no worker"
status_is running || fail "it was over before a worker could be killed; type: COPIES=$((copies * 4)) plugins/demo/cluster.sh"
kill -9 "$worker"
echo "killed process $worker"
until_true "the pipeline has finished" status_is finished
"$sandbar" describe flights
"$sandbar" logs flights

say "the same on one machine, for comparison"
sed -e 's/@1\.0\.0"/"/' -e "s|^name = .*|&\nplugins = \"$target/plugins\"|" "$root/plugins/demo/flights-cluster.toml" > "$out/alone.toml"
cp "$out/files/demo/input.jsonl" "$out/input.jsonl"
"$sandbar" run "$out/alone.toml" --quiet

status=0
for name in report cancelled dead-letters; do
    cat "$out/$name"*.jsonl | sort > "$out/$name.expected"
    cat "$out/files/demo/$name"*.jsonl | sort > "$out/$name.found"
    lost=$(comm -23 "$out/$name.expected" "$out/$name.found" | wc -l | tr -d ' ')
    doubled=$(comm -13 "$out/$name.expected" "$out/$name.found" | wc -l | tr -d ' ')
    # A line that is too many must be one that the run on one machine has as well.
    strange=$(comm -13 "$out/$name.expected" "$out/$name.found" | uniq | comm -23 - "$out/$name.expected" | wc -l | tr -d ' ')
    verdict=ok
    if [ "$lost" != 0 ] || [ "$strange" != 0 ]; then
        verdict=WRONG
        status=1
    fi
    printf '%-5s %-12s %8s expected, %s lost, %s doubled, %s others\n' "$verdict" "$name" \
        "$(wc -l < "$out/$name.expected" | tr -d ' ')" "$lost" "$doubled" "$strange"
done
exit "$status"
