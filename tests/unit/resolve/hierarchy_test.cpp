#include "resolve/hierarchy.h"

#include <catch2/catch.hpp>

#include "resolve/resolve.h"

namespace kanon {
namespace {

using Links = std::vector<std::optional<std::uint32_t>>;
using Circles = std::vector<std::vector<std::uint32_t>>;

/// Documents by id, each with its title and parent.
struct Given {
  std::string id, title, parent;
};

Corpus corpus_of(const std::vector<Given>& documents) {
  Corpus corpus;
  corpus.config = default_config();
  for (const auto& given : documents) {
    Document document;
    document.id = {given.id, {4, 8}};
    document.title.value = given.title;
    document.file = static_cast<FileIndex>(corpus.files.size());
    if (!given.parent.empty()) document.parent = LocatedText{given.parent, {10, 12}};
    corpus.files.push_back({"content/documents/" + given.id + ".md", {}});
    corpus.documents.push_back(std::move(document));
  }
  return corpus;
}

}  // namespace

TEST_CASE("circles are found once, from their lowest position") {
  CHECK(circles({}).empty());
  CHECK(circles(Links{std::nullopt, 0, 1}).empty());
  CHECK(circles(Links{0}) == Circles{{0}});
  CHECK(circles(Links{1, 0}) == Circles{{0, 1}});
  CHECK(circles(Links{3, 0, 1, 4, 2}) == Circles{{0, 3, 4, 2, 1}});
}

TEST_CASE("what only leads into a circle is no part of it") {
  CHECK(circles(Links{2, 0, 3, 2}) == Circles{{2, 3}});
  CHECK(circles(Links{1, 1, 3, 2}) == Circles{{1}, {2, 3}});
}

TEST_CASE("a circle of a hundred thousand takes no stack") {
  Links links;
  for (std::uint32_t i = 1; i < 100'000; ++i) links.emplace_back(i);
  links.emplace_back(0);
  const auto found = circles(links);
  REQUIRE(found.size() == 1);
  CHECK(found.front().size() == 100'000);
}

TEST_CASE("children stand in the order of their titles") {
  const Corpus corpus = corpus_of({{"a", "Åbenhed", "top"},
                                   {"b", "Zoner", "top"},
                                   {"c", "Bilag 10", "top"},
                                   {"d", "Bilag 9", "top"},
                                   {"top", "Top", ""}});
  const Model model = resolve(corpus);
  CHECK(model.children[4] == std::vector<std::uint32_t>{3, 2, 1, 0});
  CHECK(model.parent[0] == 4U);
  CHECK(!model.parent[4]);
}

TEST_CASE("documents in a circle have no parent in the model, those below them do") {
  const Corpus corpus = corpus_of({{"a", "A", "b"}, {"b", "B", "a"}, {"c", "C", "a"}, {"d", "D", "d"}});
  const Model model = resolve(corpus);
  CHECK(!model.parent[0]);
  CHECK(!model.parent[1]);
  CHECK(model.parent[2] == 0U);
  CHECK(!model.parent[3]);
  CHECK(model.children[0] == std::vector<std::uint32_t>{2});
  CHECK(model.children[3].empty());
}

TEST_CASE("an unknown parent is none") {
  const Corpus corpus = corpus_of({{"a", "A", "findes-ikke"}});
  CHECK(!resolve(corpus).parent[0]);
}

}  // namespace kanon
