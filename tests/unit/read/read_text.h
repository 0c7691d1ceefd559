#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "read/mapping_findings.h"
#include "read/parse.h"

namespace kanon {

/// A text as its parser gives it, ready for a reader.
class ReadText {
 public:
  ReadText(std::string path, std::string_view text)
      : file_(parse_source(text, source_form(path))), reading_(file_, 0, std::move(path)) {}
  ReadText(const ReadText&) = delete;
  ReadText& operator=(const ReadText&) = delete;

  Reading& reading() { return reading_; }

  /// What a range covers.
  std::string at(Range range) const { return std::string(file_.text().substr(range.begin, range.end - range.begin)); }

  const std::vector<Finding>& findings() {
    if (findings_.empty()) findings_ = reading_.take();
    return findings_;
  }

  /// Rule and place of each finding, as `missing-key 1:1-1:4`, in the order of the file.
  std::vector<std::string> found() {
    const LineIndex lines(file_.text());
    std::vector<std::pair<Place, std::string>> placed;
    for (const Finding& finding : findings()) {
      const Place p = lines.place(finding.range);
      placed.emplace_back(
          p, fmt::format("{} {}:{}-{}:{}", name_of(finding.rule), p.line, p.column, p.end_line, p.end_column));
    }
    std::ranges::sort(placed);
    std::vector<std::string> found;
    for (auto& [place, text] : placed) found.push_back(std::move(text));
    return found;
  }

 private:
  ParsedFile file_;
  Reading reading_;
  std::vector<Finding> findings_;
};

using Found = std::vector<std::string>;

}  // namespace kanon
