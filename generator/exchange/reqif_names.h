#pragma once

#include <string_view>

namespace kanon::reqif {

// What types, attributes and enumeration values are called in what Kanon writes. Names that begin with ReqIF are those
// of the ReqIF Implementation Guide (prostep ivip), which other tools know.

inline constexpr std::string_view catalog_type = "Kanon.Catalog";
inline constexpr std::string_view phase_type = "Kanon.Phase";
inline constexpr std::string_view recommendation_type = "Kanon.Recommendation";
inline constexpr std::string_view requirement_type = "Kanon.Requirement";

inline constexpr std::string_view id = "ReqIF.ForeignID";
inline constexpr std::string_view text = "ReqIF.Text";
inline constexpr std::string_view title = "ReqIF.ChapterName";
inline constexpr std::string_view name = "ReqIF.Name";
inline constexpr std::string_view phase = "Kanon.Phase";
inline constexpr std::string_view theme = "Kanon.Theme";
inline constexpr std::string_view kind = "Kanon.Kind";
inline constexpr std::string_view form = "Kanon.Form";
inline constexpr std::string_view verification = "Kanon.Verification";
inline constexpr std::string_view frequency = "Kanon.Frequency";
inline constexpr std::string_view recommendations = "Kanon.Recommendations";
inline constexpr std::string_view controls = "Kanon.Controls";
inline constexpr std::string_view derives_from = "Kanon.DerivesFrom";
inline constexpr std::string_view note = "Kanon.Note";
inline constexpr std::string_view silence = "Kanon.Silence";

inline constexpr std::string_view owner = "Kanon.Owner";
inline constexpr std::string_view version = "Kanon.Version";
inline constexpr std::string_view level = "Kanon.Level";
inline constexpr std::string_view extends = "Kanon.Extends";
inline constexpr std::string_view classification = "Kanon.Classification";
inline constexpr std::string_view aliases = "Kanon.Aliases";
inline constexpr std::string_view history = "Kanon.History";
inline constexpr std::string_view approvals = "Kanon.Approvals";
inline constexpr std::string_view effective = "Kanon.Effective";
inline constexpr std::string_view review_every = "Kanon.ReviewEvery";
inline constexpr std::string_view publisher = "Kanon.Publisher";
inline constexpr std::string_view fingerprint = "Kanon.Fingerprint";

}  // namespace kanon::reqif
