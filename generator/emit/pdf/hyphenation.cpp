#include "emit/pdf/hyphenation.h"

#include <hyphen.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>

#include "embed/embedded.h"
#include "emit/pdf/tags.h"

namespace kanon {
namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::size_t least_letters = 7;
constexpr std::size_t least_letters_in_cells = 16;
constexpr std::size_t least_letters_in_headings = 20;
constexpr std::size_t least_before = 3;
constexpr std::size_t least_after = 3;
/// Longer words are no words.
constexpr std::size_t most_letters = 200;

/// What the patterns get wrong, wherever it stands in a word: all the breaks there are, and with a hyphen before it the
/// one where it begins inside a compound. Most are compounds that the patterns divide a letter too early or too late.
constexpr std::array<std::string_view, 33> exceptions = {
    "-an-svar",       "-sty-rin",           "-tje-ne-ste",     "-po-li-tik",        "-er-klæ-rin",
    "-op-lys-nin",    "-adres-se",          "-re-gi-ster",     "-or-ga-ni-sa-tion", "-net-værk",
    "-plat-form",     "-da-ta-be-hand-ler", "-web-sted",       "tjek-li-ste",       "stik-prø-ve",
    "cy-ber-an-greb", "vagt-sy-stem",       "test-rap-port",   "sam-funds-kri-ti",  "stan-dard-rol",
    "hjem-me-si-de",  "pa-pir-ko-pi",       "frem-ad-ret",     "er-hvervs-",        "cer-ti-fi-kat-re",
    "kri-se-stab",    "an-svars-ta-bel",    "fin-ger-af-tryk", "fra-trådt",         "fjern-ad-gang",
    "log-plat-form",  "ret-nings-lin-je",   "foran-stalt-nin"};

struct FreeDictionary {
  void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};
struct CloseFile {
  void operator()(FILE* file) const { (void)std::fclose(file); }
};

/// A word of letters in ISO 8859-1, lower case, and where each letter begins in UTF-8.
struct Letters {
  std::string latin1;
  std::vector<std::size_t> offsets;
};

struct Character {
  UChar32 code = 0;  ///< 0 for one that is no letter of a European alphabet
  std::size_t size = 1;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {static_cast<UChar32>(lead), 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  const std::size_t size = std::min(length, text.size() - at);
  if (size != 2) return {0, size};
  return {static_cast<UChar32>((lead & 0x1FU) << 6U | (byte(1) & 0x3FU)), size};
}

/// Nothing that ISO 8859-1 can't say is a letter of a Danish word.
Letters letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    const Character character = character_at(word, at);
    const UChar32 letter = u_tolower(character.code);
    if (letter > 0xFF || !u_isalpha(letter)) return {};
    letters.offsets.push_back(at);
    letters.latin1 += static_cast<char>(letter);
    at += character.size;
  }
  return letters;
}

class Patterns {
 public:
  Patterns() {
    const auto& files = embedded::hyphenation();
    std::string bytes(files.front().bytes);
    const std::unique_ptr<FILE, CloseFile> file(fmemopen(bytes.data(), bytes.size(), "r"));
    dictionary_.reset(hnj_hyphen_load_file(file.get()));
    for (const std::string_view exception : exceptions) add_exception(exception);
  }

  /// For each letter whether the word may be broken after it.
  std::vector<bool> breaks_after(const std::string& latin1) const {
    std::vector<char> marks(latin1.size() + 5);
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    std::vector<bool> breaks(latin1.size());
    const int failed = hnj_hyphen_hyphenate2(dictionary_.get(), latin1.data(), static_cast<int>(latin1.size()),
                                             marks.data(), nullptr, &replacements, &positions, &cuts);
    for (std::size_t i = 0; failed == 0 && i < latin1.size(); ++i) {
      breaks[i] = (static_cast<unsigned>(marks[i]) & 1U) != 0;
    }
    free_changes(latin1.size(), replacements, positions, cuts);
    correct(latin1, breaks);
    return breaks;
  }

 private:
  struct Exception {
    std::string letters;
    std::vector<bool> breaks;
    bool breaks_before = false;
  };

  static void free_changes(std::size_t count, char** replacements, int* positions, int* cuts) {
    for (std::size_t i = 0; replacements != nullptr && i < count; ++i) std::free(replacements[i]);
    std::free(static_cast<void*>(replacements));
    std::free(positions);
    std::free(cuts);
  }

  void add_exception(std::string_view written) {
    Exception exception;
    exception.breaks_before = written.starts_with('-');
    std::string letters;
    for (const char c : written.substr(exception.breaks_before ? 1 : 0)) {
      if (c != '-') {
        letters += c;
        continue;
      }
      exception.breaks.resize(letters_of(letters).latin1.size());
      exception.breaks.back() = true;
    }
    exception.letters = letters_of(letters).latin1;
    exceptions_.push_back(std::move(exception));
  }

  /// Whether there is a break after the last letter is the patterns' to decide, unless the exception ends in one.
  void correct(const std::string& latin1, std::vector<bool>& breaks) const {
    for (const Exception& exception : exceptions_) {
      const std::string& letters = exception.letters;
      for (std::size_t at = latin1.find(letters); at != std::string::npos; at = latin1.find(letters, at + 1)) {
        if (at > 0 && exception.breaks_before) breaks[at - 1] = true;
        for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
          breaks[at + i] = i < exception.breaks.size() && exception.breaks[i];
        }
        if (exception.breaks.size() == letters.size()) breaks[at + letters.size() - 1] = true;
      }
    }
  }

  std::unique_ptr<HyphenDict, FreeDictionary> dictionary_;
  std::vector<Exception> exceptions_;
};

const Patterns& patterns() {
  static const Patterns the_patterns;
  return the_patterns;
}

bool has_vowel(std::string_view latin1) {
  constexpr std::string_view vowels = "aeiouy\xE6\xF8\xE5\xE4\xF6\xFC\xE9\xE8";
  return latin1.find_first_of(vowels) != std::string_view::npos;
}

bool is_letter_at(std::string_view text, std::size_t at) { return u_isalpha(character_at(text, at).code) != 0; }

std::size_t next_character(std::string_view text, std::size_t at) { return at + character_at(text, at).size; }

/// How words are broken where a text stands.
struct Place {
  std::size_t least_letters = kanon::least_letters;  ///< of a word that may be broken
  bool keeps_last_word = false;                      ///< a paragraph doesn't end in half a word
};

void append_word(std::string& out, std::string_view word) {
  std::size_t copied = 0;
  for (const std::size_t at : danish_breaks(word)) {
    out += word.substr(copied, at - copied);
    out += soft_hyphen;
    copied = at;
  }
  out += word.substr(copied);
}

/// What stands between two spaces: words are runs of letters; entities (`&amp;`) stay as they are.
void append_chunk(std::string& out, std::string_view chunk, std::size_t least) {
  for (std::size_t i = 0; i < chunk.size();) {
    std::size_t next = i;
    while (next < chunk.size() && is_letter_at(chunk, next)) next = next_character(chunk, next);
    const std::string_view word = chunk.substr(i, next - i);
    if (word.size() >= least) {
      append_word(out, word);
    } else {
      out += word;
    }
    i = next;
    if (i >= chunk.size()) break;
    next = chunk[i] == '&' ? std::min(chunk.find(';', i), chunk.size() - 1) + 1 : next_character(chunk, i);
    out += chunk.substr(i, next - i);
    i = next;
  }
}

/// Text between tags. Addresses and names of files (with a slash, @, _ or = inside) stay whole.
void append_text(std::string& out, std::string_view text, const Place& place) {
  const std::size_t last = text.find_last_not_of(" \n");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view chunk = text.substr(at, end - at);
    const bool is_last = place.keeps_last_word && last >= at && last < end;
    if (is_last || chunk.find_first_of("/@\\_=") != std::string_view::npos) {
      out += chunk;
    } else {
      append_chunk(out, chunk, place.least_letters);
    }
    if (end < text.size()) out += text[end];
    at = end + 1;
  }
}

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Whether a paragraph, or what is like one, ends at a tag.
bool ends_paragraph(const Tag& tag) {
  constexpr std::array<std::string_view, 9> names = {"p", "li", "td", "th", "dd", "dt", "div", "figcaption", "caption"};
  constexpr std::array<std::string_view, 4> begun = {"ul", "ol", "br", "table"};
  return tag.closing ? is_one_of(names, tag.name) : is_one_of(begun, tag.name);
}

bool keeps_words_whole(const Tag& tag) {
  constexpr std::array<std::string_view, 11> names = {"h1",  "h2",   "h3",  "h4",    "h5",  "h6",
                                                      "pre", "code", "kbd", "style", "time"};
  const std::string_view language = attribute(tag, "lang");
  return is_one_of(names, tag.name) || (!language.empty() && !language.starts_with("da"));
}

}  // namespace

std::vector<std::size_t> danish_breaks(std::string_view word) {
  const Letters letters = letters_of(word);
  const std::string_view latin1 = letters.latin1;
  if (latin1.size() < least_letters || latin1.size() > most_letters) return {};
  const std::vector<bool> breaks = patterns().breaks_after(letters.latin1);
  std::vector<std::size_t> found;  // letters before each break
  for (std::size_t i = least_before; i + least_after <= latin1.size(); ++i) {
    if (!breaks[i - 1] || !has_vowel(latin1.substr(0, i)) || !has_vowel(latin1.substr(i))) continue;
    // Consonants alone are no part of a word. They belong to what stands before them: afhjælp-ning, opstarts-møde.
    const std::size_t begin = found.empty() ? 0 : found.back();
    if (!has_vowel(latin1.substr(begin, i - begin))) found.pop_back();
    found.push_back(i);
  }
  for (std::size_t& at : found) at = letters.offsets[at];
  return found;
}

std::string hyphenated(std::string_view html, Language language) {
  if (language != Language::da) return std::string(html);
  std::string out;
  out.reserve(html.size() + html.size() / 8);
  std::size_t at = 0;
  Place place;
  while (const auto tag = next_tag(html, at)) {
    place.keeps_last_word = ends_paragraph(*tag);
    append_text(out, html.substr(at, tag->begin - at), place);
    // A narrow column would break every word; there only the longest are.
    if (tag->name == "td") place.least_letters = tag->closing ? least_letters : least_letters_in_cells;
    if (tag->name == "th") place.least_letters = tag->closing ? least_letters : least_letters_in_headings;
    const bool whole = !tag->closing && keeps_words_whole(*tag);
    const std::size_t end = whole ? end_of_element(html, *tag) : tag->end;
    out += html.substr(tag->begin, end - tag->begin);
    at = end;
  }
  append_text(out, html.substr(at), place);
  return out;
}

}  // namespace kanon
