// Runs what catch2/catch.hpp has collected.
#include <catch2/catch.hpp>

int main() {
    int tests = 0;
    for (mini::test* t = mini::first(); t != nullptr; t = t->next, ++tests) t->run();
    printf("%d tests, %d checks, %d failed\n", tests, mini::checks, mini::failures);
    return mini::failures != 0;
}
