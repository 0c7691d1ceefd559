#pragma once

#include <string>
#include <vector>

#include "compare/records.h"
#include "compare/redline.h"
#include "model/corpus.h"
#include "resolve/model.h"

namespace kanon {

/// All that differs between two versions of one item.
struct ItemRedline {
  std::vector<FieldChange> fields;
  std::vector<RecordChange> records;
  Redline body;                             ///< of kinds with a Markdown body
  std::vector<std::string> private_fields;  ///< of a member: the keys that changed and are nobody's business; `body`
                                            ///< for its text
  FileIndex before_file = 0;                ///< of the sources
  FileIndex after_file = 0;

  bool is_empty() const { return fields.empty() && records.empty() && private_fields.empty() && is_unchanged(body); }
};

ItemRedline compare_items(const Document& before, const ParsedFile& old_source, const Document& after,
                          const ParsedFile& new_source);
ItemRedline compare_items(const Catalog& before, const Catalog& after);
ItemRedline compare_items(const Handbook& before, const Handbook& after);
ItemRedline compare_items(const Project& before, const ParsedFile& old_source, const Project& after,
                          const ParsedFile& new_source);
ItemRedline compare_items(const Page& before, const ParsedFile& old_source, const Page& after,
                          const ParsedFile& new_source);
/// What is private is named, not told.
ItemRedline compare_items(const Member& before, const ParsedFile& old_source, const Member& after,
                          const ParsedFile& new_source);

/// Of two editions of a document, catalog or handbook of one corpus, or of two. Both of one kind.
ItemRedline compare_editions(const Corpus& before, ItemRef old_edition, const Corpus& after, ItemRef new_edition);

/// The fields that a reader wants to see. The version itself, its own history entry and its approvals are told
/// elsewhere: they are left out unless an older entry or approval was altered or taken away.
std::vector<FieldChange> told_fields(const std::vector<FieldChange>& fields);
/// Whether nothing changed that a reader would be told of.
bool says_the_same(const ItemRedline& redline);

}  // namespace kanon
