#pragma once

#include "rules/model.hpp"
#include "rules/object_reader.hpp"

namespace portfix {

// Who is involved in a port: files of rules/carriers/, rules/providers/ and rules/countries/.

Carrier read_carrier(ObjectReader& reader);
Provider read_provider(ObjectReader& reader);
Country read_country(ObjectReader& reader);

}  // namespace portfix
