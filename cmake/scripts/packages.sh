# Sourced by ./demo and ./check: the Debian packages the project needs, and how they get here.

build_packages=(
    git g++ cmake ninja-build pkg-config
    libeigen3-dev libboost-graph-dev libfmt-dev libtomlplusplus-dev nlohmann-json3-dev
    libpugixml-dev libsqlite3-dev libcli11-dev librandom123-dev
)
check_packages=(
    doctest-dev librapidcheck-dev libbenchmark-dev doxygen
    clang-14 clang-format-14 clang-tidy-14 libclang-rt-14-dev llvm-14 lld ccache
    python3 python3-jsonschema
)

# ensure_packages NAME...: installs those that are missing. Where that is not possible it names them
# and goes on: they may be there by another way, and CMake says what it cannot find.
ensure_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "No apt here. Needed, by their Debian names: $*"
        echo "Going on with what can be found."
        return 0
    fi

    local package missing=()
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' ||
            missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as_root=(sudo)
        else
            echo "Missing packages, and neither root nor sudo to install them: ${missing[*]}"
            echo "Going on with what can be found."
            return 0
        fi
    fi

    echo "Installing with apt: ${missing[*]}"
    local log
    log=$(mktemp)
    # env, because sudo drops the variable; stdin may be closed
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    if "${apt[@]}" update </dev/null >"$log" 2>&1 &&
        "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >>"$log" 2>&1; then
        echo "Installed."
    else
        tail -n 20 "$log"
        echo "apt could not install: ${missing[*]}"
        echo "Going on with what can be found."
    fi
    rm -f "$log"
}
