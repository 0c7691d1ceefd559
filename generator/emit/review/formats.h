#pragma once

#include <string>

#include "diagnostic/render.h"
#include "emit/artifact.h"
#include "emit/html/theme.h"
#include "emit/review/report.h"

namespace kanon {

/// Which findings a report tells.
enum class ToldFindings { all, new_ones };

/// How a review is written.
struct ReviewSettings {
  ToldFindings told = ToldFindings::all;
  ReportContext context;  ///< language, colour, and what findings quote
};

/// For a terminal.
std::string review_text(const ReviewReport& report, const ReviewSettings& settings);
/// For other programs; tests/support/review.schema.json says what is in it.
std::string review_json(const ReviewReport& report, const ReviewSettings& settings);
/// For a comment of a forge: at most `most_of_a_comment` characters, the most important first; what is left out is
/// said.
std::string review_markdown(const ReviewReport& report, const ReviewSettings& settings);
/// The message to staff: what is new, and from when. Tells what is in force or about to be, and nothing of findings.
std::string review_announcement(const ReviewReport& report, const ReviewSettings& settings);
/// One page that needs no other file. Wrong use: a layout with a mistake.
Result<std::string> review_as_one_page(const ReviewReport& report, const ReviewSettings& settings, const Theme& theme);
/// The same page with its styles and fonts beside it, and the other forms of the report.
Result<std::vector<Artifact>> review_as_folder(const ReviewReport& report, const ReviewSettings& settings,
                                               const Theme& theme);

inline constexpr std::size_t most_of_a_comment = 60'000;

/// The findings that a report tells, in order.
std::vector<Diagnostic> told_findings(const ReviewReport& report, ToldFindings told);

}  // namespace kanon
