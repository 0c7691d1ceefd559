#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace kanon::lsp {

/// What came in: a message's body, or why there is none.
struct Incoming {
  enum class Kind {
    message,    ///<
    too_large,  ///< announced a larger body than is read; it was passed over
    no_length,  ///< a header without a usable Content-Length
    end         ///< nothing more comes
  };
  Kind kind = Kind::end;
  std::string body;
};

/// Messages as the Language Server Protocol frames them (3.17, “Base Protocol”). Whatever arrives, the next message is
/// found again: lines that are no header are passed over.
class MessageStream {
 public:
  static constexpr std::size_t largest_body = 64U << 20U;
  static constexpr std::size_t longest_line = 4096;

  /// Reads exactly that many bytes; false at the end of the input.
  using Read = std::function<bool(std::string& into, std::size_t count)>;

  explicit MessageStream(Read read) : read_(std::move(read)) {}
  Incoming next();

 private:
  enum class Line { text, empty, end };
  Line read_line(std::string& line);
  bool pass_over(std::size_t count);

  Read read_;
};

/// A body with its header.
std::string framed(std::string_view body);

}  // namespace kanon::lsp
