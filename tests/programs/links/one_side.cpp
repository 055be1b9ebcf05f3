#include "values.hpp"

int main() { return takes(gives()) && takes(shares) ? 0 : 1; }
