# test [unit|live|browser|all|planted], requirements. The last line of test is "N passed, N failed, N skipped".

run_tests() {
  local kind=${1:-all}
  if [ "$kind" = planted ]; then needs "${NEEDS_DOTNET[@]}"; exec node "$ROOT/tools/planted.mjs" "$ROOT" "${2:-300}"; fi
  case $kind in unit | live | browser | all) ;; *) die "test takes unit, live, browser or all, not '$kind'." ;; esac
  local telephony=(asterisk web ports processes speech sound callers)
  case $kind in
    unit) needs "${NEEDS_DOTNET[@]}" scripts postgres zones ;;
    live) needs "${NEEDS_DOTNET[@]}" postgres zones "${telephony[@]}" ;;
    browser) needs "${NEEDS_DOTNET[@]}" "${telephony[@]}" "${NEEDS_BROWSER[@]}" ;;
    all) needs "${NEEDS_DOTNET[@]}" scripts postgres zones "${telephony[@]}" "${NEEDS_BROWSER[@]}" ;;
  esac
  mkdir -p "$ROOT/artifacts" || die "$ROOT/artifacts cannot be written."
  local started=$SECONDS
  PASSED=0 BROKEN=0 SKIPPED=0
  local suites=() suite
  for suite in "$ROOT"/tests/*.Tests; do
    [ -n "$(find "$suite" -name '*.cs' -not -path '*/obj/*' -print -quit)" ] || continue # not written yet
    case $kind:${suite##*/} in
      unit:Live.Tests | unit:Desk.Tests | live:Desk.Tests | browser:Live.Tests) ;;
      unit:* | all:* | live:Live.Tests | browser:Desk.Tests) suites+=("$suite") ;;
    esac
  done
  [ "$kind" = unit ] || find_asterisk
  case $kind in unit | live | all) find_postgres; export HOTLINE_POSTGRES=$PG_BIN HOTLINE_POSTGRES_LIBRARIES=$PG_LIB ;; esac
  # One build for all suites: what runs is what was built here. The desk comes first, since the server serves it.
  [ "$kind" = unit ] || ( flock 8; build_desk ) 8>"$ROOT/artifacts/.hotline.lock" || exit 1
  say "Building …"
  local log=$ROOT/artifacts/test-build.log
  if ! (cd "$ROOT" && dotnet build -c Release --nologo -v q Hotline.sln) >"$log" 2>&1; then
    grep -E 'error' "$log" | sort -u | head -n 20 >&2
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
  fi
  for suite in "${suites[@]}"; do
    run_suite "$suite"
    [ "${suite##*/}" != Live.Tests ] || HOTLINE_LIVE_DATABASE=postgres run_suite "$suite" "on PostgreSQL" --filter-trait Reads=database
  done
  case $kind in unit | all) run_desk_suite ;; esac
  say "($((SECONDS - started)) s)"
  echo "$PASSED passed, $BROKEN failed, $SKIPPED skipped"
  [ "$BROKEN" = 0 ] && [ "$PASSED" -gt 0 ]
}

# count NAME LOG CODE PASSED FAILED SKIPPED: adds a suite; one that ended badly without naming a failure counts as one.
count() {
  local passed=${4:-0} failed=${5:-0} skipped=${6:-0}
  if [ "$3" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
  PASSED=$((PASSED + passed)) BROKEN=$((BROKEN + failed)) SKIPPED=$((SKIPPED + skipped))
  printf '%-22s %s passed, %s failed, %s skipped\n' "$1" "$passed" "$failed" "$skipped"
  [ "$failed" = 0 ] || say "  all it said: $2"
}

# run_suite PROJECT [HOW OPTION…]: all its tests; or, as said by HOW, those that the options leave.
run_suite() {
  local project=$1 name=${1##*/}${2:+ $2} log code; log=$ROOT/artifacts/test-${name// /-}.log
  shift; [ $# = 0 ] || shift
  say "$name …"
  test_project "$project" "$log" "$@"; code=$?
  # Suites with Asterisk, SIPp and a browser wait for named events with limits; a starved machine can miss one. They get
  # one second try, said aloud, with the first log kept: a test that needs it is a fault to be found, not to be hidden.
  case $code:$name in
    0:* | *:[!LD]* ) ;;
    *:Live.Tests* | *:Desk.Tests)
      grep -E -A 14 '^ *failed ' "$log" | head -n 60
      mv "$log" "$log.first"
      say "$name FAILED ONCE and is run a second time (the first log: $log.first) …"
      test_project "$project" "$log" "$@"; code=$? ;;
  esac
  # What failed is shown; of what was skipped, how many and why. The names stand in the log.
  grep -E -A 14 '^ *failed ' "$log" | head -n 200
  grep -A 1 -E '^ *skipped .*\.' "$log" | grep -vE '^ *skipped |^--' | sed 's/^ */  skipped: /' | sort | uniq -c | sed -E 's/^ *([0-9]+) +skipped/  \1 skipped/'
  count "$name" "$log" $code "$(summary succeeded "$log")" "$(summary failed "$log")" "$(summary skipped "$log")"
}

# A suite that hangs ends as a failed one, long before whoever waits for all of them gives up.
# In a culture with another calendar, another decimal sign and another minus: what is written for programs must not depend on it.
# The result file is what ./hotline requirements counts: one of an earlier run must not stand for a suite that did not end.
# test_project PROJECT LOG [OPTION…]; with options it writes another one.
test_project() {
  local project=$1 log=$2 results=$ROOT/artifacts/results file=${1##*/}.xml; shift 2
  [ $# = 0 ] || file=part-$file
  rm -f "$results/$file"
  (cd "$ROOT" && LC_ALL=fa_IR.UTF-8 exec dotnet test --no-build -c Release --no-ansi --no-progress --timeout 20m --project "$project" \
    --results-directory "$results" --report-xunit-xml --report-xunit-xml-filename "$file" "$@") >"$log" 2>&1
}

summary() { sed -nE "s/^ *$1: ([0-9]+).*/\1/p" "$2" | tail -n 1; }

run_desk_suite() {
  local desk=$ROOT/src/AgentHub/desk log=$ROOT/artifacts/test-desk.log json=$ROOT/artifacts/test-desk.json code
  grep -q '"vitest"' "$desk/package.json" 2>/dev/null || return 0
  desk_packages
  say "desk …"
  rm -f "$json"
  (cd "$desk" && npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$json") >"$log" 2>&1
  code=$?
  [ $code = 0 ] || grep -E -A 12 'FAIL|Error:' "$log" | head -n 60
  # shellcheck disable=SC2046
  count desk "$log" $code $(node -e 'const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); console.log(r.numPassedTests, r.numFailedTests, r.numPendingTests + r.numTodoTests)' "$json" 2>/dev/null)
}

requirements() {
  needs "${NEEDS_DOTNET[@]}"
  exec "$ROOT/tools/requirements.sh" "$@"
}
