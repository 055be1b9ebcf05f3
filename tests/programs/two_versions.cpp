// A shared library that was built with a later version, in which `client` has one more member, and a program that was
// not. Both show all their symbols, of which the dynamic linker takes one for each name.
#include "unit.hpp"

int main() {
    if (next_version.version == usual.version) return 2;
    const bool good[] = {works("usual", usual, 512), works("next_version", next_version, 512)};
    return good[0] && good[1] ? 0 : 1;
}
