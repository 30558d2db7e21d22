#!/bin/sh
# Runs flights.toml over the real departures and checks what came out against counts taken from the input with grep and
# awk. COPIES of the data are read, so that there is something to watch.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
sandbar=${CARGO_TARGET_DIR:-$root/target}/release/sandbar
out=$root/out/demo
copies=${COPIES:-100}

rm -rf "$out"
mkdir -p "$out"
{
    i=0
    while [ "$i" -lt "$copies" ]; do
        cat "$root/plugins/demo/flights.jsonl"
        i=$((i + 1))
    done
    # Five lines that are no flights: cut off, no JSON, no time, a time of the wrong type, and one without a carrier.
    printf '%s\n' '{"carrier":"UA","flight":1545,"departed_ms":135' 'not json at all' \
        '{"carrier":"UA","flight":1,"dep_delay_min":99}' '{"carrier":"UA","flight":2,"departed_ms":"noon","dep_delay_min":99}' \
        '{"flight":3,"departed_ms":1357035420000,"dep_delay_min":99}'
} > "$out/input.jsonl"

"$sandbar" run "$root/plugins/demo/flights.toml"

# Every flight as "carrier minutes", by text alone; the malformed lines do not have this shape.
flights=$(sed -n 's/^{"carrier":"\([A-Z0-9]*\)",.*"scheduled_ms":[0-9]*,"departed_ms":[0-9a-z]*,"dep_delay_min":\([0-9a-z-]*\),.*/\1 \2/p' "$out/input.jsonl")
status=0
check() { # what, expected, found
    if [ "$2" = "$3" ]; then
        echo "ok    $1: $3"
    else
        echo "WRONG $1: expected $2, found $3"
        status=1
    fi
}
lines() { cat "$@" | wc -l | tr -d ' '; }

echo
echo "Counted again, with grep and awk:"
check "late flights" "$(echo "$flights" | awk '$2 != "null" && $2 >= 15' | wc -l | tr -d ' ')" "$(lines "$out"/report-*.jsonl)"
check "cancelled flights" "$(echo "$flights" | grep -c ' null$')" "$(lines "$out/cancelled.jsonl")"
check "dead letters" 5 "$(lines "$out/dead-letters.jsonl")"
check "both sinks of the summary are equal" "$(cat "$out"/report-*.jsonl | sort | cksum)" "$(cat "$out"/lines-*.txt | sort | cksum)"
check "minutes late by carrier" \
    "$(echo "$flights" | awk '$2 != "null" && $2 >= 15 { s[$1] += $2 } END { for (c in s) print c, s[c] }' | sort | cksum)" \
    "$(sed -n 's/^{"carrier":"\([A-Z0-9]*\)",.*"delay_min":\([0-9-]*\).*/\1 \2/p' "$out"/report-*.jsonl | awk '{ s[$1] += $2 } END { for (c in s) print c, s[c] }' | sort | cksum)"
for carrier in $(echo "$flights" | cut -d' ' -f1 | sort -u); do
    tasks=$(grep -l "^{\"carrier\":\"$carrier\"" "$out"/report-*.jsonl | wc -l | tr -d ' ')
    [ "$tasks" -le 1 ] || { echo "WRONG carrier $carrier came to $tasks tasks"; status=1; }
done
exit "$status"
