#pragma once

#include <random>
#include <string>
#include <vector>

#include "base/text.h"

namespace kanon::test {

/// Edits a Markdown source as people do, at random: the same seed makes the same edits.
class RandomEditor {
 public:
  /// `other` is where new text is taken from.
  RandomEditor(std::mt19937& random, const std::string& text, const std::string& other)
      : random_(random), blocks_(blocks_of(body_of(text, front_))), others_(blocks_of(body_of(other, ignored_))) {}

  void edit() {
    using Step = void (RandomEditor::*)();
    static constexpr std::pair<Step, const char*> steps[] = {{&RandomEditor::replace_word, "word"},
                                                             {&RandomEditor::insert_words, "words in"},
                                                             {&RandomEditor::delete_words, "words out"},
                                                             {&RandomEditor::move_block, "block moved"},
                                                             {&RandomEditor::move_section, "section moved"},
                                                             {&RandomEditor::split_block, "split"},
                                                             {&RandomEditor::merge_blocks, "merge"},
                                                             {&RandomEditor::delete_block, "block out"},
                                                             {&RandomEditor::insert_block, "block in"},
                                                             {&RandomEditor::move_line, "line moved"},
                                                             {&RandomEditor::delete_line, "line out"},
                                                             {&RandomEditor::copy_line, "line in"},
                                                             {&RandomEditor::edit_cell, "cell"},
                                                             {&RandomEditor::number_headings, "renumbered"},
                                                             {&RandomEditor::reflow, "reflowed"},
                                                             {&RandomEditor::emphasise, "emphasis"},
                                                             {&RandomEditor::add_footnote, "footnote"},
                                                             {&RandomEditor::swap_level, "level"},
                                                             {&RandomEditor::drop_column, "column out"},
                                                             {&RandomEditor::quote, "quoted"}};
    const auto& [step, name] = steps[pick(std::size(steps))];
    (this->*step)();
    done_.emplace_back(name);
  }

  std::string text() const { return front_ + join(blocks_, "\n\n") + "\n"; }
  const std::vector<std::string>& done() const { return done_; }

 private:
  static std::string body_of(const std::string& text, std::string& front) {
    const std::size_t end = text.find("\n---\n", 3);
    if (end == std::string::npos) return text;
    front = text.substr(0, end + 5);
    return text.substr(end + 5);
  }

  /// What blank lines part, fenced code in one.
  static std::vector<std::string> blocks_of(const std::string& body) {
    std::vector<std::string> blocks(1);
    bool fenced = false;
    for (const std::string_view line : split(body, '\n')) {
      if (line.starts_with("```")) fenced = !fenced;
      if (line.empty() && !fenced) {
        if (!blocks.back().empty()) blocks.emplace_back();
        continue;
      }
      if (!blocks.back().empty()) blocks.back() += '\n';
      blocks.back() += line;
    }
    if (blocks.back().empty() && blocks.size() > 1) blocks.pop_back();
    return blocks;
  }

  std::size_t pick(std::size_t count) { return count == 0 ? 0 : random_() % count; }
  std::string& any_block() { return blocks_[pick(blocks_.size())]; }

  static std::vector<std::string> pieces(const std::string& text, char separator) {
    std::vector<std::string> all;
    for (const std::string_view one : split(text, separator)) all.emplace_back(one);
    return all;
  }

  std::string some_words() {
    static constexpr const char* words[] = {
        "og",   "informationssikkerhed", "skal",        "straks", "en gang om året,", "Øverste ledelse",
        "æble", "§ 12, stk. 3",          "it-systemer", "A.5.1."};
    std::string text;
    for (std::size_t i = 0; i < 1 + pick(4); ++i)
      text += (i == 0 ? "" : " ") + std::string(words[pick(std::size(words))]);
    return text;
  }

  void replace_word() {
    std::string& block = any_block();
    auto words = pieces(block, ' ');
    words[pick(words.size())] = some_words();
    block = join(words, " ");
  }
  void insert_words() {
    std::string& block = any_block();
    auto words = pieces(block, ' ');
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(pick(words.size() + 1)), some_words());
    block = join(words, " ");
  }
  void delete_words() {
    std::string& block = any_block();
    auto words = pieces(block, ' ');
    const std::size_t at = pick(words.size());
    const std::size_t count = std::min(words.size() - at, 1 + pick(5));
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at),
                words.begin() + static_cast<std::ptrdiff_t>(at + count));
    block = join(words, " ");
  }
  void move_block() {
    const std::size_t from = pick(blocks_.size());
    std::string block = blocks_[from];
    blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(from));
    blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(pick(blocks_.size() + 1)), std::move(block));
  }
  void move_section() {
    std::vector<std::size_t> headings;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].starts_with("## ")) headings.push_back(i);
    }
    if (headings.size() < 3) return;
    const std::size_t which = pick(headings.size() - 1);
    const auto begin = blocks_.begin() + static_cast<std::ptrdiff_t>(headings[which]);
    const auto end = blocks_.begin() + static_cast<std::ptrdiff_t>(headings[which + 1]);
    const std::vector<std::string> section(begin, end);
    blocks_.erase(begin, end);
    blocks_.insert(blocks_.end(), section.begin(), section.end());
  }
  void split_block() {
    std::string& block = any_block();
    const std::size_t at = block.find(". ", pick(block.size() + 1));
    if (at != std::string::npos) block.replace(at, 2, ".\n\n");
  }
  void merge_blocks() {
    if (blocks_.size() < 2) return;
    const std::size_t at = pick(blocks_.size() - 1);
    blocks_[at] += "\n" + blocks_[at + 1];
    blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }
  void delete_block() {
    if (blocks_.size() > 1) blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(pick(blocks_.size())));
  }
  void insert_block() {
    blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(pick(blocks_.size() + 1)),
                   others_[pick(others_.size())]);
  }
  void move_line() {
    std::string& block = any_block();
    auto lines = pieces(block, '\n');
    const std::size_t from = pick(lines.size());
    std::string line = lines[from];
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(from));
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(pick(lines.size() + 1)), std::move(line));
    block = join(lines, "\n");
  }
  void delete_line() {
    std::string& block = any_block();
    auto lines = pieces(block, '\n');
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(pick(lines.size())));
    block = join(lines, "\n");
  }
  void copy_line() {
    std::string& block = any_block();
    auto lines = pieces(block, '\n');
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(pick(lines.size())), lines[pick(lines.size())]);
    block = join(lines, "\n");
  }
  std::string* any_table() {
    std::vector<std::string*> tables;
    for (std::string& block : blocks_) {
      if (block.starts_with("|") && block.find("| ---") != std::string::npos) tables.push_back(&block);
    }
    return tables.empty() ? nullptr : tables[pick(tables.size())];
  }
  void edit_cell() {
    std::string* table = any_table();
    if (table == nullptr) return;
    auto cells = pieces(*table, '|');
    std::string& cell = cells[pick(cells.size())];
    if (cell.find('\n') == std::string::npos && cell.find("---") == std::string::npos) cell = " " + some_words() + "  ";
    *table = join(cells, "|");
  }
  void drop_column() {
    std::string* table = any_table();
    if (table == nullptr) return;
    auto lines = pieces(*table, '\n');
    const std::size_t column = 1 + pick(3);
    for (std::string& line : lines) {
      auto cells = pieces(line, '|');
      if (cells.size() > column + 2) cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(column));
      line = join(cells, "|");
    }
    *table = join(lines, "\n");
  }
  void number_headings() {
    const std::size_t first = 1 + pick(3);
    std::size_t number = first;
    for (std::string& block : blocks_) {
      if (!block.starts_with("## ")) continue;
      std::size_t words = 3;
      while (words < block.size() && (std::isdigit(static_cast<unsigned char>(block[words])) != 0 ||
                                      block[words] == '.' || block[words] == ' '))
        ++words;
      block = "## " + std::to_string(number++) + ". " + block.substr(words);
    }
  }
  void reflow() {
    std::string& block = any_block();
    if (block.starts_with("|") || block.starts_with("```") || block.starts_with("#")) return;
    std::size_t at = block.find(' ', pick(block.size() + 1));
    if (at != std::string::npos && at + 1 < block.size() &&
        std::isalpha(static_cast<unsigned char>(block[at + 1])) != 0)
      block[at] = '\n';
  }
  void emphasise() {
    std::string& block = any_block();
    auto words = pieces(block, ' ');
    static constexpr const char* marks[] = {"**", "*", "~~", "`", "_"};
    const std::string mark = marks[pick(std::size(marks))];
    std::string& word = words[pick(words.size())];
    word = mark + word + mark;
    block = join(words, " ");
  }
  void add_footnote() {
    const std::string label = std::to_string(pick(4));
    any_block() += " Se noten.[^" + label + "]";
    blocks_.push_back("[^" + label + "]: " + some_words());
  }
  void swap_level() {
    std::string& block = any_block();
    if (block.starts_with("## "))
      block = "#" + block;
    else if (block.starts_with("- "))
      block = "1. " + block.substr(2);
    else
      block = "- " + block;
  }
  void quote() {
    std::string& block = any_block();
    block = "> [!NOTE]\n> " + replace_all(block, "\n", "\n> ");
  }

  std::mt19937& random_;
  std::string front_;
  std::string ignored_;
  std::vector<std::string> blocks_;
  std::vector<std::string> others_;
  std::vector<std::string> done_;
};

}  // namespace kanon::test
