#include "emit/html/coverage.h"

#include <algorithm>
#include <set>

namespace kanon {
namespace {

/// With more columns than this their names stand upright.
constexpr std::size_t most_level_columns = 4;

/// One dot for each thing a cell tells of: full or not.
using Dots = std::vector<bool>;

bool has_full(const Dots& dots) { return std::ranges::find(dots, true) != dots.end(); }

std::vector<const PublishedMember*> declared_members(const View& view) {
  std::vector<const PublishedMember*> members;
  for (const PublishedMember& member : view.members()) {
    if (member.kind == MemberKind::associated && member.declaration) members.push_back(&member);
  }
  return members;
}

Data cell(const Dots& dots, const std::string& text) {
  DataList marks;
  for (const bool full : dots) {
    Data mark;
    put(mark, "full", full);
    marks.push_back(std::move(mark));
  }
  Data data;
  put(data, "dots", marks);
  put(data, "text", text);
  return data;
}

/// A table that is filled row by row.
class Coverage {
 public:
  struct Subject {
    const char* kind;   ///< for the style sheet
    const char* title;  ///< keys of words
    const char* text;
  };
  Coverage(const PageParts& parts, Subject subject) : parts_(parts), subject_(subject) {}

  void add_column(const std::string& title) {
    Data column;
    put(column, "number", std::to_string(columns_.size() + 1));
    put(column, "title", title);
    columns_.push_back(std::move(column));
    totals_.push_back(0);
  }

  /// `dots` has one entry a column, `text_of` says the same as a cell's dots.
  template <class TextOf>
  void add_row(const PublishedMember& member, const std::vector<Dots>& dots, const TextOf& text_of) {
    DataList cells;
    for (std::size_t i = 0; i < dots.size(); ++i) {
      cells.push_back(cell(dots[i], text_of(dots[i])));
      if (has_full(dots[i])) ++totals_[i];
    }
    Data row = member_row(parts_.rows(), member);
    put(row, "cells", cells);
    rows_.push_back(std::move(row));
  }

  Data take() {
    if (rows_.empty() || columns_.empty()) return false;
    DataList totals;
    for (const std::size_t total : totals_) totals.push_back(Data(std::to_string(total)));
    Data data;
    put(data, "kind", std::string(subject_.kind));
    put(data, "title", parts_.words[subject_.title]);
    put(data, "text", parts_.words[subject_.text]);
    put(data, "dense", columns_.size() > most_level_columns);
    put(data, "columns", columns_);
    put(data, "rows", rows_);
    put(data, "totals", totals);
    return data;
  }

 private:
  const PageParts& parts_;
  Subject subject_;
  DataList columns_;
  DataList rows_;
  std::vector<std::size_t> totals_;
};

}  // namespace

Data objective_coverage(const PageParts& parts) {
  const auto& objectives = parts.view().objectives();
  Coverage coverage(parts, {"objectives", "coverage_objectives", "coverage_objectives_text"});
  for (const Objective* objective : objectives) coverage.add_column(objective->title);
  const auto text_of = [&](const Dots& dots) {
    const auto named = std::ranges::count(dots, true);
    return parts.words.with("coverage_criteria", {{"n", std::to_string(named)}, {"all", std::to_string(dots.size())}});
  };
  for (const PublishedMember* member : declared_members(parts.view())) {
    std::set<std::string_view> named;
    for (const CriterionStatement& one : (*member->declaration)->criteria) named.insert(*one.criterion);
    std::vector<Dots> row;
    for (const Objective* objective : objectives) {
      Dots& dots = row.emplace_back();
      for (const Criterion& criterion : objective->criteria) dots.push_back(named.contains(*criterion.id));
    }
    coverage.add_row(*member, row, text_of);
  }
  return coverage.take();
}

Data project_coverage(const PageParts& parts) {
  const auto& projects = parts.view().projects();
  Coverage coverage(parts, {"projects", "coverage_projects", "coverage_projects_text"});
  for (const Project* project : projects) coverage.add_column(*project->title);
  const auto text_of = [&](const Dots& dots) { return parts.words[has_full(dots) ? "answer_yes" : "answer_no"]; };
  for (const PublishedMember* member : declared_members(parts.view())) {
    std::set<std::string_view> named;
    for (const LocatedText& id : (*member->declaration)->projects) named.insert(*id);
    std::vector<Dots> row;
    for (const Project* project : projects) row.push_back({named.contains(*project->id)});
    coverage.add_row(*member, row, text_of);
  }
  return coverage.take();
}

}  // namespace kanon
