# Finds or installs the programs that scripts/bench measures this project beside. To be sourced after common.sh.

# Leaves a Python with PyTorch in $peer_python, empty when there is none and none can be installed.
find_pytorch() {
    local candidate
    peer_python=""
    for candidate in python3 /usr/bin/python3; do
        if command -v "$candidate" >/dev/null && "$candidate" -c "import torch" 2>/dev/null; then
            peer_python="$(command -v "$candidate")"
            return
        fi
    done
}

# Debian's PyTorch, with a fast BLAS: the reference one would flatter us.
install_pytorch() {
    find_pytorch
    if [[ -n $peer_python ]]; then return; fi
    if command -v apt-get >/dev/null && [[ $(id -u) == 0 ]]; then
        say "Installing PyTorch to measure against (Debian's python3-torch)"
        apt-get update -qq >/dev/null && apt-get install -y -qq python3-torch libopenblas0-pthread >/dev/null || true
        find_pytorch
    fi
    if [[ -z $peer_python ]]; then
        say "There is no PyTorch on this machine and it could not be installed." >&2
    fi
}
