#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <unordered_set>

#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

/// Texts that say nothing of where a link leads. Screen readers list the links of a page without what stands around
/// them.
const std::unordered_set<std::string_view> kVague{
    // Danish
    "her", "herfra", "herunder", "herover", "klik", "klik her", "tryk her", "tryk", "se her", "læs her", "find her",
    "hent her", "hent", "læs mere", "læs mere her", "se mere", "se mere her", "mere", "mere her", "link", "linket",
    "dette link", "via dette link", "følg linket", "følg dette link", "denne side", "siden", "på denne side", "gå til",
    "gå hertil", "videre", "download", "åbn",
    // English
    "here", "click", "click here", "press here", "see here", "read here", "find here", "download here", "read more",
    "read more here", "see more", "more", "more here", "more info", "more information", "learn more", "this link",
    "the link", "this page", "follow this link", "go", "go here", "continue", "open"};

/// The words of a text in lower case, with a space between them and no signs.
std::string plain_words(const std::string& text) {
  auto letters = icu::UnicodeString::fromUTF8(text);
  letters.toLower(icu::Locale::getRoot());
  icu::UnicodeString words;
  bool after_gap = false;
  for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 c = letters.char32At(i);
    if (u_isalnum(c)) {
      if (after_gap && !words.isEmpty()) words.append(u' ');
      words.append(c);
    }
    after_gap = !u_isalnum(c);
  }
  std::string utf8;
  return words.toUTF8String(utf8);
}

void find_vague_link_texts(const CheckInput& input, Reporter& reporter) {
  constexpr std::size_t longest = 40;  // in bytes; no vague text is near it
  const auto files = input.corpus().sources();
  for (FileIndex at = 0; at < files.size(); ++at) {
    const auto nodes = files[at].parsed.markdown();
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].kind != MarkdownKind::link || nodes[i].has(flag_autolink)) continue;
      const std::string text = plain_text(files[at].parsed, i);
      if (text.size() > longest || !kVague.contains(plain_words(text))) continue;
      reporter.report(at, nodes[i].range,
                      message("Linkets tekst «{}» siger ikke, hvor det fører hen",
                              "The link's text “{}” does not say where it leads", quoted(text)),
                      {"Skriv navnet på det, linket fører til.", "Write the name of what the link leads to."});
    }
  }
}

}  // namespace

namespace rules {
const Rule vague_link_text{RuleId::vague_link_text,
                           "text",
                           Severity::warning,
                           {"Et links tekst siger ikke, hvor det fører hen", "A link does not say where it leads"},
                           find_vague_link_texts};
}  // namespace rules

}  // namespace kanon
