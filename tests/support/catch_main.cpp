// The main of all unit tests with Catch2 2; version 3 has it in its library.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
