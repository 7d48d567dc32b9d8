#!/usr/bin/env bash
# Prints each requirement of docs/requirements.tsv as proven, part, open or not software, by the last run of ./hotline test.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dotnet build --verbosity quiet -nologo "$root/tests/Requirements" >&2
exec dotnet run --no-build --project "$root/tests/Requirements" -- "$root" "$@"
