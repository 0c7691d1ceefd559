#include "env/system_error.h"

#include <cerrno>
#include <cstring>

namespace kanon {

Message cause_of(int error) {
  switch (error) {
    case ENOENT:
      return {"den findes ikke", "it does not exist"};
    case EACCES:
    case EPERM:
      return {"der mangler rettigheder", "permission is missing"};
    case ENOSPC:
      return {"disken er fuld", "the disk is full"};
    case EDQUOT:
      return {"brugerens plads på disken er opbrugt", "the user's share of the disk is used up"};
    case EROFS:
      return {"disken kan kun læses", "the disk can only be read"};
    case EISDIR:
      return {"det er en mappe", "it is a folder"};
    case ENOTDIR:
      return {"en del af stien er en fil og ikke en mappe", "a part of the path is a file and not a folder"};
    case ENAMETOOLONG:
      return {"navnet er for langt", "the name is too long"};
    case ELOOP:
      return {"genvejene (symbolske links) peger i ring", "the symbolic links run in circles"};
    case EMFILE:
    case ENFILE:
      return {"for mange filer er åbne", "too many files are open"};
    case ENOMEM:
      return {"der mangler hukommelse", "memory is short"};
    default:
      return message("systemet melder «{0}»", "the system says “{0}”", std::strerror(error));
  }
}

Message remedy_of(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
    case EROFS:
      return {"Giv programmet adgang, eller vælg et andet sted.", "Give the program access, or choose another place."};
    case ENOSPC:
    case EDQUOT:
      return {"Gør plads på disken, og prøv igen.", "Make room on the disk and try again."};
    case EMFILE:
    case ENFILE:
    case ENOMEM:
      return {"Luk andre programmer, eller kør med færre samtidige opgaver (--jobs 1).",
              "Close other programs, or run fewer tasks at once (--jobs 1)."};
    default:
      return {};
  }
}

}  // namespace kanon
