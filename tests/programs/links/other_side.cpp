#include "values.hpp"

bool takes(const slbwire::client& c) { return !c.region_id.empty(); }
slbwire::client gives() { return {.region_id = "cn-hangzhou"}; }
slbwire::client shares{.region_id = "cn-hangzhou"};
