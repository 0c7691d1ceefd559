#include "emit/pdf/hyphenation.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/text.h"

namespace {

using namespace kanon;

/// The word with a hyphen at each of its breaks.
std::string broken(const std::string& word) {
  std::string out;
  std::size_t copied = 0;
  for (const std::size_t at : danish_breaks(word)) {
    out += word.substr(copied, at - copied) + "-";
    copied = at;
  }
  return out + word.substr(copied);
}

std::string with_hyphens(const std::string& html, Language language = Language::da) {
  return replace_all(hyphenated(html, language), "\xC2\xAD", "-");
}

}  // namespace

TEST_CASE("Danish words are broken between the letters that the patterns mean, wherever æ, ø and å stand") {
  CHECK(broken("leverandørerne") == "leve-ran-dø-rerne");
  CHECK(broken("hændelserne") == "hæn-del-serne");
  CHECK(broken("ændringsforslag") == "ændrings-for-slag");
  CHECK(broken("rådgiverens") == "råd-gi-verens");
  CHECK(broken("Øverste") == "Øver-ste");
  CHECK(broken("INFORMATION") == "INFOR-MA-TION");
}

TEST_CASE("what the patterns get wrong is corrected, also inside compounds") {
  CHECK(broken("webstedet") == "web-stedet");
  CHECK(broken("leverandørstyring") == "leve-ran-dør-sty-ring");
  CHECK(broken("kontraktansvarlig") == "kon-trakt-an-svar-lig");
  CHECK(broken("revisionserklæring") == "revi-sions-er-klæ-ring");
  CHECK(broken("identitetstjenesten") == "iden-ti-tets-tje-ne-sten");
  CHECK(broken("beredskabspolitik") == "bered-skabs-po-li-tik");
  CHECK(broken("fingeraftrykket") == "fin-ger-af-tryk-ket");
  CHECK(broken("gendannelsestest") == "gen-dan-nelses-test");
  CHECK(broken("hjemmenetværk") == "hjem-me-net-værk");
}

TEST_CASE("short words, and those that aren't Danish words, stay whole") {
  for (const char* word : {"politik", "", "a", "ISO27001", "æblerне", "日本語日本語日本語"}) {
    INFO(word);
    CHECK((std::string(word) == "politik" || danish_breaks(word).empty()));
  }
  CHECK(danish_breaks("bestyr").empty());
  CHECK(danish_breaks(std::string(100'000, 'a')).empty());
  CHECK(danish_breaks("\xC3\xA6\xFF\xFE\x80xxxxx").empty());
  for (const std::size_t at : danish_breaks("sikkerhedsforanstaltninger")) {
    CHECK(at >= 3);
    CHECK(at + 3 <= std::string("sikkerhedsforanstaltninger").size());
  }
}

TEST_CASE("a text is the same but for soft hyphens, and only words of running text have them") {
  const std::string html =
      "<h2 id=\"sikkerhedskrav\">Sikkerhedsforanstaltninger</h2><p title=\"sikkerhedsforanstaltninger\">Sikkerheds"
      "foranstaltninger &amp; <code>sikkerhedsforanstaltninger</code> <span lang=\"en\">documentation</span> "
      "sikkerhedsforanstaltninger sekretariat@sikkerhedspagten.example enden</p>";
  const std::string marked = hyphenated(html, Language::da);
  CHECK(replace_all(marked, "\xC2\xAD", "") == html);
  CHECK(with_hyphens(html) ==
        "<h2 id=\"sikkerhedskrav\">Sikkerhedsforanstaltninger</h2><p title=\"sikkerhedsforanstaltninger\">Sik-kerheds-"
        "foran-stalt-nin-ger &amp; <code>sikkerhedsforanstaltninger</code> <span lang=\"en\">documentation</span> "
        "sik-kerheds-foran-stalt-nin-ger sekretariat@sikkerhedspagten.example enden</p>");
  CHECK(hyphenated(html, Language::en) == html);
}

TEST_CASE("a paragraph doesn't end in half a word, and cells keep all but the longest whole") {
  CHECK(with_hyphens("<p>dokumentationen dokumentationen</p>") == "<p>doku-men-ta-tio-nen dokumentationen</p>");
  CHECK(with_hyphens("<td>leverandøren og leverandørforholdene nu</td>") ==
        "<td>leverandøren og leve-ran-dør-for-hol-dene nu</td>");
  CHECK(with_hyphens("<td>x</td><p>leverandøren nu</p>") == "<td>x</td><p>leve-ran-dø-ren nu</p>");
}
