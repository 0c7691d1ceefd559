#include "unit/exchange/small_catalog.h"

namespace kanon {
namespace {

LocatedText text(const char* value) { return {value, {}}; }

Date day(const char* iso) { return *Date::parse(iso); }

Version version(const char* value) { return *Version::parse(value); }

HistoryEntry entry(const char* number, const char* date, const char* change, ChangeKind kind) {
  HistoryEntry made;
  made.version.value = version(number);
  made.date.value = day(date);
  made.by = "InfoSec";
  made.change = change;
  made.kind = kind;
  return made;
}

Requirement logging() {
  Requirement one;
  one.id = text("LK-BAS-5.1");
  one.phase = text("5");
  one.theme = "Logning";
  one.text = text("Leverandøren skal gemme logge over adgang i mindst 6 måneder.");
  one.verification = "Udtræk af loggen";
  one.frequency = text("P1M");
  one.recommendations = {text("5.3")};
  one.controls = {text("A.8.15"), text("A.5.22")};
  one.note = "Gælder også driftsleverandøren.\nOg dennes underleverandører.";
  one.silence = {{{}, text("vague-time"), text("Fristen står i aftalen.")}};
  return one;
}

}  // namespace

Catalog small_catalog() {
  Catalog catalog;
  catalog.id = text("leverandoerkrav-basis");
  catalog.title = text("Leverandørkrav, basis");
  catalog.owner = "CAI";
  catalog.classification = text("offentlig");
  catalog.level = text("basis");
  catalog.extends = text("leverandoerkrav-grund");
  catalog.aliases = {text("gamle-krav/basis")};
  catalog.version.value = version("1.1");
  catalog.history = {entry("1.1", "2025-11-19", "Krav om logning", ChangeKind::updated),
                     entry("1.0", "2024-12-05", "Nyt katalog", ChangeKind::created)};
  catalog.approvals = {{{}, text("udvalg"), {day("2025-11-20"), {}}, {version("1.1"), {}}}};
  catalog.effective = Located<Date>{day("2026-01-01"), {}};
  catalog.review_every = Located<Duration>{{12, 0}, {}};
  catalog.phases = {{text("1"), "Planlægning"}, {text("5"), "Drift"}};
  catalog.recommendations = {{text("5.3"), text("5"), "Stil krav, der kan måles."},
                             {text("1.1"), text("1"), "Begynd."}};
  catalog.requirements = {logging(), {}, {}};
  catalog.requirements[1].id = text("1.2");
  catalog.requirements[1].phase = text("1");
  catalog.requirements[1].text = text("Leverandøren skal udpege en ansvarlig & melde det <skriftligt>.");
  catalog.requirements[1].minimum = false;
  catalog.requirements[1].solution = true;
  catalog.requirements[1].derives_from = {text("LK-BAS-5.1"), text("andet-krav")};
  catalog.requirements[2].id = text("LK-BAS-9");
  catalog.requirements[2].text = text("Leverandøren skal\n\n  bevare  blanke.");
  return catalog;
}

}  // namespace kanon
