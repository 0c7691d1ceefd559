#include "emit/redline/page.h"

#include "base/text.h"
#include "emit/html/rows.h"
#include "emit/redline/labels.h"

namespace kanon {
namespace {

Data version_data(const ToldVersion& version, Language language) {
  std::string label = version_label(version, language);
  if (label.front() >= 'a' && label.front() <= 'z') label.front() = static_cast<char>(label.front() - 'a' + 'A');
  Data data;
  put(data, "label", label);
  put(data, "version", version.version.text());
  put(data, "href", false);
  return data;
}

DataList approvals(const ToldVersion& version, const Words& words) {
  DataList rows;
  for (const auto& approval : version.approvals) {
    Data row;
    put(row, "body", approval.body);
    put(row, "date", day_or_nothing(words, approval.date));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

void add_redline(Data& data, const RedlineReport& report, const Words& words, const RedlineSurroundings& surroundings) {
  const Language language = words.language();
  const RedlineHtml html = redline_html(report.redline, language, surroundings);
  const bool is_unchanged = html.fields.empty() && html.records.empty() && html.body.empty();
  const ToldVersion& after = report.after;
  const ChangeCount count = count_changes(report.redline);
  put(data, "heading",
      words.with("redline_heading", {{"from", report.before.version.text()}, {"to", report.after.version.text()}}));
  put(data, "item_title", report.title);
  put(data, "before", version_data(report.before, language));
  put(data, "after", version_data(report.after, language));
  put(data, "kind", change_kind_label(after.kind, language));
  put(data, "by", text_or_nothing(after.by));
  put(data, "date", day_or_nothing(words, after.date));
  put(data, "change", text_or_nothing(after.change));
  put(data, "approvals", items_or_nothing(approvals(after, words)));
  put(data, "count", count.all() == 0 ? Data(false) : Data(count_label(count, language)));
  put(data, "unchanged", is_unchanged);
  put(data, "fields", text_or_nothing(html.fields));
  put(data, "records", text_or_nothing(html.records));
  put(data, "body", text_or_nothing(html.body));
  put(data, "changed_sections", text_or_nothing(html.contents));
}

std::string inline_styles(const Theme& theme) {
  const auto found = theme.assets().find("kanon.css");
  if (found == theme.assets().end()) return {};
  std::string css = found->second;
  constexpr std::string_view face = "@font-face";
  for (std::size_t at = css.find(face); at != std::string::npos; at = css.find(face, at)) {
    const std::size_t end = css.find('}', at);
    if (end == std::string::npos) break;
    css.erase(at, end + 1 - at);
  }
  // Pictures beside the style sheet are not beside the page.
  constexpr std::string_view url = "url(";
  for (std::size_t at = css.find(url); at != std::string::npos; at = css.find(url, at + 1)) {
    const std::string_view address = std::string_view(css).substr(at + url.size(), 6);
    const std::size_t end = css.find(')', at);
    if (address.starts_with("data:") || address.substr(1).starts_with("data:") || end == std::string::npos) continue;
    css.replace(at, end + 1 - at, "none");
  }
  return replace_all(std::move(css), "</", "<\\/");
}

Result<std::string> redline_as_html(const RedlineReport& report, Language language, const Theme& theme) {
  const Words& words = theme.words(language);
  Data page;
  add_redline(page, report, words, {});
  put(page, "item_type", item_kind_label(report.kind, language));
  put(page, "home_href", false);
  put(page, "language", language == Language::da ? "da" : "en");
  put(page, "styles", inline_styles(theme));
  Data shared;
  put(shared, "t", words_as_data(words));
  Layouts layouts(theme);
  return layouts.fill("redline_file", page, shared);
}

}  // namespace kanon
