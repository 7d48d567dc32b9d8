# PostgreSQL: where it comes from, and the cluster that "up --database postgres" keeps in DIR. Sets PG_BIN, and PG_LIB where it was fetched.

PG_OLDEST=15

# installed_postgres: sets PG_BIN where the machine's own is fit. Debian keeps the programs off the PATH, one folder a version.
installed_postgres() {
  PG_LIB= PG_BIN=
  [ -z "${HOTLINE_POSTGRES_FETCH:-}" ] || return 1
  newest_postgres /usr
}

newest_postgres() {
  PG_BIN=$(ls -d "$1"/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
  PG_BIN=${PG_BIN%/initdb}
  [ -x "$PG_BIN/postgres" ] && [ "$(basename "${PG_BIN%/bin}")" -ge $PG_OLDEST ]
}

# For "needs": what keeps PostgreSQL from being found here or fetched; see there for the form.
lacks_postgres() {
  ! installed_postgres && [ ! -e "$(cache_folder)/postgres/complete" ] || return 1
  ! { command -v apt-get && command -v dpkg; } >/dev/null || return 1
  echo "!PostgreSQL $PG_OLDEST or newer in /usr/lib/postgresql — this machine has no apt to fetch it with"
}

find_postgres() {
  if installed_postgres; then return; fi
  local cache; cache=$(cache_folder)/postgres
  if [ ! -e "$cache/complete" ]; then
    mkdir -p "$cache" || die "$cache cannot be written (HOTLINE_CACHE names another place)."
    ( flock 8; [ -e "$cache/complete" ] || fetch_postgres "$cache" ) 8>"$cache/lock" || exit 1
  fi
  newest_postgres "$cache/root/usr" || die "$cache holds no PostgreSQL; remove it, then start again."
  PG_LIB=$(ls -d "$cache"/root/usr/lib/*-linux-gnu 2>/dev/null | paste -sd:)
}

# fetch_postgres CACHE: this release's own PostgreSQL and what it lacks here, unpacked into a folder. Nothing is installed into the
# system, so no cluster is made and started there; needs no root.
fetch_postgres() {
  local cache=$1 log=$1/fetch.log package
  local place=(-o "Dir::State=$cache/state" -o Dir::State::status=/var/lib/dpkg/status -o "Dir::Cache=$cache/cache" -o Debug::NoLocking=1
    -o APT::Sandbox::User= -o APT::Install-Recommends=false -o Acquire::Retries=3 -o Acquire::Languages=none)
  say "PostgreSQL is fetched into $cache (once) …"
  rm -rf "$cache"/{root,state,cache}
  mkdir -p "$cache"/{root,state/lists/partial,cache/archives/partial}
  apt-get "${place[@]}" update >"$log" 2>&1 || { tail -n 4 "$log" >&2; die "The list of packages could not be fetched."; }
  package=$(apt-cache "${place[@]}" search --names-only '^postgresql-[0-9]+$' | awk '{print $1}' | sort -V | tail -n 1)
  [ "${package#postgresql-}" -ge $PG_OLDEST ] 2>/dev/null || die "This release has no PostgreSQL $PG_OLDEST or newer."
  apt-get "${place[@]}" install -y --reinstall --download-only "$package" >>"$log" 2>&1 ||
    { tail -n 4 "$log" >&2; die "PostgreSQL's packages could not be fetched."; }
  for package in "$cache"/cache/archives/*.deb; do
    dpkg -x "$package" "$cache/root" || die "$package could not be unpacked (is the disk full?)."
  done
  chmod -R a+rX "$cache/root"; chmod a+x "$cache"
  rm -rf "$cache"/{state,cache}
  : >"$cache/complete"
}

# own_postgres: whether hotline.json names the cluster in DATA, and no other database.
own_postgres() { grep -qsF "Host=$DATA/database;" "$DATA/hotline.json"; }

# prepare_postgres DIR: makes the cluster where it is missing, and its command in the array PG_COMMAND. It opens no port: the socket lies in
# DIR/database, which only its user may enter, and the password that hotline.json holds is asked for there too.
prepare_postgres() {
  local data=$1/postgres socket=$1/database as=(setpriv --pdeathsig INT) made
  [ ${#socket} -le 85 ] || die "--data: the path $socket is too long for PostgreSQL's socket."
  if ! is_root; then
    mkdir -p "$socket" && chmod 700 "$socket" && chmod 600 "$socket/password" || die "$socket cannot be written."
  else # with whose rights PostgreSQL does not run
    [ ! -L "$socket" ] && [ ! -L "$data" ] || die "$socket or $data is a link. Remove it: a start by root follows none there."
    reachable "$1" && reachable "$PG_BIN" || die "PostgreSQL runs without rights and cannot enter $1 or $PG_BIN. Give another --data, or HOTLINE_CACHE."
    as=(setpriv --reuid "$UNPRIVILEGED" --regid "$UNPRIVILEGED" --clear-groups --no-new-privs --pdeathsig INT)
    [ -d "$socket" ] || mkdir -m 710 "$socket" || die "$socket cannot be made."
    chown -h "$UNPRIVILEGED:$SERVER_USER" "$socket" # the server comes to the socket
    # shellcheck disable=SC2016 # the inner shell's own
    as_asterisk sh -c 'umask 077; chmod 710 "$1" && rm -f "$1/password" && printf %s "$2" >"$1/password"' sh "$socket" "$DATABASE_PASSWORD" ||
      die "$socket cannot be written."
  fi
  as+=(env -C / LC_ALL=C "LD_LIBRARY_PATH=$PG_LIB")
  if [ ! -e "$data/PG_VERSION" ]; then
    say "Making the database in $data …"
    made=$data.new # a start that is broken off leaves no half of it
    rm -rf "$made"; mkdir -m 700 "$made" || die "$made cannot be made."
    ! is_root || chown -h "$UNPRIVILEGED:$UNPRIVILEGED" "$made"
    { "${as[@]}" "$PG_BIN/initdb" -D "$made" --username hotline --pwfile "$socket/password" --auth scram-sha-256 --encoding UTF8 --locale C &&
      echo 'create database hotline' | "${as[@]}" "$PG_BIN/postgres" --single -D "$made" postgres; } >"$1/log/postgres.log" 2>&1 ||
      { tail -n 4 "$1/log/postgres.log" >&2; die "The database could not be made (all it said: $1/log/postgres.log)."; }
    mv "$made" "$data" || die "$data cannot be written."
  fi
  [[ $("${as[@]}" "$PG_BIN/postgres" --version) =~ \ $(<"$data/PG_VERSION")\. ]] ||
    die "$data was made by PostgreSQL $(<"$data/PG_VERSION"); here is another, $PG_BIN."
  PG_COMMAND=("${as[@]}" "$PG_BIN/postgres" -D "$data" -k "$socket" -p 5432 -c listen_addresses=)
}

start_postgres() { launch postgres "$DATA/log/postgres.log" "$DATA/log/postgres.log" "${PG_COMMAND[@]}"; }

# The server does not need it to start; but one that cannot start at all is said at once.
await_postgres() {
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    stop_if_asked
    alive postgres || { tail -n 4 "$DATA/log/postgres.log" >&2; die "PostgreSQL does not start (all it said: $DATA/log/postgres.log)."; }
    [ ! -S "$DATA/database/.s.PGSQL.5432" ] || return 0
    pause 0.05
  done
}
