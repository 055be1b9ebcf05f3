# shellcheck shell=sh
# To be sourced: `need PACKAGE...` installs what is missing, on Debian and its like; elsewhere it does nothing.
# With nothing missing it asks neither the network nor for rights.
need() {
    command -v dpkg-query > /dev/null && command -v apt-get > /dev/null || return 0
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2> /dev/null | grep -qx installed ||
            missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    $as_root apt-get update
    # shellcheck disable=SC2086  # the packages are words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}
