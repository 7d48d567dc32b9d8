# audit verify, recover ID, backup FILE, restore FILE: what is done with an installation on its machine, whether the server runs or not.

on_the_machine() {
  local dir= key= words=("$1"); shift
  while [ $# -gt 0 ]; do
    case $1 in
      --data) dir=$(value "$@") || exit 1; shift 2 ;;
      --key) key=$(value "$@") || exit 1; key=$(realpath -m -- "$key"); shift 2 ;;
      -*) die "${words[0]} knows no '$1' (./hotline help)." ;;
      *) words+=("$1"); shift ;;
    esac
  done
  case ${words[0]} in
    audit) [ "${words[*]}" = "audit verify" ] || die "audit knows verify alone: ./hotline audit verify [--data DIR]" ;;
    recover) [ ${#words[@]} = 2 ] || die "recover takes an administrator's number: ./hotline recover 0000 [--data DIR]" ;;
    *) [ ${#words[@]} = 2 ] && [ -n "$key" ] || die "${words[0]} takes a file and a key: ./hotline ${words[0]} FILE --key KEYFILE [--data DIR]"
       words[1]=$(realpath -m -- "${words[1]}") ;;
  esac
  needs "${NEEDS_DOTNET[@]}"
  build_all
  cd "$ROOT" || exit 1 # from here hotline.json names the city
  DATA=$(data_folder "$dir")
  # What the server made is read with the server's rights; a backup lies where root alone may write.
  local as=(); case ${words[0]} in audit | recover)
    if is_root && [ "$(stat -c %u -- "$DATA/data" 2>/dev/null)" = "$SERVER_USER" ]; then reach_all "$DATA"; as=(as_server); fi ;;
  esac
  "${as[@]}" dotnet "${SERVER_DLL/#"$ROOT"/"$PROGRAMS"}" "${words[@]}" --data "$DATA" ${key:+--key "$key"}
}
