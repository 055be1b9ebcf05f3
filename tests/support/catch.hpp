#pragma once
// Catch2, of whichever version is installed: 2 (Debian 12) or 3. Tests include only this.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
