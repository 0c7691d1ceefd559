#include "build/status_parts.h"
#include "check/reviews.h"
#include "history/review.h"

namespace kanon {
namespace {

const Document* document_named(const StatusRun& run, const std::string& id) {
  const auto found = run.checked.model.find(id);
  return found && found->kind == ItemKind::document ? &run.corpus().documents[found->index] : nullptr;
}

/// The document's owner decides whether to ask again; whoever granted it decides.
std::vector<Message> turn_of_dispensation(const StatusRun& run, const Dispensation& dispensation,
                                          const Document* document) {
  std::vector<Message> turn;
  if (document != nullptr) turn = turn_of_owner(run.config(), *document);
  for (Message& other : turn_of(dispensation.decided_by)) {
    if (turn.empty() || turn.front() != other) turn.push_back(std::move(other));
  }
  return turn;
}

}  // namespace

void add_reviews(const StatusRun& run) {
  for (const ReviewDate& review : review_dates({run.checked.model, run.today, nullptr})) {
    const Date day = *review.due;
    const ReviewStanding standing = standing_of_review(day, run.today, run.config().review_due_soon);
    if (standing == ReviewStanding::later && run.horizon == Horizon::soon) continue;
    DueItem due = due_item(run, DueKind::review, *review.item);
    due.due = day;
    due.overdue = standing == ReviewStanding::overdue;
    due.state = due.overdue ? "overdue" : standing == ReviewStanding::later ? "later" : "due-soon";
    const std::string& version = review.item->version->text();
    due.what = due.overdue
                   ? message("Version {} skulle have været gennemgået", "Version {} was due for review", version)
                   : message("Version {} skal gennemgås", "Version {} is due for review", version);
    run.items.push_back(std::move(due));
  }
}

void add_dispensations(const StatusRun& run) {
  for (const Dispensation& dispensation : run.corpus().dispensations) {
    const Date day = *dispensation.expires;
    // A day that could not be read is a finding, and no day.
    if (dispensation.expires.range == Range{}) continue;
    if (day > run.soon() && run.horizon == Horizon::soon) continue;
    const Document* document = document_named(run, *dispensation.document);
    DueItem due;
    due.kind = DueKind::dispensation;
    due.id = *dispensation.id;
    due.title = document == nullptr ? *dispensation.document : *document->title;
    due.path = run.corpus().files[dispensation.file].path;
    due.due = day;
    due.overdue = day < run.today;
    due.turn = turn_of_dispensation(run, dispensation, document);
    due.state = due.overdue ? "expired" : day > run.soon() ? "later" : "expires-soon";
    due.what = due.overdue ? Message{"Dispensationen er udløbet", "The dispensation has expired"}
                           : Message{"Dispensationen udløber", "The dispensation expires"};
    due.details = DispensationFrom{*dispensation.document};
    run.items.push_back(std::move(due));
  }
}

}  // namespace kanon
