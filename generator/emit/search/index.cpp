#include "emit/search/index.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>

#include "emit/html/hrefs.h"
#include "emit/search/entries.h"
#include "emit/search/words.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

using Json = nlohmann::json;

enum class Field : std::uint8_t { name, heading, context, text };

/// Texts stand in files of about this size: a search loads those of the results that it shows.
constexpr std::size_t bytes_of_part = 32U << 10U;
/// An excerpt is cut from the beginning of a section of this length; all of it is found.
constexpr std::size_t longest_text = 8U << 10U;
/// A word is common where more than two fifths of at least so many texts have it.
constexpr std::size_t fewest_texts = 50;

/// Text of the content as a JSON string (RFC 8259). It is well-formed UTF-8: what isn't stops a build.
std::string json_text(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string json = "\"";
  json.reserve(text.size() + text.size() / 16 + 2);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      json += "\\u00";
      json += digits[byte >> 4U];
      json += digits[byte & 0xFU];
      continue;
    }
    if (c == '"' || c == '\\') json += '\\';
    json += c;
  }
  return json + '"';
}

std::string_view beginning(std::string_view text) {
  if (text.size() <= longest_text) return text;
  const std::size_t end = text.rfind(' ', longest_text);
  if (end != std::string_view::npos) return text.substr(0, end);
  std::size_t cut = longest_text;
  while ((static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return text.substr(0, cut);
}

/// JSON as a JavaScript string: browsers read a large value quicker by JSON.parse than as a program.
std::string as_script_text(const std::string& json) {
  std::string text;
  text.reserve(json.size() + json.size() / 8);
  for (const char c : json) {
    if (c == '\\' || c == '\'') text += '\\';
    text += c;
  }
  return text;
}

class IndexWriter {
 public:
  IndexWriter(const Site& site, const PagePlan& page) : hrefs_(site, page), folder_(file_of_address(page.address)) {
    folder_.resize(folder_.rfind('/') + 1);
  }

  void add(const SearchEntry& entry) {
    add_page(*entry.page);
    const auto number = entries_.size();
    if (!entry.text.empty()) ++texts_;
    count(entry.title, entry.is_section ? Field::heading : Field::name);
    if (entry.is_section) count(entry.page->title, Field::context);
    count(entry.text, Field::text);
    store_counts(static_cast<std::uint32_t>(number));
    const bool is_page = entry.anchor.empty() && !entry.is_section;
    const std::size_t kind = kind_number(entry.kind.empty() ? entry.page->kind : entry.kind);
    entries_.push_back("[" + std::to_string(pages_.size() - 1) + "," + json_text(entry.anchor) + "," +
                       json_text(is_page ? std::string() : entry.title) + "," + std::to_string(kind) + "," +
                       (entry.is_section ? "1" : "0") + "]");
    add_text(entry.text);
  }

  std::vector<Artifact> artifacts() {
    close_part();
    std::vector<Artifact> artifacts = std::move(parts_);
    artifacts.push_back({folder_ + "index.js",
                         "globalThis.kanonSearch=JSON.parse('" + as_script_text(index()) + "');\n", "kanon.yaml"});
    return artifacts;
  }

 private:
  struct Posting {
    std::uint32_t entry;
    std::uint32_t field_and_count;  // count * 4 + field
  };

  void add_page(const SearchPage& page) {
    // The places of a page come one after another.
    if (page.address == address_) return;
    address_ = page.address;
    pages_.push_back("[" + json_text(hrefs_.to(page.address)) + "," + json_text(page.title) + "," +
                     std::to_string(kind_number(page.kind)) + "," + std::to_string(static_cast<int>(page.rank)) + "]");
  }

  std::size_t kind_number(const std::string& kind) {
    const auto [at, is_new] = kind_numbers_.try_emplace(kind, kinds_.size());
    if (is_new) kinds_.push_back(kind);
    return at->second;
  }

  void count(std::string_view text, Field field) {
    SearchWords words(text);
    while (words.next()) {
      const auto [at, is_new] = numbers_.try_emplace(words.word(), static_cast<std::uint32_t>(postings_.size()));
      if (is_new) {
        postings_.emplace_back();
        marks_.push_back({});
      }
      Counts& counts = marks_[at->second];
      if (counts.all() == 0) touched_.push_back(at->second);
      ++counts.of[static_cast<std::size_t>(field)];
    }
  }

  void store_counts(std::uint32_t entry) {
    for (const std::uint32_t word : touched_) {
      Counts& counts = marks_[word];
      for (std::uint32_t field = 0; field < counts.of.size(); ++field) {
        if (counts.of[field] > 0) postings_[word].push_back({entry, counts.of[field] * 4 + field});
      }
      counts = {};
    }
    touched_.clear();
  }

  void add_text(std::string_view text) {
    if (part_.empty()) first_of_part_.push_back(entries_.size() - 1);
    part_ += part_.empty() ? "" : ",\n";
    part_ += json_text(beginning(text));
    if (part_.size() >= bytes_of_part) close_part();
  }

  void close_part() {
    if (part_.empty()) return;
    const std::string number = std::to_string(parts_.size());
    parts_.push_back(
        {folder_ + "text-" + number + ".js", "kanonSearchText(" + number + ",[" + part_ + "]);\n", "kanon.yaml"});
    part_.clear();
  }

  bool is_common(const std::vector<Posting>& postings) const {
    if (texts_ < fewest_texts) return false;
    const auto in_texts = std::ranges::count_if(
        postings, [](const Posting& one) { return static_cast<Field>(one.field_and_count & 3U) == Field::text; });
    return static_cast<std::size_t>(in_texts) * 5 > texts_ * 2;
  }

  std::string numbers_of(const std::vector<Posting>& postings, bool without_text) const {
    std::string numbers;
    std::uint32_t before = 0;
    for (const Posting& one : postings) {
      const std::uint32_t field = one.field_and_count & 3U;
      const std::uint32_t count = one.field_and_count >> 2U;
      if (without_text && static_cast<Field>(field) == Field::text) continue;
      if (!numbers.empty()) numbers += ',';
      numbers += std::to_string((one.entry - before) * 8 + field * 2 + (count > 1 ? 1 : 0));
      if (count > 1) numbers += "," + std::to_string(count);
      before = one.entry;
    }
    return "[" + numbers + "]";
  }

  std::string index() const {
    std::vector<std::pair<std::string_view, std::uint32_t>> sorted(numbers_.begin(), numbers_.end());
    std::ranges::sort(sorted);
    std::string words;
    std::string postings;
    Json common = Json::array();
    for (const auto& [word, number] : sorted) {
      const bool tells_nothing = is_common(postings_[number]);
      if (tells_nothing) common.push_back(word);
      words += words.empty() ? "" : " ";
      words += word;
      postings += postings.empty() ? "" : ",";
      postings += numbers_of(postings_[number], tells_nothing);
    }
    return "{\"kinds\":" + Json(kinds_).dump(-1, ' ', false, Json::error_handler_t::replace) + ",\"pages\":[" +
           joined(pages_) + "],\"entries\":[" + joined(entries_) + "],\"parts\":" + Json(first_of_part_).dump() +
           ",\"common\":" + common.dump() + ",\"words\":" + json_text(words) + ",\"postings\":[" + postings + "]}";
  }

  static std::string joined(const std::vector<std::string>& rows) {
    std::string all;
    for (const std::string& row : rows) {
      all += all.empty() ? "" : ",";
      all += row;
    }
    return all;
  }

  /// How often the entry at hand has a word, by field.
  struct Counts {
    std::array<std::uint32_t, 4> of{};
    std::uint32_t all() const { return of[0] + of[1] + of[2] + of[3]; }
  };

  Hrefs hrefs_;
  std::string folder_;
  std::string address_;
  std::vector<std::string> kinds_;
  std::unordered_map<std::string, std::size_t> kind_numbers_;
  std::vector<std::string> pages_;
  std::vector<std::string> entries_;
  std::size_t texts_ = 0;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of words, in the order they were met
  std::vector<std::vector<Posting>> postings_;              // by word
  std::vector<Counts> marks_;                               // by word
  std::vector<std::uint32_t> touched_;                      // words of the entry at hand
  std::string part_;
  std::vector<Artifact> parts_;
  std::vector<std::size_t> first_of_part_;
};

}  // namespace

std::vector<Artifact> emit_search_index(const Site& site, const Words& words) {
  const PagePlan* page = site.page_at(folders(words.language()).search);
  if (page == nullptr || page->kind != PageKind::search) return {};
  IndexWriter writer(site, *page);
  for_each_search_entry(site, words, [&](const SearchEntry& entry) { writer.add(entry); });
  return writer.artifacts();
}

}  // namespace kanon
