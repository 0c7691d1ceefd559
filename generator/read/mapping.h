#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/located.h"
#include "read/mapping_findings.h"
#include "read/mapping_form.h"

namespace kanon {

/// Whether a required value was there and could be read: only then has it a place of its own.
template <class T>
bool was_read(const Located<T>& value) {
  return value.range != Range{};
}

/// One mapping of a YAML tree, read key by key. Whatever asks for a key also makes it known: the calls are the single
/// definition of the keys that a mapping may have. When its reader is done, finish() reports the keys nobody asked for
/// (unknown-key) and those that had to be there (missing-key). Wrong values are invalid-value; what can't be read is
/// left out, and reading goes on. A key that stands without a value counts as absent where it is optional.
///
/// Keys are literals, or stem from keys(): they must outlive the mapping.
class Mapping {
 public:
  using Reader = std::function<void(Mapping&)>;

  /// The keys of a whole file, or of its front matter. Where there are none, what is missing is one finding; where the
  /// parser gave up on them, nothing counts as missing.
  explicit Mapping(Reading& reading);

  Reading& reading() { return reading_; }
  /// What a missing key points at: line 1 for front matter, else the mapping's first character.
  Range opening() const { return opening_; }
  Range range() const { return range_; }

  template <class T>
  Located<T> required(std::string_view key, const Form<T>& form);
  template <class T>
  MaybeLocated<T> optional(std::string_view key, const Form<T>& form);
  /// The readable values of a list of scalars.
  template <class T>
  std::vector<Located<T>> list(std::string_view key, const Form<T>& form);

  Located<std::string> required_text(std::string_view key, std::string_view example);
  MaybeLocated<std::string> optional_text(std::string_view key);
  /// The text of an optional key, empty where it is absent.
  std::string text(std::string_view key);
  std::vector<Located<std::string>> texts(std::string_view key);
  /// A list of texts, or a single text in its place.
  std::vector<Located<std::string>> text_or_texts(std::string_view key);
  Located<Version> required_version(std::string_view key) { return required(key, version_form()); }
  Located<Date> required_date(std::string_view key) { return required(key, date_form()); }
  MaybeLocated<Date> optional_date(std::string_view key) { return optional(key, date_form()); }
  MaybeLocated<Duration> optional_duration(std::string_view key) { return optional(key, duration_form()); }
  MaybeLocated<bool> optional_boolean(std::string_view key) { return optional(key, boolean_form()); }

  /// Reads the mapping below a key, and whether there was one. Where a required one is absent, nothing is read.
  bool mapping(std::string_view key, const Reader& read);
  bool required_mapping(std::string_view key, std::string_view example, const Reader& read);
  /// Reads each mapping of the list below a key, in order.
  void sequence(std::string_view key, const Reader& read);
  void required_sequence(std::string_view key, std::string_view example, const Reader& read);

  /// Makes a required key known without reading its value, and reports it where it is absent.
  void require(std::string_view key, std::string_view example);
  /// Where a key stands, if it does.
  std::optional<Range> written(std::string_view key) const;
  /// Every key, for mappings whose keys are names that the writer chooses. They live as long as the parsed file.
  std::vector<Located<std::string_view>> keys() const;
  /// Makes a key known without reading its value.
  void pass_over(std::string_view key) { find(key); }

  /// Reports what was not asked for and what was missing. Nested mappings are finished by whoever reads them out.
  void finish();

 private:
  friend void read_sequence(Reading& reading, std::string_view example, const Reader& read);

  enum class Presence { present, absent, unreadable };
  struct Entry {
    std::uint32_t key = 0;
    std::uint32_t value = 0;
    bool known = false;
  };
  struct Missing {
    std::string_view key;
    std::string example;
  };

  Mapping(Reading& reading, std::uint32_t node);

  void take_entries(std::uint32_t node);
  std::optional<NamedValue> find(std::string_view key);
  /// The key's value, unless it is absent or empty, which is reported.
  std::optional<NamedValue> find_required(std::string_view key, std::string_view example);
  /// The key's value, unless it is absent or empty.
  std::optional<NamedValue> find_optional(std::string_view key);
  /// The text of a scalar, unless it is unfit to be published, which is reported.
  std::optional<std::string_view> publishable(const NamedValue& value);
  std::vector<NamedValue> elements(std::string_view key);
  std::vector<NamedValue> elements(const NamedValue& value);
  void report_missing();

  template <class T>
  MaybeLocated<T> read(const NamedValue& value, const Form<T>& form);

  static void read_each(Reading& reading, const std::vector<NamedValue>& elements, const Message& instruction,
                        const Reader& read);

  Reading& reading_;
  Presence presence_ = Presence::present;
  Range opening_;
  Range range_;
  std::vector<Entry> entries_;
  std::size_t next_ = 0;  ///< where the search for a key begins: readers mostly ask in the order of the file
  std::vector<std::string_view> known_;
  std::vector<Missing> missing_;
};

/// Reads each mapping of a file that is a list. An empty file is an empty list.
void read_sequence(Reading& reading, std::string_view example, const Mapping::Reader& read);

template <class T>
Located<T> Mapping::required(std::string_view key, const Form<T>& form) {
  const auto value = find_required(key, form.example);
  return value ? read(*value, form).value_or(Located<T>{}) : Located<T>{};
}

template <class T>
MaybeLocated<T> Mapping::optional(std::string_view key, const Form<T>& form) {
  const auto value = find_optional(key);
  return value ? read(*value, form) : std::nullopt;
}

template <class T>
std::vector<Located<T>> Mapping::list(std::string_view key, const Form<T>& form) {
  std::vector<Located<T>> values;
  for (const NamedValue& element : elements(key)) {
    if (auto value = read(element, form)) values.push_back(std::move(*value));
  }
  return values;
}

template <class T>
MaybeLocated<T> Mapping::read(const NamedValue& value, const Form<T>& form) {
  if (reading_.node(value.node).kind != YamlKind::scalar) {
    reading_.report_wrong_kind(value, form.expected, form.instruction({}));
    return std::nullopt;
  }
  const auto text = publishable(value);
  if (!text) return std::nullopt;
  if (auto parsed = form.parse(*text)) return Located<T>{std::move(*parsed), reading_.node(value.node).range};
  reading_.report_wrong_form(value, form.expected, form.instruction(*text));
  return std::nullopt;
}

}  // namespace kanon
