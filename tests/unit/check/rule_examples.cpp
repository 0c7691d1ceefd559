#include "unit/check/rule_examples.h"

#include <catch2/catch.hpp>
#include <set>
#include <vector>

#include "base/text.h"
#include "build/release.h"
#include "env/memory_files.h"
#include "read/parsers.h"

namespace kanon {
namespace {

using Contents = std::map<std::string, std::string>;
using Words = std::vector<std::string>;

const std::string kFolder = "/project";
constexpr std::string_view kPrompt = "$ ";

/// `\xNN` becomes that byte.
std::string with_bytes(const std::string& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size()) {
      bytes += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else {
      bytes += text[i];
    }
  }
  return bytes;
}

/// The last line that many times more.
std::string repeated(const std::string& text, int times) {
  const auto begin = text.rfind('\n', text.size() - 2) + 1;
  const std::string line = text.substr(begin);
  std::string all = text;
  for (int i = 0; i < times; ++i) all += line;
  return all;
}

/// The words of a command, parted by blanks outside single quotes.
Words words_of(std::string_view command) {
  Words words(1);
  bool quoted = false;
  for (const char c : command) {
    if (c == '\'')
      quoted = !quoted;
    else if (c == ' ' && !quoted)
      words.emplace_back();
    else
      words.back() += c;
  }
  REQUIRE(!quoted);
  return words;
}

/// A project that grows and changes as a page tells.
class Example {
 public:
  Contents take() { return std::move(files_); }

  void add(std::string_view info, std::string contents) {
    if (trim(info) == "console") {
      for (const auto line : split(contents, '\n')) {
        if (!line.empty()) run(line);
      }
      return;
    }
    const auto words = split(info, ' ');
    REQUIRE(words.size() >= 2);
    for (const auto flag : std::vector(words.begin() + 2, words.end())) {
      if (flag == "bytes")
        contents = with_bytes(contents);
      else if (flag.starts_with("repeat="))
        contents = repeated(contents, std::stoi(std::string(flag.substr(7))));
      else
        FAIL("unknown flag " << flag);
    }
    // A file that stands twice is one that was written on after a release.
    const std::string path(words[1]);
    INFO(path);
    REQUIRE(given_since_command_.insert(path).second);
    files_[path] = std::move(contents);
  }

 private:
  void run(std::string_view line) {
    INFO(line);
    REQUIRE(line.starts_with(kPrompt));
    const Words words = words_of(line.substr(kPrompt.size()));
    const Contents before = files_;
    if (words.size() > 4 && words[0] == "kanon" && words[1] == "release" && words[words.size() - 2] == "--date")
      release({words.begin() + 2, words.end() - 2}, words.back());
    else if (words.size() == 2 && words[0] == "rm")
      files_.erase(words[1]);
    else if (words.size() == 4 && words[0] == "sed" && words[1] == "-i")
      replace(words[2], words[3]);
    else
      FAIL("no command of an example");
    REQUIRE(files_ != before);
    given_since_command_.clear();
  }

  void replace(const std::string& expression, const std::string& path) {
    const auto parts = split(expression, '/');
    REQUIRE(parts.size() == 4);
    REQUIRE(parts[0] == "s");
    REQUIRE(files_.contains(path));
    std::string& text = files_.at(path);
    const auto at = text.find(parts[1]);
    REQUIRE(at != std::string::npos);
    text.replace(at, parts[1].size(), parts[2]);
  }

  void release(const std::vector<std::string>& ids, const std::string& date) {
    MemoryFiles files;
    files_.try_emplace("kanon.yaml", "site: {title: Eksempel}\n");
    for (const auto& [path, bytes] : files_) REQUIRE(files.write(kFolder + "/" + path, bytes));
    DirectParsers parsers;
    const Date today = *Date::parse(date);
    const auto checked = check_project(files, parsers, kFolder, today);
    REQUIRE(checked);
    const auto outcomes = release_items(files, *checked, kFolder, ids, today);
    INFO((outcomes ? "" : outcomes.error().what.en));
    REQUIRE(outcomes);
    for (const ReleaseOutcome& outcome : *outcomes) {
      INFO(outcome.id << ": " << (outcome.reasons.empty() ? "" : outcome.reasons.front().en));
      REQUIRE(outcome.kind == ReleaseOutcome::Kind::released);
    }
    files_.clear();
    for (const auto& [path, bytes] : files.all()) files_[path.substr(kFolder.size() + 1)] = bytes;
  }

  Contents files_;
  std::set<std::string> given_since_command_;
};

}  // namespace

Contents files_of_example(const std::string& section) {
  Example example;
  std::string fence, info, contents;
  for (const auto line : split(section, '\n')) {
    const bool fences = line.starts_with("```") || line.starts_with("~~~~");
    if (fence.empty() && fences) {
      const auto end = line.find_first_not_of(line.front());
      fence = line.substr(0, end);
      info = end == std::string_view::npos ? "" : line.substr(end);
      contents.clear();
    } else if (!fence.empty() && line == fence) {
      example.add(info, contents);
      fence.clear();
    } else if (!fence.empty()) {
      contents += std::string(line) + "\n";
    }
  }
  return example.take();
}

}  // namespace kanon
