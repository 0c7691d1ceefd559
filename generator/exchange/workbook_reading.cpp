#include "exchange/workbook_reading.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>

#include "exchange/cell_text.h"
#include "exchange/xml_stream.h"
#include "exchange/zip_archive.h"

namespace kanon {
namespace {

constexpr std::uint64_t kMostUnpacked = 64U << 20U;
constexpr std::size_t kMostText = 32U << 20U;
constexpr std::size_t kMostSheets = 100;
constexpr std::size_t kMostRows = 200'000;
constexpr std::size_t kMostColumns = 200;

using Event = XmlStream::Event;

std::unexpected<Error> no_workbook() {
  return wrong_use({"Filen er ikke et regneark i formatet xlsx, eller den er beskadiget",
                    "The file is no xlsx workbook, or it is damaged"},
                   {"Åbn den i et regneark, og gem den som xlsx.", "Open it in a spreadsheet and save it as xlsx."});
}

std::unexpected<Error> too_large() {
  return wrong_use({"Regnearket er for stort", "The workbook is too large"},
                   {"Der læses højst 64 MiB, 200.000 rækker og 200 kolonner. Del det i flere.",
                    "At most 64 MiB, 200,000 rows and 200 columns are read. Divide it into several."});
}

/// The text of a string item (`si`, `is`) up to its end: its `t`, or those of its runs, without phonetic ones.
std::string item_text(XmlStream& xml, std::string_view item) {
  std::string text;
  std::size_t phonetic = 0;
  bool in_text = false;
  for (Event event = xml.next(); event != Event::end && event != Event::broken; event = xml.next()) {
    if (event == Event::text) {
      if (in_text && phonetic == 0) text += xml.text();
      continue;
    }
    const bool opens = event == Event::opens;
    if (!opens && xml.name() == item) break;
    if (xml.name() == "rPh") phonetic = opens ? 1 : 0;
    if (xml.name() == "t") in_text = opens;
  }
  return unescaped_cell(text);
}

std::optional<std::vector<std::string>> shared_strings(std::string_view bytes) {
  std::vector<std::string> strings;
  XmlStream xml(bytes);
  for (;;) {
    const Event event = xml.next();
    if (event == Event::end) return strings;
    if (event == Event::broken) return std::nullopt;
    if (event == Event::opens && xml.name() == "si") strings.push_back(item_text(xml, "si"));
  }
}

/// A number as a person would have written it: 1.1, not 1.1000000000000001, and 45980, not 45980.0.
std::string shortest_number(const std::string& text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  return error == std::errc{} && stopped == end ? fmt::format("{}", value) : text;
}

/// Row and column, from 0, of a reference such as B7.
struct Reference {
  std::size_t row = 0, column = 0;
};

std::optional<Reference> reference_of(std::string_view text) {
  std::size_t column = 0, at = 0;
  for (; at < text.size() && at < 4 && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
    column = column * 26 + static_cast<std::size_t>(text[at] - 'A') + 1;
  }
  std::size_t row = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data() + at, end, row);
  if (column == 0 || row == 0 || error != std::errc{} || stopped != end) return std::nullopt;
  return Reference{row - 1, column - 1};
}

/// Reads the cells of one sheet.
class SheetReader {
 public:
  SheetReader(std::string_view bytes, const std::vector<std::string>& strings, std::size_t& text_left)
      : xml_(bytes), strings_(strings), text_left_(text_left) {}

  /// False where the XML is broken or a bound is met (is_too_large).
  bool read(Sheet& sheet) {
    Reference next;
    for (;;) {
      const Event event = xml_.next();
      if (event == Event::end) return true;
      if (event == Event::broken) return false;
      if (event == Event::closes && xml_.name() == "row") next = {next.row + 1, 0};
      if (event != Event::opens) continue;
      if (xml_.name() == "row") {
        std::size_t number = 0;
        const std::string text = xml_.attribute("r");
        std::from_chars(text.data(), text.data() + text.size(), number);
        next = {number > 0 ? number - 1 : next.row, 0};
      } else if (xml_.name() == "c") {
        const Reference place = reference_of(xml_.attribute("r")).value_or(next);
        next = {place.row, place.column + 1};
        if (!put(sheet, place, cell(sheet))) return false;
      }
    }
  }

  bool is_too_large() const { return too_large_; }

 private:
  std::string cell(Sheet& sheet) {
    const std::string type = xml_.attribute("t");
    std::string value, inline_text;
    bool in_value = false;
    for (Event event = xml_.next(); event != Event::end && event != Event::broken; event = xml_.next()) {
      if (event == Event::text) {
        if (in_value) value += xml_.text();
        continue;
      }
      const bool opens = event == Event::opens;
      if (!opens && xml_.name() == "c") break;
      if (xml_.name() == "v") in_value = opens;
      if (opens && xml_.name() == "f") ++sheet.formulas;
      if (opens && xml_.name() == "is") inline_text = item_text(xml_, "is");
    }
    if (type == "inlineStr") return inline_text;
    if (type == "s") return shared(value);
    if (type == "str") return unescaped_cell(value);
    if (type == "b") return value == "1" ? "true" : "false";
    if (type == "e") return {};  // #N/A and the like
    return type == "d" ? value : shortest_number(value);
  }

  std::string shared(const std::string& index) const {
    std::size_t at = strings_.size();
    std::from_chars(index.data(), index.data() + index.size(), at);
    return at < strings_.size() ? strings_[at] : std::string();
  }

  bool put(Sheet& sheet, Reference place, std::string text) {
    if (text.empty()) return true;
    too_large_ = place.row >= kMostRows || place.column >= kMostColumns || text.size() > text_left_;
    if (too_large_) return false;
    text_left_ -= text.size();
    if (sheet.table.size() <= place.row) sheet.table.resize(place.row + 1);
    auto& row = sheet.table[place.row];
    if (row.size() <= place.column) row.resize(place.column + 1);
    row[place.column] = std::move(text);
    return true;
  }

  XmlStream xml_;
  const std::vector<std::string>& strings_;
  std::size_t& text_left_;
  bool too_large_ = false;
};

/// A name of the workbook's list of sheets, and the part that holds the sheet.
struct NamedPart {
  std::string name;
  std::string part;
};

/// Targets of a part's relations by their id.
std::map<std::string, std::string> relations(std::string_view bytes) {
  std::map<std::string, std::string> targets;
  XmlStream xml(bytes);
  for (Event event = xml.next(); event != Event::end && event != Event::broken; event = xml.next()) {
    if (event != Event::opens || xml.name() != "Relationship") continue;
    const std::string target = xml.attribute("Target");
    targets[xml.attribute("Id")] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
  }
  return targets;
}

std::vector<NamedPart> sheets_of(ZipArchive& archive) {
  std::vector<NamedPart> parts;
  const auto workbook = archive.read("xl/workbook.xml");
  const auto related = archive.read("xl/_rels/workbook.xml.rels");
  if (!workbook || !related) return parts;
  const auto targets = relations(*related);
  XmlStream xml(*workbook);
  for (Event event = xml.next(); event != Event::end && event != Event::broken; event = xml.next()) {
    if (event != Event::opens || xml.name() != "sheet" || parts.size() >= kMostSheets) continue;
    // r:id is the one attribute of that name; sheetId has another
    const auto target = targets.find(xml.attribute("id"));
    if (target != targets.end()) parts.push_back({xml.attribute("name"), target->second});
  }
  return parts;
}

}  // namespace

Result<std::vector<Sheet>> read_workbook(std::string_view bytes) {
  auto archive = ZipArchive::open(bytes, kMostUnpacked);
  if (!archive) return no_workbook();
  const auto parts = sheets_of(*archive);
  std::vector<std::string> strings;
  if (const auto part = archive->read("xl/sharedStrings.xml")) {
    auto shared = shared_strings(*part);
    if (!shared) return no_workbook();
    strings = *std::move(shared);
  }
  std::vector<Sheet> sheets;
  std::size_t text_left = kMostText;
  for (const NamedPart& part : parts) {
    const auto xml = archive->read(part.part);
    if (!xml) break;
    Sheet sheet{.name = part.name, .table = {}};
    SheetReader reader(*xml, strings, text_left);
    if (!reader.read(sheet)) return reader.is_too_large() ? too_large() : no_workbook();
    sheets.push_back(std::move(sheet));
  }
  if (archive->is_too_large()) return too_large();
  if (sheets.empty()) return no_workbook();
  return sheets;
}

}  // namespace kanon
