// One unit with bodies of its own beside one that leaves them to compiled.hpp.
#include "unit.hpp"

int main() {
    const bool good[] = {works("usual", usual, 512), works("separate", separate, 512)};
    return good[0] && good[1] ? 0 : 1;
}
