#include "read/reusing_parsers.h"

#include <utility>

namespace kanon {
namespace {

bool is_markdown(std::string_view path) { return path.ends_with(".md"); }

}  // namespace

ReusingParsers::ReusingParsers(const Corpus& known, Parsers& others) : others_(others) {
  for (const SourceFile& file : known.files) by_text_.emplace(file.parsed.text(), &file);
}

const ParsedFile* ReusingParsers::known(const ParseJob& job) const {
  // Text that had to be evened out first (a BOM, CRLF) is not found here, and parsed again.
  const auto found = by_text_.find(job.bytes);
  if (found == by_text_.end() || job.bytes.empty()) return nullptr;
  const bool same_form = is_markdown(found->second->path) == (job.form == SourceForm::markdown);
  return same_form ? &found->second->parsed : nullptr;
}

Result<std::vector<ParsedFile>> ReusingParsers::parse(std::vector<ParseJob> jobs) {
  std::vector<ParsedFile> parsed(jobs.size());
  std::vector<ParseJob> unknown;
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (const ParsedFile* file = known(jobs[i])) {
      parsed[i] = *file;
    } else {
      positions.push_back(i);
      unknown.push_back(std::move(jobs[i]));
    }
  }
  if (unknown.empty()) return parsed;
  auto others = others_.parse(std::move(unknown));
  if (!others) return std::unexpected(std::move(others.error()));
  for (std::size_t i = 0; i < positions.size(); ++i) parsed[positions[i]] = std::move((*others)[i]);
  return parsed;
}

}  // namespace kanon
