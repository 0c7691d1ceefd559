#pragma once

#include <functional>
#include <optional>
#include <string>

#include "emit/html/layouts.h"
#include "emit/html/words.h"
#include "plan/view.h"

namespace kanon {

/// How the text at hand refers to an item: a relative address on the site, an anchor in a handbook; empty where it
/// can't.
using HrefOf = std::function<std::string(ItemRef)>;

/// What rows are made from.
struct RowSource {
  const View& view;
  const Words& words;
  HrefOf href_of;
};

/// Puts a value under a name, without copying it.
void put(Data& object, const std::string& name, Data value);
/// The words of the interface, as layouts reach them: {{t.key}}.
Data words_as_data(const Words& words);
/// An object with the list as `items`; `false` for an empty list, so that a layout can leave out all around it.
Data items_or_nothing(const DataList& items);
/// `{iso, text}`; `false` for none.
Data day_or_nothing(const Words& words, std::optional<Date> date);

/// How many there are: the word for one of them or the one for several, with the number as `{n}`.
std::string count_text(const Words& words, std::size_t count, std::string_view one, std::string_view many);

/// {title, href}, href `false` where the item has no page.
Data item_row(const RowSource& source, ItemRef item);
/// item_row with {type, version, owner, effective}.
Data document_row(const RowSource& source, const Document& document);
/// {name, href, kind, admitted, projects}; `projects` tells how many it takes part in.
Data member_row(const RowSource& source, const PublishedMember& member);
/// item_row of each project that a member's declaration names.
DataList project_rows(const RowSource& source, const PublishedMember& member);
/// {title, count, members}: the founding members, then the associated ones; a group of none is left out.
DataList member_groups(const RowSource& source);
/// The word for a kind of change.
const std::string& change_word(const Words& words, ChangeKind kind);
/// {version, by, change, kind, date}, newest first as written.
DataList history_rows(const RowSource& source, const Governed& item);
/// {body, version, date}
DataList approval_rows(const RowSource& source, const Governed& item);
/// {id, title, criteria}; `id` is `false` unless the rows are to be reached by their ids.
enum class RowIds { left_out, given };
DataList objective_rows(const RowSource& source, RowIds ids);
/// {id, term, definition}
Data term_row(const Term& term, RowIds ids);

/// The label of a document's type; empty for a type that kanon.yaml does not have.
std::string type_label(const View& view, const Document& document);

/// The hierarchy that the audience sees as a nested list; empty where there is nothing.
std::string hierarchy_list(const RowSource& source);

}  // namespace kanon
