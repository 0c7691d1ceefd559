#include <algorithm>
#include <array>
#include <map>

#include "emit/html/matrix.h"
#include "emit/html/page_parts.h"
#include "emit/html/register_rows.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

bool is_of(const ControlStatement& statement, const ControlTheme& theme) {
  return statement.control->id.starts_with(theme.prefix);
}

/// «Organisatoriske foranstaltninger (A.5)»
std::string theme_title(const ControlTheme& theme, Language language) {
  return theme.title.in(language) + " (" + theme.prefix.substr(0, theme.prefix.size() - 1) + ")";
}

/// How many controls of a theme, or of all, were decided how.
struct Tally {
  std::size_t all = 0, applicable = 0, excluded = 0, undecided = 0;
  std::array<std::size_t, 3> by_status{};  ///< implemented, partial, planned
};

constexpr std::array told_statuses{ControlStatus::implemented, ControlStatus::partial, ControlStatus::planned};

void count(Tally& tally, const ControlStatement& one) {
  ++tally.all;
  ++(!one.applicable ? tally.undecided : *one.applicable ? tally.applicable : tally.excluded);
  for (std::size_t i = 0; i < told_statuses.size(); ++i) {
    if (one.status == told_statuses[i]) ++tally.by_status[i];
  }
}

Data tally_row(const std::string& title, Data href, const Tally& tally, bool tells_reasons) {
  DataList statuses;
  for (const std::size_t number : tally.by_status) statuses.push_back(Data(std::to_string(number)));
  Data row;
  put(row, "title", title);
  put(row, "href", std::move(href));
  put(row, "all", std::to_string(tally.all));
  put(row, "applicable", std::to_string(tally.applicable));
  put(row, "excluded", std::to_string(tally.excluded));
  put(row, "undecided", std::to_string(tally.undecided));
  put(row, "statuses", tells_reasons ? items_or_nothing(statuses) : Data(false));
  return row;
}

std::string theme_anchor(const ControlTheme& theme) { return "_" + theme.prefix.substr(0, theme.prefix.size() - 1); }

/// A row a theme, then one for all.
void add_summary(Data& data, const PageParts& parts) {
  const View& view = parts.view();
  DataList rows;
  Tally whole;
  for (const ControlTheme& theme : annex_a_themes()) {
    Tally tally;
    for (const ControlStatement& one : view.applicability()) {
      if (!is_of(one, theme)) continue;
      count(tally, one);
      count(whole, one);
    }
    rows.push_back(
        tally_row(theme_title(theme, view.language()), Data("#" + theme_anchor(theme)), tally, view.tells_reasons()));
  }
  DataList names;
  for (const ControlStatus status : told_statuses) names.push_back(Data(status_word(parts.words, status)));
  put(data, "summary", rows);
  put(data, "total", tally_row(parts.words["in_all"], false, whole, view.tells_reasons()));
  put(data, "status_names", view.tells_reasons() ? items_or_nothing(names) : Data(false));
  put(data, "summary_text",
      parts.words.with("applicability_summary", {{"all", std::to_string(whole.all)},
                                                 {"applicable", std::to_string(whole.applicable)},
                                                 {"excluded", std::to_string(whole.excluded)},
                                                 {"undecided", std::to_string(whole.undecided)}}));
}

/// Of one theme its controls, and the documents that carry any of them out.
MatrixPart matrix_of(const PageParts& parts, const ControlTheme& theme) {
  const View& view = parts.view();
  MatrixPart part{theme_title(theme, view.language()), theme_anchor(theme), {}, {}, {}};
  std::map<ItemRef, std::uint32_t> columns;
  std::vector<const ControlStatement*> controls;
  for (const ControlStatement& one : view.applicability()) {
    if (!is_of(one, theme)) continue;
    controls.push_back(&one);
    for (const ItemRef item : one.documents) columns.emplace(item, 0);
  }
  // By title, as the view has them.
  for (const Document* document : view.documents()) {
    const auto found = columns.find(view.ref_of(*document));
    if (found == columns.end()) continue;
    found->second = static_cast<std::uint32_t>(part.columns.size());
    part.columns.push_back({view.title_of(found->first), {}, text_or_nothing(parts.hrefs.to_item(found->first))});
  }
  const std::string& statement = folders(view.language()).applicability;
  for (const ControlStatement* one : controls) {
    part.rows.push_back({one->control->id,
                         one->control->title.in(view.language()),
                         Data(parts.hrefs.to(statement + "#" + one->control->id)),
                         {}});
    auto& of_row = part.of_row.emplace_back();
    for (const ItemRef item : one->documents) of_row.push_back(columns.at(item));
  }
  return part;
}

/// {text, items: {id, title, href}}: controls that lack something; `false` for none.
template <class Lacks>
Data controls_that(const PageParts& parts, const char* one_word, const char* many_word, const Lacks& lacks) {
  DataList rows;
  for (const ControlStatement& one : parts.view().applicability()) {
    if (!lacks(one)) continue;
    Data row;
    put(row, "id", one.control->id);
    put(row, "text", one.control->title.in(parts.view().language()));
    put(row, "href", parts.hrefs.to(folders(parts.view().language()).applicability + "#" + one.control->id));
    rows.push_back(std::move(row));
  }
  if (rows.empty()) return false;
  Data data;
  put(data, "text", count_text(parts.words, rows.size(), one_word, many_word));
  put(data, "items", rows);
  return data;
}

}  // namespace

void add_applicability(Data& data, const PageParts& parts) {
  const Language language = parts.view().language();
  DataList themes = control_themes(parts.rows());
  for (std::size_t i = 0; i < themes.size(); ++i) {
    put(themes[i], "title", theme_title(annex_a_themes()[i], language));
    put(themes[i], "anchor", theme_anchor(annex_a_themes()[i]));
  }
  const std::string pdf = applicability_pdf_address(language);
  put(data, "themes", themes);
  put(data, "pdf", parts.site.has_pdf(pdf) ? Data(parts.hrefs.to(pdf)) : Data(false));
  put(data, "coverage_href", parts.hrefs.to(control_coverage_address(language)));
  add_summary(data, parts);
}

void add_control_coverage(Data& data, const PageParts& parts) {
  const MatrixWords words{parts.words["control"], parts.words["documents"], parts.words["no_document"]};
  DataList matrix;
  for (const ControlTheme& theme : annex_a_themes()) matrix.push_back(matrix_part(matrix_of(parts, theme), words));
  put(data, "uncovered",
      controls_that(parts, "controls_without_document_one", "controls_without_document_many",
                    [](const ControlStatement& one) { return one.applicable == true && one.documents.empty(); }));
  put(data, "undecided",
      controls_that(parts, "controls_undecided_one", "controls_undecided_many",
                    [](const ControlStatement& one) { return !one.applicable; }));
  put(data, "matrix", matrix);
}

}  // namespace kanon
