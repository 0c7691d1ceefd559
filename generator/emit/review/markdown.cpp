#include "base/escape.h"
#include "base/text.h"
#include "emit/review/formats.h"

namespace kanon {
namespace {

class MarkdownReport {
 public:
  MarkdownReport(const ReviewReport& report, const ReviewSettings& settings) : report_(report), settings_(settings) {}

  std::string write() {
    add("### " + escape_markdown(said(sides_in_words(*report_.input))) + "\n\n" + summary() + "\n");
    add_warnings();
    add_findings();
    add_items();
    add_files();
    for (const ReviewedItem& item : report_.items) add_changes(item.title, redline_of(item));
    add_changes(said({"Registre, ordbog og kriterier", "Registers, glossary and criteria"}),
                redline_of_registers(*report_.input));
    if (left_out_ > 0) {
      text_ += "\n_" +
               said(message("{} stykker er udeladt, fordi kommentaren ellers blev for lang; hele rapporten har dem.",
                            "{} parts are left out, as the comment would get too long; the whole report has them.",
                            left_out_)) +
               "_\n";
    }
    return std::move(text_);
  }

 private:
  const std::string& said(const Message& message) const { return message.in(settings_.context.language); }

  /// Adds a part that fits; what doesn't is counted. What comes first matters most.
  void add(const std::string& part) {
    constexpr std::size_t room_for_the_last_line = 300;
    const std::size_t length = code_points(part);
    if (length_ + length > most_of_a_comment - room_for_the_last_line) {
      ++left_out_;
      return;
    }
    length_ += length;
    text_ += part;
  }

  std::string summary() const {
    std::vector<std::string> parts;
    for (const Message& part : summary_of(report_)) parts.push_back("**" + said(part) + "**");
    return join(parts, " · ");
  }

  void add_warnings() {
    if (report_.warnings.empty()) return;
    add("\n#### " + said({"Vær opmærksom på", "Mind"}) + "\n\n");
    for (const ReviewWarning& warning : report_.warnings) add("- " + escape_markdown(said(warning.what)) + "\n");
  }

  void add_findings() {
    const auto findings = told_findings(report_, settings_.told);
    if (findings.empty()) return;
    const Message heading = settings_.told == ToldFindings::all
                                ? Message{"Fund", "Findings"}
                                : Message{"Fund, som ændringen bringer", "Findings that the change brings"};
    add("\n#### " + said(heading) + "\n\n");
    for (const Diagnostic& found : findings) {
      const Message severity =
          found.severity == Severity::error ? Message{"fejl", "error"} : Message{"advarsel", "warning"};
      add(fmt::format("- **{}** {}:{} {} \\[{}\\]\n", said(severity), escape_markdown(found.path), found.place.line,
                      escape_markdown(said(found.message)), name_of(found.rule)));
    }
  }

  void add_items() {
    if (report_.items.empty()) return;
    add("\n#### " + said({"Hvad der er ændret", "What changed"}) + "\n\n");
    add(said({"| Hvad | Ændring | Godkendt af | Mangler | Næste gennemgang |\n",
              "| What | Change | Approved by | Missing | Next review |\n"}) +
        "| --- | --- | --- | --- | --- |\n");
    for (const ReviewedItem& item : report_.items) {
      const std::string entry = item.entry == nullptr ? std::string() : "<br>" + escape_markdown(item.entry->change);
      add(fmt::format(
          "| {}: **{}** | {}{} | {} | {} | {} |\n", escape_markdown(said(item.kind)), escape_markdown(item.title),
          escape_markdown(said(fate_in_words(item))), entry, escape_markdown(join(item.approved_by, ", ")),
          escape_markdown(join(item.lacks_approval_of, ", ")), item.next_review ? item.next_review->iso() : ""));
    }
  }

  /// The redline of an item, part by part as far as there is room.
  void add_changes(const std::string& title, const RedlineReport& redline) {
    const std::vector<std::string> parts = changes_as_markdown(redline, settings_.context.language);
    if (parts.empty()) return;
    add("\n#### " + escape_markdown(title) + "\n");
    for (const std::string& part : parts) add("\n" + part);
  }

  void add_files() {
    if (report_.input->consequences.files.empty()) return;
    add("\n#### " + said({"Andre filer", "Other files"}) + "\n\n");
    for (const FileChange& file : report_.input->consequences.files) {
      const Message fate = file.fate == Fate::inserted  ? Message{"tilføjet", "added"}
                           : file.fate == Fate::deleted ? Message{"fjernet", "removed"}
                                                        : Message{"ændret", "changed"};
      add("- " + escape_markdown(file.path) + ": " + said(fate) + "\n");
    }
  }

  const ReviewReport& report_;
  const ReviewSettings& settings_;
  std::string text_;
  std::size_t length_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace

std::string review_markdown(const ReviewReport& report, const ReviewSettings& settings) {
  return MarkdownReport(report, settings).write();
}

}  // namespace kanon
