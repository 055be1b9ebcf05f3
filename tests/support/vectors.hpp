#pragma once
// Files of tests/vectors.

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

inline std::string read_vector(const std::string& path) {
    std::ifstream in(std::string(SLBWIRE_TEST_VECTORS) + "/" + path, std::ios::binary);
    if (!in) throw std::runtime_error("no such test vector: " + path);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}
