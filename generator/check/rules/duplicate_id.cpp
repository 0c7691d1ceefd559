#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "check/rule.h"
#include "check/wording.h"
#include "resolve/addresses.h"
#include "resolve/claims.h"
#include "resolve/ids.h"

namespace kanon {
namespace {

const Message kFirst{"Her står det første gang", "Here it stands first"};

/// Ids of the shared name space. Some file systems don't tell cases apart, so neither may ids.
void find_shared_ids(const CheckInput& input, Reporter& reporter) {
  const auto ids = given_ids(input.corpus());
  std::unordered_map<std::string, const GivenId*> first;
  for (const auto& given : ids) {
    const auto [known, is_new] = first.emplace(lower_ascii(given.id->value), &given);
    if (is_new) continue;
    const GivenId& other = *known->second;
    const std::string id = quoted(given.id->value);
    const Message kind = kind_in_words(other.item.kind);
    Message what = given.id->value == other.id->value
                       ? Message{fmt::format("Id'et «{}» bruges allerede af {}", id, kind.da),
                                 fmt::format("The id “{}” is already used by {}", id, kind.en)}
                       : message("Id'et «{}» ligner «{}»: de adskiller sig kun ved store og små bogstaver",
                                 "The id “{}” is like “{}”: they differ only by case", id, quoted(other.id->value));
    auto& found = reporter.report(given.file, given.id->range, std::move(what),
                                  {"Giv den ene et andet id. Henvisninger til den skal rettes med.",
                                   "Give one of them another id, and correct the references to it."});
    found.related.push_back(reporter.related(other.file, other.id->range, kFirst));
  }
}

/// Ids that only have to differ within one list: phases, recommendations, controls.
class LocalIds {
 public:
  LocalIds(Reporter& reporter, FileIndex file) : reporter_(reporter), file_(file) {}

  void add(const LocatedText& id) {
    if (id.value.empty()) return;
    const auto [known, is_new] = first_.emplace(id.value, id.range);
    if (is_new) return;
    auto& found = reporter_.report(
        file_, id.range,
        message("«{}» står mere end én gang i listen", "“{}” stands more than once in the list", quoted(id.value)),
        {"Ret den ene, eller slå de to sammen.", "Correct one of them, or join the two."});
    found.related.push_back(reporter_.related(file_, known->second, kFirst));
  }

 private:
  Reporter& reporter_;
  FileIndex file_;
  std::unordered_map<std::string, Range> first_;
};

void find_local_ids(const CheckInput& input, Reporter& reporter) {
  for (const auto& catalog : input.corpus().catalogs) {
    LocalIds phases(reporter, catalog.file);
    for (const auto& phase : catalog.phases) phases.add(phase.id);
    LocalIds recommendations(reporter, catalog.file);
    for (const auto& recommendation : catalog.recommendations) recommendations.add(recommendation.id);
  }
  if (input.corpus().controls.empty()) return;
  LocalIds controls(reporter, input.corpus().controls.front().file);
  for (const auto& entry : input.corpus().controls) controls.add(entry.control);
}

void find_shared_addresses(const CheckInput& input, Reporter& reporter) {
  std::unordered_set<std::string> generated;
  for (const auto& address : generated_addresses(input.config())) generated.insert(address);
  const Message help{"Vælg et andet navn til siden, eller fjern aliasset.",
                     "Choose another name for the page, or remove the alias."};
  const auto claims = claimed_addresses(input.model);
  std::unordered_map<std::string, const Claim*> first;
  for (const auto& claim : claims) {
    const bool is_front_page =
        claim.item.kind == ItemKind::page && claim.address == "/" && address_of(input.model, claim.item) == "/";
    if (!is_front_page && generated.contains(lower_ascii(claim.address))) {
      reporter.report(claim.file, claim.range,
                      message("Adressen {} har webstedet selv brug for", "The site itself needs the address {}",
                              quoted(claim.address)),
                      help);
      continue;
    }
    const auto [known, is_new] = first.emplace(lower_ascii(claim.address), &claim);
    if (is_new) continue;
    auto& found =
        reporter.report(claim.file, claim.range,
                        message("Adressen {} er allerede optaget af «{}»", "The address {} is already taken by “{}”",
                                quoted(claim.address), quoted(input.model.title_of(known->second->item))),
                        help);
    found.related.push_back(reporter.related(known->second->file, known->second->range, kFirst));
  }
}

void find_duplicate_ids(const CheckInput& input, Reporter& reporter) {
  find_shared_ids(input, reporter);
  find_local_ids(input, reporter);
  find_shared_addresses(input, reporter);
}

}  // namespace

namespace rules {
const Rule duplicate_id{RuleId::duplicate_id,
                        "reading",
                        Severity::error,
                        {"To ting har samme id, eller to sider vil have samme adresse",
                         "Two things have the same id, or two pages want the same address"},
                        find_duplicate_ids};
}  // namespace rules

}  // namespace kanon
