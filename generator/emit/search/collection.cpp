#include "emit/search/collection.h"

#include <algorithm>
#include <limits>

#include "emit/search/words.h"

namespace kanon {
namespace {

/// An excerpt is cut from the beginning of a section of this length; all of it is found.
constexpr std::size_t longest_text = 8U << 10U;
/// What a posting has room for.
constexpr std::size_t most = 1U << 24U;

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

/// Text of the content as a string of JSON (RFC 8259) and JavaScript. It is well-formed UTF-8: what isn't stops a
/// build.
void append_text(std::string& json, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  json += '"';
  while (!text.empty()) {
    const auto odd = std::ranges::find_if_not(text, is_plain);
    const auto plain = static_cast<std::size_t>(odd - text.begin());
    json += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte < 0x20) {
      json += "\\u00";
      json += digits[byte >> 4U];
      json += digits[byte & 0xFU];
    } else {
      json += '\\';
      json += text.front();
    }
    text.remove_prefix(1);
  }
  json += '"';
}

std::string_view beginning(std::string_view text) {
  if (text.size() <= longest_text) return text;
  const std::size_t end = text.rfind(' ', longest_text);
  if (end != std::string_view::npos) return text.substr(0, end);
  std::size_t cut = longest_text;
  while ((static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return text.substr(0, cut);
}

}  // namespace

void SearchCollection::add(const SearchEntry& entry) {
  if (entries_.size() == most) return;
  // The places of a page come one after another.
  if (entry.page->address != address_ || pages_.empty()) {
    address_ = entry.page->address;
    Page page;
    append_text(page.head, hrefs_.to(entry.page->address));
    page.head += ',';
    append_text(page.head, entry.page->title);
    page.head += ',';
    append_text(page.head, entry.page->kind);
    page.rank = static_cast<int>(entry.page->rank);
    pages_.push_back(std::move(page));
  }
  ++pages_.back().entries;
  Entry& row = entries_.emplace_back();
  row.has_text = !entry.text.empty();
  row.title_words = count(entry.title, entry.is_section ? SearchField::heading : SearchField::name);
  if (entry.is_section) count(entry.page->title, SearchField::context);
  row.text_words = count(entry.text, SearchField::text);
  store_counts();
  const bool is_page = entry.anchor.empty() && !entry.is_section;
  const std::string_view text = beginning(entry.text);
  row.row.reserve(text.size() + entry.title.size() + entry.anchor.size() + 32);
  row.row += '[';
  append_text(row.row, entry.anchor);
  row.row += ',';
  append_text(row.row, is_page ? std::string_view() : std::string_view(entry.title));
  row.row += ',';
  append_text(row.row, entry.kind);
  row.row += ',';
  append_text(row.row, text);
  row.row += ']';
}

std::uint32_t SearchCollection::count(std::string_view text, SearchField field) {
  SearchWords words(text);
  std::uint32_t all = 0;
  while (words.next()) {
    if (words_.size() == most) break;
    ++all;
    const std::uint32_t number = words_.number_of(words.word());
    if (number == counts_.size()) counts_.emplace_back();
    Counts& counts = counts_[number];
    if (counts == Counts{}) touched_.push_back(number);
    std::uint8_t& times = counts.at(static_cast<std::size_t>(field));
    if (times < std::numeric_limits<std::uint8_t>::max()) ++times;
  }
  sums_.at(static_cast<std::size_t>(field)) += all;
  return all;
}

void SearchCollection::store_counts() {
  const std::size_t entry = entries_.size() - 1;
  for (const std::uint32_t word : touched_) {
    Counts& counts = counts_[word];
    for (std::size_t field = 0; field < counts.size(); ++field) {
      if (counts.at(field) > 0) postings_.push_back({word, entry, field, counts.at(field)});
    }
    counts = {};
  }
  touched_.clear();
}

// Counting sort: entries stay in their order within a word.
void SearchCollection::finish() {
  begins_.assign(words_.size() + 1, 0);
  for (const SearchPosting& one : postings_) ++begins_[one.word + 1];
  for (std::size_t word = 1; word < begins_.size(); ++word) begins_[word] += begins_[word - 1];
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  std::vector<SearchPosting> sorted(postings_.size());
  for (const SearchPosting& one : postings_) sorted[next[one.word]++] = one;
  postings_ = std::move(sorted);
  counts_ = {};
}

}  // namespace kanon
