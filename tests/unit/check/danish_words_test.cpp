#include "check/danish_words.h"

#include <catch2/catch.hpp>

#include "check/duties.h"
#include "check/recurrence.h"
#include "check/vague_words.h"

namespace kanon {
namespace {

using Lines = std::vector<std::string>;

Lines lower_words(std::string_view text) {
  Lines words;
  for (const Word& word : words_of(text)) words.push_back(word.lower);
  return words;
}

std::string part(std::string_view text, Range range) {
  return std::string(text.substr(range.begin, range.end - range.begin));
}

/// The vague words of a text as they stand in it, those of time with a `t:` in front.
Lines vague(std::string_view text, const Config& config = {}) {
  VagueWords words(config);
  Lines found;
  for (const VagueFound& one : words.find(text, words_of(text)))
    found.push_back((one.vagueness == Vagueness::time ? "t:" : "") + part(text, one.range));
  return found;
}

std::size_t count_duties(std::string_view text) { return duties(text, words_of(text)).size(); }

std::string beginning(std::string_view text) {
  const auto wrong = wrong_beginning(words_of(text));
  return wrong ? part(text, wrong->range) : "";
}

std::string recurring(std::string_view text) {
  const auto found = Recurrences().find(words_of(text));
  return found ? part(text, found->range) + (found->duration.empty() ? "" : " " + found->duration) : "";
}

}  // namespace

TEST_CASE("words are letters and digits, with the hyphens inside them") {
  CHECK(lower_words("ISO-27001: «Ældre» it-systemer, SMV'er og 24 timer.") ==
        Lines{"iso-27001", "ældre", "it-systemer", "smv'er", "og", "24", "timer"});
  CHECK(lower_words("sikkerheds- og driftskrav -") == Lines{"sikkerheds", "og", "driftskrav"});
  CHECK(lower_words("").empty());
  CHECK(lower_words("… – !").empty());
  // å as a letter and an accent, as some systems store it
  CHECK(lower_words("Aar\xCC\x8A"
                    "ets") == Lines{"aar\xCC\x8A"
                                    "ets"});
  CHECK(lower_words("a\xCC\x8Arligt") == Lines{"årligt"});
  const auto words = words_of("på år");
  CHECK(words[1].range == Range{4, 7});
}

TEST_CASE("a word's forms are told from words that share its stem") {
  DanishStems stems;
  for (const auto* form : {"tilstrækkelig", "tilstrækkeligt", "tilstrækkelige"})
    CHECK(stems.is_form_of(form, "tilstrækkelig"));
  for (const auto* form : {"effektiv", "effektivt", "effektive"}) CHECK(stems.is_form_of(form, "effektiv"));
  for (const auto* form : {"god", "godt", "gode"}) CHECK(stems.is_form_of(form, "god"));
  for (const auto* form : {"hyppig", "hyppigt", "hyppigere"}) CHECK(stems.is_form_of(form, "hyppig"));
  CHECK_FALSE(stems.is_form_of("gods", "god"));
  CHECK_FALSE(stems.is_form_of("godkende", "god"));
  CHECK_FALSE(stems.is_form_of("rim", "rimelig"));
  CHECK_FALSE(stems.is_form_of("forsvar", "forsvarlig"));
  CHECK_FALSE(stems.is_form_of("hyppigheden", "hyppig"));
  CHECK_FALSE(stems.is_form_of("regelmæssighed", "regelmæssig"));
  CHECK_FALSE(stems.is_form_of("passer", "passende"));
  CHECK_FALSE(stems.is_form_of("løber", "løbende"));
  CHECK_FALSE(stems.is_form_of("jævn", "jævnlig"));
  CHECK_FALSE(stems.is_form_of("nødvendigvis", "nødvendig"));
}

TEST_CASE("a compound is found by its last part") {
  DanishStems stems;
  CHECK(stems.is_noun("sårbarhedsscanninger", "scanning"));
  CHECK(stems.is_noun("testen", "test"));
  CHECK(stems.is_noun("beredskabsøvelserne", "øvelse"));
  CHECK(stems.is_noun("servicetimer", "timer"));
  CHECK_FALSE(stems.is_noun("testmiljø", "test"));
  CHECK_FALSE(stems.is_noun("vilkår", "år"));
}

TEST_CASE("vague words are found in every form, the longest phrase first") {
  CHECK(vague("et Passende antal, RELEVANTE logs") == Lines{"Passende", "RELEVANTE"});
  CHECK(vague("inden for rimelig tid og i rimeligt omfang") == Lines{"t:inden for rimelig tid", "rimeligt"});
  CHECK(vague("hurtigst muligt") == Lines{"t:hurtigst muligt"});
  CHECK(vague("så vidt muligt, herunder bl.a. logs, data m.v. og sager m.m.") ==
        Lines{"så vidt muligt", "herunder bl.a.", "m.v.", "m.m."});
  CHECK(vague("upassende, irrelevant, utilstrækkeligt, fortløbende").empty());
}

TEST_CASE("what makes a vague word precise is known") {
  CHECK(vague("god skik, god it-skik og god databehandlingsskik").empty());
  CHECK(vague("god sikkerhed") == Lines{"god"});
  CHECK(vague("løbende måned, den løbende bruttofortjeneste, løbende ydelser").empty());
  CHECK(vague("løbende kontraktopfølgning") == Lines{"t:løbende"});
  CHECK(vague("det, der er nødvendigt for opgaven").empty());
  CHECK(vague("strengt nødvendige cookies").empty());
  CHECK(vague("nødvendige data") == Lines{"nødvendige"});
  CHECK(vague("stærk kundeautentifikation").empty());
}

TEST_CASE("a vague time with its bound right behind it is not vague") {
  CHECK(vague("løbende, dog mindst hver måned").empty());
  CHECK(vague("uden unødigt ophold og senest 24 timer efter").empty());
  CHECK(vague("regelmæssigt (mindst hvert kvartal)").empty());
  CHECK(vague("løbende overvåge mindst ti servere") == Lines{"t:løbende"});
  CHECK(vague("passende, mindst hver måned") == Lines{"passende"});
}

TEST_CASE("kanon.yaml adds words and phrases") {
  Config config;
  config.vague_words = {"skalerbar", "på et højt niveau", ""};
  config.vague_time_words = {"med tiden"};
  CHECK(vague("skalerbart og på et højt niveau med tiden", config) ==
        Lines{"skalerbart", "på et højt niveau", "t:med tiden"});
}

TEST_CASE("a requirement begins with what the supplier has to do") {
  CHECK(beginning("Leverandøren skal logge alt.").empty());
  CHECK(beginning("«Leverandøren  SKAL» logge alt.").empty());
  CHECK(beginning("").empty());
  CHECK(beginning("Der skal logges.") == "Der skal");
  CHECK(beginning("Ved ophør skal leverandøren slette data.") == "Ved");
  CHECK(beginning("Leverandøren bør logge.") == "Leverandøren bør");
  CHECK(beginning("Leverandøren") == "Leverandøren");
  CHECK(beginning("Leverandøren skal informeres om ændringer.") == "informeres");
  CHECK(beginning("Leverandøren skal som minimum orienteres.") == "orienteres");
  CHECK(beginning("Leverandøren skal mødes med kunden.").empty());
}

TEST_CASE("duties are counted, those of subordinate clauses not") {
  CHECK(count_duties("Leverandøren skal logge alt og gemme det.") == 1);
  CHECK(count_duties("Leverandøren skal logge alt og skal gemme det.") == 2);
  CHECK(count_duties("Leverandøren skal logge alt og skal ikke slette det.") == 2);
  CHECK(count_duties("Leverandøren skal logge alt og må ikke slette det.") == 2);
  CHECK(count_duties("Leverandøren skal logge alt og må slette det efter et år.") == 1);
  CHECK(count_duties("Leverandøren skal logge. Loggen skal gemmes.") == 2);
  CHECK(count_duties("Leverandøren skal logge efter nr. 5 i bilaget, jf. Bilag 2.") == 1);
  CHECK(count_duties("Leverandøren skal dokumentere, hvilke logs der skal gemmes.") == 1);
  CHECK(count_duties("Leverandøren skal dokumentere hvilke logs der skal gemmes.") == 1);
  CHECK(count_duties("Leverandøren skal sikre, at systemer, der driftes for kunden, skal godkendes.") == 1);
  CHECK(count_duties("Leverandøren skal opbevare udstyr, der skal driftes og skal overvåges, aflåst.") == 1);
  CHECK(count_duties("Hvis data skal slettes, skal leverandøren dokumentere det.") == 1);
  CHECK(count_duties("Leverandøren skal slette data, og hvis kunden beder om det, skal leverandøren vise det.") == 2);
  CHECK(count_duties("Leverandøren skal logge, og der skal tages backup.") == 2);
  CHECK(count_duties("Leverandøren skal logge; loggen skal gemmes.") == 2);
  CHECK(count_duties("") == 0);
}

TEST_CASE("what recurs is told from states and from what an event sets off") {
  CHECK(recurring("Leverandøren skal sende en rapport hver måned.") == "hver måned P1M");
  CHECK(recurring("Leverandøren skal teste mindst én gang om året.") == "én gang om året P1Y");
  CHECK(recurring("Leverandøren skal teste to gange om året.") == "to gange om året");
  CHECK(recurring("Leverandøren skal teste hver 3. måned.") == "hver 3. måned");
  CHECK(recurring("Leverandøren skal levere kvartalsvise rapporter.") == "kvartalsvise P3M");
  CHECK(recurring("Leverandøren skal gennemføre en ekstern penetrationstest.") ==
        "gennemføre en ekstern penetrationstest");
  CHECK(recurring("Leverandøren skal gennemgå firewallens regler.") == "gennemgå");
  CHECK(recurring("Leverandøren skal teste ændringer, inden de sættes i drift.").empty());
  CHECK(recurring("Leverandøren skal rapportere sikkerhedshændelser til kunden.").empty());
  CHECK(recurring("Leverandøren skal kryptere alle data.").empty());
  CHECK(recurring("Leverandøren skal bistå i den daglige drift.").empty());
  CHECK(recurring("Leverandøren skal betale bod for hvert påbegyndt døgn.").empty());
}

}  // namespace kanon
