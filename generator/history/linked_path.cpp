#include "history/linked_path.h"

#include "base/path.h"

namespace kanon {

std::optional<std::string> linked_path(const SourceFile& source, const MarkdownNode& node) {
  if (node.kind != MarkdownKind::link && node.kind != MarkdownKind::image) return std::nullopt;
  const std::string_view destination = source.parsed.string(node.text);
  const auto mark = destination.find_first_of(":/?#");
  if (mark != std::string_view::npos && destination[mark] == ':') return std::nullopt;
  const std::string relative = percent_decoded(destination.substr(0, destination.find_first_of("?#")));
  if (relative.empty() || relative.starts_with('/')) return std::nullopt;
  return path_from(folder_of(source.place()), relative);
}

}  // namespace kanon
