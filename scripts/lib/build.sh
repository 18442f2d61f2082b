# Builds the distributions when a source is newer than they are. To be sourced after common.sh.

build_stamp="$root/target/distributions.built"
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
build_if_needed() {
    mkdir -p "$root/target"
    (
        if command -v flock >/dev/null; then flock 9; fi
        is_built || build
    ) 9>"$root/target/build.lock"
}

# Shows one line for each module that Maven begins with, and the end of its log when it fails.
build() {
    require_build_tools
    say "Building; the first time this downloads what it needs and takes some minutes (log: $build_log)"
    touch "$build_stamp.begun"
    rm -rf "$root"/{coordinator,gpu-node,client}/target/dist
    if ! (cd "$root" && mvn -B -DskipTests -pl "$built_modules" -am package) 2>&1 | tee "$build_log" |
        sed -un 's|^\[INFO\] Building Sweepforge :: \([^ ]*\) .*\(\[[0-9/]*\]\)$|  \2 \1|p'; then
        tail -n 40 "$build_log" >&2
        die "the build failed, see above or $build_log"
    fi
    mv "$build_stamp.begun" "$build_stamp"
}
