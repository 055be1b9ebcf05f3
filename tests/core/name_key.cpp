#include <slbwire/core/name_key.hpp>

#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/exact_block.hpp"

using namespace slbwire;

TEST_CASE("a key is found where its text begins, and nowhere else") {
    const std::string name = "abcdefghijklmnopqrstuvwxyz";
    for (std::size_t size = 1; size <= 24; ++size) {
        const std::string text = name.substr(0, size);
        const name_key key(text.substr(0, 1), text.substr(1), "");
        CHECK(key.size() == size);
        REQUIRE(key.reach() == (size < 8 ? 8 : size));
        // Not one byte more than it says is read, and no byte behind the text counts.
        const support::exact_block right((text + "********").substr(0, key.reach()));
        CHECK(key.begins(right.view().data()));
        for (std::size_t i = 0; i < size; ++i) {
            std::string other(right.view());
            other[i] = static_cast<char>(other[i] ^ 0x20);
            const support::exact_block wrong(other);
            CHECK_FALSE(key.begins(wrong.view().data()));
        }
    }
}

TEST_CASE("the pieces of a key are joined") {
    const name_key key("\"", "ServerId", "\":");
    CHECK(key.size() == 11);
    CHECK(key.begins("\"ServerId\":"));
    CHECK_FALSE(key.begins("\"ServerId\" :"));
    CHECK_FALSE(key.begins("\"serverId\":"));
    CHECK(name_key("", "", ">").begins(">1234567"));
}

TEST_CASE("no text has enough bytes for a key that is too long") {
    const name_key key("\"", "ABCDEFGHIJKLMNOPQRSTUV", "\":");
    CHECK(key.size() == 25);
    CHECK(key.reach() > 1'000'000'000);
}
