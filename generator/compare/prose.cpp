#include "compare/prose.h"

#include <algorithm>
#include <map>

#include "compare/alignment.h"
#include "compare/prose_reader.h"

namespace kanon {
namespace {

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15ULL;

/// A step of a hash: good enough to tell blocks apart that nobody chose for being alike, and quick.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + golden + (hash << 6U) + (hash >> 2U);
  hash *= 0xFF51AFD7ED558CCDULL;
  return hash ^ (hash >> 33U);
}

std::uint64_t hash_of(const std::string& text) {
  std::uint64_t hash = golden;
  for (const char c : text) hash = mixed(hash, static_cast<unsigned char>(c));
  return hash;
}

/// Of many shingles those with the lowest numbers: of two alike blocks mostly the same.
void keep_few(std::vector<std::uint32_t>& shingles) {
  std::ranges::sort(shingles);
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  if (shingles.size() > most_shingles) shingles.resize(most_shingles);
}

}  // namespace

Prose::Prose(const ParsedFile& file, Vocabulary& vocabulary) { ProseReader(file, vocabulary, *this).read(); }

Prose::Prose(std::string_view text, Vocabulary& vocabulary) {
  const ParsedFile none;
  ProseReader(none, vocabulary, *this).read_plain(text);
}

std::vector<std::uint32_t> Prose::children_of(std::uint32_t block) const {
  std::vector<std::uint32_t> children;
  for (std::uint32_t child = block + 1; child < blocks_[block].next; child = blocks_[child].next)
    children.push_back(child);
  return children;
}

/// Needs the block's children measured: blocks are measured from the last to the first.
void Prose::measure(std::uint32_t index) {
  Block& block = blocks_[index];
  const Form& form = block.form;
  std::uint64_t hash = mixed(golden, static_cast<std::uint64_t>(form.kind));
  hash = mixed(hash, form.level);
  hash = mixed(hash, form.flags);
  hash = mixed(hash, form.number);
  // What a heading is called in addresses, and a note in its source, is compared when the two are paired.
  const bool is_named = form.kind != MarkdownKind::heading && form.kind != MarkdownKind::footnote_definition;
  if (is_named) hash = mixed(hash, hash_of(form.label));
  hash = mixed(hash, hash_of(form.content));
  block.words = 0;
  block.shingles.clear();
  std::uint32_t last = 0;
  for (std::uint32_t at = block.first_token; at < block.end_token; ++at) {
    const Token& token = tokens_[at];
    hash = mixed(hash, token.meaning * 2ULL + (token.blank_before ? 1 : 0));
    hash = mixed(hash, token.format);
    if (!token.is_word && token.content != PieceContent::code_line) continue;
    ++block.words;
    block.shingles.push_back(static_cast<std::uint32_t>(mixed(golden, token.meaning)));
    if (last != 0) block.shingles.push_back(static_cast<std::uint32_t>(mixed(mixed(golden, last), token.meaning)));
    last = token.meaning;
  }
  for (std::uint32_t child = index + 1; child < block.next; child = blocks_[child].next) {
    hash = mixed(hash, blocks_[child].hash);
    block.words += blocks_[child].words;
    block.shingles.insert(block.shingles.end(), blocks_[child].shingles.begin(), blocks_[child].shingles.end());
  }
  keep_few(block.shingles);
  block.hash = hash;
}

void Prose::measure() {
  for (auto index = static_cast<std::uint32_t>(blocks_.size()); index-- > 0;) measure(index);
}

std::vector<std::uint32_t> Prose::notes() const {
  std::vector<std::uint32_t> notes;
  if (blocks_.empty()) return notes;
  for (const std::uint32_t child : children_of(0)) {
    if (blocks_[child].form.kind == MarkdownKind::footnote_definition) notes.push_back(child);
  }
  return notes;
}

/// References to a note mean the note, not its label.
void Prose::name_references() {
  std::map<std::string_view, std::uint32_t> notes_by_label;
  for (const std::uint32_t note : notes()) notes_by_label.emplace(blocks_[note].form.label, blocks_[note].note);
  for (Token& token : tokens_) {
    if (token.content != PieceContent::footnote) continue;
    const auto known = notes_by_label.find(text(token));
    if (known != notes_by_label.end()) token.meaning = known->second;
  }
}

void Prose::pair_footnotes(Prose& before, Prose& after, Vocabulary& vocabulary) {
  before.measure();
  after.measure();
  std::uint32_t count = 0;
  const auto new_note = [&] { return vocabulary.word("\x04" + std::to_string(++count)); };
  // The same words are the same note, whatever it is called; of the rest those that are alike, then those with the
  // same name.
  std::multimap<std::uint64_t, Block*> by_words;
  std::map<std::string_view, Block*> by_label;
  for (const std::uint32_t note : before.notes()) {
    Block& block = before.blocks_[note];
    block.note = new_note();
    by_words.emplace(block.hash, &block);
  }
  std::vector<Block*> unpaired;
  for (const std::uint32_t note : after.notes()) {
    Block& block = after.blocks_[note];
    const auto same = by_words.find(block.hash);
    if (same == by_words.end()) {
      unpaired.push_back(&block);
      continue;
    }
    block.note = same->second->note;
    by_words.erase(same);
  }
  std::vector<Block*> gone;
  for (const auto& [hash, note] : by_words) gone.push_back(note);
  const auto units_of = [](const std::vector<Block*>& notes) {
    std::vector<Unit> units;
    for (const Block* note : notes)
      units.push_back({.hash = note->hash, .words = note->words, .shingles = note->shingles});
    return units;
  };
  constexpr double least_likeness = 0.4;
  for (const Anchor& alike : most_alike(units_of(gone), units_of(unpaired), least_likeness)) {
    unpaired[alike.after]->note = gone[alike.before]->note;
    unpaired[alike.after] = gone[alike.before] = nullptr;
  }
  std::erase(unpaired, nullptr);
  std::erase(gone, nullptr);
  for (Block* note : gone) by_label.emplace(note->form.label, note);
  for (Block* block : unpaired) {
    const auto same = by_label.find(block->form.label);
    block->note = same == by_label.end() ? new_note() : same->second->note;
    if (same != by_label.end()) by_label.erase(same);
  }
  before.name_references();
  after.name_references();
  before.measure();
  after.measure();
}

}  // namespace kanon
