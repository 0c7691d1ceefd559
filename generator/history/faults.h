#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/corpus.h"

namespace kanon {

/// Something in the archive that is not as it was released.
struct Fault {
  enum class Kind {
    ledger,  ///< broken-ledger: an entry, or the order of entries
    archive  ///< tampered-archive: frozen files
  };
  Kind kind{};
  std::optional<FileIndex> file;  ///< where to point; nothing where no file was read that could be pointed at
  std::string path;               ///< the file or folder, relative to the project
  Range range;
  Message message;
  Message help;
};

/// Everything in one item's archive that is not as its ledger says, or in a ledger that doesn't fit itself. One defect
/// is one fault: a frozen file that was changed is not also a broken chain. A ledger that can't be read is not judged:
/// its reader has said so.
std::vector<Fault> faults_of(const ItemArchive& archive, const Corpus& corpus);

}  // namespace kanon
