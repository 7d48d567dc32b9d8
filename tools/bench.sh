# bench: the measurements. Everything runs on a folder of its own, which is removed at the end.

bench() {
  case ${1:-} in help | -h | --help) bench_usage; return ;; esac
  [ -d "$ROOT/tests/Benchmarks" ] || die "tests/Benchmarks is not here."
  local AST_VERSION=${AST_VERSION:-} telephony=() browser=()
  [ "${1:-}" = router ] || telephony=(asterisk web ports speech sound)
  [ "${1:-}" != pop ] || browser=("${NEEDS_BROWSER[@]}")
  needs "${NEEDS_DOTNET[@]}" "${telephony[@]}" "${browser[@]}"
  [ ${#telephony[@]} -eq 0 ] || find_asterisk
  build_all
  local log=$ROOT/artifacts/bench-build.log work code
  say "Building the bench …"
  (cd "$ROOT" && dotnet build -c Release --nologo -v q tests/Benchmarks) >"$log" 2>&1 || { grep error "$log" | sort -u | head -n 10 >&2; die "tests/Benchmarks does not build (all of it: $log)."; }
  work=$(mktemp -d "${TMPDIR:-/tmp}/hotline-bench.XXXXXX"); chmod 711 "$work"
  settings_make "$work" "$(free_port)" 1
  dotnet "$ROOT/artifacts/bin/Hotline.Benchmarks/release/Hotline.Benchmarks.dll" "$@" --root "$ROOT" --data "$work" --asterisk "${AST_VERSION%%+*}"
  code=$?
  [ -n "${HOTLINE_BENCH_KEEP:-}" ] && say "Kept: $work" || rm -rf "$work"
  return $code
}

bench_usage() { sed -n '/Usage = """/,/""";/p' "$ROOT/tests/Benchmarks/Options.cs" | sed '1d;$d;s/^        //'; }

# A port that nobody listens on, for the desk.
free_port() { local port; for ((port = 8300; port < 8400; port++)); do [ -n "$(holder t $port)" ] || { echo $port; return; }; done; die "No free port from 8300 to 8399."; }
