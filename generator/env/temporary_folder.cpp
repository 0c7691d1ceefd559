#include "env/temporary_folder.h"

#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "env/surroundings.h"

namespace kanon {

Result<TemporaryFolder> TemporaryFolder::make(const std::string& purpose) {
  std::string above = variable("TMPDIR").value_or("");
  if (above.empty() || above.front() != '/') above = "/tmp";
  std::string path = above + "/" + purpose + "-XXXXXX";
  if (mkdtemp(path.data()) == nullptr) {
    const std::string cause = std::strerror(errno);
    return failure(message("Der kan ikke laves en midlertidig mappe i «{}»: {}",
                           "No temporary folder can be made in “{}”: {}", above, cause),
                   {"Giv plads og skriveadgang i mappen, eller peg på en anden med TMPDIR.",
                    "Make room in the folder and let the program write there, or name another one in TMPDIR."});
  }
  return TemporaryFolder(std::move(path));
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace kanon
