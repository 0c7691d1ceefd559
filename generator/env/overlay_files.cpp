#include "env/overlay_files.h"

#include <algorithm>

namespace kanon {
namespace {

std::unexpected<Error> was_stopped() {
  return failure({"Arbejdet blev standset", "The work was stopped"}, {"Begynd forfra.", "Start again."});
}

std::string as_prefix(const std::string& folder) {
  return folder.empty() || folder.ends_with('/') ? folder : folder + "/";
}

}  // namespace

Result<std::vector<Entry>> OverlayFiles::list(const std::string& folder, const std::string& root) const {
  if (has_stopped()) return was_stopped();
  auto entries = files_.list(folder, root);
  if (!entries || laid_over_.empty()) return entries;
  const std::string prefix = as_prefix(folder);
  std::map<std::string, std::uint64_t> over;
  for (auto file = laid_over_.lower_bound(prefix); file != laid_over_.end() && file->first.starts_with(prefix);
       ++file) {
    over.emplace(file->first.substr(prefix.size()), file->second.size());
  }
  for (Entry& entry : *entries) {
    const auto found = over.find(entry.path);
    if (found == over.end()) continue;
    if (entry.kind == EntryKind::file) entry.size = found->second;
    over.erase(found);
  }
  for (const auto& [path, size] : over) {
    if (!path.starts_with('.') && path.find("/.") == std::string::npos) {
      entries->push_back({path, EntryKind::file, size});
    }
  }
  std::ranges::sort(*entries, {}, &Entry::path);
  return entries;
}

Result<std::string> OverlayFiles::read(const std::string& path) const {
  if (has_stopped()) return was_stopped();
  const auto over = laid_over_.find(path);
  return over != laid_over_.end() ? Result<std::string>(over->second) : files_.read(path);
}

bool OverlayFiles::is_file(const std::string& path) const { return laid_over_.contains(path) || files_.is_file(path); }

bool OverlayFiles::is_folder(const std::string& path) const { return files_.is_folder(path); }

bool OverlayFiles::stays_below(const std::string& path, const std::string& folder) const {
  return files_.stays_below(path, folder);
}

Result<void> OverlayFiles::write(const std::string& path, std::string_view bytes) {
  laid_over_[path] = bytes;
  return {};
}

Result<void> OverlayFiles::add_together(const std::string& folder, const std::vector<NewFile>& files) {
  for (const NewFile& file : files) laid_over_[as_prefix(folder) + file.path] = file.bytes;
  return {};
}

Result<void> OverlayFiles::remove(const std::string& path) {
  laid_over_.erase(path);
  return {};
}

}  // namespace kanon
