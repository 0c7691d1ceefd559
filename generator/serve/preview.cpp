#include "serve/preview.h"

#include <algorithm>
#include <array>
#include <exception>

#include "base/escape.h"
#include "read/project.h"
#include "read/reusing_parsers.h"

namespace kanon {
namespace {

constexpr std::string_view own = "/_kanon/";
constexpr const char* html = "text/html; charset=utf-8";

struct Type {
  std::string_view ending;
  const char* name;
};

constexpr std::array<Type, 20> types{
    {{".html", html},
     {".css", "text/css; charset=utf-8"},
     {".js", "text/javascript; charset=utf-8"},
     {".json", "application/json"},
     {".xml", "application/xml"},
     {".svg", "image/svg+xml"},
     {".png", "image/png"},
     {".jpg", "image/jpeg"},
     {".jpeg", "image/jpeg"},
     {".gif", "image/gif"},
     {".webp", "image/webp"},
     {".avif", "image/avif"},
     {".ico", "image/x-icon"},
     {".woff2", "font/woff2"},
     {".pdf", "application/pdf"},
     {".csv", "text/csv; charset=utf-8"},
     {".txt", "text/plain; charset=utf-8"},
     {".md", "text/plain; charset=utf-8"},
     {".zip", "application/zip"},
     {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}}};

const char* type_of(std::string_view path) {
  const auto known = std::ranges::find_if(types, [&](const Type& type) { return path.ends_with(type.ending); });
  return known == types.end() ? "application/octet-stream" : known->name;
}

std::string below(const std::string& folder, const std::string& path) {
  return path.starts_with(folder + "/") ? path.substr(folder.size() + 1) : std::string();
}

/// A failure that an emitter has no words for: content that no build would have let so far.
Error not_shown() {
  return {Error::Kind::environment,
          {"Siden kan ikke vises, som den er skrevet nu", "The page can't be shown as it is written now"},
          {"Ret fejlene i listen nedenfor.", "Correct the errors listed below."}};
}

}  // namespace

Preview::Preview(Files& files, Parsers& parsers, Processes& processes, PreviewOptions options, Editor editor)
    : files_(files),
      parsers_(parsers),
      processes_(processes),
      options_(std::move(options)),
      editor_(std::move(editor)),
      current_(std::make_shared<Current>()) {}

std::shared_ptr<const Preview::Current> Preview::current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

void Preview::refresh() {
  const auto before = current();
  auto next = std::make_shared<Current>(*before);
  ++next->number;
  next->problem.reset();
  const auto read = [&]() -> Result<CheckedProject> {
    if (!before->snapshot)
      return check_project(files_, parsers_, options_.folder, options_.point.today, nullptr, ArchiveDepth::all);
    ReusingParsers reusing(before->snapshot->checked().corpus(), parsers_);
    return check_project(files_, reusing, options_.folder, options_.point.today, nullptr, ArchiveDepth::all);
  };
  auto checked = read();
  if (!checked) {
    next->problem = std::move(checked.error());
  } else {
    next->findings = checked->diagnostics;
    if (checked->configuration_is_wrong()) {
      next->problem = Error{Error::Kind::usage,
                            {"kanon.yaml er forkert", "kanon.yaml is wrong"},
                            {"Siderne er, som de var før. Ret fejlene nedenfor.",
                             "The pages are as they were before. Correct the errors below."}};
    } else {
      next->pages_from.clear();
      for (const auto& folder : checked->corpus().config.page_folders) next->pages_from.push_back(*folder.folder);
      auto snapshot = Snapshot::make(files_, processes_, std::move(*checked), options_);
      if (snapshot)
        next->snapshot = std::move(*snapshot);
      else
        next->problem = std::move(snapshot.error());
    }
  }
  const std::lock_guard lock(mutex_);
  current_ = std::move(next);
}

std::string Preview::state() const { return std::to_string(current()->number); }

std::vector<std::string> Preview::folders() const {
  std::vector<std::string> all{options_.folder + "/content", options_.folder + "/layouts", options_.folder + "/assets"};
  for (const std::string& folder : current()->pages_from) all.push_back(options_.folder + "/" + folder);
  return all;
}

bool Preview::concerns(const std::string& path) const {
  if (below(options_.folder, path) == "kanon.yaml") return true;
  return std::ranges::any_of(folders(),
                             [&](const std::string& folder) { return path == folder || !below(folder, path).empty(); });
}

std::optional<Summary> Preview::summary() const {
  const auto now = current();
  if (now->problem) return std::nullopt;
  return summarise(now->findings);
}

Notes Preview::notes(const Current& current, const std::string& origin) const {
  Notes notes;
  if (current.snapshot) notes.language = current.snapshot->language();
  notes.state = std::to_string(current.number);
  notes.problem = current.problem;
  for (const Diagnostic& finding : current.findings)
    (finding.path == origin ? notes.of_page : notes.of_others).push_back(&finding);
  return notes;
}

HttpAnswer Preview::problem_page(const Current& current) const {
  return {503, html, page_of_notes(notes(current, {}), editor_)};
}

HttpAnswer Preview::page(const Current& current, const Artifact& page, int status) const {
  return {status, html, with_notes(page.bytes, notes(current, page.origin), editor_)};
}

HttpAnswer Preview::answer(const std::string& path) const {
  if (path.starts_with(own)) {
    const std::string_view file = overlay_file(std::string_view(path).substr(own.size()));
    return file.empty() ? HttpAnswer{404, html, {}} : HttpAnswer{200, type_of(path), std::string(file)};
  }
  const auto now = current();
  if (!now->snapshot) return problem_page(*now);
  Snapshot& snapshot = *now->snapshot;
  const auto failed = [&](Error error) {
    Current other = *now;
    other.problem = std::move(error);
    return problem_page(other);
  };
  try {
    // A site below a folder of its host, or a file by its whole name, is the same page.
    std::string address = path;
    if (address.ends_with("/index.html")) address.resize(address.size() - std::string_view("index.html").size());
    if (const auto found = snapshot.page(address)) return *found ? page(*now, **found, 200) : failed(found->error());
    if (snapshot.has_page(address + "/")) return {302, html, {}, percent_encoded(address + "/", "-._~/")};
    if (auto found = snapshot.file(address)) {
      if (!*found) return failed(found->error());
      return {200, type_of((*found)->path), std::move((*found)->bytes)};
    }
    if (const auto missing = snapshot.page("/404.html")) {
      return *missing ? page(*now, **missing, 404) : failed(missing->error());
    }
  } catch (const std::exception&) {
    return failed(not_shown());
  }
  return {404, html, page_of_notes(notes(*now, {}), editor_)};
}

}  // namespace kanon
