#include "read/project_sources.h"

#include <algorithm>

#include "base/text.h"

namespace kanon {
namespace {

constexpr std::string_view kPages = "content/pages/";

bool looks_like_a_source(std::string_view path) {
  const std::string lower = lower_ascii(path);
  return lower.ends_with(".md") || lower.ends_with(".markdown") || lower.ends_with(".yaml") || lower.ends_with(".yml");
}

/// Whether a path is a file directly in a folder, with that ending and a name before it.
bool is_directly_in(std::string_view path, std::string_view folder, std::string_view ending) {
  return path.starts_with(folder) && path.ends_with(ending) && path.size() > folder.size() + ending.size() &&
         path.find('/', folder.size()) == std::string_view::npos;
}

bool is_somewhere_in(std::string_view path, std::string_view folder, std::string_view ending) {
  return path.starts_with(folder) && path.ends_with(ending) && path.size() > folder.size() + ending.size();
}

Result<void> add_content(const Files& files, const std::string& folder, std::vector<FoundFile>& found) {
  auto entries = files.list(path_below(folder, "content"), folder);
  if (!entries) return std::unexpected(std::move(entries.error()));
  for (Entry& entry : *entries) {
    FoundFile file{"content/" + entry.path, SourceKind::other, entry.kind, entry.size, {}};
    if (file.path.starts_with("content/archive/")) continue;  // frozen; read with its ledgers
    file.kind = kind_of(file.path);
    if (file.kind == SourceKind::page) {
      file.address = page_address(std::string_view(file.path).substr(kPages.size()), {});
    }
    found.push_back(std::move(file));
  }
  return {};
}

Result<void> add_pages(const Files& files, const std::string& folder, const PageFolder& pages,
                       std::vector<FoundFile>& found) {
  auto entries = files.list(path_below(folder, *pages.folder), folder);
  if (!entries) return std::unexpected(std::move(entries.error()));
  for (Entry& entry : *entries) {
    FoundFile file{*pages.folder + "/" + entry.path, SourceKind::other, entry.kind, entry.size, {}};
    if (entry.path.ends_with(".md")) {
      file.kind = SourceKind::page;
      file.address = page_address(entry.path, *pages.address);
    }
    found.push_back(std::move(file));
  }
  return {};
}

}  // namespace

std::string path_below(const std::string& folder, std::string_view path) {
  if (folder.empty()) return std::string(path);
  return folder.ends_with('/') ? folder + std::string(path) : folder + "/" + std::string(path);
}

SourceKind kind_of(std::string_view path) {
  if (path == "content/criteria.yaml") return SourceKind::criteria;
  if (path == "content/glossary.yaml") return SourceKind::glossary;
  if (path == "content/registers/dispensations.yaml") return SourceKind::dispensations;
  if (path == "content/registers/controls.yaml") return SourceKind::controls;
  if (is_somewhere_in(path, "content/documents/", ".md")) return SourceKind::document;
  if (is_somewhere_in(path, kPages, ".md")) return SourceKind::page;
  if (is_directly_in(path, "content/members/", ".md")) return SourceKind::member;
  if (is_directly_in(path, "content/projects/", ".md")) return SourceKind::project;
  if (is_directly_in(path, "content/catalogs/", ".yaml")) return SourceKind::catalog;
  if (is_directly_in(path, "content/catalogs/", ".xml")) return SourceKind::imported_catalog;
  if (is_directly_in(path, "content/handbooks/", ".yaml")) return SourceKind::handbook;
  return looks_like_a_source(path) ? SourceKind::misplaced : SourceKind::other;
}

std::string page_address(std::string_view path, std::string_view folder_address) {
  std::string address(path.substr(0, path.size() - std::string_view(".md").size()));
  if (address == "index") return folder_address.empty() ? address : std::string(folder_address);
  constexpr std::string_view index = "/index";
  if (address.ends_with(index)) address.resize(address.size() - index.size());
  return folder_address.empty() ? address : std::string(folder_address) + "/" + address;
}

Result<std::vector<FoundFile>> find_sources(const Files& files, const std::string& folder, const Config& config) {
  std::vector<FoundFile> found;
  if (auto added = add_content(files, folder, found); !added) return std::unexpected(std::move(added.error()));
  for (const PageFolder& pages : config.page_folders) {
    if (auto added = add_pages(files, folder, pages, found); !added) return std::unexpected(std::move(added.error()));
  }
  std::ranges::sort(found, {}, &FoundFile::path);
  return found;
}

}  // namespace kanon
