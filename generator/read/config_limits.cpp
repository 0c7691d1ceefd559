#include <algorithm>

#include "base/text.h"
#include "read/config_parts.h"

namespace kanon {
namespace {

constexpr std::uint64_t kKiB = 1ULL << 10U;
constexpr std::uint64_t kMiB = 1ULL << 20U;
constexpr std::uint64_t kGiB = 1ULL << 30U;

/// `./a/b/` as `a/b`.
std::string plain_folder(std::string_view folder) {
  while (folder.starts_with("./")) folder.remove_prefix(2);
  while (folder.ends_with('/')) folder.remove_suffix(1);
  return std::string(folder);
}

bool is_below(std::string_view path, std::string_view folder) {
  return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

/// A folder of the project beside content/, relative and without a way out.
std::optional<std::string> project_folder(std::string_view text) {
  const std::string folder = plain_folder(text);
  if (folder.empty() || folder.find('\\') != std::string::npos || is_below(folder, "content")) return std::nullopt;
  const auto parts = split(folder, '/');
  // names that begin with a dot are never read; . and .. are among them
  if (std::ranges::any_of(parts, [](std::string_view part) { return part.empty() || part.front() == '.'; })) {
    return std::nullopt;
  }
  return folder;
}

std::optional<std::string> folder_address(std::string_view text) {
  if (text.starts_with('/')) text.remove_prefix(1);
  if (text.ends_with('/')) text.remove_suffix(1);
  if (text.empty() || text.size() > 200) return std::nullopt;
  for (const std::string_view part : split(text, '/')) {
    const bool plain =
        std::ranges::all_of(part, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (part.empty() || !plain) return std::nullopt;
  }
  return std::string(text);
}

const Form<std::string>& folder_form() {
  static const Form<std::string> form{
      project_folder,
      {"en mappe i projektet, ved siden af content", "a folder of the project, beside content"},
      always({"Skriv mappens navn, set fra den mappe, som kanon.yaml ligger i, for eksempel docs.",
              "Write the folder's name as seen from the folder of kanon.yaml, for example docs."}),
      "docs"};
  return form;
}

const Form<std::string>& address_form() {
  static const Form<std::string> form{
      folder_address,
      {"en adresse på webstedet", "an address on the site"},
      always({"Brug små bogstaver a–z, tal, bindestreg og skråstreg, for eksempel manual.",
              "Use small letters a–z, digits, hyphens and slashes, for example manual."}),
      "manual"};
  return form;
}

void read_page_folder(Mapping& mapping, Config& config) {
  PageFolder pages{mapping.required("folder", folder_form()), mapping.required("address", address_form())};
  if (!was_read(pages.folder) || !was_read(pages.address)) return;
  for (const PageFolder& other : config.page_folders) {
    if (!is_below(*pages.folder, *other.folder) && !is_below(*other.folder, *pages.folder)) continue;
    mapping.reading().report(
        RuleId::invalid_value, pages.folder.range,
        message("Mappen «{}» overlapper mappen «{}»", "The folder “{}” overlaps the folder “{}”",
                quotable(*pages.folder), quotable(*other.folder)),
        {"Nævn kun den ene; undermapper er med.", "Name only one of them; folders below are included."});
    return;
  }
  config.page_folders.push_back(std::move(pages));
}

template <class T>
void read_limit(Mapping& limits, std::string_view key, const Form<T>& form, T& limit) {
  if (const auto chosen = limits.optional(key, form)) limit = **chosen;
}

}  // namespace

void read_page_folders(Mapping& root, Config& config) {
  root.sequence("pages", [&](Mapping& mapping) { read_page_folder(mapping, config); });
}

void read_limits(Mapping& root, Config& config) {
  root.mapping("limits", [&](Mapping& mapping) {
    Limits& limits = config.limits;
    read_limit(mapping, "source_bytes", size_form(kKiB, 256 * kMiB), limits.source_bytes);
    read_limit(mapping, "import_bytes", size_form(kKiB, 256 * kMiB), limits.import_bytes);
    read_limit(mapping, "parse_seconds", seconds_form(), limits.parse_seconds);
    read_limit(mapping, "parse_memory", size_form(64 * kMiB, 64 * kGiB), limits.parse_memory);
    read_limit(mapping, "parse_output", size_form(kMiB, 2 * kGiB), limits.parse_output);
    read_limit(mapping, "pdf_seconds", seconds_form(), limits.pdf_seconds);
    read_limit(mapping, "pdf_cache_bytes", size_form(kMiB, 64 * kGiB), limits.pdf_cache_bytes);
  });
}

}  // namespace kanon
