// Against OpenSSL's.
#include <slbwire/codec/sha1.hpp>

#include "support/hash_peer.hpp"

TEST_CASE("sha1: as OpenSSL has it, all lengths to 300") {
    support::check_short_texts<slbwire::sha1>(EVP_sha1(), 6);
}

TEST_CASE("sha1: as OpenSSL has it, random texts in random pieces") {
    support::check_random_pieces<slbwire::sha1>(EVP_sha1(), 7);
}
