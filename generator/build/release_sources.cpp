#include "build/release_sources.h"

#include <algorithm>

#include "base/text.h"

namespace kanon {
namespace {

constexpr std::string_view kContent = "content/";
constexpr std::uint64_t kLargest = 64U << 20U;

/// `.md`, `.yaml` or `.xml`: the ending that the source has.
std::string_view ending_of(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(dot);
}

}  // namespace

std::vector<std::string> ReleaseSources::local_files_of(const Governed& item) const {
  std::vector<std::string> paths;
  for (const Link& link : checked_.model.links[item.file]) {
    if (const auto* file = std::get_if<ToFile>(&link.target)) paths.push_back(file->path);
  }
  std::ranges::sort(paths);
  paths.erase(std::ranges::unique(paths).begin(), paths.end());
  return paths;
}

Result<void> ReleaseSources::list_content() {
  if (listed_) return {};
  auto entries = files_.list(folder_ + "/content", folder_);
  if (!entries) return std::unexpected(entries.error());
  for (Entry& entry : *entries) {
    const std::string path = std::string(kContent) + entry.path;
    content_.emplace(path, std::move(entry));
  }
  listed_ = true;
  return {};
}

Result<std::vector<Message>> ReleaseSources::obstacles(const std::vector<std::string>& local_files) {
  std::vector<Message> reasons;
  if (local_files.empty()) return reasons;
  if (const auto listed = list_content(); !listed) return std::unexpected(listed.error());
  for (const auto& path : local_files) {
    const auto found = content_.find(path);
    if (found == content_.end()) {
      reasons.push_back(message("{} findes ikke længere: læg filen tilbage, eller fjern linket til den",
                                "{} is not there any more: put the file back, or remove the link to it", path));
    } else if (found->second.kind != EntryKind::file || !files_.stays_below(folder_ + "/" + path, folder_)) {
      reasons.push_back(message("{} fører ud af projektet eller er ingen almindelig fil: læg selve filen i content/",
                                "{} leads out of the project or is no regular file: put the file itself into content/",
                                path));
    } else if (found->second.size > kLargest) {
      reasons.push_back(message("{} er større end 64 MiB, som er det meste, der kan udgives: gør filen mindre",
                                "{} is larger than 64 MiB, the most that can be released: make the file smaller",
                                path));
    }
  }
  return reasons;
}

Result<std::vector<NewFile>> ReleaseSources::frozen(const Governed& item,
                                                    const std::vector<std::string>& local_files) const {
  const SourceFile& source = checked_.corpus().files[item.file];
  auto bytes = files_.read(folder_ + "/" + source.path);
  if (!bytes) return std::unexpected(bytes.error());
  if (normalised_text(*bytes) != source.parsed.text()) {
    return failure(message("{} blev ændret, mens programmet arbejdede", "{} was changed while the program was working",
                           source.path),
                   {"Kør kommandoen igen.", "Run the command again."});
  }
  std::vector<NewFile> frozen;
  frozen.push_back({item.id.value + std::string(ending_of(source.path)), std::move(*bytes)});
  for (const auto& path : local_files) {
    auto copy = files_.read(folder_ + "/" + path);
    if (!copy) return std::unexpected(copy.error());
    frozen.push_back({"files/" + path.substr(kContent.size()), std::move(*copy)});
  }
  return frozen;
}

}  // namespace kanon
