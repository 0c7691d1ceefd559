#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/message.h"
#include "base/version.h"
#include "read/mapping_findings.h"

namespace kanon {

/// What a scalar must look like, how it is read, and how people are told.
template <class T>
struct Form {
  std::function<std::optional<T>(std::string_view)> parse;
  Message expected;                                      ///< completes «… skal være»: en dato, a date
  std::function<Message(std::string_view)> instruction;  ///< what to write instead of the wrong text
  std::string example;
};

/// The same instruction, whatever was wrong.
std::function<Message(std::string_view)> always(Message instruction);

/// Any text that can be published; `example` shows what kind of text is meant.
Form<std::string> text_form(std::string_view example);
const Form<Date>& date_form();
const Form<Version>& version_form();
const Form<Duration>& duration_form();
/// `true` or `false`, and nothing else that YAML may mean by a boolean.
const Form<bool>& boolean_form();
Form<int> whole_number_form(int least, int most);
Form<std::uint64_t> size_form(std::uint64_t least, std::uint64_t most);
/// Decimal seconds above zero, at most a day.
const Form<double>& seconds_form();
/// An absolute http or https address (RFC 3986) of visible ASCII and letters, without user name.
const Form<std::string>& url_form();
/// A former address on the site, `old/address`; given back without `/` at its ends.
const Form<std::string>& former_address_form();
/// An ISO 8601 duration, or `once`.
const Form<std::string>& frequency_form();

/// A word of a fixed set and what it means.
template <class T>
using Choices = std::vector<std::pair<std::string, T>>;

Message one_of(const std::vector<std::string>& words);

template <class T>
Form<T> choice_form(Choices<T> choices) {
  std::vector<std::string> words;
  for (const auto& [word, value] : choices) words.push_back(word);
  Form<T> form;
  form.expected = one_of(words);
  form.example = words.front();
  form.instruction = [words](std::string_view wrong) { return suggestion(wrong, words); };
  form.parse = [choices = std::move(choices)](std::string_view text) -> std::optional<T> {
    for (const auto& [word, value] : choices) {
      if (word == text) return value;
    }
    return std::nullopt;
  };
  return form;
}

/// Whether a text holds nothing that a page, a feed or a PDF can't show: well-formed UTF-8 without control characters
/// other than tabs and line ends (XML 1.0, section 2.2).
bool is_publishable(std::string_view text);

}  // namespace kanon
