#include "lsp/open_project.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "lsp/local_findings.h"
#include "lsp/uris.h"
#include "read/project_sources.h"

namespace kanon::lsp {
namespace {

const SourceFile* source_in(const CheckedProject& checked, const std::string& path) {
  const auto sources = checked.corpus().sources();
  const auto found = std::ranges::lower_bound(sources, path, {}, &SourceFile::path);
  return found == sources.end() || found->path != path ? nullptr : &*found;
}

/// The text of any file that was read, also of the archive.
std::string_view text_of(const CheckedProject& checked, const std::string& path) {
  if (const SourceFile* source = source_in(checked, path)) return source->parsed.text();
  const auto& files = checked.corpus().files;
  const auto archived = std::find_if(files.begin() + static_cast<std::ptrdiff_t>(checked.corpus().archive_begins),
                                     files.end(), [&](const SourceFile& file) { return file.path == path; });
  return archived == files.end() ? std::string_view() : archived->parsed.text();
}

}  // namespace

OpenProject::OpenProject(const ProjectSettings& settings, std::string folder, const Buffers& buffers, Parsers& parsers,
                         Send send, std::function<void()> wake)
    : settings_(settings),
      folder_(std::move(folder)),
      buffers_(buffers),
      parsers_(parsers),
      send_(std::move(send)),
      background_(settings.disk, folder_, settings.today, settings.make_parsers, std::move(wake)) {}

bool OpenProject::holds(const std::string& path) const {
  return path.starts_with(folder_) && path.size() > folder_.size() && (folder_ == "/" || path[folder_.size()] == '/');
}

std::map<std::string, std::string> OpenProject::laid_over() const {
  std::map<std::string, std::string> texts;
  for (const auto& [path, buffer] : buffers_.all()) {
    if (holds(path)) texts.emplace(path, buffer.text);
  }
  return texts;
}

void OpenProject::check_later() {
  due_ = Clock::now() + (asked_ == 0 ? std::chrono::milliseconds(0) : settings_.pause);
}

void OpenProject::check_now() {
  due_.reset();
  asked_ = background_.ask(laid_over());
}

std::shared_ptr<const CheckedProject> OpenProject::checked(Wanted wanted) {
  if (asked_ == 0 || (wanted == Wanted::settled && due_)) check_now();
  const Snapshot newest = background_.newest();
  if (newest.generation == 0 || wanted == Wanted::settled)
    return background_.wait_for(wanted == Wanted::settled ? asked_ : 1).checked;
  return newest.checked;
}

Language OpenProject::language() const {
  if (settings_.language) return *settings_.language;
  const auto newest = background_.newest().checked;
  return newest ? newest->corpus().config.language : Language::da;
}

ProjectView OpenProject::view(const CheckedProject& checked) const {
  return {checked, folder_, settings_.encoding, settings_.language.value_or(checked.corpus().config.language)};
}

std::optional<ParsedFile> OpenProject::parse(const std::string& relative_path, std::string text) {
  if (text.size() > Limits{}.import_bytes) return std::nullopt;
  auto parsed = parsers_.parse({{relative_path, std::move(text), source_form(relative_path)}});
  if (!parsed) return std::nullopt;
  return std::move(parsed->front());
}

std::optional<OpenFile> OpenProject::open_file(const std::string& path, const CheckedProject& checked) {
  const std::string relative_path = relative(path);
  const SourceFile* source = source_in(checked, relative_path);
  OpenFile file{relative_path, {}, std::nullopt};
  if (source != nullptr) file.index = static_cast<FileIndex>(source - checked.corpus().files.data());
  const Buffer* buffer = buffers_.find(path);
  if (buffer == nullptr) {
    if (source == nullptr) return std::nullopt;
    file.parsed = source->parsed;
    return file;
  }
  const std::string text = normalised_text(buffer->text);
  const auto known = parsed_.find(relative_path);
  if (source != nullptr && source->parsed.text() == text) {
    file.parsed = source->parsed;
  } else if (known != parsed_.end() && known->second.text() == text) {
    file.parsed = known->second;
  } else if (auto parsed = parse(relative_path, text)) {
    file.parsed = parsed_[relative_path] = std::move(*parsed);
  } else {
    return std::nullopt;
  }
  return file;
}

std::vector<Diagnostic> OpenProject::findings_meanwhile(const std::string& relative_path, const ParsedFile& parsed,
                                                        const CheckedProject& checked) const {
  auto findings = local_findings(checked.corpus().config, relative_path, parsed, settings_.today);
  const SourceFile* source = source_in(checked, relative_path);
  if (source == nullptr) return findings;
  std::vector<Diagnostic> others;
  for (const Diagnostic& finding : checked.diagnostics) {
    if (finding.path == relative_path && !judges_one_file(finding.rule)) others.push_back(finding);
  }
  std::ranges::move(moved(std::move(others), source->parsed.text(), parsed.text()), std::back_inserter(findings));
  sort_diagnostics(findings);
  return findings;
}

void OpenProject::buffer_changed(const std::string& path) {
  check_later();
  const auto newest = background_.newest().checked;
  const Buffer* buffer = buffers_.find(path);
  if (!newest || buffer == nullptr) return;
  const auto file = open_file(path, *newest);
  if (!file) return;
  const SourceFile* source = source_in(*newest, file->path);
  if (source == nullptr && kind_of(file->path) == SourceKind::other && file->path != "kanon.yaml") return;
  if (source != nullptr && source->parsed.text() == file->text()) return;  // as it was checked
  say(file->path, file->text(), findings_meanwhile(file->path, file->parsed, *newest), newest.get());
}

void OpenProject::say(const std::string& relative_path, std::string_view text, std::vector<Diagnostic> findings,
                      const CheckedProject* checked) {
  const TextLines lines(text, settings_.encoding);
  const PlaceRanges places(text);
  std::optional<ProjectView> project;
  if (checked != nullptr) project.emplace(view(*checked));
  Json all = Json::array();
  for (const Diagnostic& finding : findings)
    all.push_back(diagnostic_json(finding, lines, places, project ? &*project : nullptr, language()));
  const std::string path = path_below(folder_, relative_path);
  const Buffer* buffer = buffers_.find(path);
  Json params{{"uri", buffer != nullptr ? buffer->uri : uri_of_path(path)}, {"diagnostics", std::move(all)}};
  std::string& last = published_[relative_path];
  const bool nothing = findings.empty() && last.empty();
  std::string now =
      findings.empty() ? std::string() : params["diagnostics"].dump(-1, ' ', false, Json::error_handler_t::replace);
  findings_[relative_path] = std::move(findings);
  if (nothing || now == last) return;
  last = std::move(now);
  if (buffer != nullptr) params["version"] = buffer->version;
  send_(notification("textDocument/publishDiagnostics", std::move(params)));
}

void OpenProject::say_findings() {
  const Snapshot newest = background_.newest();
  if (newest.generation <= said_) return;
  said_ = newest.generation;
  if (!newest.checked) {
    send_(notification("window/showMessage", {{"type", 1}, {"message", newest.failed.what.in(language())}}));
    return;
  }
  const CheckedProject& checked = *newest.checked;
  std::map<std::string, std::vector<Diagnostic>> by_path;
  for (const auto& [path, last] : published_) by_path[path];
  for (const Diagnostic& finding : checked.diagnostics) by_path[finding.path].push_back(finding);
  for (auto& [relative_path, findings] : by_path) {
    const SourceFile* source = source_in(checked, relative_path);
    const std::string_view text = text_of(checked, relative_path);
    const Buffer* buffer = buffers_.find(path_below(folder_, relative_path));
    if (source != nullptr && buffer != nullptr && normalised_text(buffer->text) != text) {
      if (const auto file = open_file(path_below(folder_, relative_path), checked)) {
        say(relative_path, file->text(), findings_meanwhile(relative_path, file->parsed, checked), &checked);
        continue;
      }
    }
    say(relative_path, text, std::move(findings), &checked);
  }
}

const std::vector<Diagnostic>& OpenProject::findings_of(const std::string& relative_path) const {
  static const std::vector<Diagnostic> none;
  const auto found = findings_.find(relative_path);
  return found == findings_.end() ? none : found->second;
}

}  // namespace kanon::lsp
