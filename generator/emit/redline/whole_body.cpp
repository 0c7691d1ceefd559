#include "emit/redline/whole_body.h"

#include <map>
#include <utility>

#include "base/escape.h"
#include "compare/summary.h"
#include "emit/redline/html_body_writer.h"

namespace kanon {
namespace {

/// No text of an author's can have it: the element isn't among those that are let through.
constexpr const char* notes_opening = "<section class=\"footnotes\"";

class WholeBody {
 public:
  WholeBody(const Redline& redline, const ParsedFile& after, const BodyContext& context)
      : redline_(redline),
        after_(after),
        context_(context),
        whole_{after, context},
        surroundings_{context.href_of, context.title_of, context.id_prefix, &whole_},
        changes_(redline, context.language, surroundings_) {}

  std::string write() {
    const auto runs = change_runs(redline_);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const bool is_note = redline_.passages[runs[i].begin].form.kind == MarkdownKind::footnote_definition;
      if (is_note)
        notes(runs[i]);
      else if (runs[i].fate == Fate::same)
        same(runs[i]);
      else
        changed(runs[i], changes_.write(i));
    }
    BodyContext with_changes = context_;
    with_changes.instead = [this](std::uint32_t node) { return instead_of(node); };
    std::string html = write_body(after_, with_changes);
    html.insert(std::min(html.rfind(notes_opening), html.size()), gone_);
    if (!gone_notes_.empty()) {
      html += "<div class=\"footnotes gone-notes change change-deleted\">\n<p class=\"change-label\">" +
              escape_html(Message{"Slettede fodnoter", "Deleted footnotes"}.in(context_.language)) + "</p>\n" +
              gone_notes_ + "</div>\n";
    }
    return html;
  }

 private:
  /// What is gone stands before what followed it.
  void same(const ChangeRun& run) {
    if (!gone_.empty()) before_[redline_.passages[run.begin].after_node] = std::exchange(gone_, {});
  }

  void changed(const ChangeRun& run, std::string html) {
    if (redline_.passages[run.begin].after_node == 0) {
      gone_ += html;
      return;
    }
    for (std::size_t i = run.begin; i < run.end; ++i) instead_[redline_.passages[i].after_node].clear();
    instead_[redline_.passages[run.begin].after_node] = std::exchange(gone_, {}) + std::move(html);
  }

  void notes(const ChangeRun& run) {
    for (std::size_t i = run.begin; i < run.end; ++i) {
      const Passage& note = redline_.passages[i];
      if (note.fate == Fate::same) continue;
      if (note.after_node == 0)
        gone_notes_ += changes_.write_note(note);
      else
        instead_[note.after_node] = changes_.write_note(note);
    }
  }

  std::optional<std::string> instead_of(std::uint32_t node) const {
    if (const auto changed = instead_.find(node); changed != instead_.end()) return changed->second;
    const auto before = before_.find(node);
    if (before == before_.end()) return std::nullopt;
    return before->second + write_node(after_, node, context_);
  }

  const Redline& redline_;
  const ParsedFile& after_;
  const BodyContext& context_;
  WholeText whole_;
  RedlineSurroundings surroundings_;
  BodyHtml changes_;
  std::map<std::uint32_t, std::string> before_;   // by node of the new body: what is gone in front of it
  std::map<std::uint32_t, std::string> instead_;  // by node of the new body: the change that it is in
  std::string gone_;                              // what is gone and has nothing behind it yet
  std::string gone_notes_;
};

}  // namespace

std::string write_whole_body(const Redline& redline, const ParsedFile& after, const BodyContext& context) {
  return WholeBody(redline, after, context).write();
}

}  // namespace kanon
