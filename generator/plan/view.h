#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/annex_a.h"
#include "resolve/model.h"
#include "resolve/traceability.h"

namespace kanon {

/// A heading of a document's contents list.
struct Heading {
  std::uint32_t node = 0;
  int level = 2;
  std::string anchor;
  std::string title;
};

/// What may be published of an admitted member. How it was assessed, who answered what, its evaluations and its contact
/// are not here: what an emitter does not hold, it cannot print.
struct PublishedMember {
  ItemRef ref;
  LocatedText id;
  FileIndex file = 0;
  LocatedText name;
  MemberKind kind = MemberKind::associated;
  MaybeLocated<std::string> cvr;
  MaybeLocated<std::string> website;
  MaybeLocated<Declaration> declaration;
  MaybeLocated<Date> admitted;
  std::vector<LocatedText> aliases;
};

/// What may be told of a member that left the pact: that it was one, and when.
struct FormerMember {
  LocatedText id;
  LocatedText name;
  MemberKind kind = MemberKind::associated;
  std::optional<Date> admitted;
  std::optional<Date> left;
  std::string address;  ///< of the page it had
};

/// An associated member's contribution, for the founding members' yearly evaluation. Only for audiences that see more
/// than the public does.
struct Contribution {
  ItemRef member;
  std::vector<Evaluation> evaluations;  ///< as entered, oldest first
  std::vector<int> missing;             ///< the years that still lack one
};

/// When a document, handbook or catalog is next due for review.
struct Review {
  ItemRef item;
  Date due;  ///< itself still in time
};

/// What the Statement of Applicability says of one control of Annex A to an audience.
struct ControlStatement {
  const Control* control = nullptr;
  std::optional<bool> applicable;       ///< nothing: the register doesn't decide
  std::string justification;            ///< of a register that View::tells_reasons()
  std::optional<ControlStatus> status;  ///< likewise
  std::vector<ItemRef> documents;       ///< those that the register names or that name the control, by title
  std::vector<ItemRef> requirements;    ///< of the catalogs that lead, by catalog
};

/// What one audience may see of a model. Built here and nowhere else: emitters hold a view, never the model, so what is
/// restricted cannot reach an output (design invariant 6).
///
/// An item is seen if its level is at most the audience's `up_to`; one without a classification of its own counts as
/// the most restricted, but for terms, members, criteria and projects, which are public. Of members, only admitted ones
/// are ever seen. An audience that kanon.yaml does not have sees nothing.
class View {
 public:
  View(const Model& model, std::string audience);

  const Config& config() const { return model_->corpus->config; }
  Language language() const { return config().language; }
  const std::string& audience() const { return audience_; }

  /// Items this audience may see, of editions the leading ones: documents, handbooks and catalogs by title in the
  /// collation of the language; admitted members by name; pages by order, then title; terms by term; dispensations by
  /// id.
  const std::vector<const Document*>& documents() const { return documents_; }
  const std::vector<const Handbook*>& handbooks() const { return handbooks_; }
  const std::vector<const Catalog*>& catalogs() const { return catalogs_; }
  const std::vector<PublishedMember>& members() const { return members_; }
  const std::vector<const Page*>& pages() const { return pages_; }
  const std::vector<const Term*>& terms() const { return terms_; }
  const std::vector<const Objective*>& objectives() const { return objectives_; }
  const std::vector<const Dispensation*>& dispensations() const { return dispensations_; }
  /// The Statement of Applicability: all 93 controls in the standard's order, with what this audience sees; empty for a
  /// project without a register of controls.
  const std::vector<ControlStatement>& applicability() const { return applicability_; }
  /// Whether the statement tells why a control was chosen and how far it is. Which ones are chosen is for everybody;
  /// why and how far is for audiences that see more than the public does: a list of what isn't done yet helps an
  /// attacker.
  bool tells_reasons() const;

  bool sees(ItemRef item) const;
  ItemRef ref_of(const Document& document) const;
  ItemRef ref_of(const Handbook& handbook) const;
  ItemRef ref_of(const Catalog& catalog) const;
  ItemRef ref_of(const Page& page) const;
  ItemRef ref_of(const Term& term) const;
  ItemRef ref_of(const Project& project) const;
  ItemRef ref_of(const Dispensation& dispensation) const;
  ItemRef ref_of(const PublishedMember& member) const { return member.ref; }
  std::optional<ItemRef> find(std::string_view id) const;  ///< only what this audience sees
  const Document& document(ItemRef item) const;
  const Handbook& handbook(ItemRef item) const;
  const Catalog& catalog(ItemRef item) const;
  const Page& page(ItemRef item) const;
  const Requirement& requirement(ItemRef item) const;
  const Project& project(ItemRef item) const;
  const PublishedMember& member(ItemRef item) const;
  const Catalog* catalog(std::string_view id) const;         ///< null where there is none, or it isn't seen
  const Catalog* catalog(const ReleaseName& release) const;  ///< one edition; null likewise
  /// A catalog and those it extends, itself first: of a release the editions that it was released with. Ends at the
  /// first that this audience doesn't see.
  std::vector<const Catalog*> chain_of(const Catalog& catalog) const;
  /// Where documents carry out a requirement, by title; none for what isn't seen.
  std::span<const Implementation> implementations_of(std::string_view requirement) const;
  /// Which requirements a document carries out, in the order of its text.
  std::vector<Implementation> implemented_by(const Document& document) const;
  /// The document whose source a file is; null where there is none, or it isn't seen.
  const Document* document_of(FileIndex file) const;

  /// The document, catalog or handbook that an item is.
  const Governed& governed(ItemRef item) const { return model_->governed(item); }
  /// All editions of the item that an edition belongs to, newest first, this one among them; only what is seen.
  std::vector<ItemRef> editions_of(ItemRef item) const;
  /// Every release of every item that this audience sees, by day of release, newest first.
  std::vector<ItemRef> releases() const;
  /// Editions that this audience may not see any more, but once could: their addresses say that they were withdrawn.
  /// Nothing of them but id and version may be told.
  std::vector<ItemRef> withdrawn() const;
  /// Ids that have releases which this audience sees, but no source any more: the newest release of each.
  std::vector<ItemRef> removed() const;
  /// Members that have left the pact, by name.
  std::vector<FormerMember> former_members() const;
  /// The pact's projects that this audience sees, by title.
  const std::vector<const Project*>& projects() const { return projects_; }
  /// The published members whose declaration names a project, by name.
  std::vector<const PublishedMember*> members_of(const Project& project) const;
  /// Of each admitted associated member, by name, on a day; empty for an audience that sees only what the public does.
  std::vector<Contribution> contributions(Date today) const;
  /// Every review that is to come or has been missed, the earliest first, then by title; empty for an audience that
  /// sees only what the public does.
  std::vector<Review> reviews() const;
  /// The ledger of the item that an edition belongs to; null where there is none.
  const ItemArchive* ledger_of(ItemRef item) const;
  /// The release before and after an edition: its neighbours in the ledger, of a draft the newest. Nothing where there
  /// is none, or this audience doesn't see it: what is between two that it sees may be restricted, so they are no
  /// neighbours.
  std::optional<ItemRef> release_before(ItemRef item) const;
  std::optional<ItemRef> release_after(ItemRef item) const;
  /// The edition of a release that this audience sees.
  std::optional<ItemRef> edition(const ReleaseName& release) const;

  const Document* parent_of(const Document& document) const;  ///< null for a root, or where the parent isn't seen
  std::vector<const Document*> children_of(const Document& document) const;
  /// The documents that have no parent this audience sees, by title: where its hierarchy begins.
  std::vector<const Document*> roots() const;
  /// The documents above one, the nearest last; at most 16.
  std::vector<const Document*> ancestors_of(const Document& document) const;
  std::vector<const Document*> related_of(const Document& document) const;
  /// The documents of a handbook's part, in their order: those named, then those below `under`, parents first. Each
  /// once; of a handbook's release the editions that it was released with. A handbook made for a narrower audience than
  /// this one holds only what that audience sees.
  std::vector<const Document*> documents_of(const HandbookPart& part) const;
  std::vector<const Catalog*> catalogs_of(const HandbookPart& part) const;
  /// What is in force now in place of the editions that a handbook or catalog was released with, where it is newer.
  std::vector<ItemRef> outdated_parts(const Governed& item) const;
  /// The headings that stand in the body itself (not inside quotes or lists), in order.
  std::vector<Heading> headings_of(FileIndex file) const;

  const ParsedFile& parsed(FileIndex file) const { return model_->corpus->parsed(file); }
  /// The path of a file relative to the project, for messages.
  const std::string& path_of(FileIndex file) const { return model_->corpus->files[file].path; }
  /// Where a link node of a file's body leads; null for a node that is no link. What this audience may not see is
  /// ToNowhere.
  const LinkTarget* target_of(FileIndex file, std::uint32_t node) const;
  /// The files of content/ that a body links to or shows, in order, as often as it does.
  std::vector<std::string> linked_files(FileIndex file) const;
  /// Where the site has a file of content/: /filer/<path below content/>, /files/… on an English site; one that was
  /// frozen with a release below that release's address, so that it never changes.
  std::string address_of_file(const std::string& path) const;
  /// The classification that counts for an item: its own, or the most restricted.
  const std::string& classification_of(ItemRef item) const;
  std::string title_of(ItemRef item) const;  ///< empty for what isn't seen
  /// The title of a heading of an item's body; empty where it has none of that anchor, or isn't seen.
  std::string heading_title(ItemRef item, std::string_view anchor) const;
  /// Where the site has an item; nothing for what isn't seen and for kinds without a page.
  std::optional<std::string> address_of(ItemRef item) const;
  std::string pdf_address_of(ItemRef item) const;
  /// Where the site has one edition of a document, catalog or handbook for good.
  std::string permanent_address_of(ItemRef item) const;
  /// The address of the item that an edition belongs to, whichever it shows.
  std::string home_address_of(ItemRef item) const;
  std::string history_address_of(ItemRef item) const;
  /// Where the site shows which of a catalog's recommendations its requirements carry out.
  std::string coverage_address_of(ItemRef catalog) const;
  /// What changed from a release to the next edition: /dokumenter/<id>/<v1>..<v2>/, which never changes.
  std::string redline_address_of(ItemRef older, ItemRef newer) const;
  /// The day a document, catalog or handbook is due for review: its newest history date plus the interval; nothing if
  /// none.
  std::optional<Date> next_review(const Document& document) const;
  std::optional<Date> next_review(const Handbook& handbook) const;
  std::optional<Date> next_review(const Catalog& catalog) const;

 private:
  void collect_documents();
  void collect_members();
  void collect_registers();
  void collect_implementations();
  void collect_applicability();
  bool once_showed(ItemRef item) const;
  std::vector<const Document*> recorded_below(const Handbook& handbook, const std::string& top) const;
  std::vector<const Document*> candidates_of(const Handbook& handbook, const HandbookPart& part) const;
  const Handbook* handbook_of(const HandbookPart& part) const;
  std::optional<ItemRef> part_of(const Handbook* handbook, std::string_view id) const;
  bool within(std::optional<std::size_t> level) const { return level && up_to_ && *level <= *up_to_; }
  std::optional<std::size_t> reach_of(std::string_view audience) const;
  bool publishes(const LinkTarget& target) const;
  std::vector<const Document*> below(std::uint32_t document) const;

  const Model* model_;
  std::string audience_;
  std::optional<std::size_t> up_to_;
  std::vector<const Document*> documents_;
  std::vector<const Handbook*> handbooks_;
  std::vector<const Catalog*> catalogs_;
  std::vector<PublishedMember> members_;
  std::vector<const Project*> projects_;
  std::vector<const Page*> pages_;
  std::vector<const Term*> terms_;
  std::vector<const Objective*> objectives_;
  std::vector<const Dispensation*> dispensations_;
  std::vector<ControlStatement> applicability_;
  std::vector<Implementation> implementations_;  ///< by requirement
};

}  // namespace kanon
