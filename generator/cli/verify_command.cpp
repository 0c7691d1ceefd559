#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "build/verify.h"
#include "cli/command.h"
#include "env/paths.h"
#include "env/surroundings.h"

namespace kanon {
namespace {

constexpr std::string_view archive_folder = "content/archive";

struct VerifyFlags {
  std::string path;
  std::string against;
};

/// What a path on the command line names.
struct Subject {
  enum class Kind { archive, site, pdf };
  Kind kind = Kind::archive;
  std::string id;  ///< of the archive: one item alone; empty for all
};

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

/// The id of a path below content/archive/; nothing for a path elsewhere, empty for the archive or the project itself.
std::optional<std::string> id_in_archive(const std::string& path, const std::string& project) {
  const auto inside = path_inside(path, project);
  if (!inside) return std::nullopt;
  if (inside->empty() || *inside == "content" || *inside == archive_folder) return std::string();
  const std::string below = std::string(archive_folder) + "/";
  if (!inside->starts_with(below)) return std::nullopt;
  return inside->substr(below.size(), inside->find('/', below.size()) - below.size());
}

Result<Subject> subject_of(const Session& session, const std::string& path, const std::string& project) {
  if (path.empty()) return Subject();
  const bool is_file = session.files.is_file(path);
  if (!is_file && !session.files.is_folder(path)) {
    return wrong_use(message("«{}» findes ikke", "“{}” does not exist", path),
                     {"Angiv en PDF, mappen med et bygget websted eller en mappe i content/archive/.",
                      "Name a PDF, the folder of a built site, or a folder in content/archive/."});
  }
  if (const auto id = id_in_archive(path, project)) return Subject{Subject::Kind::archive, *id};
  return Subject{is_file ? Subject::Kind::pdf : Subject::Kind::site, {}};
}

/// What was found, in the order in which it is told.
struct Findings {
  std::vector<Diagnostic> in_archive;
  std::vector<Fault> elsewhere;  ///< in a site or a PDF, by the path that it was asked for
  std::vector<Message> facts;

  void add(Verification verification, const std::string& folder) {
    for (Fault& fault : verification.faults) {
      if (!folder.empty()) fault.path = folder + "/" + fault.path;
      elsewhere.push_back(std::move(fault));
    }
    std::ranges::move(verification.facts, std::back_inserter(facts));
  }
  bool has_faults() const { return !in_archive.empty() || !elsewhere.empty(); }
};

Diagnostic as_diagnostic(const Fault& fault, const Corpus& corpus) {
  Diagnostic diagnostic;
  diagnostic.rule = fault.kind == Fault::Kind::ledger ? RuleId::broken_ledger : RuleId::tampered_archive;
  diagnostic.path = fault.file ? corpus.files[*fault.file].path : fault.path;
  if (fault.file) diagnostic.place = LineIndex(corpus.parsed(*fault.file).text()).place(fault.range);
  diagnostic.message = fault.message;
  diagnostic.help = fault.help;
  return diagnostic;
}

/// The faults of the archive, those that its reader has found among them. Where only a site or a PDF was asked about,
/// the archive is what they are held against: its faults are told, how much of it was checked is not.
enum class Tell { faults, faults_and_facts };

void verify_archive_of(const ReadProject& project, const std::string& id, Tell tell, Findings& findings) {
  const std::string folder = std::string(archive_folder) + "/" + (id.empty() ? "" : id + "/");
  for (const Diagnostic& one : project.diagnostics) {
    const bool is_of_archive = one.rule == RuleId::broken_ledger || one.rule == RuleId::tampered_archive;
    if (is_of_archive && one.path.starts_with(folder)) findings.in_archive.push_back(one);
  }
  Verification verification = verify_archive(project.corpus, id);
  for (const Fault& fault : verification.faults) {
    findings.in_archive.push_back(as_diagnostic(fault, project.corpus));
  }
  for (Diagnostic& one : findings.in_archive) one.severity = Severity::error;
  sort_diagnostics(findings.in_archive);
  if (tell == Tell::faults_and_facts) findings.facts = std::move(verification.facts);
}

Result<void> verify_pdf_at(const Session& session, const VerifyFlags& flags, const ReadProject& project,
                           Findings& findings) {
  const auto bytes = session.files.read(flags.path);
  if (!bytes) return std::unexpected(bytes.error());
  auto verification = verify_pdf(project.corpus, flags.path, *bytes, session.today());
  if (!verification) return std::unexpected(verification.error());
  findings.add(std::move(*verification), {});
  if (const std::string id = id_of_pdf(*bytes); !id.empty() && project.corpus.archive.contains(id)) {
    verify_archive_of(project, id, Tell::faults, findings);
  }
  if (flags.against.empty()) return {};
  auto compared = compare_with_site(session.files, flags.path, *bytes, flags.against);
  if (!compared) return std::unexpected(compared.error());
  findings.add(std::move(*compared), {});
  return {};
}

Result<void> verify_site_at(const Session& session, const VerifyFlags& flags, const ReadProject& project,
                            Findings& findings) {
  auto verification = verify_site(session.files, project.corpus, flags.path);
  if (!verification) return std::unexpected(verification.error());
  findings.add(std::move(*verification), flags.path);
  verify_archive_of(project, {}, Tell::faults, findings);
  return {};
}

Result<Findings> verify(const Session& session, const VerifyFlags& flags, const Subject& subject,
                        const ReadProject& project) {
  Findings findings;
  if (subject.kind == Subject::Kind::pdf) {
    if (auto done = verify_pdf_at(session, flags, project, findings); !done) return std::unexpected(done.error());
    return findings;
  }
  if (subject.kind == Subject::Kind::archive) {
    verify_archive_of(project, subject.id, Tell::faults_and_facts, findings);
  } else if (auto done = verify_site_at(session, flags, project, findings); !done) {
    return std::unexpected(done.error());
  }
  if (flags.against.empty()) return findings;
  auto against = verify_against_site(session.files, project.corpus, flags.against);
  if (!against) return std::unexpected(against.error());
  findings.add(std::move(*against), flags.against);
  return findings;
}

/// `path: error: …` with its help below, as a diagnostic without a place.
std::string rendered(const Fault& fault, Language language) {
  const bool danish = language == Language::da;
  return fmt::format("{}: {}{}\n{}{}\n\n", printable(fault.path),
                     danish ? "fejl: " : "error: ", printable(fault.message.in(language)),
                     danish ? "hjælp: " : "help: ", printable(fault.help.in(language)));
}

void print(const Session& session, const Findings& findings, const ReportContext& context) {
  const Console& console = session.console;
  for (const Fault& fault : findings.elsewhere) console.print(rendered(fault, console.language));
  console.print(render_text(findings.in_archive, context));
  if (console.quiet) return;
  for (const Message& fact : findings.facts) console.print(printable(fact.in(console.language)) + "\n");
}

ExitStatus run_verify(Session& session, VerifyFlags flags) {
  Console& console = session.console;
  const auto project = session.project_folder();
  if (!project) return console.fail(project.error());
  WorkerParsers parsers(program_path(), session.jobs(), Limits{});
  auto read = read_project(session.files, parsers, *project, ArchiveDepth::all);
  if (!read) return console.fail(read.error());
  if (session.options().language.empty()) console.language = read->corpus.config.language;
  CheckedProject checked;
  checked.project = std::make_unique<ReadProject>(*std::move(read));
  if (checked.configuration_is_wrong()) {
    checked.diagnostics = checked.project->diagnostics;
    return report_findings(session, checked);
  }
  flags.path = without_slash(flags.path);
  flags.against = without_slash(flags.against);
  const auto subject = subject_of(session, flags.path, *project);
  if (!subject) return console.fail(subject.error());
  const auto findings = verify(session, flags, *subject, *checked.project);
  if (!findings) return console.fail(findings.error());
  print(session, *findings, session.report_context(checked));
  return findings->has_faults() ? ExitStatus::content_has_errors : ExitStatus::fine;
}

}  // namespace

void add_verify(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto flags = std::make_shared<VerifyFlags>();
  auto* command = program.add_subcommand(
      "verify", words("Kontrollerer, at udgivelserne er, som de blev udgivet: arkivet, et bygget websted eller en PDF",
                      "Verifies that releases are as they were released: the archive, a built site, or a PDF"));
  command->add_option("PATH", flags->path,
                      words("En PDF, et websteds mappe eller en mappe i content/archive/ (hele arkivet)",
                            "A PDF, the folder of a site, or a folder in content/archive/ (the whole archive)"));
  command
      ->add_option("--against", flags->against,
                   words("Sammenlign med det websted, der er udgivet i denne mappe",
                         "Compare with the site that is published in this folder"))
      ->type_name("SITE");
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_verify(session, *flags); }; });
}

}  // namespace kanon
