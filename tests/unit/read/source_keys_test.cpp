#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "base/text.h"
#include "read/one_source.h"
#include "read/parsers.h"
#include "read/source_keys.h"

namespace kanon {
namespace {

/// A file of each kind.
const std::vector<std::string> kFiles{"kanon.yaml",
                                      "content/documents/a.md",
                                      "content/members/a.md",
                                      "content/projects/a.md",
                                      "content/criteria.yaml",
                                      "content/catalogs/a.yaml",
                                      "content/handbooks/a.yaml",
                                      "content/registers/dispensations.yaml",
                                      "content/registers/controls.yaml",
                                      "content/glossary.yaml",
                                      "content/pages/a.md"};

constexpr std::string_view kUnknown = "kendesikkeallersteds";

/// YAML in flow form in which the mapping at a path holds one key that nobody knows.
std::string yaml_at(std::string_view path) {
  std::string yaml = "{" + std::string(kUnknown) + ": 1}";
  std::string rest(path);
  while (!rest.empty()) {
    if (rest.ends_with("[]")) {
      yaml = "[" + yaml + "]";
      rest.resize(rest.size() - 2);
      continue;
    }
    const auto dot = rest.find_last_of(".]");
    const std::size_t begin = dot == std::string::npos ? 0 : dot + 1;
    const std::string name = rest.substr(begin) == "<name>" ? "navn" : rest.substr(begin);
    yaml = "{" + name + ": " + yaml + "}";
    rest.resize(dot == std::string::npos ? 0 : (rest[dot] == '.' ? dot : dot + 1));
  }
  return yaml;
}

std::string source_at(const std::string& file, std::string_view path) {
  return file.ends_with(".md") ? "---\n" + yaml_at(path) + "\n---\n" : yaml_at(path) + "\n";
}

/// The keys that the readers say may stand in a mapping, by their own help for one that nobody knows.
std::set<std::string> known_to_readers(const std::string& file, std::string_view path) {
  DirectParsers parsers;
  auto parsed = parsers.parse({{file, source_at(file, path), source_form(file)}});
  const auto project = read_one_source(default_config(), file, parsed->front());
  std::set<std::string> known;
  for (const auto& finding : project.diagnostics) {
    if (finding.rule != RuleId::unknown_key || finding.message.en.find(kUnknown) == std::string::npos) continue;
    constexpr std::string_view before = "These can stand here: ";
    const auto at = finding.help.en.find(before);
    if (at == std::string::npos) continue;
    const std::string list = finding.help.en.substr(at + before.size());
    for (const auto name : split(list, ',')) known.emplace(trim(name));
  }
  return known;
}

}  // namespace

TEST_CASE("the table has the keys that the readers know, and no others") {
  for (const auto& file : kFiles) {
    std::set<std::string> mappings;
    const auto& keys = keys_of(file);
    REQUIRE(!keys.empty());
    if (!keys.front().path.starts_with("[]")) mappings.insert("");
    for (const SourceKey& key : keys) {
      if (key.value == ValueKind::group) mappings.emplace(key.path);
    }
    for (const auto& mapping : mappings) {
      DYNAMIC_SECTION(file << " " << mapping) {
        const bool names_are_free =
            std::ranges::any_of(keys, [&](const SourceKey& key) { return key.path == mapping + ".<name>"; });
        if (names_are_free) continue;
        const auto names = names_below(file, mapping);
        CHECK(std::set<std::string>(names.begin(), names.end()) == known_to_readers(file, mapping));
      }
    }
  }
}

TEST_CASE("every key is explained in both languages") {
  for (const auto& file : kFiles) {
    for (const SourceKey& key : keys_of(file)) {
      INFO(file << " " << key.path);
      CHECK(!key.meaning.da.empty());
      CHECK(!key.meaning.en.empty());
      CHECK((key.value == ValueKind::choice) == !key.choices.empty());
    }
  }
}

TEST_CASE("a key is found by its path") {
  CHECK(key_at("content/documents/a.md", "history[].kind")->value == ValueKind::choice);
  CHECK(key_at("content/documents/a.md", "related[]")->value == ValueKind::document);
  CHECK(key_at("kanon.yaml", "rules.broken-link")->value == ValueKind::choice);
  CHECK(key_at("content/documents/a.md", "findes.ikke") == nullptr);
  CHECK(keys_of("content/billede.png").empty());
  CHECK(!keys_of("docs/side.md").empty());
}

}  // namespace kanon
