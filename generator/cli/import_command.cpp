#include "base/text.h"
#include "cli/command.h"
#include "cli/new_source.h"
#include "exchange/catalog_source.h"
#include "exchange/exchange.h"
#include "exchange/fit_catalog.h"
#include "exchange/format_names.h"

namespace kanon {
namespace {

struct ImportFlags {
  std::string file;
  std::string id;
  std::string format;
  bool replace = false;
};

std::string path_of(const std::string& id) { return "content/catalogs/" + id + ".yaml"; }

/// Whether the catalog may be written under that id; wrong use where something else has it, or stands there.
Result<void> check_place(const Session& session, const CheckedProject& checked, const ImportFlags& flags) {
  const std::string path = path_of(flags.id);
  const Model& model = checked.model;
  const auto taken = model.find(flags.id);
  const bool by_itself = taken && model.source().files[model.file_of(*taken)].path == path;
  if (!by_itself) {
    if (const auto free = free_id(model, flags.id); !free) return std::unexpected(free.error());
  }
  if (flags.replace || !session.files.is_file(*session.project_folder() + "/" + path)) return {};
  return wrong_use(message("«{}» findes allerede", "“{}” exists already", path),
                   {"Vælg et andet id, eller erstat filen med --replace.",
                    "Choose another id, or replace the file with --replace."});
}

Result<ExchangeFormat> format_to_read(const ImportFlags& flags, std::string_view bytes) {
  if (!flags.format.empty()) {
    if (const auto named = format_of(flags.format)) return *named;
    std::vector<std::string> readable = format_names();
    std::erase(readable, name_of(ExchangeFormat::markdown));
    return wrong_use(message("Formatet «{}» findes ikke", "There is no format “{}”", flags.format),
                     choices(readable, flags.format));
  }
  if (const auto detected = detected_format(bytes, flags.file)) return *detected;
  return wrong_use(
      message("Det kan ikke ses, hvilket format «{}» er skrevet i", "The format of “{}” can’t be told", flags.file),
      {"Angiv det med --format, for eksempel --format csv.", "Name it with --format, for example --format csv."});
}

Result<Imported> read_catalog_file(const Session& session, const ImportFlags& flags, std::uint64_t most_bytes) {
  const auto bytes = session.files.read(flags.file);
  if (!bytes) return std::unexpected(bytes.error());
  if (bytes->size() > most_bytes) {
    const std::size_t size = bytes->size();
    return wrong_use(message("«{}» fylder {} byte; der læses højst {}", "“{}” has {} bytes; at most {} are read",
                             flags.file, size, most_bytes),
                     {"Hæv limits.import_bytes i kanon.yaml, hvis filen er, som den skal være.",
                      "Raise limits.import_bytes in kanon.yaml if the file is as it should be."});
  }
  const auto format = format_to_read(flags, *bytes);
  if (!format) return std::unexpected(format.error());
  session.console.detail(message("Formatet er {}.", "The format is {}.", name_of(*format)));
  return import_catalog(*bytes, *format);
}

void tell(const Console& console, const std::vector<Message>& mended) {
  for (const Message& one : mended) console.say({"– " + one.da, "– " + one.en});
}

ExitStatus run_import(Session& session, const ImportFlags& flags) {
  Console& console = session.console;
  const auto checked = session.check();
  if (!checked) return console.fail(checked.error());
  if (checked->configuration_is_wrong()) return report_findings(session, *checked);
  if (const auto fine = check_place(session, *checked, flags); !fine) return console.fail(fine.error());
  const Limits& limits = checked->corpus().config.limits;
  auto imported = read_catalog_file(session, flags, limits.import_bytes);
  if (!imported) return console.fail(imported.error());
  tell(console, imported->mended);
  const std::size_t slash = flags.file.rfind('/');
  const NewPlace place{.id = flags.id,
                       .today = session.today(),
                       .from = slash == std::string::npos ? flags.file : flags.file.substr(slash + 1),
                       .language = checked->corpus().config.language};
  tell(console, fit(imported->catalog, place));
  const auto text = catalog_source(imported->catalog);
  if (!text) return console.fail(text.error());
  const std::string path = path_of(flags.id);
  if (const auto written = session.files.write(*session.project_folder() + "/" + path, *text); !written) {
    return console.fail(written.error());
  }
  if (text->size() > limits.source_bytes) {
    const std::size_t size = text->size();
    console.say(message(
        "Kilden fylder {} byte, mere end projektet læser: hæv limits.source_bytes i kanon.yaml.",
        "The source has {} bytes, more than the project reads: raise limits.source_bytes in kanon.yaml.", size));
  }
  if (!console.quiet) {
    const std::size_t count = imported->catalog.requirements.size();
    console.print(message("{} er skrevet: {} krav. Kør nu «kanon check».\n",
                          "{} is written: {} requirements. Now run “kanon check”.\n", path, count)
                      .in(console.language));
  }
  return ExitStatus::fine;
}

}  // namespace

void add_import(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto flags = std::make_shared<ImportFlags>();
  auto* command =
      program.add_subcommand("import", words("Læser et kravkatalog fra et andet format ind i projektet",
                                             "Reads a requirement catalog of another format into the project"));
  command->add_option("FILE", flags->file, words("Filen, der læses", "The file to read"))->required();
  command->add_option("--as", flags->id, words("Katalogets id i projektet", "The catalog's id in the project"))
      ->type_name("ID")
      ->required();
  command
      ->add_option("--format", flags->format,
                   words("csv, xlsx, oscal-xml, oscal-json eller reqif (ses af filen)",
                         "csv, xlsx, oscal-xml, oscal-json or reqif (seen from the file)"))
      ->type_name("FORMAT");
  command->add_flag("--replace", flags->replace,
                    words("Erstat kataloget, hvis det findes", "Replace the catalog if it exists"));
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_import(session, *flags); }; });
}

}  // namespace kanon
