#include "exchange/id_list.h"

#include "base/text.h"

namespace kanon {
namespace {

constexpr std::string_view kSeparators = ",;\n";
constexpr std::string_view kBlanks = " \t\r";

bool is_one_of(char c, std::string_view characters) { return characters.find(c) != std::string_view::npos; }

/// A quoted id from its first quotation mark on; `at` is left behind its last.
std::string quoted_id(std::string_view cell, std::size_t& at) {
  std::string id;
  for (++at; at < cell.size(); ++at) {
    if (cell[at] != '"') {
      id += cell[at];
    } else if (at + 1 < cell.size() && cell[at + 1] == '"') {
      id += cell[++at];
    } else {
      ++at;
      break;
    }
  }
  return id;
}

/// Whether ids are told apart by more than blanks.
bool has_separator(std::string_view cell) {
  for (std::size_t at = 0; at < cell.size();) {
    if (cell[at] == '"') {
      quoted_id(cell, at);
    } else if (is_one_of(cell[at++], kSeparators)) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string id_list(const std::vector<std::string>& ids) {
  std::vector<std::string> cells;
  for (const std::string& id : ids) {
    const bool is_plain = !id.empty() && id.find_first_of(" \t\r\n,;\"") == std::string::npos;
    cells.push_back(is_plain ? id : "\"" + replace_all(id, "\"", "\"\"") + "\"");
  }
  return join(cells, ", ");
}

std::vector<std::string> ids_in(std::string_view cell) {
  const bool separated = has_separator(cell);
  std::vector<std::string> ids;
  std::size_t at = 0;
  while (at < cell.size()) {
    if (is_one_of(cell[at], kSeparators) || is_one_of(cell[at], kBlanks)) {
      ++at;
    } else if (cell[at] == '"') {
      ids.push_back(quoted_id(cell, at));
    } else {
      const std::size_t end = std::min(cell.find_first_of(separated ? ",;\n" : ",;\n \t\r", at), cell.size());
      ids.emplace_back(trim(cell.substr(at, end - at)));
      at = end;
    }
  }
  return ids;
}

}  // namespace kanon
