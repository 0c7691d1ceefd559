#pragma once

#include <string_view>
#include <unordered_map>

#include "model/corpus.h"
#include "read/parsers.h"

namespace kanon {

/// Parses only what another state of the project doesn't have already: a file of the same text, wherever it stands, is
/// taken over from there. The corpus and the other parsers must outlive these.
class ReusingParsers final : public Parsers {
 public:
  ReusingParsers(const Corpus& known, Parsers& others);
  Result<std::vector<ParsedFile>> parse(std::vector<ParseJob> jobs) override;
  void set_limits(const Limits& limits) override { others_.set_limits(limits); }

 private:
  const ParsedFile* known(const ParseJob& job) const;

  Parsers& others_;
  /// By text. A source in a form of its own may have the text of one in another, so both are asked for.
  std::unordered_map<std::string_view, const SourceFile*> by_text_;
};

}  // namespace kanon
