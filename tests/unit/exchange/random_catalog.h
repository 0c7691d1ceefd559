#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "model/items.h"

namespace kanon {

/// Catalogs that nobody would write, the same for the same seed: texts with markup, blanks, line ends and letters
/// outside the BMP, lists that name nothing, phases that there are none of.
class RandomCatalog {
 public:
  explicit RandomCatalog(std::uint32_t seed) : random_(seed) {}

  Catalog make() {
    Catalog catalog;
    catalog.id.value = "katalog";
    catalog.title.value = words();
    catalog.owner = maybe() ? words() : std::string();
    catalog.version.value = version();
    catalog.level = maybe_word();
    catalog.extends = maybe_word();
    catalog.classification = maybe_word();
    catalog.aliases = list();
    for (int i = below(4); i > 0; --i) {
      HistoryEntry entry;
      entry.version.value = version();
      entry.date.value = date();
      entry.by = maybe() ? words() : std::string();
      entry.change = maybe() ? words() : std::string();
      entry.kind = static_cast<ChangeKind>(below(3));
      catalog.history.push_back(entry);
    }
    for (int i = below(3); i > 0; --i) catalog.approvals.push_back({{}, {words(), {}}, {date(), {}}, {version(), {}}});
    if (maybe()) catalog.effective = Located<Date>{date(), {}};
    if (maybe()) catalog.review_every = Located<Duration>{{1 + below(40), below(3) * below(40)}, {}};
    for (int i = below(4); i > 0; --i) catalog.phases.push_back({{std::to_string(i) + words(), {}}, words()});
    for (int i = below(4); i > 0; --i)
      catalog.recommendations.push_back({{words(), {}}, {phase(catalog), {}}, words()});
    for (int i = below(8); i > 0; --i) catalog.requirements.push_back(requirement(catalog, i));
    return catalog;
  }

  std::string words() {
    static const std::vector<std::string> pieces{"Leverandøren skal",
                                                 " ",
                                                 " ",
                                                 "logge",
                                                 "<b>&amp;</b>",
                                                 "\"citat\"",
                                                 "'",
                                                 "\n",
                                                 "\n\n",
                                                 "\t",
                                                 "  ",
                                                 "]]>",
                                                 "<![CDATA[",
                                                 "𝔘𝔫",
                                                 "👩‍💻",
                                                 "\\",
                                                 "\\n",
                                                 "*",
                                                 "_a_",
                                                 "`x`",
                                                 "{{ insert: param, x }}",
                                                 "[a](b)",
                                                 "- ",
                                                 "1. ",
                                                 "# ",
                                                 "| a |",
                                                 "\u00A0",
                                                 "\u2028",
                                                 "æøå",
                                                 "&#10;",
                                                 "%s",
                                                 "--",
                                                 "1.2",
                                                 "|",
                                                 "\uFEFF",
                                                 "\u0085",
                                                 "x"};
    std::string text;
    for (int i = 1 + below(6); i > 0; --i)
      text += pieces[static_cast<std::size_t>(below(static_cast<int>(pieces.size())))];
    return text;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint32_t>(limit)); }
  bool maybe() { return below(2) == 0; }
  MaybeLocated<std::string> maybe_word() {
    return maybe() ? MaybeLocated<std::string>(LocatedText{words(), {}}) : std::nullopt;
  }
  std::vector<LocatedText> list() {
    std::vector<LocatedText> all;
    for (int i = below(4); i > 0; --i) all.push_back({words(), {}});
    return all;
  }
  Version version() { return *Version::parse(std::to_string(1 + below(9)) + "." + std::to_string(below(12))); }
  Date date() { return Date().plus({below(1200), below(31)}); }
  std::string phase(const Catalog& catalog) {
    const int known = static_cast<int>(catalog.phases.size());
    const int chosen = below(known + 2);
    if (chosen < known) return catalog.phases[static_cast<std::size_t>(chosen)].id.value;
    return chosen == known ? std::string("ukendt") : std::string();
  }

  Requirement requirement(const Catalog& catalog, int number) {
    Requirement one;
    one.id.value = (maybe() ? "LK-BAS-" : "") + std::to_string(number) + (maybe() ? ".1" : "");
    const std::string chosen = phase(catalog);
    if (!chosen.empty()) one.phase = LocatedText{chosen, {}};
    one.theme = maybe() ? words() : std::string();
    one.text.value = "x" + words();
    one.minimum = maybe();
    one.solution = maybe();
    one.verification = maybe() ? words() : std::string();
    one.frequency = maybe_word();
    one.recommendations = list();
    one.controls = list();
    one.derives_from = list();
    one.note = maybe() ? words() : std::string();
    for (int i = below(3); i > 0; --i) one.silence.push_back({{}, {words(), {}}, {words(), {}}});
    return one;
  }

  std::mt19937 random_;
};

}  // namespace kanon
