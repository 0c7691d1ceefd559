#include "cli/new_source.h"

#include "base/id.h"
#include "base/nearest.h"
#include "base/text.h"

namespace kanon {

Message choices(const std::vector<std::string>& ids, const std::string& wrong) {
  const std::string list = ids.empty() ? "–" : join(ids, ", ");
  if (const auto meant = nearest(wrong, ids)) {
    return message("Mente du «{}»? Der kan vælges mellem: {}", "Did you mean “{}”? Choose one of: {}", *meant, list);
  }
  return message("Der kan vælges mellem: {}", "Choose one of: {}", list);
}

Result<std::string> free_id(const Model& model, const std::string& id) {
  if (!is_item_id(id)) {
    return wrong_use(message("«{}» kan ikke være et id", "“{}” can't be an id", id),
                     {"Brug små bogstaver a–z, cifre og bindestreger, og begynd med et bogstav eller ciffer.",
                      "Use lower-case letters a–z, digits and hyphens, and begin with a letter or digit."});
  }
  if (const auto taken = model.find(id)) {
    const std::string path = model.source().files[model.file_of(*taken)].path;
    return wrong_use(message("Id’et «{}» er optaget af {}", "The id “{}” is taken by {}", id, path),
                     {"Vælg et andet id.", "Choose another id."});
  }
  return id;
}

std::string quoted_scalar(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + "\"";
}

Result<void> check_text(std::string_view flag, std::string_view text) {
  if (!first_invalid_utf8(text) && printable(text) == text && !trim(text).empty()) return {};
  return wrong_use(message("Teksten efter {} er tom eller indeholder tegn, der ikke kan vises",
                           "The text after {} is empty or holds characters that can't be shown", flag),
                   {"Skriv den igen som almindelig tekst på én linje.", "Write it again as plain text on one line."});
}

}  // namespace kanon
