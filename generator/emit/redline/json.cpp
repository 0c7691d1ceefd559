#include <nlohmann/json.hpp>

#include "emit/redline/labels.h"
#include "emit/redline/report.h"

namespace kanon {
namespace {

using Json = nlohmann::ordered_json;

std::string name_of(Fate fate) {
  static constexpr const char* names[] = {"same", "changed", "inserted", "deleted", "moved_away", "moved_here"};
  return names[static_cast<std::size_t>(fate)];
}

std::string name_of(PieceKind kind) {
  static constexpr const char* names[] = {"same", "inserted", "deleted", "reformatted"};
  return names[static_cast<std::size_t>(kind)];
}

std::string name_of(PieceContent content) {
  static constexpr const char* names[] = {"words", "line_break", "block_break", "image", "footnote", "code_line"};
  return names[static_cast<std::size_t>(content)];
}

std::string name_of(MarkdownKind kind) {
  static constexpr const char* names[] = {"document",   "paragraph",           "heading",    "list",
                                          "item",       "block_quote",         "admonition", "code_block",
                                          "embed",      "thematic_break",      "table",      "table_row",
                                          "table_cell", "footnote_definition", "element"};
  return names[std::min<std::size_t>(static_cast<std::size_t>(kind), std::size(names) - 1)];
}

std::string name_of(RecordKind kind) {
  static constexpr const char* names[] = {"phase",    "recommendation", "requirement", "part",
                                          "appendix", "statement",      "objective",   "criterion",
                                          "term",     "dispensation",   "control"};
  return names[static_cast<std::size_t>(kind)];
}

std::string name_of(ItemKind kind) {
  switch (kind) {
    case ItemKind::catalog:
      return "catalog";
    case ItemKind::handbook:
      return "handbook";
    case ItemKind::member:
      return "member";
    case ItemKind::project:
      return "project";
    case ItemKind::page:
      return "page";
    default:
      return "document";
  }
}

std::string name_of(ChangeKind kind) {
  return kind == ChangeKind::created ? "new" : kind == ChangeKind::verified ? "verified" : "updated";
}

Json version_json(const ToldVersion& version) {
  Json json{{"version", version.version.text()}, {"source", version.is_source}, {"kind", name_of(version.kind)}};
  if (version.date) json["date"] = version.date->iso();
  json["by"] = version.by;
  json["change"] = version.change;
  json["approvals"] = Json::array();
  for (const auto& approval : version.approvals)
    json["approvals"].push_back({{"body", approval.body}, {"date", approval.date.iso()}});
  return json;
}

Json format_json(const Format& format) {
  Json json = Json::object();
  if (format.strong) json["strong"] = true;
  if (format.emphasis) json["emphasis"] = true;
  if (format.strikethrough) json["strikethrough"] = true;
  if (format.code) json["code"] = true;
  if (!format.link.empty()) json["link"] = format.link;
  if (!format.link_title.empty()) json["title"] = format.link_title;
  if (!format.elements.empty()) json["elements"] = format.elements;
  return json;
}

Json piece_json(const Piece& piece, const std::vector<Format>& formats) {
  Json json{{"change", name_of(piece.kind)}};
  if (piece.content != PieceContent::words) json["content"] = name_of(piece.content);
  json["text"] = piece.text;
  if (piece.format != 0) json["format"] = format_json(formats[piece.format]);
  if (piece.kind == PieceKind::reformatted) json["was_format"] = format_json(formats[piece.was_format]);
  if (piece.was_text) json["was_text"] = *piece.was_text;
  return json;
}

Json pieces_json(const std::vector<Piece>& pieces, const std::vector<Format>& formats) {
  Json json = Json::array();
  for (const Piece& piece : pieces) json.push_back(piece_json(piece, formats));
  return json;
}

Json form_json(const Form& form) {
  Json json{{"block", name_of(form.kind)}};
  if (form.level != 0) json["level"] = form.level;
  if (form.has(flag_ordered)) json["ordered"] = true;
  if (form.has(flag_task)) json["checked"] = form.has(flag_checked);
  if (form.has(flag_header)) json["header"] = true;
  if (form.number != 0) json["start"] = form.number;
  if (!form.label.empty()) json["label"] = form.label;
  if (!form.content.empty()) json["content"] = form.content;
  return json;
}

Json passage_json(const Passage& passage, const std::vector<Format>& formats) {
  Json json{{"change", name_of(passage.fate)}};
  if (passage.move != 0) json["move"] = passage.move;
  Json notes = Json::array();
  for (const auto& [note, name] :
       {std::pair(note_renumbered, "renumbered"), std::pair(note_split, "split"), std::pair(note_merged, "merged"),
        std::pair(note_cut_section, "section_split"), std::pair(note_joined_section, "section_joined")}) {
    if (passage.has(note)) notes.push_back(name);
  }
  if (!notes.empty()) json["notes"] = std::move(notes);
  json["form"] = form_json(passage.form);
  if (passage.was) json["was_form"] = form_json(*passage.was);
  if (!passage.pieces.empty()) json["pieces"] = pieces_json(passage.pieces, formats);
  for (const Passage& child : passage.children) json["children"].push_back(passage_json(child, formats));
  return json;
}

Json field_json(const FieldChange& field, Language language) {
  Json json{{"field", field.name}, {"label", field_label(field.name, language)}, {"change", name_of(field.fate)}};
  const std::vector<Format> plain(1);
  if (!field.pieces.empty()) json["pieces"] = pieces_json(field.pieces, plain);
  for (const FieldEntry& entry : field.entries)
    json["values"].push_back({{"change", name_of(entry.fate)}, {"text", entry.text}});
  return json;
}

Json count_json(const ChangeCount& count) {
  return {{"changed", count.changed}, {"inserted", count.inserted}, {"deleted", count.deleted}, {"moved", count.moved}};
}

}  // namespace

std::string redline_as_json(const RedlineReport& report, Language language) {
  const ItemRedline& redline = report.redline;
  Json json{{"version", 1},
            {"item", {{"kind", name_of(report.kind)}, {"id", report.id}, {"title", report.title}}},
            {"before", version_json(report.before)},
            {"after", version_json(report.after)},
            {"summary",
             {{"passages", count_json(count_changes(redline.body))},
              {"records", count_json(count_changes(redline.records))}}}};
  json["fields"] = Json::array();
  for (const FieldChange& field : redline.fields) json["fields"].push_back(field_json(field, language));
  json["records"] = Json::array();
  for (const RecordChange& record : redline.records) {
    Json one{{"kind", name_of(record.kind)}, {"id", record.id}, {"change", name_of(record.fate)}};
    if (!record.was_id.empty()) one["was_id"] = record.was_id;
    one["fields"] = Json::array();
    for (const FieldChange& field : record.fields) one["fields"].push_back(field_json(field, language));
    json["records"].push_back(std::move(one));
  }
  json["body"] = Json::array();
  for (const Passage& passage : redline.body.passages)
    json["body"].push_back(passage_json(passage, redline.body.formats));
  json["private_fields"] = redline.private_fields;
  // Text of the content is well-formed; a hostile source must not end the program all the same.
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kanon
