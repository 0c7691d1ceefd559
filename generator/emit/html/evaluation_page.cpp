#include <algorithm>
#include <array>

#include "emit/html/body_section.h"
#include "emit/html/page_parts.h"

namespace kanon {
namespace {

/// The heading of a declaration under which a member says what it contributes (contract, section 4), as `kanon new
/// member` writes it in either language.
constexpr std::array<std::string_view, 2> contribution_anchors{"bidrag", "contribution"};

DataList years_of(const std::vector<int>& missing) {
  DataList years;
  for (const int year : missing) years.push_back(Data(std::to_string(year)));
  return years;
}

/// The two results that declarations come with have words of their own; any other stands as it was entered.
std::string result_word(const Words& words, const std::string& result) {
  if (result == "active") return words["evaluation_active"];
  if (result == "inactive") return words["evaluation_inactive"];
  return result;
}

/// {year, date, result, by}, the newest first: that is where the next evaluation begins.
DataList evaluation_rows(const PageParts& parts, const Contribution& contribution) {
  DataList rows;
  for (auto one = contribution.evaluations.rbegin(); one != contribution.evaluations.rend(); ++one) {
    Data row;
    put(row, "year", std::to_string(*one->year));
    put(row, "date", day_or_nothing(parts.words, unlocated(one->date)));
    put(row, "result", text_or_nothing(result_word(parts.words, one->result)));
    put(row, "by", text_or_nothing(one->by));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// {criterion, statement}: what the member wrote about the criteria of one objective.
DataList statement_rows(const PublishedMember& member, const Objective& objective) {
  DataList rows;
  if (!member.declaration) return rows;
  for (const CriterionStatement& statement : (*member.declaration)->criteria) {
    const auto criterion =
        std::ranges::find_if(objective.criteria, [&](const Criterion& one) { return *one.id == *statement.criterion; });
    if (criterion == objective.criteria.end()) continue;
    Data row;
    put(row, "criterion", criterion->text);
    put(row, "statement", text_or_nothing(statement.statement));
    rows.push_back(std::move(row));
  }
  return rows;
}

DataList objective_statements(const PageParts& parts, const PublishedMember& member) {
  DataList rows;
  for (const Objective* objective : parts.view().objectives()) {
    Data row;
    put(row, "title", objective->title);
    put(row, "statements", items_or_nothing(statement_rows(member, *objective)));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// What the member itself wrote under its heading. Many members share the page: each has ids of its own.
Data own_words(const PageParts& parts, const PublishedMember& member) {
  BodyContext context = body_context(parts.view(), member.file, parts.hrefs, parts.embeds);
  context.id_prefix = *member.id + ".";
  context.heading_shift = 1;
  context.highest_heading = 4;
  for (const std::string_view anchor : contribution_anchors) {
    const std::string html = write_section(parts.view().parsed(member.file), anchor, context);
    if (!html.empty()) return html;
  }
  return false;
}

Data contribution_row(const PageParts& parts, const Contribution& contribution) {
  const PublishedMember& member = parts.view().member(contribution.member);
  const DataList evaluations = evaluation_rows(parts, contribution);
  Data row = member_row(parts.rows(), member);
  put(row, "anchor", "_member-" + *member.id);
  put(row, "missing", items_or_nothing(years_of(contribution.missing)));
  put(row, "evaluations", items_or_nothing(evaluations));
  put(row, "latest", evaluations.empty() ? Data(false) : evaluations.front());
  put(row, "projects", items_or_nothing(project_rows(parts.rows(), member)));
  put(row, "objectives", items_or_nothing(objective_statements(parts, member)));
  put(row, "own_words", own_words(parts, member));
  return row;
}

std::string summary(const Words& words, std::size_t missing, std::size_t members) {
  if (missing == 0) return words["evaluation_none_missing"];
  return words.with(missing == 1 ? "evaluation_one_missing" : "evaluation_many_missing",
                    {{"n", std::to_string(missing)}, {"members", std::to_string(members)}});
}

}  // namespace

void add_evaluation(Data& data, const PageParts& parts) {
  const std::vector<Contribution> contributions = parts.view().contributions(parts.site.date);
  DataList rows;
  for (const Contribution& contribution : contributions) rows.push_back(contribution_row(parts, contribution));
  const auto missing =
      std::ranges::count_if(contributions, [](const Contribution& one) { return !one.missing.empty(); });
  put(data, "as_of", day_or_nothing(parts.words, parts.site.date));
  put(data, "summary", summary(parts.words, static_cast<std::size_t>(missing), contributions.size()));
  put(data, "members", rows);
}

}  // namespace kanon
