#include "cli/new_member.h"

#include <algorithm>

#include "base/slug.h"
#include "base/text.h"
#include "read/mapping_form.h"

namespace kanon {
namespace {

constexpr std::size_t kLineWidth = 100;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// «A/S», «I/S», «P/S» as one word: `eksempel-as`, not `eksempel-a-s`.
std::string without_slashes_of_company_forms(const std::string& name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool stands_between_letters = name[i] == '/' && i > 0 && i + 1 < name.size() && is_letter(name[i - 1]) &&
                                        is_letter(name[i + 1]) && (i == 1 || name[i - 2] == ' ') &&
                                        (i + 2 == name.size() || name[i + 2] == ' ');
    if (!stands_between_letters) out += name[i];
  }
  return out;
}

Result<std::string> choose_id(const Model& model, const NewMember& wanted) {
  const std::string id = wanted.id.empty() ? anchor_of(without_slashes_of_company_forms(wanted.name)) : wanted.id;
  return free_id(model, id);
}

Result<void> check(const NewMember& wanted) {
  if (wanted.name.empty()) {
    return wrong_use({"Angiv ansøgerens navn med --name", "Name the applicant with --name"},
                     {"For eksempel: kanon new member --name \"Eksempel A/S\"",
                      "For example: kanon new member --name \"Example Ltd\""});
  }
  if (auto name = check_text("--name", wanted.name); !name) return name;
  if (!wanted.cvr.empty()) {
    if (auto cvr = check_text("--cvr", wanted.cvr); !cvr) return cvr;
  }
  if (!wanted.website.empty() && !url_form().parse(wanted.website)) {
    return wrong_use(message("«{}» er ikke en hel webadresse", "“{}” is not a whole web address", wanted.website),
                     url_form().instruction(wanted.website));
  }
  return {};
}

/// Text of the content on lines of a comment, whatever it holds; `first` begins the first line, `rest` the others.
std::string comment(std::string_view text, const std::string& first, const std::string& rest) {
  std::string out;
  std::string line = first;
  bool has_word = false;
  const std::string plain = printable(text);
  for (const std::string_view word : split(plain, ' ')) {
    if (word.empty()) continue;
    if (has_word && code_points(line) + 1 + code_points(word) > kLineWidth) {
      out += line + "\n";
      line = rest;
      has_word = false;
    }
    if (has_word) line += ' ';
    line += word;
    has_word = true;
  }
  return out + line + "\n";
}

std::string commented(const Message& text, Language language, const std::string& indent) {
  return comment(text.in(language), indent + "# ", indent + "# ");
}

/// A criterion that counts once the marks in front of its three lines are gone.
std::string criterion_entry(const Criterion& criterion, Language language) {
  const Message guidance{"Skriv, hvad der er tilfældet i dag, og hvordan andre kan se det.",
                         "Write what is the case today, and how others can see it."};
  return comment(criterion.text, "    # " + *criterion.id + ": ", "    #   ") +
         fmt::format("    # - criterion: {}\n    #   statement: >-\n    #     {}\n", *criterion.id,
                     guidance.in(language));
}

std::string criteria_of(const Corpus& corpus, Language language) {
  if (corpus.objectives.empty()) {
    return commented({"Kriterierne er ikke skrevet endnu: de skal stå i content/criteria.yaml.",
                      "The criteria are not written yet: they belong in content/criteria.yaml."},
                     language, "  ") +
           "  criteria: []\n";
  }
  std::string text = commented(
      {"Ansøgerens egen vurdering. Fjern «# » foran de tre linjer ved hvert kriterium, som ansøgeren opfylder, og "
       "udfyld svaret. Mindst ét kriterium under hver målsætning skal være opfyldt.",
       "The applicant's own assessment. Remove “# ” in front of the three lines of each criterion that the applicant "
       "meets, and fill in the answer. At least one criterion of each objective has to be met."},
      language, "  ");
  text += "  criteria:\n";
  for (const Objective& objective : corpus.objectives) {
    if (&objective != corpus.objectives.data()) text += "\n";
    text += comment(objective.title, Message{"    # Målsætning: ", "    # Objective: "}.in(language), "    # ");
    for (const Criterion& criterion : objective.criteria) text += criterion_entry(criterion, language);
  }
  return text + "\n";
}

std::string projects_of(const Corpus& corpus, Language language) {
  std::string text = commented({"Projekter, som ansøgeren vil bidrage til: fjern «# » foran dem.",
                                "Projects that the applicant will contribute to: remove “# ” in front of them."},
                               language, "  ");
  if (corpus.projects.empty()) return text + "  projects: []\n";
  text += "  projects:\n";
  for (const Project& project : corpus.projects) {
    text += comment(*project.title, "    # - " + *project.id + "  # ", "    #     # ");
  }
  return text;
}

std::string body_of(Language language) {
  if (language == Language::en) {
    return "\n## Motivation\n\nSay why the applicant wants to join, and which problem it can't solve alone.\n\n"
           "## Contribution\n\nSay for each objective what the applicant delivers, how much, to whom and when.\n\n"
           "## Projects\n\nName the projects under way, or suggest a new one with its aim and its first result.\n";
  }
  return "\n## Motivation\n\nSkriv, hvorfor ansøgeren vil være med, og hvilket problem den ikke kan løse alene.\n\n"
         "## Bidrag\n\nSkriv for hver målsætning, hvad ansøgeren leverer, hvor meget, til hvem og hvornår.\n\n"
         "## Projekter\n\nNævn igangværende projekter, eller foreslå et nyt med dets formål og første resultat.\n";
}

std::string key_or_comment(const std::string& key, const std::string& value, const std::string& example) {
  return value.empty() ? fmt::format("# {}: {}\n", key, quoted_scalar(example))
                       : fmt::format("{}: {}\n", key, quoted_scalar(value));
}

}  // namespace

Result<NewSource> write_new_member(const Model& model, const NewMember& wanted, Date today) {
  if (const auto fine = check(wanted); !fine) return std::unexpected(fine.error());
  const auto id = choose_id(model, wanted);
  if (!id) return std::unexpected(id.error());
  const Corpus& corpus = model.source();
  const Language language = corpus.config.language;
  std::string text = fmt::format("---\nid: {}\nname: {}\nkind: associated\n", *id, quoted_scalar(wanted.name));
  text +=
      key_or_comment("cvr", wanted.cvr, "12345674") + key_or_comment("website", wanted.website, "https://eksempel.dk");
  text += "established_in: DK\n";
  text += commented({"Kontakten offentliggøres aldrig:", "The contact is never published:"}, language, "");
  text += "# contact: {name: \"\", email: \"\"}\nstatus: applicant\n";
  text += fmt::format("declaration:\n  date: {}\n", today.iso());
  text += criteria_of(corpus, language) + projects_of(corpus, language);
  return NewSource{"content/members/" + *id + ".md", text + "---\n" + body_of(language)};
}

}  // namespace kanon
