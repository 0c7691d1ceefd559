#include "check/manual.h"

#include <array>

#include "base/text.h"
#include "check/page.h"
#include "check/rule.h"

namespace kanon {
namespace {

struct GroupTitle {
  std::string_view group;
  Message title;
};

const std::array<GroupTitle, 9>& group_titles() {
  static const std::array<GroupTitle, 9> titles{{{"reading", {"Læsning", "Reading"}},
                                                 {"hierarchy", {"Hierarki", "Hierarchy"}},
                                                 {"versions", {"Versioner", "Versions"}},
                                                 {"links", {"Links", "Links"}},
                                                 {"classification", {"Klassifikation", "Classification"}},
                                                 {"members", {"Medlemmer", "Members"}},
                                                 {"requirements", {"Krav", "Requirements"}},
                                                 {"registers", {"Registre", "Registers"}},
                                                 {"text", {"Tekst", "Text"}}}};
  return titles;
}

Message severity_sentence(Severity severity) {
  if (severity == Severity::error)
    return {"Fejl: webstedet bygges ikke, før den er rettet.", "Error: no site is built before it is corrected."};
  return {"Advarsel: webstedet bygges alligevel.", "Warning: the site is built all the same."};
}

/// A fence longer than those of the examples, so that each example stands as it is written, fences and all.
std::string shown_as_written(const std::string& examples) { return "`````\n" + examples + "\n`````"; }

std::string section_of(const Rule& rule, Language language) {
  const RulePage page = page_of(rule.id, language);
  const auto say = [language](const Message& message) { return message.in(language); };
  return fmt::format("### {} {{#{}}}\n\n{}. {}\n\n{}\n\n{}\n\n**{}**\n\n{}\n\n**{}**\n\n{}\n\n**{}** {}\n\n",
                     name_of(rule.id), name_of(rule.id), say(rule.summary), say(severity_sentence(rule.severity)),
                     page.what, page.why, say({"Forkert:", "Wrong:"}), shown_as_written(page.bad),
                     say({"Rigtigt:", "Right:"}), shown_as_written(page.good),
                     say({"Sådan rettes det:", "How to correct it:"}), page.fix);
}

/// Every rule by group, each with a link to its section.
std::string list_of_rules(Language language) {
  std::string list;
  std::string_view group;
  for (const Rule* rule : registry()) {
    const bool begins_group = rule->group != group;
    if (begins_group) list += fmt::format("{}- {}: ", group.empty() ? "" : "\n", group_title(rule->group).in(language));
    list += fmt::format("{}[{}](#{})", begins_group ? "" : ", ", name_of(rule->id), name_of(rule->id));
    group = rule->group;
  }
  return list + "\n\n";
}

}  // namespace

Message group_title(std::string_view group) {
  for (const auto& known : group_titles()) {
    if (known.group == group) return known.title;
  }
  return {std::string(group), std::string(group)};
}

std::string rules_manual(Language language) {
  const auto say = [language](const Message& message) { return message.in(language); };
  std::string page = fmt::format(
      "---\ntitle: {}\nclassification: offentlig\norder: 22\n---\n\n{}\n\n", say({"Alle regler", "Every rule"}),
      say({"Siden er skrevet ud fra reglernes egne sider i programmet. «kanon explain» viser dem én for én.",
           "This page is made from the rules’ own pages in the program. “kanon explain” shows them one by one."}));
  page += list_of_rules(language);
  std::string_view group;
  for (const Rule* rule : registry()) {
    if (rule->group != group) page += fmt::format("## {}\n\n", say(group_title(group = rule->group)));
    page += section_of(*rule, language);
  }
  return std::string(trim(page)) + "\n";
}

}  // namespace kanon
