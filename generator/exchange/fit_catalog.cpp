#include "exchange/fit_catalog.h"

#include <set>
#include <string_view>
#include <unordered_map>

#include "base/id.h"
#include "base/slug.h"
#include "base/text.h"
#include "exchange/told.h"
#include "read/mapping_form.h"

namespace kanon {
namespace {

constexpr std::size_t kLongestId = 120;
constexpr std::size_t kLongestText = 100'000;  // code points, as for every text of a source
constexpr std::size_t kMostShown = 80;

std::string shown(std::string_view text) {
  std::string start = printable(text.substr(0, kMostShown));
  while (first_invalid_utf8(start)) start.pop_back();
  return start.size() < text.size() ? start + "…" : start;
}

/// Without bytes that are no UTF-8 and characters that no page can show.
std::string without_unshowable(std::string_view text) {
  std::string clean;
  while (const auto bad = first_invalid_utf8(text)) {
    clean.append(text.substr(0, *bad)).append("\uFFFD");
    text.remove_prefix(*bad + 1);
  }
  clean = normalised_text(clean.append(text));
  for (const std::string_view never : {"\uFFFE", "\uFFFF"}) clean = replace_all(std::move(clean), never, "\uFFFD");
  for (char& c : clean) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) c = ' ';
  }
  return clean;
}

std::string cut(std::string text, std::size_t most) {
  if (text.size() <= most || code_points(text) <= most) return text;
  std::size_t at = 0;
  for (std::size_t letters = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && letters++ == most) break;
  }
  text.resize(at);
  return text;
}

/// Letters, digits, dots and hyphens of a text, with hyphens for all else; empty where nothing is left.
std::string as_requirement_id(std::string_view text) {
  std::string spelled(text);
  for (const auto& [from, to] :
       {std::pair{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}, {"Æ", "AE"}, {"Ø", "OE"}, {"Å", "AA"}}) {
    spelled = replace_all(std::move(spelled), from, to);
  }
  std::string id;
  for (const char c : spelled) {
    if (is_requirement_id({&c, 1}) || (c == '.' && !id.empty())) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  id.resize(std::min(id.size(), kLongestId - 8));  // room for what tells repeated ones apart
  while (!id.empty() && (id.back() == '-' || id.back() == '.')) id.pop_back();
  return id;
}

class Fitting {
 public:
  Fitting(Catalog& catalog, const NewPlace& place) : catalog_(catalog), place_(place) {}

  std::vector<Message> fit() {
    for_each_text();
    fit_head();
    fit_outline();
    fit_requirement_ids();
    for (Requirement& requirement : catalog_.requirements) fit_requirement(requirement);
    return told_.take();
  }

 private:
  void clean(std::string& text, const std::string& where) {
    std::string fit = cut(without_unshowable(text), kLongestText);
    if (fit != text) {
      told_.add(message("{}: tegn, som ikke kan vises, er fjernet, eller teksten er forkortet",
                        "{}: characters that can’t be shown were removed, or the text was cut", where));
      text = std::move(fit);
    }
    if (trim(text).empty()) text.clear();
  }
  void clean(MaybeLocated<std::string>& text, const std::string& where) {
    if (!text) return;
    clean(text->value, where);
    if ((*text)->empty()) text.reset();
  }
  void clean(std::vector<LocatedText>& texts, const std::string& where) {
    for (LocatedText& text : texts) clean(text.value, where);
    std::erase_if(texts, [](const LocatedText& text) { return text->empty(); });
  }

  void for_each_text();
  void fit_head();
  void fit_outline();
  void fit_requirement_ids();
  void fit_requirement(Requirement& requirement);

  Catalog& catalog_;
  const NewPlace& place_;
  std::unordered_map<std::string, std::string> new_ids_;  ///< of requirements whose id was made anew
  Told told_;
};

void Fitting::for_each_text() {
  const std::string head = place_.id;
  clean(catalog_.title.value, head);
  clean(catalog_.owner, head);
  clean(catalog_.classification, head);
  clean(catalog_.level, head);
  clean(catalog_.extends, head);
  clean(catalog_.aliases, head);
  for (HistoryEntry& entry : catalog_.history) {
    clean(entry.by, head);
    clean(entry.change, head);
  }
  for (Approval& approval : catalog_.approvals) clean(approval.body.value, head);
  for (Phase& phase : catalog_.phases) {
    clean(phase.id.value, head);
    clean(phase.title, head);
  }
  for (Recommendation& recommendation : catalog_.recommendations) {
    clean(recommendation.id.value, head);
    clean(recommendation.phase.value, head);
    clean(recommendation.text, head);
  }
  for (Requirement& requirement : catalog_.requirements) {
    const std::string where = shown(*requirement.id);
    clean(requirement.phase, where);
    clean(requirement.theme, where);
    clean(requirement.text.value, where);
    clean(requirement.verification, where);
    clean(requirement.frequency, where);
    clean(requirement.recommendations, where);
    clean(requirement.controls, where);
    clean(requirement.derives_from, where);
    clean(requirement.note, where);
    for (Silence& silence : requirement.silence) {
      clean(silence.rule.value, where);
      clean(silence.reason.value, where);
    }
    std::erase_if(requirement.silence, [](const Silence& one) { return one.rule->empty() || one.reason->empty(); });
  }
}

void Fitting::fit_head() {
  if (!catalog_.id->empty() && *catalog_.id != place_.id) {
    told_.add(message("Kataloget hedder «{}» i filen og «{}» i projektet",
                      "The catalog is “{}” in the file and “{}” in the project", shown(*catalog_.id), place_.id));
  }
  catalog_.id = {place_.id, {}};
  if (catalog_.title->empty()) {
    catalog_.title.value = place_.id;
    told_.add({"Kataloget har ingen titel; det har fået sit id som titel",
               "The catalog has no title; it got its id for one"});
  }
  if (catalog_.version->empty()) {
    catalog_.version =
        catalog_.history.empty() ? Located<Version>{*Version::parse("1.0"), {}} : catalog_.history.front().version;
    told_.add(message("Kataloget har ingen version; det har fået {}", "The catalog has no version; it got {}",
                      catalog_.version->text()));
  }
  if (catalog_.history.empty()) {
    HistoryEntry entry{{}, catalog_.version, {place_.today, {}}, catalog_.owner, "", ChangeKind::created};
    const std::string from = printable(place_.from);
    entry.change = message("Indlæst fra {}", "Read from {}", from).in(place_.language);
    catalog_.history.push_back(std::move(entry));
    told_.add(message("Kataloget har ingen historik; den begynder i dag, {}",
                      "The catalog has no history; it begins today, {}", place_.today.iso()));
  }
  std::erase_if(catalog_.approvals, [](const Approval& approval) { return approval.body->empty(); });
  std::erase_if(catalog_.aliases, [&](LocatedText& alias) {
    const auto address = former_address_form().parse(*alias);
    if (!address) {
      told_.add(message("Den tidligere adresse «{}» er udeladt: det er ingen adresse",
                        "The former address “{}” was left out: it is none", shown(*alias)));
      return true;
    }
    alias.value = *address;
    return false;
  });
}

void Fitting::fit_outline() {
  std::size_t number = 0;
  for (Phase& phase : catalog_.phases) {
    ++number;
    if (phase.id->empty()) phase.id.value = std::to_string(number);
    if (phase.title.empty()) phase.title = *phase.id;
  }
  number = 0;
  for (Recommendation& recommendation : catalog_.recommendations) {
    ++number;
    if (recommendation.id->empty()) {
      recommendation.id.value = std::to_string(number);
      told_.add(
          message("En anbefaling uden id har fået id’et {}", "A recommendation without an id got the id {}", number));
    }
    if (recommendation.text.empty()) recommendation.text = *recommendation.id;
  }
}

void Fitting::fit_requirement_ids() {
  std::set<std::string, std::less<>> taken;
  for (const Requirement& requirement : catalog_.requirements) {
    if (is_requirement_id(*requirement.id) && requirement.id->size() <= kLongestId) taken.insert(*requirement.id);
  }
  std::set<std::string, std::less<>> met;
  std::unordered_map<std::string, std::size_t> counts;  // what the next repeated id of a name is numbered
  std::size_t number = 0;
  for (Requirement& requirement : catalog_.requirements) {
    ++number;
    const bool usable = taken.contains(*requirement.id);
    if (usable && met.insert(*requirement.id).second) continue;
    std::string wanted = as_requirement_id(*requirement.id);
    if (wanted.empty()) wanted = "KRAV-" + std::to_string(number);
    std::string id = wanted;
    for (std::size_t& count = counts.try_emplace(wanted, 2).first->second; taken.contains(id); ++count) {
      id = fmt::format("{}-{}", wanted, count);
    }
    taken.insert(id);
    met.insert(id);
    if (requirement.id->empty()) {
      told_.add(message("Et krav uden id har fået id’et {}", "A requirement without an id got the id {}", id));
    } else {
      told_.add(message("Kravets id «{}» er blevet til {}", "The requirement’s id “{}” became {}",
                        shown(*requirement.id), id));
      if (!usable) new_ids_.emplace(*requirement.id, id);
    }
    requirement.id.value = std::move(id);
  }
}

void Fitting::fit_requirement(Requirement& requirement) {
  if (requirement.text->empty()) {
    const std::string none = Message{"(uden tekst)", "(without text)"}.in(place_.language);
    requirement.text.value = requirement.theme.empty() ? none : requirement.theme;
    told_.add(message("Kravet {} har ingen tekst", "The requirement {} has no text", *requirement.id));
  }
  for (LocatedText& parent : requirement.derives_from) {
    if (const auto found = new_ids_.find(*parent); found != new_ids_.end()) parent.value = found->second;
  }
  if (requirement.frequency && !frequency_form().parse(**requirement.frequency)) {
    told_.add(message("Kravet {}: hyppigheden «{}» er flyttet til bemærkningen",
                      "The requirement {}: the frequency “{}” was moved to the note", *requirement.id,
                      shown(**requirement.frequency)));
    if (!requirement.note.empty()) requirement.note += '\n';
    requirement.note += message("Hyppighed: {}", "Frequency: {}", **requirement.frequency).in(place_.language);
    requirement.frequency.reset();
  }
}

}  // namespace

std::vector<Message> fit(Catalog& catalog, const NewPlace& place) { return Fitting(catalog, place).fit(); }

}  // namespace kanon
