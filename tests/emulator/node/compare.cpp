// usage: compare COUNT < signatures.tsv
// Makes the strings to sign and the signatures of another client's requests anew, with the library, and compares.

#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <slbwire/call/sign.hpp>
#include <slbwire/codec/percent_decode.hpp>
#include <slbwire/wire/query.hpp>

namespace {

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == at) parts.emplace_back();
        else parts.back() += c;
    }
    return parts;
}

}  // namespace

int main(int count, char** arguments) {
    const long wanted = count == 2 ? std::strtol(arguments[1], nullptr, 10) : -1;
    long same = 0;
    for (std::string line; std::getline(std::cin, line);) {
        const std::vector<std::string> columns = split(line, '\t');
        if (columns.size() != 4) return 2;
        std::vector<std::pair<std::string, std::string>> decoded;
        for (const std::string& pair : split(columns[1], '&')) {
            const std::size_t equals = pair.find('=');
            const auto name = slbwire::percent_decode(pair.substr(0, equals));
            const auto value = slbwire::percent_decode(pair.substr(equals + 1));
            if (!name || !value) return 2;
            if (*name != "Signature") decoded.emplace_back(*name, *value);
        }
        std::vector<slbwire::parameter> parameters;
        for (const auto& [name, value] : decoded) parameters.push_back({name, value});
        const std::string text = slbwire::string_to_sign(columns[0], slbwire::canonical_query(parameters));
        if (text != columns[2] || !slbwire::sign(text, "testsecret").is(columns[3])) {
            std::cout << "not the same:\n" << line << '\n' << text << '\n';
            return 1;
        }
        ++same;
    }
    std::cout << same << " requests are signed alike\n";
    return same == wanted ? 0 : 1;
}
