#pragma once

#include <string>
#include <vector>

#include "compare/fields.h"
#include "model/items.h"

namespace kanon {

// The fields of items by the keys that their sources write, in the order of the contract.

std::vector<Field> fields_of(const Document& document);
std::vector<Field> fields_of(const Catalog& catalog);
std::vector<Field> fields_of(const Handbook& handbook);
std::vector<Field> fields_of(const Project& project);
std::vector<Field> fields_of(const Page& page);
/// What may be told of a member: of one that is admitted what is published, of one that left its name and its years, of
/// anybody else nothing (contract, section 4).
std::vector<Field> public_fields_of(const Member& member);

/// A text that is compared by words.
Field text_field(std::string name, std::string value);
/// A value that is the same or another: a date, an id, a choice.
Field value_field(std::string name, std::string value);
Field list_field(std::string name, const std::vector<LocatedText>& values);

}  // namespace kanon
