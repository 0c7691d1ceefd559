#pragma once

#include <map>
#include <optional>
#include <string>

#include "lsp/positions.h"

namespace kanon::lsp {

/// A file as an editor has it open.
struct Buffer {
  std::string uri;   ///< as the editor writes it
  std::string text;  ///< UTF-8, with the editor's line ends
  int version = 0;
};

/// The files that the editor has open, by path. They hold over what the disk says.
class Buffers {
 public:
  static constexpr std::size_t largest = 64U << 20U;

  void open(const std::string& path, Buffer buffer) { buffers_[path] = std::move(buffer); }
  void close(const std::string& path) { buffers_.erase(path); }
  const Buffer* find(const std::string& path) const;
  /// Takes the changes of `textDocument/didChange`, in order: whole texts, or stretches of what is there. False where a
  /// change can't be understood; the buffer then stays as it was.
  bool change(const std::string& path, int version, const Json& changes, Encoding encoding);
  const std::map<std::string, Buffer>& all() const { return buffers_; }

 private:
  std::map<std::string, Buffer> buffers_;
};

}  // namespace kanon::lsp
