#pragma once

#include <string>
#include <string_view>

namespace kanon {

/// What is wrong with a stretch of HTML as the body writer may write it; empty if nothing is. Knows only the elements
/// and attributes that belong there, the nesting that HTML allows them, and one spelling for each: whatever else stands
/// in the text is an error, markup that slipped through above all.
std::string fault_of(std::string_view html);

}  // namespace kanon
