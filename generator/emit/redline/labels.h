#pragma once

#include <string>

#include "base/message.h"
#include "compare/item_redline.h"
#include "compare/summary.h"
#include "emit/redline/report.h"

namespace kanon {

// The words that every form of a redline uses, none escaped.

/// «Ejer» of `owner`; the key itself where it is none of the known.
std::string field_label(const std::string& field, Language language);
/// A choice as people read it: «mindstekrav» of `minimum`; any other value as it is.
std::string value_label(const std::string& field, const std::string& value, Language language);
std::string record_label(RecordKind kind, Language language);
/// The records of a kind, as a heading: «Krav».
std::string records_label(RecordKind kind, Language language);
/// «Indsat», «Slettet», «Ændret», «Flyttet».
std::string fate_label(Fate fate, Language language);
/// What happened to a passage in words: «Nyt nummer», «Delt i flere afsnit»; else its fate.
std::string passage_label(const Passage& passage, Language language);
/// What of a block's form changed: «Overskriftens niveau er ændret fra 2 til 3»; nothing where words say it.
std::vector<std::string> form_labels(const Passage& passage, Language language);
/// «før fed, nu almindelig»; of another link «andet link».
std::string format_label(const Format& was, const Format& is, Language language);
/// «3 ændrede, 1 ny og 2 slettede passager»; of none «ingen ændringer».
std::string count_label(const ChangeCount& count, Language language);
/// «version 1.2», «kilden (version 1.3)».
std::string version_label(const ToldVersion& version, Language language);
std::string change_kind_label(ChangeKind kind, Language language);
std::string item_kind_label(ItemKind kind, Language language);
std::string image_label(Language language);
std::string embed_label(Language language);
std::string unchanged_label(std::size_t passages, Language language);

}  // namespace kanon
