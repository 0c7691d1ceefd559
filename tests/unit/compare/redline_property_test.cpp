#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "base/text.h"
#include "compare/projection.h"
#include "read/parse.h"
#include "unit/compare/random_editor.h"

using namespace kanon;
using namespace kanon::test;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::vector<std::filesystem::path> files_below(const std::string& folder, const std::string& ending) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(KANON_SOURCE) + "/" + folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ending) paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

/// What a reader would hear of one side of a redline: its words without blanks.
void collect_words(const std::vector<Passage>& passages, bool before, std::string& words) {
  for (const Passage& passage : passages) {
    const bool only_before = passage.fate == Fate::deleted || passage.fate == Fate::moved_away;
    const bool only_after = passage.fate == Fate::inserted || passage.fate == Fate::moved_here;
    if ((before && only_after) || (!before && only_before)) continue;
    for (const Piece& piece : passage.pieces) {
      if (piece.kind == (before ? PieceKind::inserted : PieceKind::deleted)) continue;
      if (piece.content == PieceContent::footnote) continue;
      words += piece.text;
    }
    collect_words(passage.children, before, words);
  }
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return text;
}

std::string words_of(const Redline& redline, bool before) {
  std::vector<Passage> body;
  std::vector<Passage> notes;
  for (const Passage& passage : redline.passages)
    (passage.form.kind == MarkdownKind::footnote_definition ? notes : body).push_back(passage);
  std::string words;
  collect_words(body, before, words);
  return without_blanks(std::move(words));
}

/// The same of a file, by code that knows nothing of redlines.
std::string words_of(const ParsedFile& file) {
  std::string words;
  const auto nodes = file.markdown();
  for (std::uint32_t node = 1; node < nodes.size(); ++node) {
    if (nodes[node].kind == MarkdownKind::footnote_definition) break;
    if (nodes[node].kind == MarkdownKind::code_block) words += file.string(nodes[node].text);
    if (nodes[node].kind == MarkdownKind::text || nodes[node].kind == MarkdownKind::code)
      words += file.string(nodes[node].text);
  }
  return without_blanks(std::move(words));
}

void check_pair(const std::string& before_text, const std::string& after_text) {
  const ParsedFile before = parse_source(before_text, SourceForm::markdown);
  const ParsedFile after = parse_source(after_text, SourceForm::markdown);
  const Redline redline = compare_bodies(before, after);
  const std::string old_form = canonical(before);
  const std::string new_form = canonical(after);
  CHECK(rejected(redline) == old_form);
  CHECK(accepted(redline) == new_form);
  CHECK(words_of(redline, true) == words_of(before));
  CHECK(words_of(redline, false) == words_of(after));
  // Notes of equal forms may stand in another order and under other labels; else equal texts are unchanged.
  if (old_form == new_form) CHECK(is_unchanged(redline));
  if (without_blanks(words_of(before)) != words_of(after)) CHECK_FALSE(is_unchanged(redline));
}

}  // namespace

TEST_CASE("rejecting every change gives the old text and accepting every one the new: generated pairs") {
  const auto documents = files_below("content/documents", ".md");
  const auto manual = files_below("docs", ".md");
  std::vector<std::string> texts;
  for (const auto& path : documents) texts.push_back(bytes_of(path));
  for (const auto& path : manual) texts.push_back(bytes_of(path));
  REQUIRE(texts.size() > 40);
  std::mt19937 random(20261128);
  std::size_t pairs = 0;
  for (int round = 0; round < 400; ++round) {
    const std::string& before = texts[random() % texts.size()];
    const std::string& other = texts[random() % texts.size()];
    RandomEditor editor(random, before, other);
    const unsigned edits = 1 + random() % 12;
    for (unsigned i = 0; i < edits; ++i) editor.edit();
    INFO("pair " << round << " with " << edits << " edits: " << join(editor.done(), ", "));
    check_pair(before, editor.text());
    ++pairs;
  }
  CHECK(pairs >= 300);
}

TEST_CASE("rejecting and accepting: neighbouring releases of this repository's archive") {
  const std::filesystem::path archive = std::string(KANON_SOURCE) + "/content/archive";
  std::size_t pairs = 0;
  for (const auto& folder : std::filesystem::directory_iterator(archive)) {
    if (!folder.is_directory()) continue;
    const std::string name = folder.path().filename().string() + ".md";
    std::vector<std::filesystem::path> releases;
    for (const auto& release : std::filesystem::directory_iterator(folder)) {
      if (std::filesystem::exists(release.path() / name)) releases.push_back(release.path() / name);
    }
    std::ranges::sort(releases);
    for (std::size_t i = 1; i < releases.size(); ++i) {
      INFO(releases[i].string());
      check_pair(bytes_of(releases[i - 1]), bytes_of(releases[i]));
      ++pairs;
    }
  }
  CHECK(pairs > 80);
}

TEST_CASE("rejecting and accepting: any document against any other") {
  const auto documents = files_below("content/documents", ".md");
  for (std::size_t i = 1; i < documents.size(); ++i) check_pair(bytes_of(documents[i - 1]), bytes_of(documents[i]));
  check_pair("", bytes_of(documents.front()));
  check_pair(bytes_of(documents.front()), "");
}
