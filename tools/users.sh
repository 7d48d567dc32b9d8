# Whose rights the parts run with. Root installs, builds and watches; Asterisk, the database, the server and the watchdog run as users
# without rights, and where they could write nothing of what they left there is followed, changed or trusted by root: what has to be made
# in a folder of theirs is made with their rights. Somebody who is not root starts all of it as himself.
#
# As root DIR is laid out so: DIR itself is root's and sticky, so that the server makes its own files there and takes away nobody else's;
# hotline.json, log and asterisk are root's; asterisk/{lib,run,cache,spool,log} are Asterisk's; data, journal and what it makes besides the
# server's.

UNPRIVILEGED=65534  # Asterisk and PostgreSQL: the system's own "nobody"
SERVER_USER=65402   # numbers that systemd gives to services which have a user only while they run: they are nobody's
WATCHDOG_USER=65403
READERS=65404       # the group of those that read hotline.json
PROGRAMS=$ROOT      # where the server and the watchdog are read from

# as_user UID GID GROUPS COMMAND …
as_user() { local user=$1 group=$2 groups=$3; shift 3; setpriv --reuid "$user" --regid "$group" --groups "$groups" --no-new-privs "$@"; }
as_asterisk() { if is_root; then as_user $UNPRIVILEGED $UNPRIVILEGED $UNPRIVILEGED "$@"; else "$@"; fi; }
as_server() { if is_root; then as_user $SERVER_USER $SERVER_USER $SERVER_USER,$READERS,$UNPRIVILEGED "$@"; else "$@"; fi; }
as_watchdog() { if is_root; then as_user $WATCHDOG_USER $WATCHDOG_USER $WATCHDOG_USER,$READERS "$@"; else "$@"; fi; }

# take_users: in a container that has few user ids, those that there are: nobody then is all of them, and root still none.
take_users() {
  ! is_root || as_server true 2>/dev/null || SERVER_USER=$UNPRIVILEGED WATCHDOG_USER=$UNPRIVILEGED READERS=$UNPRIVILEGED
}

# Whether users without rights can enter a folder.
reachable() { as_user $UNPRIVILEGED $UNPRIVILEGED $UNPRIVILEGED test -x "$1" 2>/dev/null; }

# roots PATH …: that nothing is there, or what is root's own and no link. Whoever may write beside it could have put another there.
roots() {
  local path
  is_root || return 0
  for path in "$@"; do
    [ ! -L "$path" ] || die "$path is a link. Remove it: a start by root follows none there."
    [ ! -e "$path" ] || [ "$(stat -c %u -- "$path")" = 0 ] || return 1
  done
}

# make_roots_data DIR: DIR as it is laid out above. In one of before, the server was root: what it made becomes the server's, once; nobody
# else could write there.
make_roots_data() {
  local name path
  mkdir -p "$1" || die "$1 cannot be made."
  is_root || return 0
  take_users
  roots "$1" || die "$1 belongs to $(stat -c %U -- "$1"): start Hotline as that user, or give another --data."
  chown "root:$SERVER_USER" "$1" && chmod 1771 "$1" || die "$1 cannot be written."
  for name in hotline.json hotline.lock hotline.pids hotline.hold log sounds; do
    roots "$1/$name" || die "$1/$name is not root's. Remove it, or start Hotline as $(stat -c %U -- "$1/$name")."
  done
  for name in data journal spill keys city-good spill.key journal.key audit-heads.log; do
    path=$1/$name
    if [ -e "$path" ] || [ -L "$path" ]; then
      if roots "$path"; then chown -hR "$SERVER_USER:$SERVER_USER" -- "$path" || die "$path cannot be given to the server's user."; fi
    fi
  done
}

# reach_all DIR: that users without rights come to what they run and read. Where the repository is closed to them, the server and the
# watchdog are read from a copy.
reach_all() {
  is_root || return 0
  take_users
  as_server true 2>/dev/null || die "No other user can be taken on here (a container without user ids?), and nothing of Hotline runs as root."
  reachable "$1" || die "$1 cannot be entered by users without rights, as whom everything runs. Give --data /var/lib/hotline, for example."
  reachable "$(dirname "$(readlink -f "$(command -v dotnet)")")" ||
    die "$(command -v dotnet) cannot be run by users without rights, as whom the server runs. Install .NET in /usr/share/dotnet, for example."
  ! reachable "$ROOT" || return 0
  PROGRAMS=/var/cache/hotline/programs
  local part
  for part in artifacts/bin/Hotline.AgentHub/release artifacts/bin/Hotline.Watchdog/release src/AgentHub/wwwroot config; do
    [ -d "$ROOT/$part" ] || continue
    mkdir -p "$PROGRAMS/$part" && cp -a --no-preserve=ownership "$ROOT/$part/." "$PROGRAMS/$part/" || die "$PROGRAMS cannot be written."
  done
  chmod -R a+rX "${PROGRAMS%/*}"
}

# server_command: what runs the server and the watchdog, in the arrays SERVER_COMMAND and WATCHDOG_COMMAND.
server_command() {
  SERVER_COMMAND=(setpriv --pdeathsig TERM) WATCHDOG_COMMAND=(setpriv --pdeathsig TERM)
  if is_root; then
    SERVER_COMMAND=(setpriv --reuid "$SERVER_USER" --regid "$SERVER_USER" --groups "$SERVER_USER,$READERS,$UNPRIVILEGED" --no-new-privs --pdeathsig TERM
      env HOME="$DATA")
    WATCHDOG_COMMAND=(setpriv --reuid "$WATCHDOG_USER" --regid "$WATCHDOG_USER" --groups "$WATCHDOG_USER,$READERS" --no-new-privs --pdeathsig TERM
      env HOME="$DATA")
  fi
  SERVER_COMMAND+=(dotnet "${SERVER_DLL/#"$ROOT"/"$PROGRAMS"}" --data "$DATA")
  WATCHDOG_COMMAND+=(dotnet "${WATCHDOG_DLL/#"$ROOT"/"$PROGRAMS"}" --data "$DATA")
}
