# replay FILE [--until T]: a file of the journal through the router once more.

replay() {
  local file=${1:-} until= dir
  case $file in '' | -h | --help) die "replay takes a file of the journal: ./hotline replay DIR/journal/floor-00000001.journal [--until 2026-11-20T09:30:00+08:00]" ;; esac
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --until) until=$(value "$@") || exit 1; shift 2 ;;
      *) die "replay knows no '$1' (./hotline help)." ;;
    esac
  done
  [ -f "$file" ] || die "There is no file $file."
  file=$(readlink -f "$file"); dir=$(dirname "$(dirname "$file")")
  [ -f "$dir/journal.key" ] || die "The key of this journal is not in $dir: replay a file where its installation made it."
  needs "${NEEDS_DOTNET[@]}"
  build_all
  cd "$ROOT" || exit 1 # from here hotline.json names the city
  dotnet "$SERVER_DLL" --data "$dir" --replay "$file" ${until:+--until "$until"}
}
