#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "env/files.h"
#include "model/archive.h"

namespace kanon {

/// The largest file of the archive that is read at all.
constexpr std::uint64_t kMostFrozenBytes = std::uint64_t{64} << 20U;

/// The folder content/archive/<id>/ as it was listed, nothing read yet.
struct ListedItem {
  std::optional<Entry> ledger;
  std::map<Version, std::vector<Entry>> releases;  ///< what lies below each version's folder, by path from there
};

/// By id.
using ListedArchive = std::map<std::string, ListedItem>;

/// Lists content/archive/. What has no place there (a stray file, a folder that no id or version is the name of) is
/// `tampered-archive`, a folder with all below it once. A version that is no folder is a release without files: no
/// entry fits it.
Result<ListedArchive> list_archive(const Files& files, const std::string& folder, std::vector<Diagnostic>& diagnostics);

/// Of a file as it was listed: its bytes; nothing for what is no file of the project, or above kMostFrozenBytes.
Result<std::optional<std::string>> read_frozen(const Files& files, const std::string& path, const Entry& entry);

}  // namespace kanon
