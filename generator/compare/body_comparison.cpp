#include "compare/body_comparison.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "compare/pieces.h"

namespace kanon {
namespace {

/// How many tokens the number before a heading's words takes: of «3.2 Ansvar» one, of «3. Ansvar» two.
std::size_t tokens_of_number(const Prose& prose, const Block& heading) {
  if (heading.first_token == heading.end_token) return 0;
  const std::string_view first = prose.text(prose.tokens()[heading.first_token]);
  const bool is_number = !first.empty() && first.find_first_not_of("0123456789.") == std::string_view::npos;
  if (!is_number || heading.first_token + 1 == heading.end_token) return 0;
  const Token& second = prose.tokens()[heading.first_token + 1];
  return !second.blank_before && !second.is_word ? 2 : second.blank_before ? 1 : 0;
}

/// A hash of the tokens' meanings; 0 for none.
std::uint64_t key_of(const Prose& prose, std::uint32_t begin, std::uint32_t end) {
  std::uint64_t key = 0;
  for (std::uint32_t at = begin; at < end; ++at)
    key = (key ^ (prose.tokens()[at].meaning + 0x9E3779B97F4A7C15ULL)) * 0xFF51AFD7ED558CCDULL;
  return key;
}

/// What tells a block from others though little of it stays: a heading's words without its number, a row's first
/// cell, an embed's name.
std::uint64_t key_of(const Prose& prose, std::uint32_t index) {
  const Block& block = prose.block(index);
  if (block.form.kind == MarkdownKind::heading) {
    const auto number = static_cast<std::uint32_t>(tokens_of_number(prose, block));
    return key_of(prose, block.first_token + number, block.end_token);
  }
  if (block.form.kind == MarkdownKind::embed) return std::hash<std::string>()(block.form.label) | 1U;
  if (block.form.kind == MarkdownKind::table_row && index + 1 < block.next) {
    const Block& cell = prose.block(index + 1);
    return key_of(prose, cell.first_token, cell.end_token);
  }
  return 0;
}

bool is_leaf(MarkdownKind kind) {
  return kind == MarkdownKind::paragraph || kind == MarkdownKind::heading || kind == MarkdownKind::code_block ||
         kind == MarkdownKind::embed || kind == MarkdownKind::thematic_break || kind == MarkdownKind::table_cell;
}

bool differ(const Form& form, const Form& was) {
  if (form.kind != MarkdownKind::footnote_definition) return form != was;
  return false;  // what a note is called in the source, nobody sees
}

bool only_number_differs(const Form& form, const Form& was) {
  Form numbered = was;
  numbered.number = form.number;
  return form != was && form == numbered;
}

}  // namespace

bool is_changed_itself(const Passage& passage) {
  return (passage.was && differ(passage.form, *passage.was)) || std::ranges::any_of(passage.pieces, is_change);
}

BodyComparison::BodyComparison(const ParsedFile& before, const ParsedFile& after)
    : before_(before, vocabulary_), after_(after, vocabulary_) {
  Prose::pair_footnotes(before_, after_, vocabulary_);
}

Redline BodyComparison::compare() {
  Redline redline;
  redline.passages = children(0, 0);
  find_moves(redline.passages);
  note_sections(redline.passages);
  redline.formats = vocabulary_.formats();
  return redline;
}

std::vector<Unit> BodyComparison::units(const Prose& prose, const std::vector<std::uint32_t>& blocks) const {
  std::vector<Unit> units;
  units.reserve(blocks.size());
  for (const std::uint32_t index : blocks) {
    const Block& block = prose.block(index);
    units.push_back({.hash = block.hash,
                     .kind = static_cast<std::uint32_t>(block.form.kind),
                     .words = block.words,
                     .shingles = block.shingles,
                     .key = key_of(prose, index)});
  }
  return units;
}

std::vector<Passage> BodyComparison::children(std::uint32_t before, std::uint32_t after) const {
  if (before_.blocks().empty() || after_.blocks().empty()) {
    const auto all = [](const Prose& prose) {
      return prose.blocks().empty() ? std::vector<std::uint32_t>() : prose.children_of(0);
    };
    return passages(all(before_), all(after_));
  }
  if (before_.block(before).form.kind == MarkdownKind::table) return rows(before, after);
  if (before_.block(before).form.kind != MarkdownKind::document)
    return passages(before_.children_of(before), after_.children_of(after));
  const auto without_notes = [](const Prose& prose) {
    std::vector<std::uint32_t> blocks = prose.children_of(0);
    std::erase_if(
        blocks, [&](std::uint32_t block) { return prose.block(block).form.kind == MarkdownKind::footnote_definition; });
    return blocks;
  };
  std::vector<Passage> body = passages(without_notes(before_), without_notes(after_));
  std::ranges::move(footnotes(), std::back_inserter(body));
  return body;
}

/// Notes stand in the order of their references, so they are never moved: those of today first, then those that are
/// gone.
std::vector<Passage> BodyComparison::footnotes() const {
  std::vector<Passage> notes;
  std::vector<std::uint32_t> gone = before_.notes();
  for (const std::uint32_t note : after_.notes()) {
    const auto was = std::ranges::find_if(
        gone, [&](std::uint32_t old) { return before_.block(old).note == after_.block(note).note; });
    if (was == gone.end()) {
      notes.push_back(whole(Side::after, note));
    } else {
      notes.push_back(pair(*was, note));
      gone.erase(was);
    }
  }
  for (const std::uint32_t note : gone) notes.push_back(whole(Side::before, note));
  return notes;
}

std::vector<Passage> BodyComparison::passages(const std::vector<std::uint32_t>& before,
                                              const std::vector<std::uint32_t>& after) const {
  const auto pairs = align(units(before_, before), units(after_, after));
  std::vector<Passage> all;
  for (const BlockGroup& blocks : grouped(before_, before, after_, after, pairs)) all.push_back(group(blocks));
  return all;
}

Passage BodyComparison::group(const BlockGroup& blocks) const {
  if (blocks.after.empty()) return whole(Side::before, blocks.before.front());
  if (blocks.before.empty()) return whole(Side::after, blocks.after.front());
  if (blocks.before.size() == 1 && blocks.after.size() == 1) return pair(blocks.before.front(), blocks.after.front());
  Passage passage{.fate = Fate::changed,
                  .before_node = before_.block(blocks.before.front()).node,
                  .after_node = after_.block(blocks.after.front()).node};
  passage.notes = blocks.before.size() < blocks.after.size() ? note_split : note_merged;
  passage.pieces = pieces_of(before_, tokens_of(before_, blocks.before), after_, tokens_of(after_, blocks.after));
  return passage;
}

Passage BodyComparison::pair(std::uint32_t before, std::uint32_t after) const {
  const Block& was = before_.block(before);
  const Block& is = after_.block(after);
  Passage passage{.before_node = was.node, .after_node = is.node, .form = is.form};
  if (was.form != is.form) passage.was = was.form;
  if (is_leaf(is.form.kind)) {
    const std::uint32_t old_block[] = {before};
    const std::uint32_t new_block[] = {after};
    const TokenRun old_run = tokens_of(before_, old_block);
    const TokenRun new_run = tokens_of(after_, new_block);
    passage.pieces = pieces_of(before_, old_run, after_, new_run);
    if (is.form.kind == MarkdownKind::heading && is_changed_itself(passage)) {
      const auto words_of = [](const Prose& prose, const Block& block, TokenRun run) {
        run.erase(run.begin(), run.begin() + static_cast<std::ptrdiff_t>(tokens_of_number(prose, block)));
        return run;
      };
      const bool same_words = say_the_same(words_of(before_, was, old_run), words_of(after_, is, new_run));
      if (same_words && !say_the_same(old_run, new_run)) passage.notes = note_renumbered;
    }
  }
  const bool has_children = before + 1 < was.next || after + 1 < is.next;
  if (has_children) passage.children = children(before, after);
  const bool changed = is_changed_itself(passage) || std::ranges::any_of(passage.children, [](const Passage& child) {
                         return child.fate != Fate::same;
                       });
  if (changed) passage.fate = Fate::changed;
  if (passage.was && only_number_differs(passage.form, *passage.was)) passage.notes |= note_renumbered;
  return passage;
}

Passage BodyComparison::whole(Side side, std::uint32_t index) const {
  const bool is_old = side == Side::before;
  const Prose& prose = is_old ? before_ : after_;
  const Block& block = prose.block(index);
  Passage passage{.fate = is_old ? Fate::deleted : Fate::inserted, .form = block.form};
  (is_old ? passage.before_node : passage.after_node) = block.node;
  const std::uint32_t self[] = {index};
  passage.pieces = pieces_of(prose, tokens_of(prose, self), is_old ? PieceKind::deleted : PieceKind::inserted);
  for (const std::uint32_t child : prose.children_of(index)) passage.children.push_back(whole(side, child));
  return passage;
}

std::vector<Passage> BodyComparison::rows(std::uint32_t before, std::uint32_t after) const {
  const auto old_rows = before_.children_of(before);
  const auto new_rows = after_.children_of(after);
  const auto of_cells = columns(before, after);
  std::vector<Passage> passages;
  for (const AlignedPair& pair : align(units(before_, old_rows), units(after_, new_rows))) {
    if (pair.before && pair.after)
      passages.push_back(row(old_rows[*pair.before], new_rows[*pair.after], of_cells));
    else
      passages.push_back(pair.before ? lone_row(Side::before, old_rows[*pair.before], of_cells)
                                     : lone_row(Side::after, new_rows[*pair.after], of_cells));
  }
  return passages;
}

/// A row of one side alone, its cells below the columns that they belong to: where the other side has a column more
/// stands an empty cell of that side.
Passage BodyComparison::lone_row(Side side, std::uint32_t index, const std::vector<AlignedPair>& columns) const {
  Passage row = whole(side, index);
  const Fate of_other = side == Side::before ? Fate::inserted : Fate::deleted;
  std::vector<Passage> cells;
  std::size_t next = 0;
  for (const AlignedPair& column : columns) {
    const bool is_own = (side == Side::before ? column.before : column.after).has_value();
    if (!is_own)
      cells.push_back({.fate = of_other, .form = {.kind = MarkdownKind::table_cell}});
    else if (next < row.children.size())
      cells.push_back(std::move(row.children[next++]));
  }
  for (; next < row.children.size(); ++next) cells.push_back(std::move(row.children[next]));
  row.children = std::move(cells);
  return row;
}

/// Which column is which: by position where there are as many, else by what the header says.
std::vector<AlignedPair> BodyComparison::columns(std::uint32_t before, std::uint32_t after) const {
  const auto cells_of = [](const Prose& prose, std::uint32_t table) {
    return table + 1 < prose.block(table).next ? prose.children_of(table + 1) : std::vector<std::uint32_t>();
  };
  const auto old_cells = cells_of(before_, before);
  const auto new_cells = cells_of(after_, after);
  if (old_cells.size() != new_cells.size()) return align(units(before_, old_cells), units(after_, new_cells));
  std::vector<AlignedPair> pairs;
  for (std::uint32_t i = 0; i < new_cells.size(); ++i) pairs.push_back({i, i});
  return pairs;
}

Passage BodyComparison::row(std::uint32_t before, std::uint32_t after, const std::vector<AlignedPair>& columns) const {
  const Block& was = before_.block(before);
  const Block& is = after_.block(after);
  Passage passage{.before_node = was.node, .after_node = is.node, .form = is.form};
  if (was.form != is.form) passage.was = was.form;
  const auto old_cells = before_.children_of(before);
  const auto new_cells = after_.children_of(after);
  for (const AlignedPair& column : columns) {
    const bool has_old = column.before && *column.before < old_cells.size();
    const bool has_new = column.after && *column.after < new_cells.size();
    if (has_old && has_new)
      passage.children.push_back(pair(old_cells[*column.before], new_cells[*column.after]));
    else if (has_old)
      passage.children.push_back(whole(Side::before, old_cells[*column.before]));
    else if (has_new)
      passage.children.push_back(whole(Side::after, new_cells[*column.after]));
  }
  const bool changed =
      std::ranges::any_of(passage.children, [](const Passage& cell) { return cell.fate != Fate::same; });
  if (changed) passage.fate = Fate::changed;
  return passage;
}

bool is_unchanged(const Redline& redline) {
  return std::ranges::all_of(redline.passages, [](const Passage& passage) { return passage.fate == Fate::same; });
}

Redline compare_bodies(const ParsedFile& before, const ParsedFile& after) {
  return BodyComparison(before, after).compare();
}

}  // namespace kanon
