#!/bin/sh
# Builds or tests the dashboard for Maven: build.sh build|test
# Nothing runs again while its inputs are unchanged.
set -eu
cd "$(dirname "$0")"

required_node=20.19
sources="src public index.html package-lock.json package.json tsconfig.json vite.config.ts build.sh"
built_from=target/dashboard-sources.cksum
installed_from=node_modules/.installed-package-lock.json

fail() {
  echo "dashboard: $1" >&2
  exit 1
}

require_node() {
  advice="Install Node.js $required_node or newer with npm (from https://nodejs.org, or from your system's packages where they are new enough) and run the build again."
  command -v node >/dev/null 2>&1 || fail "Node.js was not found, and the browser dashboard is built with it. $advice"
  node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    const [leastMajor, leastMinor] = process.argv[1].split(".").map(Number);
    process.exit(major > leastMajor || (major === leastMajor && minor >= leastMinor) ? 0 : 1);
  ' "$required_node" || fail "Node.js $(node --version) is too old. $advice"
  command -v npm >/dev/null 2>&1 || fail "npm was not found beside $(command -v node). $advice"
}

install_packages() {
  cmp -s package-lock.json "$installed_from" && return
  echo "dashboard: installing packages (npm ci)"
  npm ci --no-audit --no-fund --loglevel=error || fail "npm ci failed; it needs the npm registry, once."
  cp package-lock.json "$installed_from"
}

# shellcheck disable=SC2086 # the list is words on purpose
checksum() {
  find $sources -type f | LC_ALL=C sort | xargs cksum | cksum
}

build() {
  now=$(checksum)
  [ -f target/classes/dashboard/index.html ] && [ "$now" = "$(cat $built_from 2>/dev/null)" ] && return
  npm run --silent build
  mkdir -p target
  echo "$now" >$built_from
}

require_node
install_packages
case "${1:-}" in
  build) build ;;
  test) npm test --silent ;;
  *) fail "usage: build.sh build|test" ;;
esac
