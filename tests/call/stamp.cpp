#include <slbwire/call/stamp.hpp>

#include <ctime>
#include <set>
#include <thread>
#include <vector>

#include "../support/catch.hpp"

using namespace slbwire;

TEST_CASE("the system's stamps have its time, and a nonce each of their own, on several threads at once") {
    std::vector<std::vector<stamp>> made(8);
    std::vector<std::thread> threads;
    for (auto& mine : made) {
        threads.emplace_back([&mine] {
            for (int i = 0; i < 2'000; ++i) mine.push_back(system_stamp());
        });
    }
    for (auto& t : threads) t.join();
    std::set<std::string> nonces;
    for (const auto& mine : made) {
        for (const stamp& s : mine) {
            CHECK(s.nonce.size() == 32);
            CHECK(s.nonce.find_first_not_of("0123456789abcdef") == std::string::npos);
            CHECK(nonces.insert(s.nonce).second);
        }
    }
    CHECK(std::abs(static_cast<double>(std::time(nullptr)) - static_cast<double>(made[0][0].time)) < 60);
}
