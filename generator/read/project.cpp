#include "read/project.h"

#include <algorithm>
#include <utility>

#include "read/catalogs.h"
#include "read/config.h"
#include "read/criteria.h"
#include "read/documents.h"
#include "read/glossary.h"
#include "read/handbooks.h"
#include "read/members.h"
#include "read/one_source.h"
#include "read/pages.h"
#include "read/project_intake.h"
#include "read/project_sources.h"
#include "read/projects.h"
#include "read/registers.h"

namespace kanon {
namespace {

constexpr std::string_view kConfiguration = "kanon.yaml";

std::unexpected<Error> no_project(const std::string& folder) {
  return wrong_use(message("«{}» er ikke et Kanon-projekt: der er ingen kanon.yaml i mappen eller over den",
                           "“{}” is no Kanon project: there is no kanon.yaml in the folder or above it", folder),
                   {"Begynd et projekt med «kanon init MAPPE», eller peg på et med --project.",
                    "Begin a project with “kanon init DIR”, or point at one with --project."});
}

template <class T>
void append(std::vector<T>& all, std::vector<T> some) {
  std::ranges::move(some, std::back_inserter(all));
}

template <class T>
void append(std::vector<T>& all, std::optional<T> one) {
  if (one) all.push_back(std::move(*one));
}

void read_items(Reading& reading, const FoundFile& source, Corpus& corpus) {
  switch (source.kind) {
    case SourceKind::document:
      return append(corpus.documents, read_document(reading));
    case SourceKind::member:
      return append(corpus.members, read_member(reading));
    case SourceKind::project:
      return append(corpus.projects, read_pact_project(reading));
    case SourceKind::criteria:
      return append(corpus.objectives, read_criteria(reading));
    case SourceKind::catalog:
    case SourceKind::imported_catalog:
      return append(corpus.catalogs, read_catalog(reading));
    case SourceKind::handbook:
      return append(corpus.handbooks, read_handbook(reading));
    case SourceKind::dispensations:
      return append(corpus.dispensations, read_dispensations(reading));
    case SourceKind::controls:
      return append(corpus.controls, read_controls(reading));
    case SourceKind::glossary:
      return append(corpus.terms, read_glossary(reading));
    case SourceKind::page:
      corpus.pages.push_back(read_page(reading, source.address));
      return;
    case SourceKind::misplaced:
    case SourceKind::other:
      return;
  }
}

void add_findings_of(const SourceFile& file, std::vector<Finding> of_reader, std::vector<Diagnostic>& diagnostics) {
  std::vector<Finding> findings = file.parsed.findings();
  append(findings, std::move(of_reader));
  add_diagnostics(file.path, file.parsed.text(), std::move(findings), diagnostics);
}

/// Puts kanon.yaml and the sources into the corpus by path, then reads the items of each.
void read_all(Intake intake, SourceFile configuration, ReadProject& project) {
  Corpus& corpus = project.corpus;
  std::vector<const FoundFile*> sources;
  const auto add_configuration = [&] {
    corpus.files.push_back(std::move(configuration));
    sources.push_back(nullptr);
  };
  bool configured = false;
  for (std::size_t i = 0; i < intake.sources.size(); ++i) {
    if (!configured && intake.sources[i].path > kConfiguration) {
      add_configuration();
      configured = true;
    }
    corpus.files.push_back({intake.sources[i].path, std::move(intake.parsed[i])});
    sources.push_back(&intake.sources[i]);
  }
  if (!configured) add_configuration();
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i] == nullptr) continue;
    const SourceFile& file = corpus.files[i];
    Reading reading(file.parsed, static_cast<FileIndex>(i), file.path);
    read_items(reading, *sources[i], corpus);
    add_findings_of(file, reading.take(), project.diagnostics);
  }
}

/// kanon.yaml as parsed. It sets the limits, so it is held to the default ones itself.
Result<SourceFile> parse_configuration(const Files& files, Parsers& parsers, const std::string& folder) {
  const std::string path = path_below(folder, kConfiguration);
  if (!files.is_file(path)) return no_project(folder);
  if (!files.stays_below(path, folder)) {
    return wrong_use(message("«{}» er et link, der fører ud af projektet, og bliver ikke læst",
                             "“{}” is a link that leaves the project, and is not read", path),
                     {"Læg selve filen i projektets mappe.", "Put the file itself into the project's folder."});
  }
  auto bytes = files.read(path);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  const std::uint64_t limit = Limits{}.source_bytes;
  if (bytes->size() > limit) {
    return SourceFile{std::string(kConfiguration), unread(too_large(bytes->size(), limit,
                                                                    {"Fjern det, der ikke hører til i kanon.yaml.",
                                                                     "Remove what doesn't belong in kanon.yaml."}))};
  }
  auto parsed = parsers.parse({{std::string(kConfiguration), std::move(*bytes), SourceForm::yaml}});
  if (!parsed) return std::unexpected(std::move(parsed.error()));
  return SourceFile{std::string(kConfiguration), std::move(parsed->front())};
}

}  // namespace

Result<std::string> find_project(const Files& files, const std::string& from) {
  std::string folder = from;
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  while (true) {
    if (files.is_file(path_below(folder, kConfiguration))) return folder;
    const std::size_t slash = folder.rfind('/');
    if (folder.empty() || folder == "/") break;
    folder = slash == std::string::npos ? "" : folder.substr(0, std::max<std::size_t>(slash, 1));
  }
  return no_project(from);
}

Result<Config> read_configuration(const Files& files, Parsers& parsers, const std::string& folder) {
  const auto configuration = parse_configuration(files, parsers, folder);
  if (!configuration) return std::unexpected(configuration.error());
  Reading reading(configuration->parsed, 0, configuration->path);
  return read_config(reading);
}

ReadProject read_one_source(const Config& config, std::string path, ParsedFile parsed) {
  ReadProject project;
  project.corpus.config = config;
  FoundFile found{path, kind_of(path), EntryKind::file, 0, {}};
  constexpr std::string_view pages = "content/pages/";
  if (found.kind == SourceKind::page) found.address = page_address(std::string_view(path).substr(pages.size()), {});
  for (const PageFolder& folder : config.page_folders) {
    const std::string prefix = *folder.folder + "/";
    if (!path.starts_with(prefix) || !path.ends_with(".md")) continue;
    found.kind = SourceKind::page;
    found.address = page_address(std::string_view(path).substr(prefix.size()), *folder.address);
  }
  project.corpus.files.push_back({std::move(path), std::move(parsed)});
  project.corpus.archive_begins = 1;
  const SourceFile& file = project.corpus.files.front();
  Reading reading(file.parsed, 0, file.path);
  if (file.path == kConfiguration) {
    project.corpus.config = read_config(reading);
  } else {
    read_items(reading, found, project.corpus);
  }
  add_findings_of(file, reading.take(), project.diagnostics);
  sort_diagnostics(project.diagnostics);
  return project;
}

Result<ReadProject> read_project(const Files& files, Parsers& parsers, const std::string& folder, ArchiveDepth depth) {
  ReadProject project;
  auto configuration = parse_configuration(files, parsers, folder);
  if (!configuration) return std::unexpected(std::move(configuration.error()));
  Reading reading(configuration->parsed, 0, configuration->path);
  project.corpus.config = read_config(reading);
  add_findings_of(*configuration, reading.take(), project.diagnostics);
  project.configuration_is_wrong = !project.diagnostics.empty();
  if (project.configuration_is_wrong) {
    sort_diagnostics(project.diagnostics);
    project.corpus.files.push_back(std::move(*configuration));
    project.corpus.archive_begins = 1;
    return project;
  }

  auto found = find_sources(files, folder, project.corpus.config);
  if (!found) return std::unexpected(std::move(found.error()));
  auto intake = take_in(files, folder, std::move(*found), project);
  if (!intake) return std::unexpected(std::move(intake.error()));
  parsers.set_limits(project.corpus.config.limits);
  auto parsed = parsers.parse(std::move(intake->jobs));
  if (!parsed) return std::unexpected(std::move(parsed.error()));
  for (std::size_t job = 0; job < intake->positions.size(); ++job) {
    intake->parsed[intake->positions[job]] = std::move((*parsed)[job]);
  }
  read_all(std::move(*intake), std::move(*configuration), project);
  project.corpus.archive_begins = project.corpus.files.size();
  if (auto read = read_archive(files, parsers, folder, depth, project.corpus, project.diagnostics); !read) {
    return std::unexpected(std::move(read.error()));
  }
  sort_diagnostics(project.diagnostics);
  return project;
}

}  // namespace kanon
