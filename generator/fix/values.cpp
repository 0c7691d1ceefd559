#include <algorithm>
#include <array>
#include <span>

#include "base/date.h"
#include "base/text.h"
#include "base/version.h"
#include "base/yaml_scalar.h"
#include "fix/fix_parts.h"
#include "fix/likely_word.h"

namespace kanon {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_number(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

std::string two_digits(std::string_view text) { return text.size() == 1 ? "0" + std::string(text) : std::string(text); }

/// A month by the three first letters of its name in Danish or English; empty for another word.
std::string month_number(std::string_view word) {
  constexpr std::array<std::string_view, 14> kNames{"jan", "feb", "mar", "apr", "maj", "jun", "jul",
                                                    "aug", "sep", "okt", "nov", "dec", "may", "oct"};
  constexpr std::array<std::string_view, 14> kNumbers{"01", "02", "03", "04", "05", "06", "07",
                                                      "08", "09", "10", "11", "12", "05", "10"};
  const std::string begin = lower_ascii(word).substr(0, 3);
  const auto found = std::ranges::find(kNames, begin);
  return found == kNames.end() ? std::string()
                               : std::string(kNumbers[static_cast<std::size_t>(found - kNames.begin())]);
}

std::optional<std::string> date_of(std::string_view year, std::string_view month, std::string_view day) {
  if (year.size() != 4 || !is_number(month) || !is_number(day)) return std::nullopt;
  const auto date = Date::parse(fmt::format("{}-{}-{}", year, two_digits(month), two_digits(day)));
  return date ? std::optional(date->iso()) : std::nullopt;
}

/// A date of three numbers, where it can be read in one way: the year first, or the day before the month. With `-` and
/// `/` an American could have meant the month first, so both must not be possible; with dots nobody does.
std::optional<std::string> date_in_numbers(std::string_view text) {
  for (const char separator : {'-', '.', '/'}) {
    const auto parts = split(text, separator);
    if (parts.size() != 3) continue;
    if (parts[0].size() == 4) return date_of(parts[0], parts[1], parts[2]);
    const auto danish = date_of(parts[2], parts[1], parts[0]);
    const auto american = date_of(parts[2], parts[0], parts[1]);
    if (separator != '.' && danish && american && danish != american) return std::nullopt;
    return danish;
  }
  return std::nullopt;
}

/// `19. november 2025`.
std::optional<std::string> date_in_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (const auto word : split(text, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  if (words.size() != 3) return std::nullopt;
  while (words[0].ends_with('.')) words[0].remove_suffix(1);
  return date_of(words[2], month_number(words[1]), words[0]);
}

std::optional<std::string> date_meant(std::string_view text) {
  // a time of day behind the date says nothing that Kanon keeps
  if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ') && Date::parse(text.substr(0, 10)))
    return std::string(text.substr(0, 10));
  const auto date = date_in_numbers(text);
  return date ? date : date_in_words(text);
}

std::optional<std::string> version_meant(std::string_view text) {
  std::string lower = lower_ascii(text);
  for (const std::string_view prefix : {"version", "ver.", "v.", "v"}) {
    if (!lower.starts_with(prefix)) continue;
    text = trim(text.substr(prefix.size()));
    break;
  }
  std::string version = replace_all(std::string(text), ",", ".");
  while (version.ends_with('.')) version.pop_back();
  return Version::parse(version) ? std::optional("\"" + version + "\"") : std::nullopt;
}

struct Word {
  std::string_view written;
  std::string_view meant;
};

std::optional<std::string> by_word(std::string_view text, std::span<const Word> words) {
  const std::string lower = lower_ascii(trim(text));
  const auto found = std::ranges::find(words, lower, &Word::written);
  return found == words.end() ? std::nullopt : std::optional(std::string(found->meant));
}

/// `1 år`, `6 måneder`: a number and a unit.
std::optional<std::string> length_in_words(std::string_view text) {
  constexpr std::array<Word, 14> kUnits{{{"år", "Y"},
                                         {"year", "Y"},
                                         {"years", "Y"},
                                         {"måned", "M"},
                                         {"måneder", "M"},
                                         {"month", "M"},
                                         {"months", "M"},
                                         {"uge", "W"},
                                         {"uger", "W"},
                                         {"week", "W"},
                                         {"weeks", "W"},
                                         {"dag", "D"},
                                         {"dage", "D"},
                                         {"days", "D"}}};
  const auto parts = split(trim(text), ' ');
  if (parts.size() != 2 || !is_number(parts[0]) || parts[0].size() > 3) return std::nullopt;
  const auto unit = by_word(parts[1], kUnits);
  return unit ? std::optional(fmt::format("P{}{}", parts[0], *unit)) : std::nullopt;
}

std::optional<std::string> duration_meant(std::string_view text) {
  std::string upper(trim(text));
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (Duration::parse(upper)) return upper;
  if (is_digit(upper.empty() ? ' ' : upper.front()) && Duration::parse("P" + upper)) return "P" + upper;
  return length_in_words(text);
}

std::optional<std::string> frequency_meant(std::string_view text) {
  constexpr std::array<Word, 27> kWords{{
      {"dagligt", "P1D"},     {"daglig", "P1D"},       {"hver dag", "P1D"},       {"daily", "P1D"},
      {"ugentligt", "P1W"},   {"ugentlig", "P1W"},     {"hver uge", "P1W"},       {"weekly", "P1W"},
      {"månedligt", "P1M"},   {"månedlig", "P1M"},     {"hver måned", "P1M"},     {"monthly", "P1M"},
      {"kvartalsvis", "P3M"}, {"kvartalsvist", "P3M"}, {"hvert kvartal", "P3M"},  {"quarterly", "P3M"},
      {"halvårligt", "P6M"},  {"halvårlig", "P6M"},    {"hvert halve år", "P6M"}, {"årligt", "P1Y"},
      {"årlig", "P1Y"},       {"hvert år", "P1Y"},     {"yearly", "P1Y"},         {"annually", "P1Y"},
      {"én gang", "once"},    {"engang", "once"},      {"one time", "once"},
  }};
  if (lower_ascii(trim(text)) == "once") return "once";
  const auto word = by_word(text, kWords);
  return word ? word : duration_meant(text);
}

std::optional<std::string> boolean_meant(std::string_view text) {
  constexpr std::array<Word, 10> kWords{{{"true", "true"},
                                         {"yes", "true"},
                                         {"ja", "true"},
                                         {"on", "true"},
                                         {"sand", "true"},
                                         {"false", "false"},
                                         {"no", "false"},
                                         {"nej", "false"},
                                         {"off", "false"},
                                         {"falsk", "false"}}};
  return by_word(text, kWords);
}

MaybeRemedy fix_choice(const FixInput& input, const SourceKey& key, std::string_view written) {
  constexpr std::array<Word, 14> kDanish{{{"ny", "new"},
                                          {"opdateret", "updated"},
                                          {"verificeret", "verified"},
                                          {"stiftende", "founding"},
                                          {"tilknyttet", "associated"},
                                          {"mindstekrav", "minimum"},
                                          {"ansøger", "applicant"},
                                          {"optaget", "admitted"},
                                          {"afvist", "rejected"},
                                          {"planlagt", "planned"},
                                          {"delvist", "partial"},
                                          {"fejl", "error"},
                                          {"advarsel", "warning"},
                                          {"fra", "off"}}};
  const auto offers = [&](std::string_view word) { return std::ranges::find(key.choices, word) != key.choices.end(); };
  const auto danish = by_word(written, kDanish);
  const auto quoted = [&key](const std::string& word) {
    return key.path == "rules.<name>" && word == "off" ? "\"off\"" : word;
  };
  if (danish && offers(*danish)) return replacement(Certainty::sure, input.range, written, quoted(*danish));
  const LikelyWord meant = likely_word(written, {key.choices.begin(), key.choices.end()});
  if (meant.word.empty()) return std::nullopt;
  return replacement(meant.certainty, input.range, written, quoted(meant.word));
}

std::optional<std::string> form_meant(ValueKind kind, std::string_view written) {
  switch (kind) {
    case ValueKind::date:
      return date_meant(trim(written));
    case ValueKind::version:
      return version_meant(trim(written));
    case ValueKind::duration:
      return duration_meant(written);
    case ValueKind::frequency:
      return frequency_meant(written);
    case ValueKind::boolean:
      return boolean_meant(written);
    default:
      return std::nullopt;
  }
}

}  // namespace

MaybeRemedy fix_value(const FixInput& input) {
  const YamlSpot* spot = input.value();
  if (spot == nullptr || input.text_of(input.range).find('\n') != std::string_view::npos) return std::nullopt;
  const YamlNode& node = input.file().yaml()[spot->node];
  const std::string_view written = input.file().string(node.text);
  const std::string& path = input.source().path;
  if (const SourceKey* key = key_at(path, spot->path)) {
    if (key->value == ValueKind::choice) return fix_choice(input, *key, written);
    const auto meant = form_meant(key->value, written);
    if (!meant) return std::nullopt;
    return replacement(Certainty::sure, input.range, written, *meant);
  }
  const SourceKey* element = key_at(path, spot->path + "[]");
  if (element == nullptr || element->value == ValueKind::group || trim(written).empty()) return std::nullopt;
  std::vector<std::string> values;
  for (const auto value : split(written, ',')) {
    if (!trim(value).empty()) values.push_back(yaml_scalar(trim(value)));
  }
  // a comma in a text may be part of it; ids have none
  const bool is_text = element->value == ValueKind::text || element->value == ValueKind::address;
  const std::string list = is_text ? "[" + yaml_scalar(written) + "]" : "[" + join(values, ", ") + "]";
  return replacement(Certainty::sure, input.range, written, list);
}

MaybeRemedy fix_cvr(const FixInput& input) {
  const YamlSpot* spot = input.value();
  if (spot == nullptr || spot->path != "cvr") return std::nullopt;
  const std::string_view written = input.file().string(input.file().yaml()[spot->node].text);
  std::string digits;
  for (const char c : written.starts_with("DK") ? written.substr(2) : written) {
    if (c != ' ' && c != '-' && c != '.') digits += c;
  }
  if (digits.size() != 8 || !is_number(digits) || digits == written) return std::nullopt;
  return replacement(Certainty::sure, input.range, written, "\"" + digits + "\"");
}

MaybeRemedy fix_name(const FixInput& input) {
  const YamlSpot* spot = input.value();
  if (input.model == nullptr || spot == nullptr) return std::nullopt;
  const SourceKey* key = key_at(input.source().path, spot->path);
  if (key == nullptr) return std::nullopt;
  const std::string_view written = input.file().string(input.file().yaml()[spot->node].text);
  // «8.13» names a control of Annex A clearly enough
  const bool lacks_letter = key->value == ValueKind::control && !written.empty() && is_digit(written.front());
  const std::string word = lacks_letter ? "A." + std::string(written) : std::string(written);
  const LikelyWord meant = input.candidates.name(input.at, key->value, word);
  if (meant.word.empty()) return std::nullopt;
  return replacement(meant.certainty, input.range, written, yaml_scalar(meant.word));
}

}  // namespace kanon
