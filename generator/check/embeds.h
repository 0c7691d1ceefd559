#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/parsed_file.h"

namespace kanon {

/// Generated content that a text can ask for (contract, section 3).
struct EmbedKind {
  std::string name;
  std::vector<std::string> parameters;
  /// The parameter without which there is nothing to show; empty if there is none.
  std::string needed;
};

const std::vector<EmbedKind>& embed_kinds();
const EmbedKind* embed_kind(std::string_view name);

/// A `key=value` of an embed.
struct EmbedParameter {
  std::string_view key;
  std::string_view value;
};

/// The parameters of an embed, with white space between them.
std::vector<EmbedParameter> embed_parameters(std::string_view text);

/// An embed as a handbook's appendix writes it: `requirements catalog=leverandoerkrav-basis`.
struct WrittenEmbed {
  std::string_view name;
  std::string_view parameters;
};
WrittenEmbed split_embed(std::string_view text);

/// The part of a stretch that stands on its first line: what a finding about a fenced block underlines.
Range first_line(const ParsedFile& file, Range range);

}  // namespace kanon
