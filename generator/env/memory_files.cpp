#include "env/memory_files.h"

#include "env/folder_update.h"

namespace kanon {
namespace {

std::string as_folder(std::string path) {
  if (!path.empty() && !path.ends_with('/')) path += '/';
  return path;
}

bool has_hidden_part(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

}  // namespace

Result<std::vector<Entry>> MemoryFiles::list(const std::string& folder, const std::string&) const {
  const std::string prefix = as_folder(folder);
  std::vector<Entry> entries;
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file) {
    const std::string path = file->first.substr(prefix.size());
    if (!has_hidden_part(path)) entries.push_back({path, EntryKind::file, file->second.size()});
  }
  return entries;
}

Result<std::string> MemoryFiles::read(const std::string& path) const {
  const auto file = files_.find(path);
  if (file != files_.end()) return file->second;
  return failure(message("«{}» kan ikke læses: den findes ikke", "“{}” can't be read: it does not exist", path));
}

bool MemoryFiles::is_file(const std::string& path) const { return files_.contains(path); }

bool MemoryFiles::stays_below(const std::string& path, const std::string& folder) const {
  return folder.empty() || path.starts_with(folder.ends_with('/') ? folder : folder + "/");
}

bool MemoryFiles::is_folder(const std::string& path) const {
  const std::string prefix = as_folder(path);
  const auto file = files_.lower_bound(prefix);
  return file != files_.end() && file->first.starts_with(prefix);
}

Result<void> MemoryFiles::write(const std::string& path, std::string_view bytes) {
  files_[path] = bytes;
  return {};
}

Result<void> MemoryFiles::add_together(const std::string& folder, const std::vector<NewFile>& files) {
  if (auto checked = check_new_files(files); !checked) return checked;
  for (const NewFile& file : files) files_[as_folder(folder) + file.path] = file.bytes;
  return {};
}

Result<void> MemoryFiles::remove(const std::string& path) {
  files_.erase(path);
  const std::string prefix = as_folder(path);
  std::erase_if(files_, [&](const auto& file) { return file.first.starts_with(prefix); });
  return {};
}

}  // namespace kanon
