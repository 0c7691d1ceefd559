#include "read/yaml_findings.h"

#include <string>

namespace kanon {
namespace {

Finding invalid(Range range, Message what, Message help) {
  return {RuleId::invalid_yaml, range, std::move(what), std::move(help)};
}

/// A key short enough for a message.
std::string shortened(std::string_view key) {
  constexpr std::size_t kLongest = 60;
  if (key.size() <= kLongest) return std::string(key);
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(key[end]) & 0xC0U) == 0x80U) --end;
  return std::string(key.substr(0, end)) + "…";
}

}  // namespace

Finding several_documents(Range range) {
  return invalid(range,
                 message("Filen indeholder mere end ét YAML-dokument: her begynder det næste",
                         "The file holds more than one YAML document: the next one begins here"),
                 message("Slet linjen med «---» eller «...», eller flyt det, der følger, til en fil for sig.",
                         "Delete the line with “---” or “...”, or move what follows to a file of its own."));
}

Finding key_is_missing(Range range) {
  return invalid(
      range, message("Der mangler en nøgle før kolonet", "A key is missing before the colon"),
      message("Skriv nøglen før kolonet, eller slet linjen.", "Write the key before the colon, or delete the line."));
}

Finding key_is_no_text(Range range) {
  return invalid(
      range,
      message("En nøgle skal være almindelig tekst, men her står en liste eller en gruppe",
              "A key must be plain text, but a list or a group stands here"),
      message(
          "Skriv en nøgle før kolonet. Er det en værdi, der indeholder [ ] eller {{ }}, så sæt den i anførselstegn.",
          "Write a key before the colon. If it is a value that holds [ ] or {{ }}, put it in quotation marks."));
}

Finding unclosed_quote(Range range) {
  return invalid(
      range, message("Et anførselstegn åbnes her, men lukkes ikke", "A quotation mark is opened here but never closed"),
      message("Sæt det samme tegn, \" eller ', efter tekstens sidste ord.",
              "Put the same mark, \" or ', after the last word of the text."));
}

Finding too_deep(Range range, std::size_t deepest) {
  return invalid(range,
                 message("Lister og grupper står mere end {} niveauer inde i hinanden",
                         "Lists and groups are nested more than {} levels deep", deepest),
                 message("Fjern overflødige parenteser og indrykninger.",
                         "Remove the brackets and indentation that are not needed."));
}

Finding alias_of_itself(Range range) {
  return invalid(range,
                 message("Henvisningen peger på noget, den selv er en del af",
                         "The reference points to something that it is a part of itself"),
                 message("Skriv værdien ud i stedet for at henvise med *.",
                         "Write the value out instead of referring to it with *."));
}

Finding too_many_copies(Range range, std::uint32_t most) {
  return invalid(range,
                 message("Henvisningerne med * gentager mere end {} værdier i alt",
                         "The references with * repeat more than {} values in total", most),
                 message("Skriv værdierne ud, hvor de bruges.", "Write the values out where they are used."));
}

Finding repeated_key(Range range, std::string_view key, std::uint32_t first_line) {
  const std::string shown = shortened(key);
  return invalid(range,
                 message("Nøglen «{}» er angivet to gange; første gang er i linje {}",
                         "The key “{}” is given twice; the first time is on line {}", shown, first_line),
                 message("Behold den ene, og slet den anden.", "Keep one of them and delete the other."));
}

Finding merge_key(Range range) {
  return invalid(range,
                 message("«<<» henter ikke nøgler fra et andet sted i filen",
                         "“<<” does not fetch keys from elsewhere in the file"),
                 message("Skriv nøglerne og deres værdier ud her.", "Write the keys and their values out here."));
}

Finding invisible_character(Range range, std::uint32_t code_point) {
  return invalid(
      range,
      message("Her står et usynligt styretegn (U+{:04X}), som YAML ikke tillader",
              "There is an invisible control character (U+{:04X}) here, which YAML does not allow", code_point),
      message("Slet tegnet; det er som regel fulgt med, da teksten blev kopieret.",
              "Delete the character; it usually came along when the text was copied."));
}

}  // namespace kanon
