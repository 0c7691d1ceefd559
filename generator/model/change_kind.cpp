#include "model/change_kind.h"

namespace kanon {

const char* key_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::created:
      return "new";
    case ChangeKind::verified:
      return "verified";
    case ChangeKind::updated:
      break;
  }
  return "updated";
}

}  // namespace kanon
