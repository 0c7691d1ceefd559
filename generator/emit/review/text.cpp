#include "base/text.h"
#include "emit/review/formats.h"

namespace kanon {
namespace {

class TextReport {
 public:
  TextReport(const ReviewReport& report, const ReviewSettings& settings) : report_(report), settings_(settings) {}

  std::string write() {
    line(bold(said(sides_in_words(*report_.input))));
    line(summary());
    for (const ReviewedItem& item : report_.items) {
      add(item);
      add_changes(redline_of(item));
    }
    add_registers();
    add_files();
    add_warnings();
    add_findings();
    return std::move(text_);
  }

 private:
  const std::string& said(const Message& message) const { return message.in(settings_.context.language); }

  std::string bold(const std::string& text) const {
    return settings_.context.colour == Colour::always ? "\x1B[1m" + text + "\x1B[0m" : text;
  }

  void line(const std::string& text) { text_ += text + "\n"; }

  std::string summary() const {
    std::vector<std::string> parts;
    for (const Message& part : summary_of(report_)) parts.push_back(said(part));
    return join(parts, " · ");
  }

  void add(const ReviewedItem& item) {
    line("");
    line(bold(fmt::format("{}: {} ({})", said(item.kind), item.title, item.change->id)) + "  " +
         said(fate_in_words(item)));
    line("  " + item.path);
    if (!item.old_path.empty()) line("  " + said(message("flyttet fra {}", "moved from {}", item.old_path)));
    if (item.entry != nullptr) {
      line(fmt::format("  {} {}: {}", item.entry->date->iso(), item.entry->by, item.entry->change));
    }
    add_approvals(item);
    if (item.effective) line("  " + said(message("gælder fra {}", "in force from {}", item.effective->iso())));
    if (item.next_review) {
      const std::string owner = item.owner.empty() ? std::string() : ", " + item.owner;
      line("  " + said(message("næste gennemgang {}{}", "next review {}{}", item.next_review->iso(), owner)));
    }
  }

  void add_registers() {
    if (report_.input->changes.registers.empty()) return;
    line("");
    line(bold(said({"Registre, ordbog og kriterier", "Registers, glossary and criteria"})));
    add_changes(redline_of_registers(*report_.input));
  }

  void add_changes(const RedlineReport& redline) {
    const auto coloured = settings_.context.colour == Colour::always ? Coloured::yes : Coloured::no;
    text_ += changes_as_text(redline, settings_.context.language, coloured);
  }

  void add_approvals(const ReviewedItem& item) {
    if (!item.approved_by.empty()) {
      line("  " + said(message("godkendt af {}", "approved by {}", join(item.approved_by, ", "))));
    }
    if (!item.lacks_approval_of.empty()) {
      line("  " +
           said(message("mangler godkendelse af {}", "lacks the approval of {}", join(item.lacks_approval_of, ", "))));
    }
  }

  void add_files() {
    if (report_.input->consequences.files.empty()) return;
    line("");
    line(bold(said({"Andre filer", "Other files"})));
    for (const FileChange& file : report_.input->consequences.files) {
      const char* mark = file.fate == Fate::inserted ? "+" : file.fate == Fate::deleted ? "-" : "~";
      line(fmt::format("  {} {}", mark, file.path));
    }
  }

  void add_warnings() {
    if (report_.warnings.empty()) return;
    line("");
    line(bold(said({"Vær opmærksom på", "Mind"})));
    for (const ReviewWarning& warning : report_.warnings) line("  ! " + said(warning.what));
  }

  void add_findings() {
    const auto findings = told_findings(report_, settings_.told);
    if (findings.empty()) return;
    line("");
    line(bold(settings_.told == ToldFindings::all
                  ? said({"Fund", "Findings"})
                  : said({"Fund, som ændringen bringer", "Findings that the change brings"})));
    text_ += render_text(findings, settings_.context);
  }

  const ReviewReport& report_;
  const ReviewSettings& settings_;
  std::string text_;
};

}  // namespace

std::vector<Diagnostic> told_findings(const ReviewReport& report, ToldFindings told) {
  std::vector<Diagnostic> findings;
  for (const ComparedFinding& found : report.input->findings.findings) {
    if (told == ToldFindings::all || found.is_new) findings.push_back(found.diagnostic);
  }
  return findings;
}

std::string review_text(const ReviewReport& report, const ReviewSettings& settings) {
  return TextReport(report, settings).write();
}

}  // namespace kanon
