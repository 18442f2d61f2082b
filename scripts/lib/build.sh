# Builds the distributions when a source is newer than they are. To be sourced after common.sh.

build_stamp="$root/target/distributions.built"
benchmarks_stamp="$root/target/benchmarks.built"
build_log="$root/target/build.log"
built_modules=coordinator,gpu-node,client

# Whether nothing that goes into a distribution has changed since it was built.
is_built() {
    [[ -f $build_stamp ]] || return 1
    local start newer
    for start in coordinator/start-coordinator gpu-node/start-gpu-node client/sweepforge; do
        [[ -x "$(distribution "${start%/*}" "${start#*/}")" ]] || return 1
    done
    newer="$(cd "$root" && find pom.xml cluster.conf scripts/lib search-strategies tensor-kernels cluster-protocol gpu-node \
        dashboard coordinator client \( -name target -o -name node_modules -o -name test \) -prune -o \
        -type f -newer "$build_stamp" -print -quit)"
    [[ -z $newer ]]
}

# One at a time in this directory, also when two scripts begin at once.
build_if_needed() { build_unless is_built "$build_stamp" "$built_modules"; }

# The same for what scripts/bench runs. The problems that it measures on are tests of search-strategies.
build_benchmarks_if_needed() { build_unless are_benchmarks_built "$benchmarks_stamp" benchmarks; }

are_benchmarks_built() {
    [[ -f $benchmarks_stamp && -x "$(distribution benchmarks bench)" ]] || return 1
    local newer
    newer="$(cd "$root" && find pom.xml scripts/lib search-strategies tensor-kernels benchmarks -name target -prune -o \
        -type f -newer "$benchmarks_stamp" -print -quit)"
    [[ -z $newer ]]
}

# build_unless CHECK STAMP MODULES
build_unless() {
    mkdir -p "$root/target"
    (
        if command -v flock >/dev/null; then flock 9; fi
        "$1" || build "$2" "$3"
    ) 9>"$root/target/build.lock"
}

# Shows one line for each module that Maven begins with, and the end of its log when it fails: build STAMP MODULES
build() {
    require_build_tools
    say "Building; the first time this downloads what it needs and takes some minutes (log: $build_log)"
    touch "$1.begun"
    local module
    for module in ${2//,/ }; do rm -rf "$root/$module/target/dist"; done
    if ! (cd "$root" && mvn -B -DskipTests -pl "$2" -am package) 2>&1 | tee "$build_log" |
        sed -un 's|^\[INFO\] Building Sweepforge :: \([^ ]*\) .*\(\[[0-9/]*\]\)$|  \2 \1|p'; then
        tail -n 40 "$build_log" >&2
        die "the build failed, see above or $build_log"
    fi
    mv "$1.begun" "$1"
}
