#include "lsp/local_findings.h"

#include <algorithm>

#include "check/check.h"
#include "read/one_source.h"
#include "resolve/resolve.h"

namespace kanon::lsp {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

bool judges_one_file(RuleId id) {
  if (rule(id).find == nullptr) return true;  // found while reading
  switch (id) {
    case RuleId::missing_history:
    case RuleId::version_mismatch:
    case RuleId::version_not_increasing:
    case RuleId::history_date_order:
    case RuleId::future_date:
    case RuleId::unknown_classification:
    case RuleId::invalid_cvr:
    case RuleId::missing_declaration:
    case RuleId::not_established_in_denmark:
    case RuleId::objection_without_criterion:
    case RuleId::vague_wording:
    case RuleId::vague_time:
    case RuleId::missing_verification:
    case RuleId::missing_frequency:
    case RuleId::not_imperative:
    case RuleId::compound_requirement:
    case RuleId::missing_measures:
    case RuleId::missing_alt:
    case RuleId::skipped_heading:
    case RuleId::missing_table_header:
    case RuleId::vague_link_text:
      return true;
    default:
      return false;
  }
}

std::vector<Diagnostic> local_findings(const Config& config, const std::string& path, const ParsedFile& parsed,
                                       Date today) {
  Config local = config;
  for (const RuleId id : all_rules()) {
    if (!judges_one_file(id)) local.severities[id] = Severity::off;
  }
  ReadProject project = read_one_source(local, path, parsed);
  const Model model = resolve(project.corpus);
  return check({model, today, nullptr}, std::move(project.diagnostics));
}

std::vector<Diagnostic> moved(std::vector<Diagnostic> findings, std::string_view before, std::string_view after) {
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  const auto least = std::min(old_lines.size(), new_lines.size());
  std::size_t head = 0;
  while (head < least && old_lines[head] == new_lines[head]) ++head;
  std::size_t tail = 0;
  while (tail < least - head && old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail])
    ++tail;
  const std::size_t tail_begins = old_lines.size() - tail;  // lines from here on, counted from 0, stand elsewhere
  const auto shift = static_cast<std::int64_t>(new_lines.size()) - static_cast<std::int64_t>(old_lines.size());
  std::erase_if(findings, [&](Diagnostic& finding) {
    Place& place = finding.place;
    if (place.end_line <= head) return false;
    if (place.line <= tail_begins) return true;
    place.line = static_cast<std::uint32_t>(place.line + shift);
    place.end_line = static_cast<std::uint32_t>(place.end_line + shift);
    return false;
  });
  return findings;
}

}  // namespace kanon::lsp
