// One unit that may use no vector and SHA instructions beside one that may: disassembly.sh looks at what is linked.
#include "unit.hpp"

int main() {
    const bool good[] = {works("usual", usual, 512), works("no_simd", no_simd, 512)};
    return good[0] && good[1] ? 0 : 1;
}
