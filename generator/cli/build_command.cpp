#include <fmt/format.h>

#include <charconv>

#include "cli/command.h"
#include "cli/piece_times.h"
#include "cli/point_flags.h"
#include "env/paths.h"

namespace kanon {
namespace {

struct BuildFlags {
  std::shared_ptr<PointFlags> point = std::make_shared<PointFlags>();
  std::string out;
  std::string audience = "public";
  bool no_pdf = false;
  bool timings = false;
  std::string shard;
};

/// `2/4`: the second of four.
Result<std::optional<Shard>> shard_of(const BuildFlags& flags) {
  if (flags.shard.empty()) return std::optional<Shard>();
  const auto wrong = wrong_use(message("«{}» er ikke en andel", "“{}” is not a share", flags.shard),
                               {"Skriv den som 2/4: den anden af fire kørsler, med alle PDF’er fordelt på dem.",
                                "Write it as 2/4: the second of four runs, with all PDFs shared out among them."});
  constexpr std::size_t most = 1000;
  const char* const end = flags.shard.data() + flags.shard.size();
  Shard shard;
  const auto number = std::from_chars(flags.shard.data(), end, shard.number);
  if (number.ec != std::errc() || number.ptr == end || *number.ptr != '/') return wrong;
  const auto of = std::from_chars(number.ptr + 1, end, shard.of);
  if (of.ec != std::errc() || of.ptr != end || shard.number < 1 || shard.number > shard.of || shard.of > most) {
    return wrong;
  }
  if (flags.no_pdf) {
    return wrong_use({"--shard og --no-pdf passer ikke sammen", "--shard and --no-pdf don't go together"},
                     {"Uden PDF’er er der intet at dele ud.", "Without PDFs there is nothing to share out."});
  }
  return shard;
}

constexpr std::size_t kSlowestShown = 10;

/// Where the time went, on standard error: the phases in their order, then the slowest pages and PDFs.
void say_timings(const Console& console, const Timings& timings) {
  Timings::Phase all{{"I alt", "Together"}, 0, 0};
  const auto row = [&](const Timings::Phase& phase) {
    const auto text = [&](const std::string& name) {
      return fmt::format("{:9.3f} s {:9.3f} s  {}", phase.seconds, phase.processor, name);
    };
    console.say({text(phase.name.da), text(phase.name.en)});
  };
  console.say({"       Tid   Processor", "      Time   Processor"});
  for (const Timings::Phase& phase : timings.phases()) {
    row(phase);
    all.seconds += phase.seconds;
    all.processor += phase.processor;
  }
  row(all);
  const auto slowest = timings.slowest(kSlowestShown);
  if (!slowest.empty()) console.say({"De langsomste sider og PDF’er:", "The slowest pages and PDFs:"});
  for (const Timings::Piece& piece : slowest) {
    const std::string text = fmt::format("{:9.3f} s  {}", piece.seconds, piece.name);
    console.say({text, text});
  }
}

/// A site that would swallow the project's own sources is no site.
Result<void> check_out_folder(const std::string& out, const std::string& project) {
  for (const std::string source : {"", "/content", "/layouts", "/assets"}) {
    const std::string folder = project + source;
    const bool swallowed = path_inside(folder, out) || (!source.empty() && path_inside(out, folder));
    if (swallowed) {
      return wrong_use(message("Webstedet kan ikke lægges i «{}», for der ligger projektets kilder",
                               "The site can't go into “{}”: the project's sources are there", out),
                       {"Vælg en anden mappe med --out.", "Choose another folder with --out."});
    }
  }
  return {};
}

ExitStatus run_build(Session& session, const BuildFlags& flags) {
  Console& console = session.console;
  const auto point = point_of(*flags.point, session.today());
  if (!point) return console.fail(point.error());
  const auto shard = shard_of(flags);
  if (!shard) return console.fail(shard.error());
  Timings timings;
  Timings* const asked = flags.timings ? &timings : nullptr;
  auto checked = session.check(nullptr, ArchiveDepth::all, asked);
  if (!checked) return console.fail(checked.error());
  if (checked->configuration_is_wrong() || checked->has_errors()) {
    const ExitStatus status = report_findings(session, *checked);
    console.say({"Webstedet er ikke bygget. Ret fejlene, og byg igen.",
                 "The site was not built. Correct the errors and build again."});
    return status;
  }
  const std::string folder = *session.project_folder();
  BuildOptions options{.folder = folder,
                       .out = flags.out.empty() ? folder + "/site" : flags.out,
                       .audience = flags.audience,
                       .pdfs = flags.no_pdf ? Pdfs::none : Pdfs::all,
                       .point = *point,
                       .jobs = session.jobs(),
                       .shard = *shard,
                       .timings = asked};
  if (const auto fits = check_out_folder(options.out, folder); !fits) return console.fail(fits.error());
  if (!checked->diagnostics.empty() && !console.quiet) report_findings(session, *checked);
  checked->model = Model();  // the site has one of its own: memory for two is needed nowhere
  Result<BuildReport> report = [&] {
    ProgressLine line(console);
    PieceTimes times(console, line);
    options.pieces = &times;
    return build_site(session.files, session.processes, *checked, options,
                      [&line](const Message& what, std::size_t done, std::size_t all) { line.show(what, done, all); });
  }();
  if (!report) return console.fail(report.error());
  for (const auto& note : report->notes) console.say(note);
  if (flags.timings) {
    timings.end();
    say_timings(console, timings);
  }
  if (*shard) {
    console.say(message("Andel {} af {}: {} PDF’er ligger i {}/.kanon/pdf.",
                        "Share {} of {}: {} PDFs are in {}/.kanon/pdf.", shard->value().number, shard->value().of,
                        report->pdfs, folder));
    return ExitStatus::fine;
  }
  if (!console.quiet) {
    console.print(message("Webstedet er bygget i {}: {} sider, {} PDF’er; {} af {} filer er nye eller ændret.\n",
                          "The site was built in {}: {} pages, {} PDFs; {} of {} files are new or changed.\n",
                          options.out, report->pages, report->pdfs, report->files.changed, report->files.files)
                      .in(console.language));
  }
  return ExitStatus::fine;
}

}  // namespace

void add_build(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto flags = std::make_shared<BuildFlags>();
  auto* command =
      program.add_subcommand("build", words("Bygger webstedet med dets PDF’er", "Builds the website with its PDFs"));
  command
      ->add_option(
          "--out", flags->out,
          words("Mappen, som webstedet lægges i (site/ i projektet)", "The folder for the site (site/ in the project)"))
      ->type_name("DIR");
  command
      ->add_option("--audience", flags->audience,
                   words("Målgruppen, som webstedet er for (public)", "The audience that the site is for (public)"))
      ->type_name("NAME");
  add_point_flags(*command, flags->point, words);
  command->add_flag("--no-pdf", flags->no_pdf, words("Uden PDF’er", "Without PDFs"));
  command
      ->add_option("--shard", flags->shard,
                   words("Lav kun den I’te af N andele af PDF’erne, og gem dem i .kanon/",
                         "Make only the Ith of N shares of the PDFs, and keep them in .kanon/"))
      ->type_name("I/N");
  command->add_flag("--timings", flags->timings,
                    words("Vis bagefter, hvor tiden gik hen", "Show afterwards where the time went"));
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_build(session, *flags); }; });
}

}  // namespace kanon
