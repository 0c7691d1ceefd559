#pragma once

#include "build/status.h"

namespace kanon {

/// What the parts of the list are made from, and the list itself.
struct StatusRun {
  const CheckedProject& checked;
  Date today;
  Horizon horizon;
  std::vector<DueItem>& items;

  const Corpus& corpus() const { return checked.corpus(); }
  const Config& config() const { return checked.corpus().config; }
  Date soon() const { return today.plus(config().review_due_soon); }
};

void add_reviews(const StatusRun& run);
void add_versions_in_the_making(const StatusRun& run);
void add_upcoming_versions(const StatusRun& run);
void add_documents_under_newer_parents(const StatusRun& run);
void add_dispensations(const StatusRun& run);
void add_applicants(const StatusRun& run);
void add_missing_evaluations(const StatusRun& run);

/// A line on a document, catalog or handbook.
DueItem due_item(const StatusRun& run, DueKind kind, const Governed& item);

/// A name of the content as who is to act; nobody where it is empty.
std::vector<Message> turn_of(const std::string& name);
/// The unit that owns an item, else the site's publisher.
std::vector<Message> turn_of_owner(const Config& config, const Governed& item);

}  // namespace kanon
