#include "serve/overlay.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/escape.h"
#include "base/result.h"
#include "base/text.h"
#include "embed/embedded.h"

namespace kanon {
namespace {

/// More than anybody reads in a corner of a page; `kanon check` has them all.
constexpr std::size_t most_told = 100;

class NotesWriter {
 public:
  NotesWriter(const Notes& notes, const Editor& editor) : notes_(notes), editor_(editor) {}

  std::string write() {
    const std::size_t all = notes_.of_page.size() + notes_.of_others.size();
    const bool is_open = notes_.problem || !notes_.of_page.empty();
    html_ = fmt::format("<aside id=\"_kanon\" class=\"{}\" data-state=\"{}\" aria-label=\"{}\">\n", tone(),
                        escape_html(notes_.state), text({"Forhåndsvisning", "Preview"}));
    html_ += fmt::format("<details{}>\n<summary>{}</summary>\n", is_open ? " open" : "", escape_html(headline(all)));
    if (notes_.problem) add_problem(*notes_.problem);
    add_list({"På denne side", "On this page"}, notes_.of_page);
    add_list({"I andre filer", "In other files"}, notes_.of_others);
    html_ += "</details>\n</aside>\n";
    return std::move(html_);
  }

 private:
  const std::string& text(const Message& message) const { return message.in(notes_.language); }

  const char* tone() const {
    if (notes_.problem) return "has-errors";
    const auto is_error = [](const Diagnostic* one) { return one->severity == Severity::error; };
    if (std::ranges::any_of(notes_.of_page, is_error) || std::ranges::any_of(notes_.of_others, is_error))
      return "has-errors";
    return notes_.of_page.empty() && notes_.of_others.empty() ? "is-fine" : "has-warnings";
  }

  std::string headline(std::size_t all) const {
    if (notes_.problem) return text({"Siden er ikke opdateret", "The page is not up to date"});
    if (all == 0) return text({"Ingen fund", "No findings"});
    return text(message("Fund: {} her, {} i alt", "Findings: {} here, {} in all", notes_.of_page.size(), all));
  }

  void add_problem(const Error& problem) {
    html_ += "<p class=\"problem\">" + escape_html(text(problem.what)) + "</p>\n";
    if (!problem.help.empty()) html_ += "<p>" + escape_html(text(problem.help)) + "</p>\n";
  }

  void add_list(const Message& title, const std::vector<const Diagnostic*>& findings) {
    if (findings.empty()) return;
    html_ += "<h2>" + escape_html(text(title)) + "</h2>\n<ul>\n";
    for (std::size_t i = 0; i < std::min(findings.size(), most_told); ++i) add(*findings[i]);
    if (findings.size() > most_told) {
      const Message more =
          message("… og {} til: se «kanon check»", "… and {} more: see “kanon check”", findings.size() - most_told);
      html_ += "<li>" + escape_html(text(more)) + "</li>\n";
    }
    html_ += "</ul>\n";
  }

  void add(const Diagnostic& finding) {
    const bool is_error = finding.severity == Severity::error;
    const std::string place = fmt::format("{}:{}:{}", finding.path, finding.place.line, finding.place.column);
    html_ += fmt::format("<li class=\"{}\"><strong>{}</strong> {}", is_error ? "error" : "warning",
                         is_error ? text({"Fejl:", "Error:"}) : text({"Advarsel:", "Warning:"}),
                         escape_html(text(finding.message)));
    html_ += fmt::format("<br><a href=\"{}\">{}</a>", escape_html(address_of(finding)), escape_html(place));
    if (!finding.help.empty()) html_ += "<br>" + escape_html(text(finding.help));
    html_ += "</li>\n";
  }

  std::string address_of(const Diagnostic& finding) const {
    std::string address = replace_all(editor_.address, "{line}", std::to_string(finding.place.line));
    address = replace_all(std::move(address), "{column}", std::to_string(finding.place.column));
    return replace_all(std::move(address), "{file}", percent_encoded(editor_.folder + "/" + finding.path, "-._~/"));
  }

  const Notes& notes_;
  const Editor& editor_;
  std::string html_;
};

constexpr std::string_view head =
    "<link rel=\"stylesheet\" href=\"/_kanon/overlay.css\">\n<script src=\"/_kanon/overlay.js\" defer></script>\n";

/// The policy of the page, with leave to ask this server.
void allow_listening(std::string& page) {
  constexpr std::string_view policy = "Content-Security-Policy\" content=\"";
  const std::size_t at = page.find(policy);
  if (at == std::string::npos) return;
  const std::string_view written = std::string_view(page).substr(at, page.find('>', at) - at);
  if (written.find("connect-src") == std::string_view::npos) page.insert(at + policy.size(), "connect-src 'self'; ");
}

/// The last place of a text; the end where it isn't there.
std::size_t last_of(const std::string& page, std::string_view text) {
  const std::size_t at = page.rfind(text);
  return at == std::string::npos ? page.size() : at;
}

}  // namespace

std::string with_notes(std::string page, const Notes& notes, const Editor& editor) {
  allow_listening(page);
  page.insert(last_of(page, "</body>"), NotesWriter(notes, editor).write());
  const std::size_t head_ends = page.find("</head>");
  if (head_ends != std::string::npos) page.insert(head_ends, head);
  return page;
}

std::string page_of_notes(const Notes& notes, const Editor& editor) {
  const bool is_danish = notes.language == Language::da;
  return fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n{}</head>\n"
      "<body>\n{}</body>\n</html>\n",
      is_danish ? "da" : "en", is_danish ? "Forhåndsvisning" : "Preview", head, NotesWriter(notes, editor).write());
}

std::string_view overlay_file(std::string_view name) {
  for (const embedded::File& file : embedded::overlay()) {
    if (file.path == name) return file.bytes;
  }
  return {};
}

}  // namespace kanon
