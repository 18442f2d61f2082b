# What the scripts beside this folder share. To be sourced by a bash script that lies in scripts/.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"

say() { printf '%s\n' "$*"; }

# A mistake that the user can put right.
die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 2
}

# Prints the comment that the calling script begins with, when --help is among the arguments.
help_if_asked() {
    local argument
    for argument in "$@"; do
        if [[ $argument == --help || $argument == -h ]]; then
            sed -n '2,/^[^#]/{/^#/!d;s/^# \{0,1\}//;p}' "$0"
            exit 0
        fi
    done
}

# The major version of the Java that would run; fails when there is none.
java_major() {
    local java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
    "$java" -version 2>&1 | sed -n 's/^[a-z]* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p;T;q'
}

require_java() {
    local major
    major="$(java_major)" || major=""
    if [[ -z $major ]] || ((major < 17)); then
        die "Java 17 or later is needed, found ${major:-none}; install it (Debian: apt-get install openjdk-17-jdk) or set JAVA_HOME"
    fi
}

require_build_tools() {
    local major
    major="$(java_major)" || major=""
    [[ $major == 17 ]] || die "building needs JDK 17, found ${major:-none}; install it (Debian: apt-get install openjdk-17-jdk) or set JAVA_HOME. What was built runs on later ones too"
    command -v mvn >/dev/null || die "building needs Maven; install it (Debian: apt-get install maven)"
    command -v npm >/dev/null || die "building the dashboard needs Node.js 20 or later with npm; install it from https://nodejs.org"
}

# A distribution's start script: distribution MODULE NAME
distribution() { printf '%s/%s/target/dist/bin/%s' "$root" "$1" "$2"; }

require_distribution() {
    [[ -x $1 ]] || die "not built yet; run scripts/quickstart, or mvn -DskipTests package in $root"
}

# Becomes a process of a distribution, with the root's cluster.conf unless another is named: become MODULE NAME ARGUMENT...
become() {
    local start argument
    start="$(distribution "$1" "$2")"
    shift 2
    require_java
    require_distribution "$start"
    for argument in "$@"; do
        if [[ $argument == --config ]]; then
            exec "$start" "$@"
        fi
    done
    exec "$start" --config "$root/cluster.conf" "$@"
}
