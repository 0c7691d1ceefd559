#include "build/build.h"
#include "check/check.h"
#include "check/web_links.h"
#include "resolve/resolve.h"

namespace kanon {
namespace {

Result<WebAnswers> ask(const Online& online, const Model& model) {
  const std::vector<std::string> urls = web_addresses(model);
  const auto answers = online.web.ask(urls, [&](std::size_t done, std::size_t all) {
    online.progress({"Prøver links til andre websteder", "Trying links to other websites"}, done, all);
  });
  if (!answers) return std::unexpected(answers.error());
  WebAnswers by_url;
  for (std::size_t i = 0; i < urls.size(); ++i) by_url.emplace(urls[i], (*answers)[i]);
  return by_url;
}

}  // namespace

Result<CheckedProject> check_project(const Files& files, Parsers& parsers, const std::string& folder, Date today,
                                     const Online* online, ArchiveDepth depth, Timings* timings) {
  begin_phase(timings, {"Læser og fortolker kilderne", "Reading and parsing the sources"});
  auto read = read_project(files, parsers, folder, depth);
  if (!read) return std::unexpected(read.error());
  CheckedProject checked;
  checked.project = std::make_unique<ReadProject>(std::move(*read));
  if (checked.configuration_is_wrong()) {
    checked.diagnostics = std::move(checked.project->diagnostics);
    sort_diagnostics(checked.diagnostics);
    return checked;
  }
  begin_phase(timings, {"Binder id’er, links og hierarki sammen", "Tying ids, links and the hierarchy together"});
  checked.model = resolve(checked.corpus());
  begin_phase(timings, {"Kontrollerer reglerne", "Checking the rules"});
  const bool asks =
      online != nullptr && severity_of(RuleId::broken_external_link, checked.corpus().config) != Severity::off;
  if (asks) {
    auto answers = ask(*online, checked.model);
    if (!answers) return std::unexpected(answers.error());
    checked.web = std::move(*answers);
  }
  checked.diagnostics =
      check({checked.model, today, asks ? &checked.web : nullptr}, std::move(checked.project->diagnostics));
  return checked;
}

}  // namespace kanon
