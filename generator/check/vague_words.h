#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/danish_words.h"
#include "model/config.h"

namespace kanon {

enum class Vagueness { wording, time };

/// A word or phrase that two readers would measure differently.
struct VagueFound {
  Vagueness vagueness{};
  Range range;  ///< in the text
};

/// Finds vague words in Danish texts, in whatever form they stand: those that the program knows, and those that
/// kanon.yaml adds. Where phrases overlap the longest is found. A vague time that is bounded at once («løbende, dog
/// mindst hver måned») is none.
class VagueWords {
 public:
  explicit VagueWords(const Config& config);

  std::vector<VagueFound> find(std::string_view text, const std::vector<Word>& words);
  /// Whether the text says a time that is vague.
  bool has_vague_time(std::string_view text, const std::vector<Word>& words);

 private:
  struct Phrase {
    Vagueness vagueness{};
    std::vector<std::string> words;
    std::vector<std::string> unless_before;  ///< words after it that make it precise
    std::vector<std::string> unless_after;   ///< words before it that do
  };

  void add(std::string_view phrase, Vagueness vagueness, std::string_view unless_before = {},
           std::string_view unless_after = {});
  std::vector<std::size_t> candidates(const std::string& lower);
  bool stands_at(const Phrase& phrase, const std::vector<Word>& words, std::size_t at);
  const Phrase* longest_at(const std::vector<Word>& words, std::size_t at);
  bool is_bounded(const std::vector<Word>& words, std::size_t after);

  DanishStems stems_;
  std::vector<Phrase> phrases_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_stem_;  ///< of the first word
};

}  // namespace kanon
