#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "model/items.h"

namespace kanon::test {

/// Texts that tables, spreadsheets and YAML are most likely to change.
inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts{
      "Leverandøren skal logge",
      "Leverandøren skal: hver måned # sende en rapport; \"citat\" og 'apostrof'",
      "yes",
      "No",
      "null",
      "~",
      "1.10",
      "007",
      "1e5",
      "2025-01-01",
      "12:30",
      "true",
      "SAND",
      "- streg",
      "? spørgsmål",
      "=1+1",
      "'=1+1",
      "''1.10",
      "+45 12 34 56 78",
      "@sum",
      "-5",
      "\tindrykket",
      "linje et\nlinje to",
      "linje et\n\n  indrykket\nslut\n",
      "\nførst tom",
      "to tomme\n\n\n",
      "bagved ",
      " foran",
      "to  mellemrum",
      "{a: b}",
      "[a, b]",
      "& * ! | > % `",
      "slutter med kolon:",
      "a: b",
      "a #b",
      "«Æblegrød» – ægte øl på åen, naïve café",
      "日本語とemoji 🙂",
      "\xC2\xA0hårdt mellemrum",
      "nul\xE2\x80\x8B"
      "bredde",
      "\xE2\x80\xA8linjeskift",
      "_x000A_ og _x0041_",
      "a;b,c\td",
      "<b>fed</b> &amp; ]]>",
      "| rør | \\ skråstreg *stjerne* _under_ #",
      "---",
      "Navn {#id}",
      "...",
      "https://eksempel.dk/a?b=c&d=e#f",
      std::string(400, 'x'),
      "Et langt krav, som fylder mere end en linje: " + std::string(60, 'a') + " " + std::string(60, 'b') + "  " +
          std::string(60, 'c') + " # ikke en kommentar - heller ikke en liste",
  };
  return texts;
}

/// Catalogs at random, each the same for the same seed: every field, most of them hostile.
class RandomCatalogs {
 public:
  explicit RandomCatalogs(std::uint32_t seed) : random_(seed) {}

  Catalog next() {
    Catalog catalog;
    catalog.id.value = "katalog";
    catalog.title.value = text();
    if (chance()) catalog.level = LocatedText{text(), {}};
    if (chance()) catalog.extends = LocatedText{"andet-katalog", {}};
    if (chance()) catalog.owner = text();
    if (chance()) catalog.classification = LocatedText{text(), {}};
    catalog.version.value = version();
    for (std::size_t i = 0; i < 1 + below(3); ++i) {
      catalog.history.push_back({{}, {version(), {}}, {day(), {}}, text_or_nothing(), text_or_nothing(), change()});
    }
    for (std::size_t i = 0; i < below(3); ++i) {
      catalog.approvals.push_back({{}, {text(), {}}, {day(), {}}, {version(), {}}});
    }
    if (chance()) catalog.effective = {day(), {}};
    if (chance()) catalog.review_every = {Duration{static_cast<int>(below(30)), static_cast<int>(1 + below(30))}, {}};
    for (std::size_t i = 0; i < below(3); ++i) catalog.aliases.push_back({"gammel/adresse-" + std::to_string(i), {}});
    for (std::size_t i = 0; i < below(4); ++i) catalog.phases.push_back({{text(), {}}, text()});
    for (std::size_t i = 0; i < below(4); ++i) {
      catalog.recommendations.push_back({{text(), {}}, {text_or_nothing(), {}}, text()});
    }
    const std::size_t requirements = below(8);
    for (std::size_t i = 0; i < requirements; ++i) catalog.requirements.push_back(requirement(i));
    return catalog;
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }
  bool chance() { return below(2) == 0; }
  Version version() { return *Version::parse(std::to_string(below(12)) + "." + std::to_string(below(12))); }
  Date day() { return Date::from_days(std::chrono::sys_days{std::chrono::days{10'000 + below(20'000)}}); }
  ChangeKind change() { return static_cast<ChangeKind>(below(3)); }
  std::string text_or_nothing() { return chance() ? text() : std::string(); }

  /// One of the hostile texts, or several pieces of them beside each other.
  std::string text() {
    const auto& texts = hostile_texts();
    if (chance()) return texts[below(texts.size())];
    std::string made;
    for (std::size_t i = 0; i < 1 + below(40); ++i) {
      static const std::vector<std::string> pieces{"a",  "krav", " ", " ", "\n", ":", "#",  "'",
                                                   "\"", "-",    ",", "ø", "=",  "{", "\t", "🙂"};
      made += pieces[below(pieces.size())];
    }
    return made.find_first_not_of(" \t\n") == std::string::npos ? made + "x" : made;
  }
  std::vector<LocatedText> texts() {
    std::vector<LocatedText> all;
    for (std::size_t i = 0; i < below(4); ++i) all.push_back({text(), {}});
    return all;
  }

  Requirement requirement(std::size_t number) {
    Requirement requirement;
    requirement.id.value = "LK-" + std::to_string(number) + "." + std::to_string(below(20));
    if (chance()) requirement.phase = LocatedText{text(), {}};
    requirement.theme = text_or_nothing();
    requirement.text.value = text();
    requirement.minimum = chance();
    requirement.solution = chance();
    requirement.verification = text_or_nothing();
    static const std::vector<std::string> frequencies{"P1M", "P1Y", "P3M", "once", "P2W", "P1Y6M", "P10D", "P12M"};
    if (chance()) requirement.frequency = LocatedText{frequencies[below(frequencies.size())], {}};
    requirement.recommendations = texts();
    requirement.controls = texts();
    requirement.derives_from = texts();
    requirement.note = text_or_nothing();
    for (std::size_t i = 0; i < below(3); ++i) requirement.silence.push_back({{}, {text(), {}}, {text(), {}}});
    return requirement;
  }

  std::mt19937 random_;
};

/// All that a catalog says, a line each, for comparing two: nothing is left out, and nothing said twice.
inline std::vector<std::string> facts_of(const Catalog& catalog) {
  std::vector<std::string> facts;
  const auto add = [&](std::string name, const std::string& text) { facts.push_back(std::move(name) + " = " + text); };
  const auto add_optional = [&](const std::string& name, const MaybeLocated<std::string>& text) {
    if (text) add(name, **text);
  };
  const auto add_list = [&](const std::string& name, const std::vector<LocatedText>& texts) {
    for (const LocatedText& text : texts) add(name, *text);
  };
  add("id", *catalog.id);
  add("title", *catalog.title);
  add_optional("level", catalog.level);
  add_optional("extends", catalog.extends);
  add("owner", catalog.owner);
  add_optional("classification", catalog.classification);
  add_list("alias", catalog.aliases);
  add("version", catalog.version->text());
  for (const HistoryEntry& one : catalog.history) {
    add("history", one.version->text() + "|" + one.date->iso() + "|" + std::to_string(static_cast<int>(one.kind)));
    add("history by", one.by);
    add("history change", one.change);
  }
  for (const Approval& one : catalog.approvals) {
    add("approval", one.version->text() + "|" + one.date->iso() + "|" + *one.body);
  }
  if (catalog.effective) add("effective", (*catalog.effective)->iso());
  if (catalog.review_every) {
    add("review",
        std::to_string((*catalog.review_every)->months) + "|" + std::to_string((*catalog.review_every)->days));
  }
  for (const Phase& one : catalog.phases) {
    add("phase", *one.id);
    add("phase title", one.title);
  }
  for (const Recommendation& one : catalog.recommendations) {
    add("recommendation", *one.id);
    add("recommendation phase", *one.phase);
    add("recommendation text", one.text);
  }
  for (const Requirement& one : catalog.requirements) {
    add("requirement", *one.id);
    add_optional("in phase", one.phase);
    add("theme", one.theme);
    add("text", *one.text);
    add("kind", one.minimum ? "minimum" : "standard");
    add("form", one.solution ? "solution" : "effect");
    add("verification", one.verification);
    add_optional("frequency", one.frequency);
    add_list("for recommendation", one.recommendations);
    add_list("control", one.controls);
    add_list("derives from", one.derives_from);
    add("note", one.note);
    for (const Silence& silence : one.silence) {
      add("exception", *silence.rule);
      add("exception reason", *silence.reason);
    }
  }
  return facts;
}

}  // namespace kanon::test
