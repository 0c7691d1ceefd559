#include "emit/search/index.h"

#include <fmt/format.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "emit/html/hrefs.h"
#include "emit/search/collection.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

/// As many pages are collected by one thread at a time: the same on every machine.
constexpr std::size_t pages_a_collection = 256;
/// A word with more than so many bytes of postings stands often: in one file, not in two.
constexpr std::size_t often_from = 192;
/// A word is common where more than two fifths of at least so many texts have it.
constexpr std::size_t fewest_texts = 50;

/// The size of the files that something is shared out over: small where there is little, so that a search loads little,
/// larger where there would be too many of them.
std::size_t bytes_of_file(std::size_t all, std::size_t files) {
  return std::clamp<std::size_t>(all / files, 8U << 10U, 32U << 10U);
}

std::vector<SearchCollection> collect(const Site& site, const Words& words, const Hrefs& hrefs) {
  const std::span<const PagePlan> pages = site.pages;
  const std::size_t count = (pages.size() + pages_a_collection - 1) / pages_a_collection;
  std::vector<SearchCollection> collections(count, SearchCollection(hrefs));
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
    const std::size_t first = i * pages_a_collection;
    for_each_search_entry(site, pages.subspan(first, std::min(pages_a_collection, pages.size() - first)), words,
                          [&](const SearchEntry& entry) { collections[i].add(entry); });
    collections[i].finish();
  });
  return collections;
}

/// The words of all collections, sorted, and where the postings of each are.
class Vocabulary {
 public:
  struct Run {
    std::uint32_t collection = 0;
    std::uint32_t word = 0;  ///< its number there
  };

  explicit Vocabulary(const std::vector<SearchCollection>& collections) {
    std::vector<std::pair<std::uint32_t, Run>> met;  // the number here
    for (std::uint32_t i = 0; i < collections.size(); ++i) {
      const WordTable& own = collections[i].words();
      for (std::uint32_t word = 0; word < own.size(); ++word)
        met.push_back({table_.number_of(own.word(word)), {i, word}});
    }
    std::vector<std::uint32_t> sorted(table_.size());
    for (std::uint32_t i = 0; i < sorted.size(); ++i) sorted[i] = i;
    std::ranges::sort(sorted, {}, [&](std::uint32_t number) { return table_.word(number); });
    std::vector<std::uint32_t> place(sorted.size());
    for (std::uint32_t i = 0; i < sorted.size(); ++i) place[sorted[i]] = i;
    begins_.assign(sorted.size() + 1, 0);
    for (const auto& [number, run] : met) ++begins_[place[number] + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    runs_.resize(met.size());
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (const auto& [number, run] : met) runs_[next[place[number]]++] = run;
    for (const std::uint32_t number : sorted) words_.push_back(table_.word(number));
  }

  const std::vector<std::string_view>& words() const { return words_; }
  /// In the order of the collections.
  std::span<const Run> runs_of(std::size_t place) const {
    return std::span(runs_).subspan(begins_[place], begins_[place + 1] - begins_[place]);
  }

 private:
  WordTable table_;
  std::vector<std::string_view> words_;
  std::vector<std::uint32_t> begins_;
  std::vector<Run> runs_;
};

/// Numbers with commas between them.
class NumberList {
 public:
  void clear() { size_ = 0; }
  void add(std::uint64_t number) {
    // The block is kept from list to list, so that writing a number is writing its digits.
    if (block_.size() - size_ < most_digits + 1) block_.resize(block_.size() * 2 + 1024);
    if (size_ > 0) block_[size_++] = ',';
    char* const begin = block_.data() + size_;
    size_ += static_cast<std::size_t>(std::to_chars(begin, begin + most_digits, number).ptr - begin);
  }
  std::string_view text() const { return std::string_view(block_).substr(0, size_); }

 private:
  static constexpr std::size_t most_digits = 20;
  std::string block_;
  std::size_t size_ = 0;
};

/// Files of about one size, each with words in a row and their postings.
class WordFiles {
 public:
  WordFiles(std::string name, std::size_t bytes) : name_(std::move(name)), bytes_(bytes) {}

  /// `key` is what the files are found by.
  void add(std::string_view word, const std::string& key, const std::string& postings) {
    if (words_.empty()) {
      firsts_ += firsts_.empty() ? "\"" : ",\"";
      firsts_ += key + "\"";
    }
    words_ += words_.empty() ? "" : " ";
    words_ += word;
    postings_ += postings_.empty() ? "[" : ",[";
    postings_ += postings;
    postings_ += ']';
    if (words_.size() + postings_.size() >= bytes_) close();
  }

  /// `"name":["first","first"]`
  std::string take(const std::string& folder, std::vector<Artifact>& artifacts) {
    close();
    for (std::size_t i = 0; i < scripts_.size(); ++i) {
      artifacts.push_back({folder + name_ + "-" + std::to_string(i) + ".js", std::move(scripts_[i]), "kanon.yaml"});
    }
    return "\"" + name_ + "\":[" + firsts_ + "]";
  }

 private:
  void close() {
    if (words_.empty()) return;
    scripts_.push_back(
        fmt::format("kanonSearchWords(\"{}\",{},\"{}\",[{}]);\n", name_, scripts_.size(), words_, postings_));
    words_.clear();
    postings_.clear();
  }

  std::string name_;
  std::size_t bytes_;
  std::string firsts_;
  std::string words_;
  std::string postings_;
  std::vector<std::string> scripts_;
};

class IndexWriter {
 public:
  IndexWriter(const std::vector<SearchCollection>& collections, std::string folder)
      : collections_(collections), folder_(std::move(folder)), vocabulary_(collections) {
    for (const SearchCollection& collection : collections) {
      offsets_.push_back(entries_);
      entries_ += collection.entries().size();
      texts_ += static_cast<std::size_t>(
          std::ranges::count_if(collection.entries(), [](const auto& entry) { return entry.has_text; }));
      for (const auto& entry : collection.entries()) bytes_ += entry.row.size();
    }
  }

  std::vector<Artifact> artifacts() {
    const std::string words = word_files();
    const std::string parts = part_files();
    artifacts_.push_back({folder_ + "index.js",
                          "globalThis.kanonSearch={" + words + ",\"pages\":[" + pages() + "],\"lengths\":\"" +
                              lengths() + "\",\"averages\":[" + averages() + "],\"parts\":[" + parts +
                              "],\"words\":\"" + all_words() + "\"};\n",
                          "kanon.yaml"});
    return std::move(artifacts_);
  }

 private:
  struct Postings {
    std::string numbers;  ///< `8,16`
    bool is_common = false;
  };

  Postings postings_of(std::size_t place, NumberList& numbers) const {
    std::size_t in_texts = 0;
    const auto is_text = [](const SearchPosting& one) {
      return static_cast<SearchField>(one.field) == SearchField::text;
    };
    for (const Vocabulary::Run& run : vocabulary_.runs_of(place)) {
      in_texts +=
          static_cast<std::size_t>(std::ranges::count_if(collections_[run.collection].postings_of(run.word), is_text));
    }
    const bool is_common = texts_ >= fewest_texts && in_texts * 5 > texts_ * 2;
    numbers.clear();
    std::uint64_t before = 0;
    for (const Vocabulary::Run& run : vocabulary_.runs_of(place)) {
      for (const SearchPosting& one : collections_[run.collection].postings_of(run.word)) {
        if (is_common && is_text(one)) continue;
        const std::uint64_t entry = offsets_[run.collection] + one.entry;
        numbers.add((entry - before) * 8 + std::uint64_t{one.field} * 2 + (one.times > 1 ? 1 : 0));
        if (one.times > 1) numbers.add(one.times);
        before = entry;
      }
    }
    return {std::string(numbers.text()), is_common};
  }

  /// `"files":{…},"often":[…],"common":[…]`
  std::string word_files() {
    const auto& words = vocabulary_.words();
    std::vector<Postings> postings(words.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, words.size(), 512), [&](const auto& range) {
      NumberList numbers;
      for (std::size_t i = range.begin(); i < range.end(); ++i) postings[i] = postings_of(i, numbers);
    });
    std::size_t bytes = 0;
    for (const Postings& one : postings) bytes += one.numbers.size();
    const std::size_t bytes_a_file = bytes_of_file(bytes, 256);

    WordFiles often("often", bytes_a_file);
    WordFiles begin("begin", bytes_a_file);
    WordFiles end("end", bytes_a_file);
    NumberList often_places;
    std::string common;
    std::vector<std::pair<std::string, std::size_t>> backwards;
    std::size_t before = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string word(words[i]);
      if (postings[i].is_common) common += (common.empty() ? "\"" : ",\"") + word + "\"";
      if (postings[i].numbers.size() <= often_from) {
        begin.add(word, word, postings[i].numbers);
        backwards.emplace_back(backwards_of(word), i);
        continue;
      }
      often.add(word, word, postings[i].numbers);
      often_places.add(i - before);
      before = i;
    }
    std::ranges::sort(backwards);
    for (const auto& [key, i] : backwards) end.add(words[i], key, postings[i].numbers);
    std::string files = often.take(folder_, artifacts_);
    files += "," + begin.take(folder_, artifacts_);
    files += "," + end.take(folder_, artifacts_);
    return "\"files\":{" + files + "},\"often\":[" + std::string(often_places.text()) + "],\"common\":[" + common + "]";
  }

  /// From its last character to its first.
  static std::string backwards_of(std::string_view word) {
    std::string backwards;
    for (std::size_t end = word.size(); end > 0;) {
      std::size_t begin = end - 1;
      while (begin > 0 && (static_cast<unsigned char>(word[begin]) & 0xC0U) == 0x80U) --begin;
      backwards += word.substr(begin, end - begin);
      end = begin;
    }
    return backwards;
  }

  /// The first entry of each part.
  std::string part_files() {
    const std::size_t bytes_a_part = bytes_of_file(bytes_, 1024);
    NumberList firsts;
    std::string rows;
    std::size_t number = 0;
    std::size_t at = 0;
    bool is_open = false;  // whether the last page's list of entries is
    const auto close = [&] {
      if (rows.empty()) return;
      artifacts_.push_back({folder_ + "part-" + std::to_string(number) + ".js",
                            fmt::format("kanonSearchPart({},[{}]]]);\n", number, rows), "kanon.yaml"});
      ++number;
      rows.clear();
      is_open = false;
    };
    for (const SearchCollection& collection : collections_) {
      std::size_t entry = 0;
      for (const SearchCollection::Page& page : collection.pages()) {
        if (is_open) rows += "]],\n";
        is_open = false;
        for (std::size_t i = 0; i < page.entries; ++i, ++entry, ++at) {
          if (rows.empty()) firsts.add(at);
          if (is_open) {
            rows += ",\n";
          } else {
            rows += '[';
            rows += page.head;
            rows += ",[";
            is_open = true;
          }
          rows += collection.entries()[entry].row;
          if (rows.size() >= bytes_a_part) close();
        }
      }
    }
    close();
    return std::string(firsts.text());
  }

  /// Each word as a capital letter, for how many of its first letters are those of the word before, and the rest of it.
  std::string all_words() const {
    constexpr std::size_t most_shared = 25;
    std::string all;
    std::string_view before;
    for (const std::string_view word : vocabulary_.words()) {
      std::size_t shared = 0;
      // A letter of several bytes counts as one in the browser: the count ends there.
      while (shared < most_shared && shared < word.size() && shared < before.size() && word[shared] == before[shared] &&
             static_cast<unsigned char>(word[shared]) < 0x80)
        ++shared;
      all += static_cast<char>('A' + static_cast<int>(shared));
      all += word.substr(shared);
      before = word;
    }
    return all;
  }

  std::string pages() const {
    NumberList pages;
    for (const SearchCollection& collection : collections_) {
      for (const SearchCollection::Page& page : collection.pages())
        pages.add(page.entries * 4 + static_cast<std::size_t>(page.rank));
    }
    return std::string(pages.text());
  }

  /// Characters from `(` on: none of them is one that a script or JSON would read as something else.
  std::string lengths() const {
    constexpr char nothing = '(';
    constexpr std::uint32_t most = 50;
    std::string lengths;
    lengths.reserve(entries_ * 2);
    for (const SearchCollection& collection : collections_) {
      for (const SearchCollection::Entry& entry : collection.entries()) {
        lengths += static_cast<char>(nothing + static_cast<int>(std::min(entry.title_words, most)));
        lengths += static_cast<char>(nothing + shortened_length(entry.text_words));
      }
    }
    return lengths;
  }

  std::string averages() const {
    std::array<std::uint64_t, search_fields> sums{};
    for (const SearchCollection& collection : collections_) {
      for (std::size_t field = 0; field < sums.size(); ++field) sums.at(field) += collection.sums().at(field);
    }
    std::string averages;
    for (const std::uint64_t sum : sums) {
      averages += averages.empty() ? "" : ",";
      averages +=
          fmt::format("{:.3f}", static_cast<double>(sum) / static_cast<double>(std::max<std::size_t>(entries_, 1)));
    }
    return averages;
  }

  const std::vector<SearchCollection>& collections_;
  std::string folder_;
  Vocabulary vocabulary_;
  std::vector<std::size_t> offsets_;  ///< by collection: the number of its first entry
  std::size_t entries_ = 0;
  std::size_t texts_ = 0;
  std::size_t bytes_ = 0;
  std::vector<Artifact> artifacts_;
};

}  // namespace

int shortened_length(std::uint32_t words) {
  return std::min(50, static_cast<int>(std::lround(4 * std::log2(1.0 + static_cast<double>(words)))));
}

std::vector<Artifact> emit_search_index(const Site& site, const Words& words) {
  const PagePlan* page = site.page_at(folders(words.language()).search);
  if (page == nullptr || page->kind != PageKind::search) return {};
  const Hrefs hrefs(site, *page);
  const auto collections = collect(site, words, hrefs);
  std::string folder = file_of_address(page->address);
  folder.resize(folder.rfind('/') + 1);
  return IndexWriter(collections, std::move(folder)).artifacts();
}

}  // namespace kanon
