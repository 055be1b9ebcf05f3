// Against OpenSSL's.
#include <slbwire/codec/sha256.hpp>

#include "support/hash_peer.hpp"

TEST_CASE("sha256: as OpenSSL has it, all lengths to 300") {
    support::check_short_texts<slbwire::sha256>(EVP_sha256(), 6);
}

TEST_CASE("sha256: as OpenSSL has it, random texts in random pieces") {
    support::check_random_pieces<slbwire::sha256>(EVP_sha256(), 7);
}
