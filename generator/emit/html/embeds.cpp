#include "emit/html/embeds.h"

#include <array>
#include <utility>

#include "base/text.h"
#include "emit/html/register_rows.h"
#include "emit/html/requirement_index.h"

namespace kanon {
namespace {

Data term_rows(const RowSource& source) {
  DataList rows;
  for (const Term* term : source.view.terms()) rows.push_back(term_row(*term, RowIds::left_out));
  return items_or_nothing(rows);
}

Data tree(const RowSource& source) {
  const std::string list = hierarchy_list(source);
  if (list.empty()) return false;
  Data data;
  put(data, "tree", list);
  return data;
}

/// What one page or PDF may hold of embedded content: a few lines of source must not become a page that nobody can
/// open.
constexpr std::size_t most_mebibytes = 32;

Error too_much(const std::string& path, const std::string& name) {
  return wrong_use(message("{}: det indsatte indhold fylder mere end {} MiB (her «{}»)",
                           "{}: the embedded content is larger than {} MiB (here “{}”)", path, most_mebibytes, name),
                   message("Indsæt det færre gange i samme tekst.", "Embed it fewer times in the same text."))
      .error();
}

using MakeData = Data (*)(const RowSource&, const Embed&);

constexpr std::array<std::pair<std::string_view, MakeData>, 11> makers{{
    {"applicability", [](const RowSource& source, const Embed&) { return items_or_nothing(control_themes(source)); }},
    {"approvals",
     [](const RowSource& source, const Embed& embed) {
       return embed.item == nullptr ? Data(false) : items_or_nothing(approval_rows(source, *embed.item));
     }},
    {"coverage", [](const RowSource& source,
                    const Embed& embed) { return items_or_nothing(coverage_rows(source, embed.options)); }},
    {"criteria",
     [](const RowSource& source, const Embed&) { return items_or_nothing(objective_rows(source, RowIds::left_out)); }},
    {"dispensations", [](const RowSource& source,
                         const Embed& embed) { return items_or_nothing(dispensation_rows(source, embed.options)); }},
    {"glossary", [](const RowSource& source, const Embed&) { return term_rows(source); }},
    {"hierarchy", [](const RowSource& source, const Embed&) { return tree(source); }},
    {"history",
     [](const RowSource& source, const Embed& embed) {
       return embed.item == nullptr ? Data(false) : items_or_nothing(history_rows(source, *embed.item));
     }},
    {"members", [](const RowSource& source, const Embed&) { return items_or_nothing(member_groups(source)); }},
    {"requirement-index",
     [](const RowSource& source, const Embed&) {
       return items_or_nothing(requirement_index(source, source.view.catalogs(), source.view.documents()));
     }},
    {"requirements", [](const RowSource& source,
                        const Embed& embed) { return items_or_nothing(requirement_rows(source, embed.options)); }},
}};

}  // namespace

Embed embed_at(const View& view, FileIndex file, std::uint32_t node) {
  const ParsedFile& source = view.parsed(file);
  const MarkdownNode& at = source.markdown()[node];
  Embed embed{std::string(source.string(at.text)), {}, view.document_of(file), view.path_of(file)};
  for (const std::string_view option : split(source.string(at.extra), '\n')) {
    const std::size_t equals = option.find('=');
    if (equals != std::string_view::npos) embed.options.emplace(option.substr(0, equals), option.substr(equals + 1));
  }
  return embed;
}

std::string Embeds::write(const Embed& embed, const HrefOf& href_of) {
  if (error_) return {};
  for (const auto& [name, make] : makers) {
    if (name != embed.name) continue;
    const Data data = make({view_, words_, href_of}, embed);
    if (data.is_false()) return {};
    auto html = layouts_.fill("embed/" + embed.name, data, site_);
    if (!html) {
      error_ = std::move(html.error());
      return {};
    }
    written_ += html->size();
    if (written_ <= most_mebibytes << 20U) return *std::move(html);
    const bool named = !embed.path.empty() || embed.item == nullptr;
    error_ = too_much(named ? embed.path : view_.path_of(embed.item->file), embed.name);
    return {};
  }
  return {};
}

std::optional<Error> Embeds::take_error() {
  written_ = 0;
  return std::exchange(error_, std::nullopt);
}

}  // namespace kanon
