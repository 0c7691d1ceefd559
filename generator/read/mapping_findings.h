#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/items.h"
#include "model/parsed_file.h"
#include "read/markdown_text.h"

namespace kanon {

/// A value of a file as a message names it: the key it stands under, and where it stands.
struct NamedValue {
  std::string_view key;
  Range key_range;
  std::uint32_t node = 0;
};

/// The reading of one file: the file as parsed, its place in the corpus, and what was found wrong so far. Keeps at most
/// `most_findings`: more would tell a writer nothing, and a hostile file must not fill the memory.
class Reading {
 public:
  static constexpr std::size_t most_findings = 1000;

  /// The parsed file must outlive the reading.
  Reading(const ParsedFile& file, FileIndex index, std::string path);

  const ParsedFile& file() const { return file_; }
  FileIndex index() const { return index_; }
  const std::string& path() const { return path_; }
  /// The file's name without folders and ending.
  std::string stem() const;
  /// Whether the keys stand in front matter, above a Markdown text.
  bool has_front_matter() const { return path_.ends_with(".md"); }
  /// Whether the parser met something that may have cost it the rest of the file's keys. What is missing where the keys
  /// end then says nothing.
  bool is_cut_off() const { return cut_off_; }
  /// Whether a value stands where the parser may have stopped, so that it may be half of what was written.
  bool is_half_read(std::uint32_t node) const { return cut_off_ && file_.yaml()[node].next == file_.yaml().size(); }

  const YamlNode& node(std::uint32_t node) const { return file_.yaml()[node]; }
  std::string_view text_of(std::uint32_t node) const { return file_.string(this->node(node).text); }
  /// The first character of a stretch.
  Range first_character(Range range) const;

  void report(RuleId rule, Range range, Message message, Message help);
  void report_unknown_key(Range key, std::string_view name, const std::vector<std::string>& known);
  void report_empty(const NamedValue& value, std::string_view example);
  /// A value of another kind (a list where a text is expected). One that is half read is not judged, nor is a text.
  void report_wrong_kind(const NamedValue& value, const Message& expected, const Message& instruction);
  /// A text of the wrong form.
  void report_wrong_form(const NamedValue& value, const Message& expected, const Message& instruction);

  std::size_t found() const { return findings_.size(); }
  std::vector<Finding> take() { return std::move(findings_); }

 private:
  const ParsedFile& file_;
  FileIndex index_;
  std::string path_;
  bool cut_off_;
  std::vector<Finding> findings_;
};

/// «Mente du …?», where one of the candidates is near; else what may stand there.
Message suggestion(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace kanon
