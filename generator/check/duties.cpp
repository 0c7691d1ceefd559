#include "check/duties.h"

#include <algorithm>
#include <array>

namespace kanon {
namespace {

/// What may stand between «skal» and the verb.
constexpr auto kBetween = std::to_array<std::string_view>(
    {"ikke",      "altid",  "også",       "selv",      "straks",    "løbende",     "dagligt", "ugentligt",
     "månedligt", "årligt", "skriftligt", "samtidig",  "som",       "minimum",     "mindst",  "aldrig",
     "kun",       "derfor", "desuden",    "endvidere", "ligeledes", "regelmæssigt"});
/// Verbs on -es whose subject acts all the same.
constexpr auto kActiveInS = std::to_array<std::string_view>({"mødes", "enes", "samles", "lykkes", "findes"});
/// Clauses that these begin, wherever they stand before the verb, are subordinate.
constexpr auto kSubordinators = std::to_array<std::string_view>(
    {"at",        "hvilke",  "hvilken",  "hvilket", "hvordan",  "hvornår", "hvad",  "hvem",
     "hvor",      "hvorfor", "hvorvidt", "hvis",    "når",      "såfremt", "fordi", "mens",
     "medmindre", "uanset",  "idet",     "selvom",  "eftersom", "der",     "som"});
/// The same, but only as the clause's first word: elsewhere they are prepositions or adverbs.
constexpr auto kFirstSubordinators =
    std::to_array<std::string_view>({"om", "inden", "før", "efter", "da", "end", "så", "indtil", "siden"});
constexpr auto kConjunctions = std::to_array<std::string_view>({"og", "samt", "men", "eller"});
/// After «som» these make it an adverb: «som minimum».
constexpr auto kAfterAdverbialSom =
    std::to_array<std::string_view>({"minimum", "led", "udgangspunkt", "hovedregel", "følge", "regel"});
/// A full stop after these ends no sentence.
constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"kl", "nr", "pkt", "jf", "ca", "inkl", "ekskl", "fx", "eks", "bl", "art", "stk", "evt", "afs", "kap", "dvs"});

enum class Gap { none, comma, clause, sentence };

/// What stands between two words.
class Gaps {
 public:
  Gaps(std::string_view text, const std::vector<Word>& words) : text_(text), words_(words) {}

  Gap before(std::size_t word) const {
    if (word == 0) return Gap::sentence;
    const std::size_t begin = words_[word - 1].range.end;
    const std::string_view gap = text_.substr(begin, words_[word].range.begin - begin);
    if (gap.find_first_of("!?") != std::string_view::npos || gap.find("\n\n") != std::string_view::npos)
      return Gap::sentence;
    if (gap.find('.') != std::string_view::npos && ends_sentence(word)) return Gap::sentence;
    if (gap.find_first_of(";:") != std::string_view::npos) return Gap::clause;
    return gap.find_first_of(",()") != std::string_view::npos ? Gap::comma : Gap::none;
  }

 private:
  /// The full stop before the word, unless it belongs to an abbreviation or a number: the next word then goes on small.
  bool ends_sentence(std::size_t word) const {
    const Range range = words_[word].range;
    const bool goes_on_small = text_.substr(range.begin, range.end - range.begin) == words_[word].lower;
    const std::string& last = words_[word - 1].lower;
    return !goes_on_small && !is_one_of(last, kAbbreviations) && last.size() > 1;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
};

/// Goes through a text clause by clause and tells which duties stand in main clauses.
class DutyWalk {
 public:
  DutyWalk(std::string_view text, const std::vector<Word>& words) : gaps_(text, words), words_(words) {}

  std::vector<Range> walk() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      cross(gaps_.before(at), at);
      if (is_one_of(words_[at].lower, kConjunctions)) {
        clause_ = at + 1;
        opener_ = Opener::conjunction;
      } else if (is_duty(at)) {
        judge(at);
        clause_ = at + 1;
        opener_ = Opener::duty;
      }
    }
    return std::move(found_);
  }

 private:
  enum class Opener { sentence, comma, conjunction, duty };

  void cross(Gap gap, std::size_t at) {
    if (gap == Gap::none) return;
    clause_ = at;
    in_subordinate_ = false;
    opener_ = gap == Gap::comma ? Opener::comma : Opener::sentence;
    if (gap == Gap::sentence || gap == Gap::clause) sentence_has_duty_ = false;
  }

  bool is_duty(std::size_t at) const {
    if (words_[at].lower == "skal") return true;
    if (words_[at].lower != "må") return false;
    for (std::size_t i = at + 1; i < std::min(words_.size(), at + 3); ++i)
      if (is_one_of(words_[i].lower, std::to_array<std::string_view>({"ikke", "kun", "aldrig", "alene"}))) return true;
    return false;
  }

  void judge(std::size_t at) {
    in_subordinate_ = is_subordinate(at);
    if (in_subordinate_) return;
    sentence_has_duty_ = true;
    found_.push_back(words_[at].range);
  }

  bool is_subordinate(std::size_t at) const {
    if (clause_ == at) {
      // «… systemer, der driftes, skal …» goes on with the clause around; «…, skal leverandøren» after «Hvis» doesn't
      if (opener_ == Opener::comma) return sentence_has_duty_ && !precedes_subject(at);
      // «… der skal driftes og skal overvåges»
      return opener_ == Opener::conjunction && in_subordinate_;
    }
    if (is_one_of(words_[clause_].lower, kFirstSubordinators)) return opener_ != Opener::duty;
    for (std::size_t i = clause_; i < at; ++i)
      if (subordinates(i, at)) return true;
    return false;
  }

  /// «…, skal leverandøren …»: a main clause that something else stands before.
  bool precedes_subject(std::size_t at) const {
    constexpr auto subjects = std::to_array<std::string_view>(
        {"leverandøren", "kunden", "den", "det", "de", "der", "denne", "dette", "disse"});
    return at + 1 < words_.size() && is_one_of(words_[at + 1].lower, subjects);
  }

  bool subordinates(std::size_t i, std::size_t at) const {
    const std::string& word = words_[i].lower;
    if (!is_one_of(word, kSubordinators)) return false;
    if (word == "som") return !is_one_of(words_[i + 1].lower, kAfterAdverbialSom);
    // «Der skal tages backup», «og der skal føres log»: a main clause without a subject
    if (word == "der") return !(i == clause_ && i + 1 == at && opener_ != Opener::comma && opener_ != Opener::duty);
    return true;
  }

  Gaps gaps_;
  const std::vector<Word>& words_;
  std::size_t clause_ = 0;  ///< the first word of the clause at hand
  Opener opener_ = Opener::sentence;
  bool in_subordinate_ = false;     ///< whether the last duty stood in a subordinate clause that still goes on
  bool sentence_has_duty_ = false;  ///< whether the sentence has had one in a main clause
  std::vector<Range> found_;
};

}  // namespace

std::optional<WrongBeginning> wrong_beginning(const std::vector<Word>& words) {
  using Kind = WrongBeginning::Kind;
  if (words.empty()) return std::nullopt;
  if (words[0].lower != "leverandøren") {
    const bool names_duty = words.size() > 1 && words[1].lower == "skal";
    return WrongBeginning{Kind::other_beginning, {words[0].range.begin, words[names_duty ? 1 : 0].range.end}};
  }
  if (words.size() == 1 || words[1].lower != "skal")
    return WrongBeginning{Kind::no_duty, {words[0].range.begin, words[words.size() == 1 ? 0 : 1].range.end}};
  std::size_t verb = 2;
  while (verb < words.size() && is_one_of(words[verb].lower, kBetween)) ++verb;
  if (verb < words.size() && words[verb].lower.ends_with("es") && !is_one_of(words[verb].lower, kActiveInS))
    return WrongBeginning{Kind::passive, words[verb].range};
  return std::nullopt;
}

std::vector<Range> duties(std::string_view text, const std::vector<Word>& words) {
  return DutyWalk(text, words).walk();
}

}  // namespace kanon
