#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/escape.h"
#include "base/text.h"
#include "exchange/annex.h"
#include "exchange/catalog_words.h"
#include "model/frequency.h"

namespace kanon {
namespace {

// Word reads styles best where they stand in the element itself.
constexpr std::string_view kBody =
    "font-family:Calibri,'Segoe UI',Arial,sans-serif;font-size:11pt;line-height:1.35;color:#1a1a1a";
constexpr std::string_view kHeading = "font-family:Calibri,'Segoe UI',Arial,sans-serif;color:#1a3a5f";
constexpr std::string_view kTable = "border-collapse:collapse;width:100%;margin:0 0 1.5em 0";
constexpr std::string_view kHead =
    "border:1px solid #5b6b7c;background:#1a3a5f;color:#ffffff;text-align:left;vertical-align:top;padding:4px 6px";
constexpr std::string_view kCell = "border:1px solid #bfc7d1;text-align:left;vertical-align:top;padding:4px 6px";

/// Text with its line ends.
std::string html(std::string_view text) { return replace_all(escape_html(text), "\n", "<br>"); }

std::string cell(std::string_view element, std::string_view style, std::string_view more, std::string_view content) {
  return fmt::format("<{0}{3} valign=\"top\" style=\"{1}\">{2}</{0}>", element, style, content, more);
}

std::string facts_table(const Annex& annex) {
  std::string out = fmt::format("<table style=\"{}\">\n", kTable);
  for (const auto& [name, value] : annex.facts()) {
    out += "<tr>" + cell("th", kCell, " scope=\"row\" width=\"25%\"", html(name)) + cell("td", kCell, "", html(value)) +
           "</tr>\n";
  }
  return out + "</table>\n";
}

std::string requirement_cell(const Requirement& requirement, Language language) {
  std::string out;
  if (!requirement.theme.empty()) out += "<b>" + html(requirement.theme) + "</b><br>";
  out += html(*requirement.text);
  if (!requirement.note.empty()) {
    out += "<br><i>" + Message{"Bemærkning: ", "Note: "}.in(language) + html(requirement.note) + "</i>";
  }
  return out;
}

std::string requirement_row(const AnnexRequirement& one, Language language) {
  const Requirement& requirement = *one.requirement;
  const std::string frequency =
      requirement.frequency ? frequency_words(**requirement.frequency).in(language) : std::string();
  return "<tr>" + cell("th", kCell, " scope=\"row\"", html(one.number)) + cell("td", kCell, "", html(*requirement.id)) +
         cell("td", kCell, "", requirement_cell(requirement, language)) +
         cell("td", kCell, "", html(kind_name(requirement.minimum, language))) +
         cell("td", kCell, "", html(requirement.verification)) + cell("td", kCell, "", html(frequency)) + "</tr>\n";
}

std::string phase_table(const AnnexPhase& phase, Language language) {
  struct Column {
    Message name;
    int share;  // of the width, in per cent
  };
  const std::vector<Column> columns = {{{"Nr.", "No."}, 7},
                                       {{"Id", "Id"}, 13},
                                       {{"Krav", "Requirement"}, 42},
                                       {{"Art", "Kind"}, 11},
                                       {{"Dokumentation", "Verification"}, 17},
                                       {{"Hyppighed", "Frequency"}, 10}};
  std::string out = fmt::format("<h2 style=\"{}\">{} {}</h2>\n<table style=\"{}\">\n<thead><tr>", kHeading,
                                html(phase.number), html(phase.title), kTable);
  for (const auto& [name, share] : columns) {
    out += cell("th", kHead, fmt::format(" scope=\"col\" width=\"{}%\"", share), name.in(language));
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const AnnexRequirement& one : phase.requirements) out += requirement_row(one, language);
  return out + "</tbody>\n</table>\n";
}

}  // namespace

std::string annex_html(const Annex& annex) {
  const char* const language = annex.language == Language::da ? "da" : "en";
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{1}</title>\n</head>\n"
      "<body style=\"{2}\">\n<h1 style=\"{3}\">{1}</h1>\n",
      language, html(annex.title()), kBody, kHeading);
  if (annex.is_draft()) {
    out += fmt::format("<p style=\"color:#b00020\"><b>{}</b></p>\n", html(annex.warning()));
  }
  out += facts_table(annex);
  for (const AnnexPhase& phase : annex.phases) out += phase_table(phase, annex.language);
  return out + "</body>\n</html>\n";
}

}  // namespace kanon
