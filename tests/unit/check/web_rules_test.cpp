#include <catch2/catch.hpp>

#include "check/web_links.h"
#include "support/project_fixture.h"

namespace kanon {
namespace {

using Kind = WebAnswer::Kind;

const std::string kPage = "https://www.example.dk/side";

/// The findings of broken-external-link for a page with one link that gets that answer.
std::vector<Diagnostic> findings_of(const WebAnswer& answer) {
  const ProjectFixture project({page_file("om", "Se [vejledningen](" + kPage + ").")});
  const WebAnswers web{{kPage, answer}};
  return project.findings(&web);
}

std::string danish(const WebAnswer& answer) {
  const auto found = findings_of(answer);
  REQUIRE(found.size() == 1);
  CHECK(found.front().rule == RuleId::broken_external_link);
  CHECK(found.front().severity == Severity::warning);
  CHECK(!found.front().help.da.empty());
  CHECK(!found.front().help.en.empty());
  return found.front().message.da;
}

std::string member_file(const std::string& status) {
  return "---\nname: Et Firma\nid: firma\nkind: founding\nstatus: " + status +
         "\nwebsite: https://firma.example/findes-ikke\n---\n";
}

}  // namespace

TEST_CASE("an answer that says that the page is gone is told with its number") {
  CHECK(danish({Kind::answered, 404}) == "Linket fører til «" + kPage + "», som ikke findes (svar 404)");
  CHECK(danish({Kind::answered, 410}) == "Linket fører til «" + kPage + "», som ikke findes (svar 410)");
}

TEST_CASE("a page that is there, though not for everyone or not right now, is fine") {
  for (const int status : {200, 204, 206, 301, 304, 400, 401, 403, 405, 406, 429, 451, 999})
    CHECK(findings_of({Kind::answered, status}).empty());
  CHECK(findings_of({Kind::not_asked}).empty());
}

TEST_CASE("every other answer says what happened, and when it may be temporary") {
  for (const int status : {500, 503, 599}) {
    const auto found = findings_of({Kind::answered, status});
    REQUIRE(found.size() == 1);
    CHECK(found.front().message.en == "The link leads to “" + kPage + "”, but the website reports a failure (answer " +
                                          std::to_string(status) + ")");
    CHECK(found.front().help.en.starts_with("It may be temporary."));
  }
  CHECK(danish({Kind::name_not_found}).ends_with(", men der blev ikke fundet noget websted med det navn"));
  CHECK(danish({Kind::no_connection}).ends_with(", men der er ingen forbindelse til webstedet"));
  CHECK(danish({Kind::broken_off}).ends_with(", men webstedet afbrød uden at svare"));
  CHECK(danish({Kind::timed_out}).ends_with(", men webstedet svarede ikke i tide"));
  CHECK(danish({Kind::not_trusted}).ends_with(", men webstedets sikkerhedscertifikat er ikke gyldigt"));
  CHECK(danish({Kind::led_astray}).ends_with(", men webstedet sender videre uden at nå frem til en side"));
  CHECK(danish({Kind::no_address}).ends_with(", som ikke er en rigtig adresse"));
  CHECK(findings_of({Kind::timed_out}).front().help.da.starts_with("Det kan være forbigående."));
}

TEST_CASE("every place that names an address is found, and each address asked for once") {
  const ProjectFixture project(
      {page_file("om",
                 "Se [a](https://x.example/findes-ikke#en) og [b](https://x.example/findes-ikke#to),\n"
                 "<https://x.example/findes-ikke> og [c](HTTPS://x.example/side).\n\n"
                 "![Et billede](http://x.example/findes-ikke.png)\n\n"
                 "[post](mailto:a@x.example) [tel](tel:+4512345678) [her i huset](#en)\n\n## En"),
       page_file("to", "| a |\n| --- |\n| [d](https://x.example/findes-ikke) |")});
  CHECK(web_addresses(project.model()) == std::vector<std::string>{"HTTPS://x.example/side",
                                                                   "http://x.example/findes-ikke.png",
                                                                   "https://x.example/findes-ikke"});
  const std::string rule = "broken-external-link content/pages/";
  CHECK(project.summary() == std::vector<std::string>{rule + "om.md:5:4", rule + "om.md:5:45", rule + "om.md:6:1",
                                                      rule + "om.md:8:1", rule + "to.md:7:3"});
  for (const auto& found : project.findings())
    CHECK(found.message.da.starts_with(found.place.line == 8 ? "Billedet hentes fra «" : "Linket fører til «"));
}

TEST_CASE("the website of an admitted member is an address of the site, an applicant's is not") {
  const ProjectFixture admitted({{"content/members/firma.md", member_file("admitted")}});
  CHECK(admitted.only(RuleId::broken_external_link).place.line == 6);
  CHECK(admitted.only(RuleId::broken_external_link).place.column == 10);
  CHECK(web_addresses(ProjectFixture({{"content/members/firma.md", member_file("applicant")}}).model()).empty());
}

TEST_CASE("without answers nothing is said") {
  const ProjectFixture project({page_file("om", "Se [vejledningen](https://x.example/findes-ikke).")});
  CHECK(project.findings(nullptr).empty());
  const WebAnswers none;
  CHECK(project.findings(&none).empty());
}

TEST_CASE("kanon.yaml may make a broken external link an error") {
  const ProjectFixture project({{"kanon.yaml", "site: {title: T}\nrules: {broken-external-link: error}\n"},
                                page_file("om", "Se [vejledningen](https://x.example/findes-ikke).")});
  CHECK(project.only(RuleId::broken_external_link).severity == Severity::error);
}

}  // namespace kanon
