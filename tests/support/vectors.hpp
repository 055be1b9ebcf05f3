#pragma once
// Files of tests/vectors. Read as C does: some of the tests also run where there are no C++ streams (tests/msvc).

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>

inline std::string read_vector(const std::string& path) {
    const std::string name = std::string(SLBWIRE_TEST_VECTORS) + "/" + path;
    std::FILE* const file = std::fopen(name.c_str(), "rb");
    if (file == nullptr) {
        std::printf("no such test vector: %s\n", name.c_str());
        std::abort();
    }
    std::string text;
    char part[4096];
    for (std::size_t n = 0; (n = std::fread(part, 1, sizeof part, file)) != 0;) text.append(part, n);
    std::fclose(file);
    return text;
}
