# Starts, awaits and stops processes of this machine's cluster. To be sourced after common.sh.

# Where Linux can do it, a process that is begun with this is told to stop when the script dies, however it dies.
tied=()
if setpriv --pdeathsig TERM true 2>/dev/null; then tied=(setpriv --pdeathsig TERM --); fi

# Runs a command in the background with its output in a log, in $started its process id.
start() {
    local log="$1"
    shift
    if [[ -f $log ]]; then mv "$log" "$log.old"; fi
    : >"$log"
    "${tied[@]}" "$@" >"$log" 2>&1 </dev/null &
    started=$!
}

# await PID LOG WHAT TEXT SECONDS: until the log has a line that begins with the text.
await() {
    local pid="$1" log="$2" what="$3" text="$4" limit=$((SECONDS + $5))
    until grep -q "^$text" "$log"; do
        if ! kill -0 "$pid" 2>/dev/null; then
            show_end "$log"
            die "$what ended before it was ready, see above or $log"
        fi
        if ((SECONDS >= limit)); then
            show_end "$log"
            die "$what is not ready after $5 s, see above or $log"
        fi
        sleep 0.2
    done
}

show_end() { tail -n 20 "$1" >&2; }

# SIGTERM, and SIGKILL to what has not ended after some seconds. In a trap, a bare return would fail with the status that
# the script exits with.
stop() {
    local pid="$1" limit=$((SECONDS + 15))
    if [[ -z $pid ]]; then return 0; fi
    kill -TERM "$pid" 2>/dev/null || return 0
    while kill -0 "$pid" 2>/dev/null; do
        if ((SECONDS >= limit)); then
            say "Process $pid does not stop; killed."
            kill -KILL "$pid" 2>/dev/null || true
        fi
        sleep 0.1
    done
    wait "$pid" 2>/dev/null || true
}

is_port_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The first free port from the given one on.
free_port() {
    local port="$1"
    until is_port_free "$port"; do port=$((port + 1)); done
    say "$port"
}
