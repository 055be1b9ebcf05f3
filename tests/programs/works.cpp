#include <cstdio>

#include "unit.hpp"

bool works(const char* name, const unit& u, int most_levels) {
    bool good = true;
    const std::string url = u.url();
    if (url != right_url) {
        std::printf("%s: the URL is %s\n", name, url.c_str());
        good = false;
    }
    for (const int levels : {4, 15, 16, 17, 100, 400, 500, 511, 512, 513, 600}) {
        const accepted said = u.read(deep_reply(levels));
        if (said.ways == (levels <= most_levels ? said.of : 0)) continue;
        std::printf("%s: %d of %d ways take %d levels\n", name, said.ways, said.of, levels);
        good = false;
    }
    return good;
}
