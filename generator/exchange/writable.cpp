#include "exchange/writable.h"

#include <utility>

#include "base/text.h"

namespace kanon {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

/// How many bytes at the front of well-formed UTF-8 make up a character that XML can't hold; 0 if it can.
std::size_t unwritable(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte < 0x20) return byte == '\t' || byte == '\n' ? 0 : 1;
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

class Replacing {
 public:
  std::size_t replaced() const { return replaced_; }

  void in(std::string& text) {
    std::string kept;
    for (std::string_view rest = text; !rest.empty();) {
      const std::string_view sound = rest.substr(0, first_invalid_utf8(rest).value_or(rest.size()));
      add_sound(sound, kept);
      rest.remove_prefix(sound.size());
      if (rest.empty()) break;
      replace(kept);
      rest.remove_prefix(1);
    }
    text = std::move(kept);
  }

  void in(LocatedText& text) { in(text.value); }
  void in(MaybeLocated<std::string>& text) {
    if (text) in(text->value);
  }
  void in(std::vector<LocatedText>& texts) {
    for (LocatedText& text : texts) in(text);
  }

 private:
  void add_sound(std::string_view text, std::string& kept) {
    while (!text.empty()) {
      const std::size_t size = unwritable(text);
      if (size > 0) {
        replace(kept);
        text.remove_prefix(size);
      } else {
        kept += text.front();
        text.remove_prefix(1);
      }
    }
  }

  void replace(std::string& kept) {
    kept += kReplacement;
    ++replaced_;
  }

  std::size_t replaced_ = 0;
};

void replace_in_requirement(Replacing& replacing, Requirement& one) {
  replacing.in(one.id);
  replacing.in(one.phase);
  replacing.in(one.theme);
  replacing.in(one.text);
  replacing.in(one.verification);
  replacing.in(one.frequency);
  replacing.in(one.recommendations);
  replacing.in(one.controls);
  replacing.in(one.derives_from);
  replacing.in(one.note);
  for (Silence& silence : one.silence) {
    replacing.in(silence.rule);
    replacing.in(silence.reason);
  }
}

void replace_in_governed(Replacing& replacing, Governed& item) {
  replacing.in(item.id);
  replacing.in(item.classification);
  replacing.in(item.aliases);
  replacing.in(item.title);
  replacing.in(item.owner);
  for (HistoryEntry& entry : item.history) {
    replacing.in(entry.by);
    replacing.in(entry.change);
  }
  for (Approval& approval : item.approvals) replacing.in(approval.body);
}

}  // namespace

WritableCatalog writable(Catalog catalog) {
  Replacing replacing;
  replace_in_governed(replacing, catalog);
  replacing.in(catalog.level);
  replacing.in(catalog.extends);
  for (Phase& phase : catalog.phases) {
    replacing.in(phase.id);
    replacing.in(phase.title);
  }
  for (Recommendation& one : catalog.recommendations) {
    replacing.in(one.id);
    replacing.in(one.phase);
    replacing.in(one.text);
  }
  for (Requirement& one : catalog.requirements) replace_in_requirement(replacing, one);
  WritableCatalog written{std::move(catalog), {}};
  if (replacing.replaced() > 0) {
    written.lost.push_back(message("{} tegn, som formatet ikke kan indeholde, blev til «\uFFFD»",
                                   "{} characters that the format can't hold became “\uFFFD”", replacing.replaced()));
  }
  return written;
}

}  // namespace kanon
