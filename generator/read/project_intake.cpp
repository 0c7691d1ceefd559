#include "read/project_intake.h"

#include <utility>

#include "base/text.h"
#include "read/mapping_form.h"

namespace kanon {
namespace {

Message raise_limit(std::string_view limit) {
  return message("Del filen op, eller sæt {} op i kanon.yaml.", "Split the file, or raise {} in kanon.yaml.", limit);
}

Finding unfollowed(EntryKind kind) {
  if (kind == EntryKind::special) {
    return {RuleId::invalid_value,
            {},
            {"Dette er ikke en almindelig fil og bliver aldrig læst", "This is no regular file and is never read"},
            {"Fjern den, eller læg en almindelig fil i stedet.", "Remove it, or put a regular file in its place."}};
  }
  return {RuleId::invalid_value,
          {},
          {"Dette er en genvej ud af projektet; den bliver aldrig fulgt",
           "This is a link that leaves the project; it is never followed"},
          {"Læg selve filen her i stedet for genvejen.", "Put the file itself here in place of the link."}};
}

Finding misplaced() {
  return {
      RuleId::invalid_value,
      {},
      {"Filen ligger et sted, hvor Kanon ikke læser den", "The file lies in no place that Kanon reads"},
      {"Flyt den til content/documents/, content/pages/, content/members/ eller content/projects/ (filer, der ender på "
       ".md) eller til content/catalogs/ eller content/handbooks/ (.yaml). Ordbogen hedder content/glossary.yaml, "
       "kriterierne content/criteria.yaml, og registrene ligger i content/registers/.",
       "Move it to content/documents/, content/pages/, content/members/ or content/projects/ (files ending in .md), or "
       "to "
       "content/catalogs/ or content/handbooks/ (.yaml). The glossary is content/glossary.yaml, the criteria are "
       "content/criteria.yaml, and the registers lie in content/registers/."}};
}

Finding unfit_name() {
  return {RuleId::invalid_value,
          {},
          {"Filens navn indeholder tegn, som ikke kan vises", "The file's name holds characters that can't be shown"},
          {"Omdøb filen; brug bogstaver, tal og bindestreger.", "Rename the file; use letters, digits and hyphens."}};
}

/// A path as a report may show it, with U+FFFD for what can't be shown.
std::string showable(std::string_view path) {
  std::string shown;
  while (const auto bad = first_invalid_utf8(path)) {
    shown.append(path.substr(0, *bad)).append("\uFFFD");
    path.remove_prefix(*bad + 1);
  }
  shown.append(path);
  for (const char control : {'\t', '\n', '\r', '\x1B', '\x7F'}) shown = replace_all(shown, {&control, 1}, "\uFFFD");
  return shown;
}

bool is_fit_name(std::string_view path) {
  return is_publishable(path) && path.find_first_of("\t\n") == std::string_view::npos;
}

/// How many bytes a source may have, and the setting that says so.
struct SizeLimit {
  std::uint64_t bytes;
  std::string_view setting;
};

SizeLimit size_limit(SourceKind kind, const Limits& limits) {
  if (kind == SourceKind::imported_catalog) return {limits.import_bytes, "limits.import_bytes"};
  return {limits.source_bytes, "limits.source_bytes"};
}

Result<void> take_in_source(const Files& files, const std::string& folder, const Limits& limits, FoundFile file,
                            Intake& intake) {
  ParsedFile parsed;
  const SizeLimit limit = size_limit(file.kind, limits);
  if (file.entry != EntryKind::file) {
    parsed = unread(unfollowed(file.entry));
  } else if (file.size > limit.bytes) {
    parsed = unread(too_large(file.size, limit.bytes, raise_limit(limit.setting)));
  } else {
    auto bytes = files.read(path_below(folder, file.path));
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    intake.positions.push_back(intake.sources.size());
    intake.jobs.push_back({file.path, std::move(*bytes), source_form(file.path)});
  }
  intake.parsed.push_back(std::move(parsed));
  intake.sources.push_back(std::move(file));
  return {};
}

/// What is to be said of a file that is no source; nothing if it may be left lying there.
std::optional<Finding> objection_to(const FoundFile& file) {
  if (file.entry != EntryKind::file) return unfollowed(file.entry);
  if (file.kind == SourceKind::misplaced) return misplaced();
  return std::nullopt;
}

bool is_source(SourceKind kind) { return kind != SourceKind::other && kind != SourceKind::misplaced; }

}  // namespace

void add_diagnostics(const std::string& path, std::string_view text, std::vector<Finding> findings,
                     std::vector<Diagnostic>& diagnostics) {
  if (findings.empty()) return;
  const LineIndex lines(text);
  for (Finding& finding : findings) {
    diagnostics.push_back({finding.rule,
                           Severity::error,
                           path,
                           lines.place(finding.range),
                           std::move(finding.message),
                           std::move(finding.help),
                           {}});
  }
}

Finding too_large(std::uint64_t size, std::uint64_t limit, Message help) {
  return {
      RuleId::too_large,
      {},
      message("Filen fylder {} byte; der læses højst {}", "The file has {} bytes; at most {} are read", size, limit),
      std::move(help)};
}

ParsedFile unread(Finding finding) {
  ParsedFile::Parts parts;
  parts.findings.push_back(std::move(finding));
  return ParsedFile::pack(parts);
}

Result<Intake> take_in(const Files& files, const std::string& folder, std::vector<FoundFile> found,
                       ReadProject& project) {
  Intake intake;
  const Limits& limits = project.corpus.config.limits;
  for (FoundFile& file : found) {
    if (!is_fit_name(file.path)) {
      add_diagnostics(showable(file.path), {}, {unfit_name()}, project.diagnostics);
    } else if (is_source(file.kind)) {
      if (auto taken = take_in_source(files, folder, limits, std::move(file), intake); !taken) {
        return std::unexpected(std::move(taken.error()));
      }
    } else if (auto objection = objection_to(file)) {
      add_diagnostics(file.path, {}, {std::move(*objection)}, project.diagnostics);
    } else if (file.kind == SourceKind::other) {
      project.corpus.other_files.push_back(std::move(file.path));
    }
  }
  return intake;
}

}  // namespace kanon
