#include "base/nearest.h"
#include "base/text.h"
#include "build/release.h"
#include "cli/command.h"
#include "history/approvals.h"
#include "history/bump.h"
#include "history/unrecorded.h"

namespace kanon {
namespace {

const std::map<std::string, ChangeKind> kKinds{
    {"new", ChangeKind::created}, {"updated", ChangeKind::updated}, {"verified", ChangeKind::verified}};

struct BumpFlags {
  std::string id;
  std::string kind;
  std::string by;
  std::string change;
  std::string to;
};

std::unexpected<Error> lacks(const char* flag, Message help) {
  return wrong_use(message("{} mangler", "{} is missing", flag), std::move(help));
}

Result<void> check_flags(const BumpFlags& flags) {
  if (flags.kind.empty()) {
    return lacks("--kind", {"Skriv --kind updated, når teksten ændres, --kind verified, når den er gennemgået, eller "
                            "--kind new, når den er skrevet forfra.",
                            "Write --kind updated where the text changes, --kind verified where it was reviewed, or "
                            "--kind new where it was written anew."});
  }
  if (flags.by.empty()) {
    return lacks("--by", {"Skriv den enhed, der står bag ændringen, for eksempel --by Sekretariatet.",
                          "Write the unit behind the change, for example --by Secretariat."});
  }
  if (flags.change.empty()) {
    return lacks("--change", {"Skriv kort, hvad der er ændret, for eksempel --change \"Nyt afsnit om ansvar\".",
                              "Write in short what changed, for example --change \"New section on duties\"."});
  }
  return {};
}

Result<ItemRef> item_named(const CheckedProject& checked, const std::string& id) {
  const auto found = checked.model.find(id);
  if (found && is_governed(found->kind)) return *found;
  const auto meant = nearest(id, all_releasable(checked.corpus()));
  return wrong_use(message("Intet dokument, kravkatalog eller håndbog har id’et «{}»",
                           "No document, catalog or handbook has the id “{}”", id),
                   meant ? message("Mente du «{}»?", "Did you mean “{}”?", *meant)
                         : Message{"Id’erne er filernes navne uden endelse.",
                                   "The ids are the names of the files without their endings."});
}

/// The bodies, by name, that have to approve the item at a version.
std::vector<std::string> bodies_to_approve(const CheckedProject& checked, ItemRef ref, const Version& version) {
  const Corpus& corpus = checked.corpus();
  const auto missing = [&](auto item) {
    item.version.value = version;
    return missing_approvals(corpus.config, item);
  };
  std::vector<std::string> names = ref.kind == ItemKind::document  ? missing(corpus.documents[ref.index])
                                   : ref.kind == ItemKind::catalog ? missing(corpus.catalogs[ref.index])
                                                                   : missing(corpus.handbooks[ref.index]);
  for (std::string& name : names) name = corpus.config.name_of_body(name);
  return names;
}

void tell(const Console& console, const CheckedProject& checked, ItemRef ref, const Bumped& bumped) {
  if (console.quiet) return;
  const Governed& item = checked.model.governed(ref);
  const std::string& path = checked.corpus().files[item.file].path;
  const std::string& before = item.version->text();
  const auto say = [&](const Message& text) { console.print(text.in(console.language)); };
  say(message("{}: fra version {} til {}.\n", "{}: from version {} to {}.\n", path, before, bumped.version.text()));
  if (bumped.effective_removed) {
    say(message("Linjen «effective» er fjernet, for den gjaldt version {}.\n",
                "The line “effective” is removed: it was that of version {}.\n", before));
  }
  const auto bodies = bodies_to_approve(checked, ref, bumped.version);
  if (!bodies.empty()) {
    const std::string list = join(bodies, ", ");
    say(message("Versionen skal godkendes af: {}. Skriv godkendelserne under «approvals».\n",
                "The version has to be approved by: {}. Write the approvals below “approvals”.\n", list));
  }
  say(message("Udgiv den med «kanon release {}», når den er færdig.\n",
              "Release it with “kanon release {}” when it is done.\n", item.id.value));
}

/// A version that is written on already gets no second entry.
bool is_in_the_making(const Corpus& corpus, const Governed& item) {
  const LedgerEntry* released = newest_release(corpus, item);
  return released != nullptr && *released->version < *item.version;
}

ExitStatus refuse_in_the_making(const Console& console, const std::string& path, const Version& version) {
  console.fail(wrong_use(message("{}: version {} er allerede undervejs", "{}: version {} is already in the making",
                                 path, version.text()),
                         {"Ret i stedet dens egen linje i «history».", "Write in its entry of “history” instead."})
                   .error());
  return ExitStatus::content_has_errors;
}

Result<void> write(Session& session, const SourceFile& source, const Bumped& bumped) {
  const std::string path = *session.project_folder() + "/" + source.path;
  const auto bytes = session.files.read(path);
  if (!bytes) return std::unexpected(bytes.error());
  if (normalised_text(*bytes) != source.parsed.text()) {
    return failure(message("{} blev ændret, mens programmet arbejdede", "{} was changed while the program was working",
                           source.path),
                   {"Kør kommandoen igen.", "Run the command again."});
  }
  return session.files.write(path, edited(*bytes, bumped.edits));
}

ExitStatus run_bump(Session& session, const BumpFlags& flags) {
  Console& console = session.console;
  if (const auto fine = check_flags(flags); !fine) {
    session.speak_as_project();
    return console.fail(fine.error());
  }
  const auto checked = session.check();
  if (!checked) return console.fail(checked.error());
  if (checked->configuration_is_wrong()) return report_findings(session, *checked);
  const auto ref = item_named(*checked, flags.id);
  if (!ref) return console.fail(ref.error());
  const Corpus& corpus = checked->corpus();
  const Governed& item = checked->model.governed(*ref);
  const SourceFile& source = corpus.files[item.file];
  if (is_in_the_making(corpus, item)) return refuse_in_the_making(console, source.path, *item.version);
  const std::optional<Version> to = flags.to.empty() ? std::nullopt : Version::parse(flags.to);
  const auto bumped = bump(corpus, item, {kKinds.at(flags.kind), session.today(), flags.by, flags.change, to});
  if (!bumped) return console.fail(bumped.error());
  if (const auto written = write(session, source, *bumped); !written) return console.fail(written.error());
  tell(console, *checked, *ref, *bumped);
  return ExitStatus::fine;
}

std::string check_version(const std::string& text) { return Version::parse(text) ? "" : "1.2"; }

}  // namespace

void add_bump(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto flags = std::make_shared<BumpFlags>();
  auto* command = program.add_subcommand("bump", words("Begynder den næste version: ny linje øverst i history",
                                                       "Begins the next version: a new entry on top of history"));
  command->add_option("ID", flags->id, words("Dokument, kravkatalog eller håndbog", "Document, catalog or handbook"))
      ->required();
  command
      ->add_option("--kind", flags->kind,
                   words("Hvad der er sket: new, updated eller verified", "What happened: new, updated or verified"))
      ->check(CLI::IsMember(kKinds).description(""))
      ->type_name("KIND");
  command->add_option("--by", flags->by, words("Enheden bag ændringen", "The unit behind the change"))
      ->type_name("UNIT");
  command->add_option("--change", flags->change, words("Hvad der er ændret", "What changed"))->type_name("TEXT");
  command
      ->add_option("--to", flags->to,
                   words("Den nye version (det sidste tal én højere; ved new det første)",
                         "The new version (its last number one higher; for new its first)"))
      ->check(CLI::Validator(check_version, ""))
      ->type_name("VERSION");
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_bump(session, *flags); }; });
}

}  // namespace kanon
