#include <slbwire/call/credentials.hpp>
#include <slbwire/codec/hmac.hpp>

#include <new>
#include <type_traits>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

template <class T>
concept equality_comparable_with_itself = requires(const T& a, const T& b) { a == b; };
template <class T>
concept printable = requires(std::ostream& to, const T& value) { to << value; };

static_assert(!equality_comparable_with_itself<secret>);
static_assert(!printable<secret>);
static_assert(!std::is_convertible_v<secret, std::string_view>);
static_assert(!std::is_convertible_v<std::string_view, secret>);

/// Does the text stand anywhere in these bytes?
bool holds(const unsigned char* bytes, std::size_t size, std::string_view text) {
    return std::string_view(reinterpret_cast<const char*>(bytes), size).find(text) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a secret is copied, moved and replaced") {
    secret a("hidden");
    secret b = a;
    CHECK(b.reveal() == "hidden");
    const secret c = std::move(a);
    CHECK(c.reveal() == "hidden");
    b = secret("other");
    CHECK(b.reveal() == "other");
    const secret& same = b;
    b = same;
    CHECK(b.reveal() == "other");
    CHECK(secret().empty());
    CHECK(secret("").empty());
}

TEST_CASE("credentials hold an id, a secret, a token and a key made ready") {
    const credentials keys("id", "secret", "token");
    CHECK(keys.access_key_id() == "id");
    CHECK(keys.access_key_secret().reveal() == "secret");
    CHECK(keys.security_token().reveal() == "token");
    hmac_sha1 code(keys.signing_key());
    code.update("text");
    CHECK(code.finish() == hmac_sha1::of("secret&", "text"));
    CHECK(credentials().access_key_id().empty());
}

TEST_CASE("what the key was made of is gone from the object's memory when it goes") {
    alignas(hmac_key<sha1>) unsigned char memory[sizeof(hmac_key<sha1>)];
    auto* const key = new (memory) hmac_key<sha1>("a secret that is long enough", "&");
    bool all_zero = true;
    for (unsigned char byte : memory) all_zero = all_zero && byte == 0;
    CHECK(!all_zero);
    key->~hmac_key();
    // Through a volatile pointer: these bytes are outside of any object now.
    all_zero = true;
    for (const volatile unsigned char& byte : memory) all_zero = all_zero && byte == 0;
    CHECK(all_zero);
    CHECK(!holds(memory, sizeof memory, "secret"));
}
