#include "emit/redline/html.h"

#include <algorithm>

#include "base/escape.h"
#include "emit/html/body_labels.h"
#include "emit/redline/html_body.h"
#include "emit/redline/html_pieces.h"
#include "emit/redline/labels.h"

namespace kanon {
namespace {

std::string record_id(const RedlineSurroundings& surroundings, std::size_t position) {
  return surroundings.id_prefix + "_record-" + std::to_string(position + 1);
}

class FactsHtml {
 public:
  FactsHtml(Language language, const RedlineSurroundings& surroundings)
      : language_(language), surroundings_(surroundings), pieces_(plain_, language, surroundings) {}

  std::string fields(const std::vector<FieldChange>& changes) {
    std::string out;
    for (const FieldChange& change : changes) {
      const std::string value = change.pieces.empty() ? entries(change) : pieces_.write(change.pieces, Spoken::yes);
      if (value.empty()) continue;
      out += "<div><dt>" + escape_html(field_label(change.name, language_)) + "</dt><dd>" + value + "</dd></div>\n";
    }
    return out.empty() ? out : "<dl class=\"changed-fields\">\n" + out + "</dl>\n";
  }

  std::string records(const std::vector<RecordChange>& changes) {
    std::string out;
    for (const RecordKind kind : kinds_of(changes)) {
      out += "<h3>" + escape_html(records_label(kind, language_)) + "</h3>\n";
      for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes[i].kind == kind) record(changes[i], record_id(surroundings_, i), out);
      }
    }
    return out;
  }

 private:
  static std::vector<RecordKind> kinds_of(const std::vector<RecordChange>& changes) {
    std::vector<RecordKind> kinds;
    for (const RecordChange& change : changes) {
      if (std::ranges::find(kinds, change.kind) == kinds.end()) kinds.push_back(change.kind);
    }
    return kinds;
  }

  std::string entries(const FieldChange& change) {
    std::string out;
    for (const FieldEntry& entry : change.entries) {
      if (entry.fate == Fate::same) continue;
      const std::string text = value_label(change.name, entry.text, language_);
      const auto marked =
          std::ranges::count_if(change.entries, [](const FieldEntry& one) { return one.fate != Fate::same; });
      out += (out.empty()  ? ""
              : marked > 2 ? "<br>"
                           : " ") +
             pieces_.whole(entry.fate == Fate::deleted ? PieceKind::deleted : PieceKind::inserted, text, Spoken::yes);
    }
    return out;
  }

  void record(const RecordChange& change, const std::string& id, std::string& out) {
    const char* kind = change.fate == Fate::inserted  ? "inserted"
                       : change.fate == Fate::deleted ? "deleted"
                       : change.fate == Fate::changed ? "changed"
                                                      : "moved";
    out += "<div class=\"change change-" + std::string(kind) + "\" id=\"" + id + "\">\n";
    out += "<p class=\"change-label\">" + escape_html(fate_label(change.fate, language_)) + "</p>\n";
    out += "<p class=\"record\"><strong>" + escape_html(change.id) + "</strong>";
    if (!change.was_id.empty()) out += " (" + pieces_.whole(PieceKind::deleted, change.was_id, Spoken::yes) + ")";
    if (!change.about.empty()) out += " " + escape_html(change.about);
    out += "</p>\n" + fields(change.fields) + "</div>\n";
  }

  Language language_;
  const RedlineSurroundings& surroundings_;
  const std::vector<Format> plain_ = std::vector<Format>(1);
  PieceHtml pieces_;
};

std::string link_to(const std::string& id, const std::string& title, const std::string& what) {
  return "<li><a href=\"#" + escape_href(id) + "\">" + escape_html(title) + "</a> <span class=\"by\">" +
         escape_html(what) + "</span></li>\n";
}

std::string contents(const ItemRedline& redline, Language language, const RedlineSurroundings& surroundings) {
  std::string list;
  std::size_t count = 0;
  for (const RecordChange& record : redline.records) {
    list += link_to(record_id(surroundings, count), record_label(record.kind, language) + " " + record.id,
                    fate_label(record.fate, language));
    ++count;
  }
  const auto runs = change_runs(redline.body);
  for (const ChangedSection& section : changed_sections(redline.body, runs)) {
    ChangeCount of_section;
    for (const std::size_t run : section.runs) {
      const Fate fate = runs[run].fate;
      ++(fate == Fate::inserted  ? of_section.inserted
         : fate == Fate::deleted ? of_section.deleted
         : fate == Fate::changed ? of_section.changed
                                 : of_section.moved);
    }
    const bool is_note =
        redline.body.passages[runs[section.runs.front()].begin].form.kind == MarkdownKind::footnote_definition;
    const std::string title = is_note                 ? footnotes_label(language)
                              : section.title.empty() ? Message{"Indledning", "Introduction"}.in(language)
                                                      : section.title;
    list += link_to(change_id(surroundings, section.runs.front()), title, count_label(of_section, language));
    ++count;
  }
  return count < 2 ? std::string() : "<ul>\n" + list + "</ul>\n";
}

}  // namespace

RedlineHtml redline_html(const ItemRedline& redline, Language language, const RedlineSurroundings& surroundings) {
  RedlineHtml html;
  FactsHtml facts(language, surroundings);
  html.fields = facts.fields(told_fields(redline.fields));
  html.records = facts.records(redline.records);
  if (!is_unchanged(redline.body)) html.runs = redline_body_html(redline.body, language, surroundings);
  for (const std::string& run : html.runs) html.body += run;
  html.contents = contents(redline, language, surroundings);
  return html;
}

}  // namespace kanon
