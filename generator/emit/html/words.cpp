#include "emit/html/words.h"

#include <unicode/datefmt.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

#include "base/text.h"
#include "model/frequency.h"

namespace kanon {
namespace {

bool is_key(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// The list is a small part of YAML: plain or double-quoted text on one line, where `\"` and `\\` are the only escapes.
std::optional<std::string> value_of(std::string_view text) {
  if (!text.starts_with('"')) return text.starts_with('\'') ? std::nullopt : std::optional<std::string>(text);
  std::string value;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') return trim(text.substr(i + 1)).empty() ? std::optional(value) : std::nullopt;
    const bool escaped = text[i] == '\\';
    if (escaped) ++i;
    if (i == text.size()) break;
    value += text[i];
  }
  return std::nullopt;
}

std::unexpected<Error> malformed(const std::string& path, std::size_t line) {
  return wrong_use(
      message("{}:{}:1: linjen er ikke en nøgle og en tekst", "{}:{}:1: the line is not a key and a text", path, line),
      message("Skriv linjen som «nøgle: tekst»; sæt teksten i \" hvis den selv begynder med et citationstegn.",
              "Write the line as “key: text”; put the text in \" if it begins with a quotation mark itself."));
}

/// «1. december 2026», «1 December 2026»: the long form of the Unicode CLDR.
std::unique_ptr<icu::DateFormat> long_dates(const char* locale) {
  std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateInstance(icu::DateFormat::kLong, icu::Locale(locale)));
  assert(format != nullptr && "ICU comes with its data");
  format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
  return format;
}

}  // namespace

Result<Words> Words::parse(std::string_view text, const std::string& path, Language language) {
  Words words;
  words.language_ = language;
  std::size_t number = 0;
  const std::string normalised = normalised_text(text);
  for (const std::string_view line : split(normalised, '\n')) {
    ++number;
    const std::string_view content = trim(line);
    if (content.empty() || content.starts_with('#')) continue;
    const std::size_t colon = content.find(':');
    if (colon == std::string_view::npos || !is_key(trim(content.substr(0, colon)))) return malformed(path, number);
    const auto value = value_of(trim(content.substr(colon + 1)));
    if (!value) return malformed(path, number);
    words.texts_.insert_or_assign(std::string(trim(content.substr(0, colon))), *value);
  }
  return words;
}

const std::string& Words::operator[](std::string_view key) const {
  static const std::string none;
  const auto found = texts_.find(key);
  assert(found != texts_.end() && "a word that layouts/language/ does not have");
  return found == texts_.end() ? none : found->second;
}

std::string Words::with(std::string_view key,
                        std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
  const std::string& pattern = (*this)[key];
  std::string text;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const auto value = std::find_if(values.begin(), values.end(), [&](const auto& candidate) {
      const std::string_view rest = std::string_view(pattern).substr(at);
      return rest.size() > candidate.first.size() + 1 && rest[0] == '{' &&
             rest.substr(1).starts_with(candidate.first) && rest[candidate.first.size() + 1] == '}';
    });
    if (value == values.end()) {
      text += pattern[at++];
    } else {
      text += value->second;
      at += value->first.size() + 2;
    }
  }
  return text;
}

void Words::replace_by(const Words& other) {
  for (const auto& [key, text] : other.texts_) texts_.insert_or_assign(key, text);
}

std::string Words::date(Date date) const {
  // ICU's formats are not to be used by several threads at a time.
  thread_local const std::array<std::unique_ptr<icu::DateFormat>, 2> formats{long_dates("da"), long_dates("en_GB")};
  const auto midnight = static_cast<UDate>(std::chrono::milliseconds(date.days().time_since_epoch()).count());
  icu::UnicodeString text;
  formats[language_ == Language::da ? 0 : 1]->format(midnight, text);
  std::string utf8;
  return text.toUTF8String(utf8);
}

std::string Words::month(Date date) const {
  const std::string day = this->date(date);
  std::string month = day.substr(day.find(' ') + 1);
  if (month[0] >= 'a' && month[0] <= 'z') month[0] = static_cast<char>(month[0] - 'a' + 'A');
  return month;
}

std::string Words::frequency(std::string_view text) const {
  if (text == "once") return (*this)["frequency_once"];
  const auto every = kanon::frequency(text);
  if (!every) return std::string(text);
  const auto told = [&](std::string_view one, std::string_view many) {
    return every->count == 1 ? (*this)[one] : with(many, {{"n", std::to_string(every->count)}});
  };
  if (every->unit == 'Y') return told("every_year", "every_n_years");
  if (every->unit == 'M') return told("every_month", "every_n_months");
  if (every->unit == 'W') return told("every_week", "every_n_weeks");
  return told("every_day", "every_n_days");
}

}  // namespace kanon
