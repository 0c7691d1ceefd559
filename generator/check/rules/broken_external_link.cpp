#include "check/rule.h"
#include "check/web_links.h"
#include "check/wording.h"

namespace kanon {
namespace {

/// What is wrong with an address, as the end of a sentence that names it, and what to do.
struct Verdict {
  Message what;
  Message help;
};

Message gone_help() {
  return {"Find sidens nye adresse, og ret linket, eller fjern det.",
          "Find the page's new address and correct the link, or remove it."};
}

Message try_it() {
  return {"Det kan være forbigående. Prøv adressen i en browser; er den væk, så ret linket, eller fjern det.",
          "It may be temporary. Try the address in a browser; if it is gone, correct the link, or remove it."};
}

/// A page that wants a login (401, 403), or answers that we ask too often (429), is there.
std::optional<Verdict> verdict_of_status(int status) {
  if (status == 404 || status == 410)
    return Verdict{message("som ikke findes (svar {})", "which does not exist (answer {})", status), gone_help()};
  if (status >= 500 && status < 600)
    return Verdict{
        message("men webstedet melder fejl (svar {})", "but the website reports a failure (answer {})", status),
        try_it()};
  return std::nullopt;
}

std::optional<Verdict> verdict_of(const WebAnswer& answer) {
  switch (answer.kind) {
    case WebAnswer::Kind::not_asked:
      return std::nullopt;
    case WebAnswer::Kind::answered:
      return verdict_of_status(answer.status);
    case WebAnswer::Kind::no_address:
      return Verdict{
          {"som ikke er en rigtig adresse", "which is no valid address"},
          {"Kopiér adressen fra browserens adresselinje.", "Copy the address from the browser's address bar."}};
    case WebAnswer::Kind::name_not_found:
      return Verdict{{"men der blev ikke fundet noget websted med det navn", "but no website of that name was found"},
                     {"Ret adressen, eller fjern linket. Gælder det alle links, så se, om maskinen er på nettet.",
                      "Correct the address, or remove the link. If it is so for all links, see whether the machine is "
                      "connected to the internet."}};
    case WebAnswer::Kind::no_connection:
      return Verdict{{"men der er ingen forbindelse til webstedet", "but the website can't be connected to"}, try_it()};
    case WebAnswer::Kind::broken_off:
      return Verdict{{"men webstedet afbrød uden at svare", "but the website broke off without an answer"}, try_it()};
    case WebAnswer::Kind::timed_out:
      return Verdict{{"men webstedet svarede ikke i tide", "but the website did not answer in time"}, try_it()};
    case WebAnswer::Kind::not_trusted:
      return Verdict{
          {"men webstedets sikkerhedscertifikat er ikke gyldigt",
           "but the website's security certificate is not valid"},
          {"Læserne får en advarsel i deres browser. Gør webstedets ejer opmærksom på det, eller fjern linket.",
           "Readers get a warning in their browser. Tell the website's owner, or remove the link."}};
    case WebAnswer::Kind::led_astray:
      return Verdict{{"men webstedet sender videre uden at nå frem til en side",
                      "but the website redirects without ever reaching a page"},
                     gone_help()};
  }
  return std::nullopt;
}

Message sentence(const WebLink& link, const Message& end) {
  const std::string url = quoted(link.url);
  if (link.kind == WebLink::Kind::picture)
    return {fmt::format("Billedet hentes fra «{}», {}", url, end.da),
            fmt::format("The picture is fetched from “{}”, {}", url, end.en)};
  return {fmt::format("Linket fører til «{}», {}", url, end.da),
          fmt::format("The link leads to “{}”, {}", url, end.en)};
}

void find_broken_external_links(const CheckInput& input, Reporter& reporter) {
  if (input.web == nullptr) return;
  for (const auto& link : web_links(input.model)) {
    const auto answer = input.web->find(link.url);
    if (answer == input.web->end()) continue;
    if (auto verdict = verdict_of(answer->second))
      reporter.report(link.file, link.range, sentence(link, verdict->what), std::move(verdict->help));
  }
}

}  // namespace

namespace rules {
const Rule broken_external_link{RuleId::broken_external_link,
                                "links",
                                Severity::warning,
                                {"Et link til et andet websted virker ikke (med «kanon check --online»)",
                                 "A link to another website does not work (with “kanon check --online”)"},
                                find_broken_external_links};
}  // namespace rules

}  // namespace kanon
