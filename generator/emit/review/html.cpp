#include "emit/redline/html.h"
#include "base/text.h"
#include "emit/html/rows.h"
#include "emit/redline/labels.h"
#include "emit/redline/page.h"
#include "emit/review/formats.h"
#include "emit/review/names.h"

namespace kanon {
namespace {

/// A copy of HTML of ours without ids: an id stands once on a page.
std::string without_ids(const std::string& html) {
  constexpr std::string_view begins = " id=\"";
  std::string out;
  std::size_t at = 0;
  while (true) {
    const std::size_t id = html.find(begins, at);
    if (id == std::string::npos) break;
    out.append(html, at, id - at);
    at = html.find('"', id + begins.size()) + 1;
  }
  return out.append(html, at);
}

class HtmlReport {
 public:
  HtmlReport(const ReviewReport& report, const ReviewSettings& settings, const Theme& theme)
      : report_(report), settings_(settings), words_(theme.words(settings.context.language)) {}

  Data page() {
    Data page;
    put(page, "language", language() == Language::da ? "da" : "en");
    put(page, "site_title", report_.input->after.source().config.title);
    put(page, "sides", said(sides_in_words(*report_.input)));
    put(page, "summary", summary());
    put(page, "warnings", items_or_nothing(warnings()));
    put(page, "findings", findings());
    put(page, "overview", items_or_nothing(overview()));
    put(page, "items", items());
    put(page, "registers", text_or_nothing(registers()));
    put(page, "files", items_or_nothing(files()));
    return page;
  }

 private:
  Language language() const { return settings_.context.language; }
  const std::string& said(const Message& message) const { return message.in(language()); }
  static std::string anchor_of(std::size_t item) { return "_item-" + std::to_string(item + 1); }

  DataList summary() const {
    DataList rows;
    const bool has_errors = report_.new_errors > 0;
    for (const Message& line : summary_of(report_)) {
      Data row;
      put(row, "text", said(line));
      put(row, "grave", has_errors && rows.empty());
      rows.push_back(std::move(row));
    }
    return rows;
  }

  DataList warnings() const {
    DataList rows;
    for (const ReviewWarning& warning : report_.warnings) rows.push_back(Data(said(warning.what)));
    return rows;
  }

  Data findings() const {
    DataList rows;
    for (const ComparedFinding& compared : report_.input->findings.findings) {
      if (settings_.told == ToldFindings::new_ones && !compared.is_new) continue;
      const Diagnostic& found = compared.diagnostic;
      const bool is_error = found.severity == Severity::error;
      Data row;
      put(row, "severity", is_error ? "error" : "warning");
      put(row, "severity_word", words_[is_error ? "review_error" : "review_warning"]);
      put(row, "message", said(found.message));
      put(row, "help", text_or_nothing(said(found.help)));
      put(row, "path", found.path);
      put(row, "line", std::to_string(found.place.line));
      put(row, "rule", std::string(name_of(found.rule)));
      put(row, "old", !compared.is_new);
      rows.push_back(std::move(row));
    }
    if (rows.empty()) return false;
    Data data;
    put(data, "title", words_[settings_.told == ToldFindings::all ? "review_findings" : "review_new_findings"]);
    put(data, "items", rows);
    return data;
  }

  std::string count_of(const ReviewedItem& item) const {
    const ChangeCount count = count_changes(item.change->redline);
    return count.all() == 0 ? std::string() : count_label(count, language());
  }

  DataList overview() const {
    DataList rows;
    for (std::size_t i = 0; i < report_.items.size(); ++i) {
      const ReviewedItem& item = report_.items[i];
      Data row;
      put(row, "anchor", anchor_of(i));
      put(row, "title", item.title);
      put(row, "kind", said(item.kind));
      put(row, "fate", said(fate_in_words(item)));
      put(row, "count", text_or_nothing(count_of(item)));
      put(row, "approved", text_or_nothing(join(item.approved_by, ", ")));
      put(row, "missing", text_or_nothing(join(item.lacks_approval_of, ", ")));
      put(row, "next_review", day_or_nothing(words_, item.next_review));
      put(row, "owner", text_or_nothing(item.owner));
      rows.push_back(std::move(row));
    }
    return rows;
  }

  Data entry_of(const ReviewedItem& item) const {
    if (item.entry == nullptr) return false;
    Data entry;
    put(entry, "change", item.entry->change);
    put(entry, "by", item.entry->by);
    put(entry, "date", day_or_nothing(words_, *item.entry->date));
    return entry;
  }

  DataList items() const {
    DataList rows;
    for (std::size_t i = 0; i < report_.items.size(); ++i) {
      const ReviewedItem& item = report_.items[i];
      RedlineSurroundings surroundings;
      surroundings.id_prefix = anchor_of(i);
      const RedlineHtml html = redline_html(item.change->redline, language(), surroundings);
      Data row;
      put(row, "anchor", anchor_of(i));
      put(row, "kind", said(item.kind));
      put(row, "title", item.title);
      put(row, "fate", said(fate_in_words(item)));
      put(row, "effective", day_or_nothing(words_, item.effective));
      put(row, "entry", entry_of(item));
      put(row, "path", item.path);
      put(row, "old_path", text_or_nothing(item.old_path));
      put(row, "unchanged", html.fields.empty() && html.records.empty() && html.runs.empty());
      put(row, "private_fields", text_or_nothing(join(item.change->redline.private_fields, ", ")));
      put(row, "fields", text_or_nothing(html.fields));
      put(row, "records", text_or_nothing(html.records));
      put(row, "runs", items_or_nothing(pairs(html.runs)));
      rows.push_back(std::move(row));
    }
    return rows;
  }

  /// Each stretch of a body twice: on the left what is inserted is hidden, on the right what is deleted.
  static DataList pairs(const std::vector<std::string>& runs) {
    DataList rows;
    for (const std::string& run : runs) {
      Data row;
      const bool is_changed = run.find("<div class=\"change") != std::string::npos;
      put(row, "was", is_changed ? Data(without_ids(run)) : Data(false));
      put(row, "is", run);
      rows.push_back(std::move(row));
    }
    return rows;
  }

  std::string registers() const {
    ItemRedline redline;
    redline.records = report_.input->changes.registers;
    RedlineSurroundings surroundings;
    surroundings.id_prefix = "_registers";
    return redline_html(redline, language(), surroundings).records;
  }

  DataList files() const {
    DataList rows;
    for (const FileChange& file : report_.input->consequences.files) {
      Data row;
      put(row, "path", file.path);
      put(row, "fate", fate_label(file.fate, language()));
      rows.push_back(std::move(row));
    }
    return rows;
  }

  const ReviewReport& report_;
  const ReviewSettings& settings_;
  const Words& words_;
};

Result<std::string> filled(const ReviewReport& report, const ReviewSettings& settings, const Theme& theme, Data styles,
                           Data stylesheet) {
  HtmlReport html(report, settings, theme);
  Data page = html.page();
  put(page, "styles", std::move(styles));
  put(page, "stylesheet", std::move(stylesheet));
  Data shared;
  put(shared, "t", words_as_data(theme.words(settings.context.language)));
  Layouts layouts(theme);
  return layouts.fill("review_file", page, shared);
}

}  // namespace

Result<std::string> review_as_one_page(const ReviewReport& report, const ReviewSettings& settings, const Theme& theme) {
  return filled(report, settings, theme, inline_styles(theme), false);
}

Result<std::vector<Artifact>> review_as_folder(const ReviewReport& report, const ReviewSettings& settings,
                                               const Theme& theme) {
  auto page = filled(report, settings, theme, false, "kanon.css");
  if (!page) return std::unexpected(page.error());
  std::vector<Artifact> files;
  files.push_back({"index.html", std::move(*page), {}});
  files.push_back({"review.json", review_json(report, settings), {}});
  files.push_back({"review.md", review_markdown(report, settings), {}});
  files.push_back({"announcement.md", review_announcement(report, settings), {}});
  for (const auto& [path, bytes] : theme.assets()) {
    if (path == "kanon.css" || path.starts_with("fonts/")) files.push_back({path, bytes, {}});
  }
  return files;
}

}  // namespace kanon
