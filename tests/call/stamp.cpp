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

TEST_CASE("a source of stamps: functions, callables with state, nothing") {
    int made = 0;
    const auto counting = [&made, name = std::string(100, 'n')] { return slbwire::stamp{++made, name}; };
    slbwire::stamp_source source = counting;
    CHECK(source().time == 1);
    slbwire::stamp_source copy = source;
    CHECK(copy().time == 2);
    CHECK(source().nonce == copy().nonce);
    slbwire::stamp_source moved = std::move(copy);
    CHECK(moved().time == 5);
    CHECK(copy == nullptr);
    source = nullptr;
    CHECK(source == nullptr);
    source = slbwire::system_stamp;
    CHECK(!(source == nullptr));
    CHECK(source().nonce.size() == 32);
    source = [] { return slbwire::stamp{7, "seven"}; };
    CHECK(source().time == 7);
    source = moved;
    CHECK(source().time == 6);
    CHECK(slbwire::stamp_source(static_cast<slbwire::stamp (*)()>(nullptr)) == nullptr);
}
