#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "compare/item_redline.h"

namespace kanon {

struct BodyContext;

/// One of the two versions, as whoever reads the redline knows it.
struct ToldVersion {
  struct ToldApproval {
    std::string body;
    Date date;
  };
  Version version{};
  bool is_source = false;  ///< not a release: the source as it stands
  std::optional<Date> date{};
  std::string by{};
  std::string change{};
  ChangeKind kind = ChangeKind::updated;
  std::vector<ToldApproval> approvals{};  ///< of this very version
};

/// A redline with all that is told around it.
struct RedlineReport {
  ItemKind kind{};
  std::string id{};
  std::string title{};
  ToldVersion before{};
  ToldVersion after{};
  ItemRedline redline{};
};

/// What a version is told as: its own history entry and approvals, bodies by name.
ToldVersion told_version(const Config& config, const Governed& item);

/// The new body, where a redline stands for the text itself: what didn't change is written as it is there.
struct WholeText {
  const ParsedFile& after;
  const BodyContext& context;
};

/// What the place where a redline is shown knows besides it. What is empty is not done.
struct RedlineSurroundings {
  /// The address that a link of the new body leads to; empty: its words stay without a link.
  std::function<std::string(std::uint32_t node)> href_of;
  /// The words of a link of the new body that has none of its own.
  std::function<std::string(std::uint32_t node)> title_of;
  /// What every id begins with, where several redlines share a page.
  std::string id_prefix;
  const WholeText* whole = nullptr;
};

/// A field's value as readers may see it; nothing for what they may not.
using ToldValue = std::function<std::optional<std::string>(const std::string& field, const std::string& value)>;
/// The values of fields as they may be told; fields and records of which then nothing is left are left out.
void tell_values(ItemRedline& redline, const ToldValue& told);

/// The redline as text for a terminal of 100 columns: the sections in which something changed, deleted words as [-so-],
/// inserted ones as {+so+}, in colour or not.
enum class Coloured { no, yes };
std::string redline_as_text(const RedlineReport& report, Language language, Coloured coloured);
/// The changes alone, without what is told around them.
std::string changes_as_text(const RedlineReport& report, Language language, Coloured coloured);
/// As one JSON object; its schema is in the manual.
std::string redline_as_json(const RedlineReport& report, Language language);
/// As Markdown for a comment on a forge, at most 60,000 characters: what doesn't fit is counted.
std::string redline_as_markdown(const RedlineReport& report, Language language);
/// The changes alone, part by part, in order: for a comment over several items.
std::vector<std::string> changes_as_markdown(const RedlineReport& report, Language language);

}  // namespace kanon
