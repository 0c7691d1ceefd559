#include "emit/standing_name.h"

namespace kanon {

std::string name_of(Standing standing) {
  switch (standing) {
    case Standing::draft:
      return "draft";
    case Standing::upcoming:
      return "upcoming";
    case Standing::in_force:
      return "in_force";
    case Standing::superseded:
      return "superseded";
    case Standing::ended:
      return "ended";
  }
  return {};
}

}  // namespace kanon
