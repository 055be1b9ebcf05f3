// With second_unit.cpp: a definition in a header that is not inline would stand in both, and not link.
#include "all_headers.hpp"  // generated: every header of the library

int second_unit();

int main() { return second_unit(); }
