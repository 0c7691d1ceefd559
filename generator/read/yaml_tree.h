#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/parsed_file.h"
#include "read/yaml_source.h"

namespace kanon {

/// Thrown out of yaml-cpp, within this folder only, where reading a document goes no further. Without a finding: its
/// end.
struct YamlStop {
  std::optional<Finding> finding;
};

/// What yaml-cpp was in the middle of, for the explanation of a syntax error.
struct YamlProgress {
  std::uint32_t read_to = 0;                ///< the end of the last thing that was understood
  std::optional<Range> last_scalar;         ///< the last value or key that was understood
  std::optional<std::uint32_t> open_brace;  ///< the innermost `[` or `{` that is not closed yet
};

/// Turns the events of yaml-cpp into the flat tree of a ParsedFile. Throws YamlStop at what yaml-cpp lets through and
/// the contract does not: several documents, deep nesting, aliases that multiply, keys that are no text, quotes never
/// closed.
class YamlTree final : public YAML::EventHandler {
 public:
  YamlTree(ParsedFile::Parts& parts, const YamlSource& source, std::uint32_t mark_zero)
      : parts_(parts), source_(source), mark_zero_(mark_zero), read_to_(source.begin()) {}

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

  /// Where a mark of yaml-cpp stands in the file's text.
  std::uint32_t offset_of(const YAML::Mark& mark) const;
  YamlProgress progress() const;
  /// The tree so far: what is still open is closed, a key still without value is left out.
  std::vector<YamlNode> take();

 private:
  struct Open {
    std::uint32_t node = 0;
    std::uint32_t children = 0;
    std::uint32_t last_child = 0;
    char closing = '\0';  ///< the bracket that ends it; 0 for block collections
  };

  bool expects_key() const;
  bool expects_value() const;
  void start(YamlKind kind, const YAML::Mark& mark, YAML::anchor_t anchor);
  void close();
  void count_child();
  void remember(YAML::anchor_t anchor);
  void add_leaf(YamlNode node, YAML::anchor_t anchor);
  void copy_subtree(std::uint32_t from, std::uint32_t alias_at);
  Range range_of_scalar(std::uint32_t at, const std::string& value) const;
  std::optional<Range> written_null(std::uint32_t at) const;
  std::uint32_t place_of_missing() const;
  void refuse_key_without_colon() const;

  ParsedFile::Parts& parts_;
  const YamlSource& source_;
  std::uint32_t mark_zero_;  ///< where yaml-cpp's position 0 is
  std::uint32_t read_to_;
  std::optional<Range> last_scalar_;
  std::vector<YamlNode> nodes_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> anchors_;  ///< by yaml-cpp's number: index of the node
  std::uint32_t copied_ = 0;
  int documents_ = 0;
};

}  // namespace kanon
