# simulate SCENARIO.json [--out DIR]: the real router under virtual time.

simulate() {
  local file=${1:-} out=
  case $file in '' | -h | --help) die "simulate takes a scenario: ./hotline simulate examples/simulate/12348.json [--out DIR] (docs/simulate.md)" ;; esac
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --out) out=$(value "$@") || exit 1; shift 2 ;;
      *) die "simulate knows no '$1' (./hotline help)." ;;
    esac
  done
  [ -f "$file" ] || die "There is no file $file."
  out=${out:-$(basename "$file" .json)-result}
  mkdir -p "$out" 2>/dev/null && [ -w "$out" ] || die "Nothing can be written to $out."
  needs "${NEEDS_DOTNET[@]}"
  build_simulator
  dotnet "$SIMULATOR_DLL" "$(readlink -f "$file")" "$out"
}
