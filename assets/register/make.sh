#!/bin/sh
# Makes a register from the npm package idn-area-data: make.sh [CODE...]
# Each CODE (53.04, 53.21, ...) keeps one regency; without any, the whole nation is kept.
# Writes regencies.csv, districts.csv and villages.csv into the folder $OUT (default: where this script lies).
set -eu
out=${OUT:-$(dirname "$0")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
out=$(cd "$out" && pwd)
(cd "$work" && npm pack --silent idn-area-data@3.1.2 >/dev/null && tar xzf ./*.tgz)
for file in regencies districts villages; do
    awk -F, -v codes="$*" '
        BEGIN { n = split(codes, keep, " ") }
        NR == 1 || n == 0 { print; next }
        { for (i = 1; i <= n; i++) if (index($1, keep[i]) == 1) { print; break } }
    ' "$work/package/data/$file.csv" >"$out/$file.csv"
    echo "$file: $(($(wc -l <"$out/$file.csv") - 1))"
done
