#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "build/build.h"
#include "fix/place_range.h"
#include "lsp/mentions.h"
#include "lsp/positions.h"

namespace kanon::lsp {

/// A project as it was last checked, and how its places are told.
struct ProjectView {
  const CheckedProject& checked;
  std::string folder;  ///< absolute
  Encoding encoding = Encoding::utf16;
  Language language = Language::da;

  const Corpus& corpus() const { return checked.corpus(); }
  const Model& model() const { return checked.model; }
  bool has_model() const { return checked.model.corpus != nullptr; }
};

/// Places of a project's files as the protocol tells them.
class Locations {
 public:
  explicit Locations(const ProjectView& view) : view_(view) {}
  Json location(FileIndex file, Range range);
  Json range(FileIndex file, Range range) { return lines_of(file).range(range); }
  std::string uri(FileIndex file) const;

 private:
  const TextLines& lines_of(FileIndex file);

  const ProjectView& view_;
  std::map<FileIndex, TextLines> lines_;
};

/// A file as it is now, in the editor or on the disk.
struct OpenFile {
  std::string path;  ///< relative to the project
  ParsedFile parsed;
  std::optional<FileIndex> index;  ///< in the view's corpus, where it is there

  std::string_view text() const { return parsed.text(); }
};

/// A place in a file that somebody asks about.
struct Cursor {
  const ProjectView& view;
  const OpenFile& file;
  const TextLines& lines;
  std::uint32_t offset = 0;
};

using Parse = std::function<std::optional<ParsedFile>(const std::string& path, std::string text)>;

/// The item named at the cursor, and where.
std::optional<Mention> mention_at(const Cursor& cursor);
/// Whether a byte stands among a file's keys: its front matter, or anywhere in YAML.
bool is_among_keys(std::string_view path, std::string_view text, std::uint32_t offset);
/// The term of the glossary that the word at the cursor is.
const Term* term_at(const Cursor& cursor);

/// The answers to requests of the same names; null where there is nothing to say.
Json hover(const Cursor& cursor, const std::vector<Diagnostic>& findings);
Json definition(const Cursor& cursor);
Json references(const Cursor& cursor, bool with_declaration);
Json document_highlights(const Cursor& cursor);
/// Completion parses the text with a word of its own at the cursor.
Json completion(const Cursor& cursor, const Parse& parse);
Json document_symbols(const OpenFile& file, const TextLines& lines, bool nested, const std::string& uri);
Json workspace_symbols(const ProjectView& view, std::string_view query);
/// Corrections of the findings that touch a stretch. `findings` are those of the file's present text.
Json code_actions(const ProjectView& view, const OpenFile& file, const TextLines& lines, Range stretch,
                  const std::vector<Diagnostic>& findings, const std::string& uri);

/// A finding as the protocol tells it, in a file with these lines. Other places that explain it are told where the view
/// is given.
Json diagnostic_json(const Diagnostic& finding, const TextLines& lines, const PlaceRanges& places,
                     const ProjectView* view, Language language);

}  // namespace kanon::lsp
