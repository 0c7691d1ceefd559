#include "emit/html/theme.h"

#include "base/text.h"
#include "embed/embedded.h"

namespace kanon {
namespace {

constexpr std::string_view layout_ending = ".mustache";
constexpr std::uint64_t largest_file = 10U << 20U;

std::optional<Language> language_of(std::string_view path) {
  if (path == "language/da.yaml") return Language::da;
  if (path == "language/en.yaml") return Language::en;
  return std::nullopt;
}

Result<void> refuse_unfit(const Entry& entry, const std::string& path) {
  if (entry.kind != EntryKind::file) {
    return wrong_use(
        message("«{}» er ikke en almindelig fil i projektet", "“{}” is not a regular file of the project", path),
        message("Læg selve filen i mappen i stedet for en henvisning til den.",
                "Put the file itself into the folder instead of a link to it."));
  }
  if (entry.size > largest_file) {
    return wrong_use(message("«{}» fylder mere end 10 MiB", "“{}” is larger than 10 MiB", path),
                     message("Brug en mindre fil: alle sider henter den.", "Use a smaller file: every page loads it."));
  }
  return {};
}

}  // namespace

Result<Theme> Theme::built_in() {
  Theme theme;
  for (const embedded::File& file : embedded::layouts()) {
    if (auto added = theme.add_layout(std::string(file.path), file.bytes); !added)
      return std::unexpected(added.error());
  }
  for (const embedded::File& file : embedded::assets()) theme.assets_.emplace(file.path, file.bytes);
  return theme;
}

Result<Theme> Theme::load(const Files& files, const std::string& project) {
  auto theme = built_in();
  if (!theme) return theme;
  for (const char* folder : {"layouts", "assets"}) {
    if (auto added = theme->add_project_files(files, project, folder); !added) return std::unexpected(added.error());
  }
  return theme;
}

Result<void> Theme::add_project_files(const Files& files, const std::string& project, const std::string& folder) {
  const std::string root = project + "/" + folder;
  const auto entries = files.list(root, project);
  if (!entries) return std::unexpected(entries.error());
  std::map<std::string, std::string> own_assets;
  for (const Entry& entry : *entries) {
    if (auto fit = refuse_unfit(entry, folder + "/" + entry.path); !fit) return fit;
    auto bytes = files.read(root + "/" + entry.path);
    if (!bytes) return std::unexpected(bytes.error());
    if (folder == "assets") {
      own_assets.emplace(entry.path, *std::move(bytes));
    } else if (auto added = add_layout(entry.path, *bytes); !added) {
      return added;
    } else {
      own_texts_ += *bytes;
    }
  }
  add_assets(std::move(own_assets));
  return {};
}

void Theme::add_assets(std::map<std::string, std::string> own) {
  const auto replaces = [this](const std::string& path) { return assets_.contains(path); };
  for (const auto& [path, bytes] : own) {
    if (path.ends_with(".css") && (replaces(path) || own_texts_.contains("assets/" + path))) own_texts_ += bytes;
  }
  for (auto& [path, bytes] : own) {
    const bool named = own_texts_.contains("assets/" + path) || own_texts_.contains("(" + path + ")") ||
                       own_texts_.contains("\"" + path + "\"");
    if (replaces(path) || named) assets_.insert_or_assign(path, std::move(bytes));
  }
}

// Files of layouts/ that are neither a layout nor a list of words (a README, say) are none of the program's business.
Result<void> Theme::add_layout(const std::string& path, std::string_view bytes) {
  const auto language = language_of(path);
  if (!language && !path.ends_with(layout_ending)) return {};
  if (first_invalid_utf8(bytes)) {
    return wrong_use(message("«layouts/{}» er ikke gyldig UTF-8", "“layouts/{}” is not valid UTF-8", path),
                     message("Gem filen som UTF-8.", "Save the file as UTF-8."));
  }
  if (language) {
    auto words = Words::parse(bytes, "layouts/" + path, *language);
    if (!words) return std::unexpected(words.error());
    Words& own = *language == Language::da ? danish_ : english_;
    if (own.all().empty())
      own = *std::move(words);
    else
      own.replace_by(*words);
    return {};
  }
  layouts_.insert_or_assign(path.substr(0, path.size() - layout_ending.size()), normalised_text(bytes));
  return {};
}

const std::string* Theme::layout(std::string_view name) const {
  const auto found = layouts_.find(std::string(name));
  return found == layouts_.end() ? nullptr : &found->second;
}

std::string Theme::layout_path(std::string_view name) const {
  return "layouts/" + std::string(name) + std::string(layout_ending);
}

}  // namespace kanon
