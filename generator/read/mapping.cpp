#include "read/mapping.h"

#include <algorithm>

#include "base/text.h"

namespace kanon {
namespace {

constexpr std::size_t kLongestText = 100'000;  // code points
constexpr std::uint32_t kFrontMatterMark = 3;  // ---

Message keys_instruction(const Reading& reading) {
  if (!reading.has_front_matter()) {
    return {"Skriv en nøgle på hver linje med kolon og værdi efter, for eksempel title: Politik for backup.",
            "Write one key a line, followed by a colon and its value, for example title: Backup policy."};
  }
  return {
      "Begynd filen med en linje med ---, skriv en nøgle på hver linje, for eksempel title: Politik for backup, og "
      "slut "
      "med en linje med ---.",
      "Begin the file with a line of ---, write one key a line, for example title: Backup policy, and end with a line "
      "of "
      "---."};
}

const Message& group_of_keys() {
  static const Message words{"en gruppe af nøgler med værdier", "a group of keys with values"};
  return words;
}

}  // namespace

Mapping::Mapping(Reading& reading) : reading_(reading) {
  const std::span<const YamlNode> nodes = reading.file().yaml();
  const auto size = static_cast<std::uint32_t>(reading.file().text().size());
  if (reading.has_front_matter()) {
    opening_ = {0, std::min(kFrontMatterMark, size)};
  } else {
    opening_ = reading.first_character(nodes.empty() ? Range{} : nodes[0].range);
  }
  range_ = opening_;
  if (nodes.empty() || nodes[0].kind == YamlKind::null) {
    presence_ = reading.is_cut_off() ? Presence::unreadable : Presence::absent;
  } else if (nodes[0].kind != YamlKind::mapping) {
    reading.report_wrong_kind(NamedValue{}, group_of_keys(), keys_instruction(reading));
    presence_ = Presence::unreadable;
  } else {
    take_entries(0);
  }
}

Mapping::Mapping(Reading& reading, std::uint32_t node)
    : reading_(reading), opening_(reading.first_character(reading.node(node).range)), range_(reading.node(node).range) {
  take_entries(node);
}

void Mapping::take_entries(std::uint32_t node) {
  const std::span<const YamlNode> nodes = reading_.file().yaml();
  for (std::uint32_t key = node + 1; key < nodes[node].next;) {
    const std::uint32_t value = nodes[key].next;
    entries_.push_back({key, value});
    key = nodes[value].next;
  }
  if (reading_.is_half_read(node)) presence_ = Presence::unreadable;
}

std::optional<NamedValue> Mapping::find(std::string_view key) {
  known_.push_back(key);
  for (std::size_t tried = 0; tried < entries_.size(); ++tried) {
    const std::size_t at = (next_ + tried) % entries_.size();
    Entry& entry = entries_[at];
    if (reading_.text_of(entry.key) != key) continue;
    entry.known = true;
    next_ = at + 1;
    return NamedValue{key, reading_.node(entry.key).range, entry.value};
  }
  return std::nullopt;
}

std::optional<NamedValue> Mapping::find_required(std::string_view key, std::string_view example) {
  auto value = find(key);
  if (!value) {
    missing_.push_back({key, std::string(example)});
    return std::nullopt;
  }
  const YamlNode& node = reading_.node(value->node);
  const bool blank = node.kind == YamlKind::scalar && trim(reading_.text_of(value->node)).empty();
  if (node.kind == YamlKind::null || blank) {
    reading_.report_empty(*value, example);
    return std::nullopt;
  }
  return value;
}

std::optional<NamedValue> Mapping::find_optional(std::string_view key) {
  auto value = find(key);
  if (value && reading_.node(value->node).kind == YamlKind::null) return std::nullopt;
  return value;
}

std::optional<std::string_view> Mapping::publishable(const NamedValue& value) {
  const YamlNode& node = reading_.node(value.node);
  const std::string_view text = reading_.text_of(value.node);
  if (!is_publishable(text)) {
    reading_.report(
        RuleId::invalid_value, node.range,
        message("«{}» indeholder et tegn, som ikke kan vises", "“{}” holds a character that can't be shown", value.key),
        {"Skriv teksten igen uden styretegn.", "Write the text again without control characters."});
    return std::nullopt;
  }
  if (text.size() > kLongestText && code_points(text) > kLongestText) {
    reading_.report(
        RuleId::invalid_value, node.range,
        message("«{}» er længere end 100.000 tegn", "“{}” is longer than 100,000 characters", value.key),
        {"Forkort teksten, eller flyt den ned i et dokument.", "Shorten the text, or move it into a document."});
    return std::nullopt;
  }
  return text;
}

Located<std::string> Mapping::required_text(std::string_view key, std::string_view example) {
  return required(key, text_form(example));
}

MaybeLocated<std::string> Mapping::optional_text(std::string_view key) {
  static const Form<std::string> any = text_form("Sekretariatet");
  auto text = optional(key, any);
  if (text && trim(text->value).empty()) return std::nullopt;
  return text;
}

std::string Mapping::text(std::string_view key) {
  auto text = optional_text(key);
  return text ? std::move(text->value) : std::string();
}

std::vector<Located<std::string>> Mapping::texts(std::string_view key) {
  static const Form<std::string> any = text_form("[a, b]");
  return list(key, any);
}

std::vector<Located<std::string>> Mapping::text_or_texts(std::string_view key) {
  const auto value = find_optional(key);
  if (!value) return {};
  static const Form<std::string> any = text_form("[a, b]");
  std::vector<Located<std::string>> texts;
  const auto add = [&](const NamedValue& named) {
    if (auto text = read(named, any)) texts.push_back(std::move(*text));
  };
  if (reading_.node(value->node).kind == YamlKind::scalar) {
    if (!trim(reading_.text_of(value->node)).empty()) add(*value);
    return texts;
  }
  for (const NamedValue& element : elements(*value)) add(element);
  return texts;
}

std::vector<NamedValue> Mapping::elements(std::string_view key) {
  const auto value = find_optional(key);
  return value ? elements(*value) : std::vector<NamedValue>{};
}

std::vector<NamedValue> Mapping::elements(const NamedValue& value) {
  const YamlNode& node = reading_.node(value.node);
  if (node.kind != YamlKind::sequence) {
    const std::string wrong = node.kind == YamlKind::scalar ? quotable(reading_.text_of(value.node)) : "a, b";
    reading_.report_wrong_kind(value, {"en liste", "a list"},
                               message("Skriv værdierne i kantede parenteser: {}: [{}]",
                                       "Write the values in square brackets: {}: [{}]", value.key, wrong));
    return {};
  }
  std::vector<NamedValue> elements;
  for (std::uint32_t child = value.node + 1; child < node.next; child = reading_.node(child).next) {
    const YamlNode& element = reading_.node(child);
    if (element.kind == YamlKind::null || (element.kind == YamlKind::scalar && trim(reading_.text_of(child)).empty())) {
      reading_.report(RuleId::invalid_value, element.range,
                      message("Listen «{}» har en tom plads", "The list “{}” has an empty place", value.key),
                      {"Udfyld pladsen, eller fjern den.", "Fill the place, or remove it."});
      continue;
    }
    elements.push_back({value.key, element.range, child});
  }
  return elements;
}

void Mapping::read_each(Reading& reading, const std::vector<NamedValue>& elements, const Message& instruction,
                        const Reader& read) {
  for (const NamedValue& element : elements) {
    if (reading.node(element.node).kind != YamlKind::mapping) {
      reading.report_wrong_kind(element, group_of_keys(), instruction);
      continue;
    }
    Mapping mapping(reading, element.node);
    read(mapping);
    mapping.finish();
  }
}

bool Mapping::mapping(std::string_view key, const Reader& read) {
  const auto value = find_optional(key);
  if (!value) return false;
  read_each(reading_, {*value}, keys_instruction(reading_), read);
  return reading_.node(value->node).kind == YamlKind::mapping;
}

bool Mapping::required_mapping(std::string_view key, std::string_view example, const Reader& read) {
  return find_required(key, example) && mapping(key, read);
}

void Mapping::sequence(std::string_view key, const Reader& read) {
  read_each(reading_, elements(key),
            message("Skriv hver plads i listen med nøgler og værdier, for eksempel - {{nøgle: værdi}}",
                    "Write every place of the list with keys and values, for example - {{key: value}}"),
            read);
}

void Mapping::required_sequence(std::string_view key, std::string_view example, const Reader& read) {
  if (find_required(key, example)) sequence(key, read);
}

void Mapping::require(std::string_view key, std::string_view example) {
  if (!find(key)) missing_.push_back({key, std::string(example)});
}

std::optional<Range> Mapping::written(std::string_view key) const {
  for (const Entry& entry : entries_) {
    if (reading_.text_of(entry.key) == key) return reading_.node(entry.key).range;
  }
  return std::nullopt;
}

std::vector<Located<std::string_view>> Mapping::keys() const {
  std::vector<Located<std::string_view>> keys;
  for (const Entry& entry : entries_) keys.push_back({reading_.text_of(entry.key), reading_.node(entry.key).range});
  return keys;
}

void Mapping::finish() {
  report_missing();
  if (std::ranges::all_of(entries_, &Entry::known)) return;
  std::vector<std::string> known(known_.begin(), known_.end());
  std::ranges::sort(known);
  known.erase(std::unique(known.begin(), known.end()), known.end());
  for (const Entry& entry : entries_) {
    if (entry.known) continue;
    reading_.report_unknown_key(reading_.node(entry.key).range, reading_.text_of(entry.key), known);
  }
}

void Mapping::report_missing() {
  if (presence_ == Presence::unreadable || missing_.empty()) return;
  if (presence_ == Presence::present) {
    for (const Missing& missing : missing_) {
      reading_.report(
          RuleId::missing_key, opening_, message("Nøglen «{}» mangler", "The key “{}” is missing", missing.key),
          message("Tilføj den, for eksempel {}: {}", "Add it, for example {}: {}", missing.key, missing.example));
    }
    return;
  }
  std::vector<std::string> keys;
  for (const Missing& missing : missing_) keys.emplace_back(missing.key);
  reading_.report(
      RuleId::missing_key, opening_,
      reading_.has_front_matter()
          ? message("Filens oplysninger mangler: {}", "The file's details are missing: {}", join(keys, ", "))
          : message("Filen er tom; der mangler {}", "The file is empty; missing are {}", join(keys, ", ")),
      keys_instruction(reading_));
}

void read_sequence(Reading& reading, std::string_view example, const Mapping::Reader& read) {
  const std::span<const YamlNode> nodes = reading.file().yaml();
  if (nodes.empty() || nodes[0].kind == YamlKind::null) return;
  const Message instruction =
      message("Skriv filen som en liste, hvor hver plads begynder med en streg, for eksempel - {}",
              "Write the file as a list, in which every place begins with a dash, for example - {}", example);
  if (nodes[0].kind != YamlKind::sequence) {
    reading.report_wrong_kind(NamedValue{}, {"en liste", "a list"}, instruction);
    return;
  }
  std::vector<NamedValue> elements;
  for (std::uint32_t child = 1; child < nodes[0].next; child = nodes[child].next) {
    elements.push_back({{}, nodes[child].range, child});
  }
  Mapping::read_each(reading, elements, instruction, read);
}

}  // namespace kanon
