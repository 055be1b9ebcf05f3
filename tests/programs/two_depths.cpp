// Two units with different SLBWIRE_MAX_DEPTH: each keeps its own, in whatever order they are linked.
#include "unit.hpp"

int main() {
    const bool good[] = {works("usual", usual, 512), works("depth_16", depth_16, 16)};
    return good[0] && good[1] ? 0 : 1;
}
