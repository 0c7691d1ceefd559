#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "fix/destination.h"
#include "fix/fix_parts.h"

namespace kanon {
namespace {

/// The link or image at a stretch of the file, with where it leads.
const Link* link_at(const FixInput& input) {
  for (const Link& link : input.model->links[input.at]) {
    if (input.file().markdown()[link.node].range == input.range) return &link;
  }
  return nullptr;
}

MaybeRemedy at_anchor(const FixInput& input, Range destination, std::string_view written, const ToNowhere& target) {
  const auto hash = written.find('#');
  if (hash == std::string_view::npos) return std::nullopt;
  const LikelyWord meant =
      input.candidates.anchor(target.item ? input.model->file_of(*target.item) : input.at, target.wanted);
  const std::string& word = meant.word.empty() ? target.suggestion : meant.word;
  if (word.empty()) return std::nullopt;
  destination.begin += static_cast<std::uint32_t>(hash + 1);
  return replacement(meant.word.empty() ? Certainty::likely : meant.certainty, destination, written.substr(hash + 1),
                     word);
}

/// The rest of a destination behind its path: `#ansvar`, `?a=b`.
std::size_t end_of_path(std::string_view destination) {
  return std::min(destination.find_first_of("#?"), destination.size());
}

MaybeRemedy at_file(const FixInput& input, Range destination, std::string_view written, const ToNowhere& target) {
  const std::size_t end = end_of_path(written);
  const std::string_view folder = folder_of(input.source().path);
  destination.end = destination.begin + static_cast<std::uint32_t>(end);
  const std::string_view path = written.substr(0, end);
  // one file of that name, elsewhere or spelled with other capitals: it has moved, or was meant
  const std::string decoded = percent_decoded(path);
  const std::string_view name = name_of_path(decoded);
  if (name.empty()) return std::nullopt;
  auto named = input.candidates.files_named(name);
  if (named.empty() && name.find('.') == std::string_view::npos)
    named = input.candidates.files_named(std::string(name) + ".md");
  if (named.size() == 1 && named.front().find_first_of(" ()<>%") == std::string::npos)
    return replacement(Certainty::sure, destination, path, path_towards(folder, named.front()));
  if (target.suggestion.empty() || target.suggestion.find_first_of(" ()<>%") != std::string::npos) return std::nullopt;
  return replacement(Certainty::likely, destination, path, target.suggestion);
}

MaybeRemedy at_id(const FixInput& input, Range destination, std::string_view written) {
  const std::string_view scheme = "ref:";
  if (!lower_ascii(written.substr(0, scheme.size())).starts_with(scheme)) return std::nullopt;
  const std::size_t end = end_of_path(written);
  const std::string_view id = written.substr(scheme.size(), end - scheme.size());
  const LikelyWord meant = input.candidates.id(id);
  if (meant.word.empty()) return std::nullopt;
  destination.begin += static_cast<std::uint32_t>(scheme.size());
  destination.end = destination.begin + static_cast<std::uint32_t>(id.size());
  return replacement(meant.certainty, destination, id, meant.word);
}

}  // namespace

MaybeRemedy fix_link(const FixInput& input) {
  const Link* link = input.model == nullptr ? nullptr : link_at(input);
  const auto* target = link == nullptr ? nullptr : std::get_if<ToNowhere>(&link->target);
  if (target == nullptr) return std::nullopt;
  const std::string_view written = input.file().string(input.file().markdown()[link->node].text);
  const auto destination = destination_of(input.file(), input.file().markdown()[link->node]);
  if (!destination) return std::nullopt;
  switch (target->problem) {
    case LinkProblem::no_such_anchor:
      return at_anchor(input, *destination, written, *target);
    case LinkProblem::no_such_item:
      return at_id(input, *destination, written);
    case LinkProblem::no_such_file:
      return at_file(input, *destination, written, *target);
    case LinkProblem::leaves_project:
    case LinkProblem::no_page:
    case LinkProblem::unreadable:
      return std::nullopt;
  }
  return std::nullopt;
}

MaybeRemedy fix_link_text(const FixInput& input) {
  const Link* link = input.model == nullptr ? nullptr : link_at(input);
  const auto* target = link == nullptr ? nullptr : std::get_if<ToItem>(&link->target);
  const std::string_view written = input.text_of(input.range);
  const auto end = written.rfind("](");
  if (target == nullptr || !written.starts_with('[') || end == std::string_view::npos) return std::nullopt;
  // An empty text is filled with the name of the target, also when that is renamed.
  return Remedy{
      Certainty::likely,
      message("lad linket vise titlen «{}»", "let the link show the title “{}”", input.model->title_of(target->item)),
      {{{input.range.begin + 1, static_cast<std::uint32_t>(input.range.begin + end)}, ""}}};
}

MaybeRemedy fix_heading(const FixInput& input) {
  std::size_t above = 1;
  for (const auto& node : input.file().markdown()) {
    if (node.kind != MarkdownKind::heading) continue;
    if (node.range == input.range) {
      const std::string marks(node.level == 1 ? 2 : above + 1, '#');
      const std::size_t old = input.text_of(node.range).find_first_not_of('#');
      if (old != node.level) return std::nullopt;  // underlined, not marked
      return replacement(Certainty::likely, {node.range.begin, static_cast<std::uint32_t>(node.range.begin + old)},
                         input.text_of(node.range).substr(0, old), marks);
    }
    above = node.level;
  }
  return std::nullopt;
}

}  // namespace kanon
