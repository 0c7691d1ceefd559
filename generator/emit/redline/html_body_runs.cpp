#include <algorithm>

#include "base/escape.h"
#include "emit/html/body_labels.h"
#include "emit/redline/html_body.h"
#include "emit/redline/html_body_writer.h"
#include "emit/redline/labels.h"

namespace kanon {
namespace {

std::string move_id(const RedlineSurroundings& surroundings, std::uint32_t move, Fate fate) {
  return surroundings.id_prefix + "_move-" + std::to_string(move) + (fate == Fate::moved_away ? "-from" : "-to");
}

const char* kind_of(Fate fate) {
  switch (fate) {
    case Fate::inserted:
      return "inserted";
    case Fate::deleted:
      return "deleted";
    case Fate::changed:
      return "changed";
    default:
      return "moved";
  }
}

}  // namespace

BodyHtml::BodyHtml(const Redline& redline, Language language, const RedlineSurroundings& surroundings)
    : redline_(redline),
      language_(language),
      surroundings_(surroundings),
      pieces_(redline.formats, language, surroundings),
      runs_(change_runs(redline)) {}

std::string BodyHtml::word(const Message& message) const { return escape_html(message.in(language_)); }

std::vector<std::string> BodyHtml::write() {
  std::vector<std::string> written;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    if (runs_[i].fate == Fate::same)
      unchanged(i);
    else
      changed(i);
    written.push_back(std::exchange(out_, {}));
  }
  return written;
}

std::string BodyHtml::write(std::size_t run) {
  in_whole_text(run);
  return std::exchange(out_, {});
}

std::string BodyHtml::write_note(const Passage& note) {
  out_ += "<div class=\"change change-" + std::string(kind_of(note.fate)) + "\">\n";
  block(note);
  out_ += "</div>\n";
  return std::exchange(out_, {});
}

/// What didn't change is folded, but for the heading that the next change stands under.
void BodyHtml::unchanged(std::size_t run) {
  std::size_t begin = runs_[run].begin;
  const std::size_t end = runs_[run].end;
  if (run + 1 < runs_.size() && !is_note(runs_[run + 1].begin) &&
      passage(runs_[run + 1].begin).form.kind != MarkdownKind::heading) {
    for (std::size_t at = end; at-- > begin;) {
      if (passage(at).form.kind != MarkdownKind::heading) continue;
      fold(begin, at);
      block(passage(at));
      begin = at + 1;
      break;
    }
  }
  fold(begin, end);
}

void BodyHtml::fold(std::size_t begin, std::size_t end) {
  if (begin == end) return;
  out_ +=
      "<details class=\"unchanged\"><summary>" + escape_html(unchanged_label(end - begin, language_)) + "</summary>\n";
  const int level = level_;
  for (std::size_t at = begin; at < end; ++at) block(passage(at));
  level_ = level;
  out_ += "</details>\n";
}

void BodyHtml::changed(std::size_t at) {
  const ChangeRun& run = runs_[at];
  const Passage& first = passage(run.begin);
  if (is_note(run.begin) && !notes_begun_) {
    notes_begun_ = true;
    out_ += "<p class=\"notes-begin\">" + escape_html(footnotes_label(language_)) + "</p>\n";
  }
  out_ += "<div class=\"change change-" + std::string(kind_of(run.fate)) + "\" id=\"" + change_id(surroundings_, at) +
          "\">\n";
  label(run, first);
  if (run.fate == Fate::moved_away) {
    out_ += "<details><summary>" + word({"Vis teksten, som den stod", "Show the text as it stood"}) + "</summary>\n";
  }
  const int level = level_;
  for (std::size_t i = run.begin; i < run.end; ++i) block(passage(i));
  if (run.fate == Fate::moved_away) {
    level_ = level;
    out_ += "</details>\n";
  }
  out_ += "</div>\n";
}

void BodyHtml::label(const ChangeRun& run, const Passage& first) {
  std::string text = escape_html(passage_label(first, language_));
  const bool away = run.fate == Fate::moved_away;
  std::string id;
  if (away || run.fate == Fate::moved_here) {
    const Message where = away ? Message{"Se, hvor det står nu", "See where it stands now"}
                               : Message{"Se, hvor det stod", "See where it stood"};
    const bool is_first = named_.insert({first.move, away}).second;
    if (is_first) id = " id=\"" + move_id(surroundings_, first.move, run.fate) + "\"";
    const Fate other = away ? Fate::moved_here : Fate::moved_away;
    if (has_run(first.move, other))
      text += " <a" + (is_whole_text() ? std::string() : id) + " href=\"#" + move_id(surroundings_, first.move, other) +
              "\">" + word(where) + "</a>";
  }
  std::vector<std::string> forms = form_labels(first, language_);
  for (const std::string& form : forms) text += " · " + escape_html(form);
  // On paper a place is that of a block, on a page that of the link, which then has the focus.
  out_ += "<p class=\"change-label\"" + (is_whole_text() ? id : std::string()) + ">" + text + "</p>\n";
}

bool BodyHtml::has_run(std::uint32_t move, Fate fate) const {
  return std::ranges::any_of(runs_,
                             [&](const ChangeRun& run) { return run.fate == fate && passage(run.begin).move == move; });
}

/// A list or table whose items or rows tell by themselves what became of them.
bool BodyHtml::has_own_bars(const ChangeRun& run) const {
  const Passage& first = passage(run.begin);
  const bool has_parts = first.form.kind == MarkdownKind::list || first.form.kind == MarkdownKind::table;
  return run.fate == Fate::changed && has_parts && !first.was;
}

/// Marks in the text and the bar beside it say enough, but where they can't: what moved, and changes that no word
/// shows.
void BodyHtml::in_whole_text(std::size_t at) {
  const ChangeRun& run = runs_[at];
  const Passage& first = passage(run.begin);
  const std::string name = "change change-" + std::string(kind_of(run.fate));
  out_ += "<div class=\"" + (has_own_bars(run) ? std::string("change-within") : name) + "\">\n";
  const std::size_t begin = out_.size();
  if (run.fate != Fate::moved_away) {
    for (std::size_t i = run.begin; i < run.end; ++i) block(passage(i));
  }
  const std::string blocks = out_.substr(begin);
  const bool shows = blocks.find("<ins") != std::string::npos || blocks.find("<del") != std::string::npos ||
                     blocks.find("class=\"reformatted\"") != std::string::npos;
  const bool moved = run.fate == Fate::moved_away || run.fate == Fate::moved_here;
  if (moved || first.notes != 0 || first.was || !shows) {
    out_.resize(begin);
    label(run, first);
    if (run.fate == Fate::moved_away) {
      out_ += "<p><del>" + escape_html(words_of(first)) + (run.end - run.begin > 1 ? " …" : "") + "</del></p>\n";
    }
    out_ += blocks;
  }
  out_ += "</div>\n";
}

std::vector<std::string> redline_body_html(const Redline& redline, Language language,
                                           const RedlineSurroundings& surroundings) {
  return BodyHtml(redline, language, surroundings).write();
}

}  // namespace kanon
