#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/version.h"
#include "model/located.h"

namespace kanon {

using LocatedText = Located<std::string>;

/// A position in Corpus::files.
using FileIndex = std::uint32_t;

enum class ChangeKind { created, updated, verified };  // written new, updated, verified

struct HistoryEntry {
  Range range;
  Located<Version> version;
  Located<Date> date;
  std::string by;
  std::string change;
  ChangeKind kind = ChangeKind::updated;
};

struct Approval {
  Range range;
  LocatedText body;
  Located<Date> date;
  Located<Version> version;
};

/// One release of one item, as others name it.
struct ReleaseName {
  std::string id;
  Version version;
  friend bool operator==(const ReleaseName&, const ReleaseName&) = default;
};

/// Where an edition stands on the day that the site shows.
enum class Standing {
  draft,       ///< a source as it stands, not released
  upcoming,    ///< released, not in force yet
  in_force,    ///<
  superseded,  ///< was in force until a newer one was
  ended,       ///< of an item that has no source any more
};

/// One version of a document, catalog or handbook among the others of the same id. A corpus of sources holds each item
/// once, as a draft; one of a point in time holds all its editions (history/point_in_time.h).
struct Edition {
  Standing standing = Standing::draft;
  bool leads = true;                     ///< whether the item's own address shows this one
  std::optional<Date> in_force_from{};   ///< its first day in force
  std::optional<Date> in_force_until{};  ///< its last
  std::optional<Date> released{};
  std::string fingerprint{};  ///< the `entry` of its ledger entry; empty for a draft
  std::string sha256{};       ///< the seal of its frozen files; empty for a draft
  std::optional<ReleaseName> parent{};
  std::vector<ReleaseName> parts{};  ///< of a handbook or catalog

  bool is_released() const { return standing != Standing::draft; }
};

/// What every item has.
struct Item {
  LocatedText id;
  FileIndex file = 0;
  Range range;  ///< where its mapping opens: what a missing key points at
  MaybeLocated<std::string> classification;
  std::vector<LocatedText> aliases;
};

/// What documents, catalogs and handbooks have: versions, owners and approvals.
struct Governed : Item {
  LocatedText title;
  std::string owner;
  Located<Version> version;
  std::vector<HistoryEntry> history;  ///< newest first, as written
  std::vector<Approval> approvals;
  MaybeLocated<Date> effective;
  MaybeLocated<Duration> review_every;
  Edition edition;
};

/// Whether the item's own address shows it: all items but older, upcoming and ended editions.
inline bool leads(const Item&) { return true; }
inline bool leads(const Governed& item) { return item.edition.leads; }

struct Document : Governed {
  LocatedText type;
  MaybeLocated<std::string> parent;
  std::vector<LocatedText> related;
  std::vector<LocatedText> controls;
  std::vector<LocatedText> implements;
};

enum class MemberKind { founding, associated };
enum class MemberStatus { applicant, circulated, admitted, rejected, left };

struct CriterionStatement {
  LocatedText criterion;
  std::string statement;
};

struct Declaration {
  MaybeLocated<Date> date;
  std::vector<CriterionStatement> criteria;
  std::vector<LocatedText> projects;
};

struct Response {
  Range range;
  LocatedText member;
  bool objects = false;
  MaybeLocated<Date> date;
  std::vector<LocatedText> unmet;
  std::string reason;
};

struct Assessment {
  MaybeLocated<Date> circulated;
  std::vector<Response> responses;
  MaybeLocated<Date> written_assessment;
  MaybeLocated<Date> meeting;
  MaybeLocated<bool> meeting_approved;  ///< the meeting's outcome
};

struct Evaluation {
  Range range;
  Located<int> year;
  MaybeLocated<Date> date;
  std::string by;
  std::string result;
};

struct Member : Item {
  LocatedText name;
  MemberKind kind = MemberKind::associated;
  MemberStatus status = MemberStatus::applicant;
  Range status_at;  ///< where `status` says it; empty where it could not be read
  MaybeLocated<std::string> cvr;
  MaybeLocated<std::string> website;
  MaybeLocated<std::string> established_in;
  MaybeLocated<Declaration> declaration;
  MaybeLocated<Assessment> assessment;
  MaybeLocated<Date> admitted;
  std::vector<Evaluation> evaluations;
  MaybeLocated<Date> left;
};

struct Project : Item {
  LocatedText title;
};

struct Criterion {
  LocatedText id;
  std::string text;
};

struct Objective {
  LocatedText id;
  std::string title;
  std::vector<Criterion> criteria;
  FileIndex file = 0;
};

struct Page : Item {
  LocatedText title;
  std::string address;  ///< its path without ending: `om/kontakt`; `index` is the front page's text
  std::optional<int> order;
};

struct Term : Item {
  std::string term;
  std::string definition;
};

struct Phase {
  LocatedText id;
  std::string title;
};

struct Recommendation {
  LocatedText id;
  LocatedText phase;
  std::string text;
};

/// A rule that a requirement is excepted from, and why.
struct Silence {
  Range range;
  LocatedText rule;
  LocatedText reason;
};

struct Requirement {
  Range range;
  LocatedText id;
  MaybeLocated<std::string> phase;
  std::string theme;
  LocatedText text;
  bool minimum = true;  ///< mindstekrav; else almindeligt krav
  bool solution = false;
  std::string verification;
  MaybeLocated<std::string> frequency;
  std::vector<LocatedText> recommendations;
  std::vector<LocatedText> controls;
  std::vector<LocatedText> derives_from;
  std::string note;
  std::vector<Silence> silence;
};

struct Catalog : Governed {
  MaybeLocated<std::string> level;
  MaybeLocated<std::string> extends;
  std::vector<Phase> phases;
  std::vector<Recommendation> recommendations;
  std::vector<Requirement> requirements;
};

struct HandbookPart {
  std::string title;
  std::vector<LocatedText> documents;
  std::vector<LocatedText> catalogs;
  MaybeLocated<std::string> under;
  std::vector<LocatedText> types;
};

struct Appendix {
  LocatedText embed;
};

struct Handbook : Governed {
  std::string subtitle;
  MaybeLocated<std::string> audience;
  std::vector<HandbookPart> parts;
  std::vector<Appendix> appendices;
};

struct Dispensation : Item {
  LocatedText document;
  MaybeLocated<std::string> section;
  std::string reason;
  std::vector<std::string> measures;
  std::string decided_by;
  Located<Date> decided;
  Located<Date> expires;
  bool consider_update = false;
};

enum class ControlStatus { planned, partial, implemented, excluded };

struct ControlEntry {
  FileIndex file = 0;
  Range range;
  LocatedText control;
  bool applicable = true;
  std::string justification;
  std::optional<ControlStatus> status;
  std::vector<LocatedText> documents;
};

}  // namespace kanon
