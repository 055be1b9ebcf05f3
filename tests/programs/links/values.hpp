#pragma once
// Two units that hand each other types of slbwire: as an argument, as what comes back, and as a variable.
#include <slbwire/slbwire.hpp>

bool takes(const slbwire::client& c);
slbwire::client gives();
extern slbwire::client shares;
