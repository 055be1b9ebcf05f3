// Boost.URL.

#include <boost/url.hpp>
#include <boost/version.hpp>

#include "encoder.hpp"

namespace {

using namespace bench;

std::string encode(std::string_view text) {
    return boost::urls::encode(boost::urls::string_view(text.data(), text.size()), boost::urls::unreserved_chars);
}

const registration here([] {
    add_version("Boost.URL",
                std::to_string(BOOST_VERSION / 100000) + "." + std::to_string(BOOST_VERSION / 100 % 1000));
    add_encoder("Boost.URL", encode);
    static const std::string query = library_call(make_call(20)).canonical_query();
    add(works::percent_again, query.size(), "Boost.URL", [] {
        static std::vector<char> room(3 * query.size());
        const boost::urls::string_view text(query.data(), query.size());
        const std::size_t size = boost::urls::encode(room.data(), room.size(), text, boost::urls::unreserved_chars);
        return std::string_view(room.data(), size);
    });
});

}  // namespace
