#include "read/mending.h"

#include <algorithm>
#include <utility>

#include "base/id.h"
#include "base/text.h"
#include "read/markdown_text.h"

namespace kanon {
namespace {

constexpr std::size_t kLongestId = 120;
constexpr std::size_t kLongestText = 100'000;  // code points

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Every run of other characters as one hyphen; none at the ends, and no dot or hyphen first.
std::string id_of(std::string_view written) {
  std::string id;
  bool gap = false;
  for (const char c : written) {
    const bool fits = is_requirement_id(std::string(1, c)) || (!id.empty() && (c == '-' || c == '.'));
    if (!fits) {
      gap = !id.empty();
      continue;
    }
    if (gap && id.back() != '-') id += '-';
    gap = false;
    id += c;
    if (id.size() == kLongestId) break;
  }
  return id;
}

}  // namespace

void Mending::tell(std::string_view kind, Message message) {
  auto found = kinds_.find(kind);
  if (found == kinds_.end()) {
    order_.emplace_back(kind);
    found = kinds_.emplace(std::string(kind), Kind{}).first;
  }
  if (found->second.told.size() < told_of_a_kind) {
    found->second.told.push_back(std::move(message));
  } else {
    ++found->second.untold;
  }
}

std::vector<Message> Mending::take() const {
  std::vector<Message> all;
  for (const std::string& name : order_) {
    const Kind& kind = kinds_.find(name)->second;
    all.insert(all.end(), kind.told.begin(), kind.told.end());
    if (kind.untold > 0) {
      all.push_back(message("… og {} mere af samme slags", "… and {} more of the same kind", kind.untold));
    }
  }
  return all;
}

std::string Mending::requirement_id(std::string_view written, std::string_view fallback) {
  std::string id = id_of(written);
  if (id.empty()) id = id_of(fallback);
  if (id.empty()) id = "krav";
  const std::string base = id.substr(0, kLongestId - 8);
  // Counted on from the last number tried, so that many equal ids take no more time than different ones.
  std::size_t& number = next_number_[lower_ascii(base)];
  while (!taken_.insert(lower_ascii(id)).second) {
    number = std::max<std::size_t>(number + 1, 2);
    id = base + "-" + std::to_string(number);
  }
  if (id != written) {
    tell("id", written.empty()
                   ? message("Et krav uden id fik id'et {}", "A requirement without an id got the id {}", id)
                   : message("Id'et «{}» blev til {}", "The id “{}” became {}", quotable(written), id));
  }
  return id;
}

std::optional<Version> version_in(std::string_view text) {
  std::string version;
  std::size_t numbers = 0;
  std::size_t at = text.find_first_of("0123456789");
  while (at < text.size() && is_digit(text[at]) && numbers < 4) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    std::string_view number = text.substr(at, end - at);
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    if (number.size() > 6) break;
    if (!version.empty()) version += '.';
    version += number;
    ++numbers;
    // 2015-01-22 is a version of three numbers; what comes after + is a build of the same one.
    const bool goes_on = end + 1 < text.size() && (text[end] == '.' || text[end] == '-' || text[end] == '_');
    at = goes_on ? end + 1 : text.size();
  }
  return Version::parse(version);
}

Version Mending::version(std::string_view written) {
  if (auto exact = Version::parse(written)) return *exact;
  const Version mended = version_in(written).value_or(*Version::parse("1.0"));
  tell("version",
       written.empty()
           ? message("Der står ingen version; den blev {}", "There is no version; it became {}", mended.text())
           : message("Versionen «{}» blev til {}", "The version “{}” became {}", quotable(written), mended.text()));
  return mended;
}

std::optional<Date> Mending::day(std::string_view written) {
  return written.size() < 10 ? std::nullopt : Date::parse(written.substr(0, 10));
}

std::string Mending::bounded(std::string text) {
  if (text.size() <= kLongestText || code_points(text) <= kLongestText) return text;
  std::size_t end = kLongestText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  tell("long",
       {"En tekst på mere end 100.000 tegn blev skåret af", "A text of more than 100,000 characters was cut off"});
  return text;
}

}  // namespace kanon
