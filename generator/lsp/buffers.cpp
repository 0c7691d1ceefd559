#include "lsp/buffers.h"

namespace kanon::lsp {

const Buffer* Buffers::find(const std::string& path) const {
  const auto found = buffers_.find(path);
  return found == buffers_.end() ? nullptr : &found->second;
}

bool Buffers::change(const std::string& path, int version, const Json& changes, Encoding encoding) {
  const auto buffer = buffers_.find(path);
  if (buffer == buffers_.end() || !changes.is_array()) return false;
  std::string text = buffer->second.text;
  for (const Json& one : changes) {
    const Json* with = member(one, {"text"});
    if (with == nullptr || !with->is_string()) return false;
    const auto& replacement = with->get_ref<const std::string&>();
    if (member(one, {"range"}) == nullptr) {
      text = replacement;
    } else {
      const auto start = position_at(one, {"range", "start"});
      const auto end = position_at(one, {"range", "end"});
      if (!start || !end || *end < *start) return false;
      const TextLines lines(text, encoding);
      const std::uint32_t begin = lines.offset(*start);
      text.replace(begin, lines.offset(*end) - begin, replacement);
    }
    if (text.size() > largest) return false;
  }
  buffer->second.text = std::move(text);
  buffer->second.version = version;
  return true;
}

}  // namespace kanon::lsp
