#include "emit/html/section_numbers.h"

#include <catch2/catch.hpp>

using namespace kanon;

TEST_CASE("a document whose headings bring numbers gets none") {
  CHECK(brings_numbers({{0, 2, "a", "2.1 Krav"}}));
  CHECK(brings_numbers({{0, 2, "a", "Formål"}, {1, 2, "b", "§ 4 Ansvar"}}));
  CHECK_FALSE(brings_numbers({{0, 2, "a", "Krav 2"}, {0, 3, "b", ""}}));
  CHECK(section_numbers({{0, 2, "a", "Formål"}, {1, 2, "b", "§ 4 Ansvar"}}).empty());
}

TEST_CASE("sections are numbered by chapter and by place in it") {
  const std::map<std::uint32_t, std::string> numbers = section_numbers({{1, 3, "a", "Forord"},
                                                                        {4, 2, "b", "Formål"},
                                                                        {6, 3, "c", "Omfang"},
                                                                        {8, 4, "d", "Dybere"},
                                                                        {9, 3, "e", "Undtagelser"},
                                                                        {12, 2, "f", "Ansvar"},
                                                                        {14, 3, "g", "Ledelsen"}});
  CHECK(numbers == std::map<std::uint32_t, std::string>{{4, "1"}, {6, "1.1"}, {9, "1.2"}, {12, "2"}, {14, "2.1"}});
}
