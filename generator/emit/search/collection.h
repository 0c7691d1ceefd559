#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "emit/html/hrefs.h"
#include "emit/search/entries.h"
#include "emit/search/word_table.h"

namespace kanon {

/// Where a word stands: in the name of a page or thing, in a section's heading, in the name of the page that a section
/// stands on, or in the text.
enum class SearchField : std::uint8_t { name, heading, context, text };
constexpr std::size_t search_fields = 4;

/// That a field of an entry has a word. There are millions of them: eight bytes each.
struct SearchPosting {
  std::uint64_t word : 24;   ///< its number in the collection
  std::uint64_t entry : 24;  ///< its position in the collection
  std::uint64_t field : 8;   ///< a SearchField
  std::uint64_t times : 8;   ///< how often, up to 255
};

/// What the search holds of some pages of a site that stand one after another: rows to show, and where which words
/// stand. Collections are made in parallel and then put together.
class SearchCollection {
 public:
  struct Page {
    std::string head;  ///< `"href","title","kind"`: the beginning of its row
    std::size_t entries = 0;
    int rank = 0;
  };
  struct Entry {
    std::string row;  ///< `["anchor","title","kind","text"]`
    std::uint32_t title_words = 0;
    std::uint32_t text_words = 0;
    bool has_text = false;
  };

  /// `hrefs` must outlive it. What goes beyond 16 million entries or words is left out.
  explicit SearchCollection(const Hrefs& hrefs) : hrefs_(hrefs) {}
  void add(const SearchEntry& entry);
  /// Sorts the postings by word. Nothing is added after it.
  void finish();

  const std::vector<Page>& pages() const { return pages_; }
  const std::vector<Entry>& entries() const { return entries_; }
  const WordTable& words() const { return words_; }
  /// After finish(): of one word, in the order of the entries.
  std::span<const SearchPosting> postings_of(std::uint32_t word) const {
    return std::span(postings_).subspan(begins_[word], begins_[word + 1] - begins_[word]);
  }
  /// How many words all fields of a kind have together.
  const std::array<std::uint64_t, search_fields>& sums() const { return sums_; }

 private:
  using Counts = std::array<std::uint8_t, search_fields>;

  std::uint32_t count(std::string_view text, SearchField field);
  void store_counts();

  const Hrefs& hrefs_;
  std::string address_;
  std::vector<Page> pages_;
  std::vector<Entry> entries_;
  WordTable words_;
  std::vector<Counts> counts_;          ///< by word: how often the entry at hand has it
  std::vector<std::uint32_t> touched_;  ///< words of the entry at hand
  std::vector<SearchPosting> postings_;
  std::vector<std::uint32_t> begins_;  ///< by word, in `postings_`
  std::array<std::uint64_t, search_fields> sums_{};
};

}  // namespace kanon
