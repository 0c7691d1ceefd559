#include "emit/review/names.h"

namespace kanon {

const char* name_of(ItemKind kind) {
  switch (kind) {
    case ItemKind::document:
      return "document";
    case ItemKind::member:
      return "member";
    case ItemKind::project:
      return "project";
    case ItemKind::objective:
      return "objective";
    case ItemKind::criterion:
      return "criterion";
    case ItemKind::page:
      return "page";
    case ItemKind::term:
      return "term";
    case ItemKind::catalog:
      return "catalog";
    case ItemKind::requirement:
      return "requirement";
    case ItemKind::handbook:
      return "handbook";
    case ItemKind::dispensation:
      break;
  }
  return "dispensation";
}

const char* name_of(Fate fate) {
  switch (fate) {
    case Fate::inserted:
      return "added";
    case Fate::deleted:
      return "removed";
    default:
      break;
  }
  return "changed";
}

const char* name_of(ReviewWarningKind kind) {
  switch (kind) {
    case ReviewWarningKind::rewritten_release:
      return "rewritten-release";
    case ReviewWarningKind::lowered_classification:
      return "lowered-classification";
    case ReviewWarningKind::unrecorded_text:
      return "unrecorded-text";
    case ReviewWarningKind::lost_target:
      return "lost-target";
    case ReviewWarningKind::lost_coverage:
      return "lost-coverage";
    case ReviewWarningKind::suspect_child:
      return "suspect-child";
    case ReviewWarningKind::missing_approval:
      break;
  }
  return "missing-approval";
}

}  // namespace kanon
