#include "exchange/csv_reading.h"

#include <algorithm>
#include <array>

namespace kanon {
namespace {

constexpr std::size_t kMostRows = 200'000;
constexpr std::size_t kMostColumns = 200;
constexpr std::string_view kSaysSeparator = "sep=";

/// Cuts a text into fields, from its first character to its last.
class FieldReader {
 public:
  FieldReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }

  /// The next field; `ends_row` is whether it was the last of its row.
  std::string next(bool& ends_row) {
    std::string field;
    if (!at_end() && text_[at_] == '"') field = quoted();
    // what stands behind the closing quotation mark belongs to the field, as spreadsheets read it
    const std::size_t end = std::min(text_.find_first_of(std::array{separator_, '\n'}.data(), at_, 2), text_.size());
    field += text_.substr(at_, end - at_);
    ends_row = end == text_.size() || text_[end] == '\n';
    at_ = end == text_.size() ? end : end + 1;
    return field;
  }

 private:
  std::string quoted() {
    std::string field;
    for (++at_; !at_end(); ++at_) {
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        field += text_[at_++];
      } else {
        ++at_;
        break;
      }
    }
    return field;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
};

std::unexpected<Error> too_big() {
  return wrong_use(message("Tabellen har over {} rækker eller {} kolonner",
                           "The table has more than {} rows or {} columns", kMostRows, kMostColumns),
                   {"Del den i flere filer.", "Divide it into several files."});
}

}  // namespace

char csv_separator(std::string_view text) {
  if (text.starts_with(kSaysSeparator) && text.size() > kSaysSeparator.size()) return text[kSaysSeparator.size()];
  constexpr std::array<char, 3> candidates{';', ',', '\t'};
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    const auto* const found = std::ranges::find(candidates, c);
    if (found != candidates.end() && !quoted) ++counts.at(static_cast<std::size_t>(found - candidates.begin()));
  }
  return candidates.at(static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin()));
}

Result<Table> read_csv(std::string_view text, char separator) {
  Table table;
  if (text.starts_with(kSaysSeparator)) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  FieldReader fields(text, separator);
  bool begins_row = true;
  while (!fields.at_end()) {
    if (begins_row) table.emplace_back();
    table.back().push_back(fields.next(begins_row));
    if (table.size() > kMostRows || table.back().size() > kMostColumns) return too_big();
  }
  return table;
}

}  // namespace kanon
