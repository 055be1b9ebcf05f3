// A unit for processors with AVX2, which a program enters only there, beside one for every processor: disassembly.sh
// looks at what is linked. Here the former is never entered.
#include "unit.hpp"

int main(int arguments, char**) {
    const unit& used = arguments > 1 ? avx2 : baseline;
    return works("baseline", used, 512) ? 0 : 1;
}
