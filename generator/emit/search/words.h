#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kanon {

/// The words of a text as the search knows them: runs of letters, digits and marks, in lower case, æ as `ae`, ø as
/// `oe`, å as `aa`, other accents dropped. assets/script/search/words.js folds what is typed in the same way; the two
/// must agree, or what is there isn't found.
class SearchWords {
 public:
  /// `text` must outlive the words.
  explicit SearchWords(std::string_view text) : text_(text) {}

  /// Goes to the next word; false where there is none. Single letters and words of more than 40 bytes are passed over:
  /// nobody looks for them.
  bool next();
  const std::string& word() const { return word_; }

 private:
  bool add_danish(unsigned char first);
  void fold(std::int32_t code_point);

  std::string_view text_;
  std::size_t at_ = 0;
  std::string word_;
};

}  // namespace kanon
