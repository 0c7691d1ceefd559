#include <algorithm>

#include "base/text.h"
#include "build/catalog_editions.h"
#include "cli/command.h"
#include "cli/new_source.h"
#include "cli/written_bytes.h"
#include "env/standard_streams.h"
#include "env/surroundings.h"
#include "exchange/format_names.h"

namespace kanon {
namespace {

struct ExportFlags {
  std::string id;
  std::string format;
  std::string out;
  std::string release;
  bool annex = false;
  std::vector<std::string> phases;
  std::string kind;
};

constexpr const char* kPdf = "pdf";
constexpr const char* kHtml = "html";
constexpr const char* kXlsx = "xlsx";

std::vector<std::string> formats_of(const ExportFlags& flags) {
  return flags.annex ? std::vector<std::string>{kPdf, kHtml, kXlsx} : format_names();
}

/// What can't be meant, before anything is read.
Result<void> check_flags(const ExportFlags& flags) {
  const std::vector<std::string> formats = formats_of(flags);
  if (std::ranges::find(formats, flags.format) == formats.end()) {
    const bool of_annexes = flags.format == kPdf || flags.format == kHtml;
    if (of_annexes && !flags.annex) {
      return wrong_use(message("Formatet «{}» er for kravbilag", "The format “{}” is for annexes", flags.format),
                       {"Tilføj --annex, eller lav en PDF af kataloget med «kanon handbook ID».",
                        "Add --annex, or make a PDF of the catalog with “kanon handbook ID”."});
    }
    return wrong_use(message("Formatet «{}» findes ikke her", "There is no format “{}” here", flags.format),
                     choices(formats, flags.format));
  }
  if (!flags.annex && (!flags.phases.empty() || !flags.kind.empty())) {
    return wrong_use(
        {"--phase og --kind vælger krav til et bilag", "--phase and --kind choose requirements for an annex"},
        {"Tilføj --annex; uden det skrives hele kataloget.", "Add --annex; without it the whole catalog is written."});
  }
  const bool binary = flags.format == kXlsx || flags.format == kPdf;
  return binary ? refuse_terminal(flags.out) : Result<void>();
}

AnnexChoice choice_of(const ExportFlags& flags) {
  AnnexChoice choice{.phases = flags.phases, .minimum = std::nullopt};
  if (!flags.kind.empty()) choice.minimum = flags.kind == "minimum";
  return choice;
}

/// The errors that lie in the exported sources alone: what is wrong elsewhere stops nobody.
void keep_errors_of(CheckedProject& checked, const std::vector<CatalogEdition>& editions) {
  std::erase_if(checked.diagnostics, [&](const Diagnostic& diagnostic) {
    return std::ranges::none_of(editions, [&](const CatalogEdition& edition) {
      return checked.corpus().files[edition.catalog->file].path == diagnostic.path;
    });
  });
}

/// A draft in a contract, or a restricted catalog at a supplier's, is noticed too late otherwise.
void warn_of_annex(const Console& console, const Annex& annex, const Config& config) {
  if (annex.is_draft()) {
    console.say(
        {"Advarsel: bilaget er mærket UDKAST, for ikke alt i det er udgivet. Udgiv først med «kanon release», "
         "eller vælg en udgivelse med --release.",
         "Warning: the annex is marked DRAFT, as not all of it is released. Release first with “kanon release”, "
         "or choose a release with --release."});
  }
  for (const CatalogEdition& edition : annex.editions) {
    const std::string level = unlocated(edition.catalog->classification).value_or(config.classifications.back());
    if (level == config.classifications.front()) continue;
    console.say(
        message("Bemærk: «{}» er klassificeret «{}».", "Note: “{}” is classified “{}”.", *edition.catalog->id, level));
  }
}

Result<std::string> annex_bytes(Session& session, const CheckedProject& checked, const ExportFlags& flags,
                                const std::vector<CatalogEdition>& editions, const ExchangeSettings& settings) {
  const auto annex = make_annex(editions, choice_of(flags), settings);
  if (!annex) return std::unexpected(annex.error());
  warn_of_annex(session.console, *annex, checked.corpus().config);
  if (flags.format == kHtml) return annex_html(*annex);
  if (flags.format == kXlsx) return annex_xlsx(*annex);
  return print_annex(session.files, session.processes, checked, *annex, *session.project_folder());
}

Result<std::string> catalog_bytes(const Console& console, const ExportFlags& flags, const Catalog& catalog,
                                  const ExchangeSettings& settings) {
  auto exported = export_catalog(catalog, *format_of(flags.format), settings);
  if (!exported) return std::unexpected(exported.error());
  for (const Message& lost : exported->lost) console.say(lost);
  return std::move(exported->bytes);
}

ExitStatus run_export(Session& session, const ExportFlags& flags) {
  Console& console = session.console;
  if (const auto fine = check_flags(flags); !fine) {
    session.speak_as_project();
    return console.fail(fine.error());
  }
  auto checked = session.check(nullptr, flags.release.empty() ? ArchiveDepth::newest : ArchiveDepth::all);
  if (!checked) return console.fail(checked.error());
  if (checked->configuration_is_wrong()) return report_findings(session, *checked);
  const auto editions = editions_to_export(*checked, flags.id, flags.release);
  if (!editions) return console.fail(editions.error());
  keep_errors_of(*checked, *editions);
  if (checked->has_errors()) return report_findings(session, *checked);
  const Config& config = checked->corpus().config;
  const ExchangeSettings settings{
      .language = config.language, .publisher = config.publisher, .fingerprint = editions->front().fingerprint};
  const auto bytes = flags.annex ? annex_bytes(session, *checked, flags, *editions, settings)
                                 : catalog_bytes(console, flags, *editions->front().catalog, settings);
  if (!bytes) return console.fail(bytes.error());
  return write_bytes(session, flags.out, *bytes);
}

}  // namespace

void add_export(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto flags = std::make_shared<ExportFlags>();
  auto* command = program.add_subcommand(
      "export", words("Skriver et kravkatalog i et andet format, eller et kravbilag til en kontrakt",
                      "Writes a requirement catalog in another format, or a contract’s annex of requirements"));
  command->add_option("ID", flags->id, words("Kravkatalogets id", "The requirement catalog's id"))->required();
  command
      ->add_option("--format", flags->format,
                   words("csv, xlsx, oscal-xml, oscal-json, reqif eller markdown; med --annex: pdf, html eller xlsx",
                         "csv, xlsx, oscal-xml, oscal-json, reqif or markdown; with --annex: pdf, html or xlsx"))
      ->type_name("FORMAT")
      ->required();
  command
      ->add_option("--out", flags->out,
                   words("Filen, der skrives (standard output)", "The file to write (standard output)"))
      ->type_name("FILE");
  command
      ->add_option("--release", flags->release,
                   words("En udgivet version i stedet for kilden", "A released version instead of the source"))
      ->type_name("VERSION");
  command->add_flag("--annex", flags->annex,
                    words("Et nummereret bilag med kravene, også dem fra de kataloger, det bygger på",
                          "A numbered annex of the requirements, those it inherits among them"));
  command
      ->add_option("--phase", flags->phases,
                   words("Kun krav i den fase; kan gentages", "Only requirements of that phase; may be repeated"))
      ->type_name("ID")
      ->delimiter(',');
  command
      ->add_option("--kind", flags->kind,
                   words("Kun mindstekrav (minimum) eller kun almindelige krav (standard)",
                         "Only minimum requirements, or only standard ones"))
      ->type_name("KIND")
      ->check(CLI::IsMember({"minimum", "standard"}).description(""));
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_export(session, *flags); }; });
}

}  // namespace kanon
