#include "support/project_fixture.h"

#include <catch2/catch.hpp>

#include "check/web_links.h"
#include "env/memory_files.h"
#include "resolve/resolve.h"

namespace kanon {
namespace {

const std::string kFolder = "/project";

ReadProject read(std::map<std::string, std::string> contents) {
  contents.try_emplace("kanon.yaml", "site: {title: Eksempel}\n");
  std::map<std::string, std::string> placed;
  for (auto& [path, bytes] : contents) placed.emplace(kFolder + "/" + path, std::move(bytes));
  const MemoryFiles files(std::move(placed));
  DirectParsers parsers;
  auto project = read_project(files, parsers, kFolder);
  if (!project) FAIL("the project could not be read: " << project.error().what.en);
  return std::move(*project);
}

}  // namespace

ProjectFixture::ProjectFixture(std::map<std::string, std::string> files)
    : project_(read(std::move(files))), model_(resolve(project_.corpus)) {}

std::vector<Diagnostic> ProjectFixture::findings() const {
  WebAnswers web;
  for (const auto& url : web_addresses(model_)) {
    const bool is_there = url.find("findes-ikke") == std::string::npos;
    web.emplace(url, WebAnswer{WebAnswer::Kind::answered, is_there ? 200 : 404});
  }
  return findings(&web);
}

std::vector<Diagnostic> ProjectFixture::findings(const WebAnswers* web) const {
  return check({model_, *Date::parse("2026-01-15"), web}, project_.diagnostics);
}

std::vector<std::string> ProjectFixture::summary() const {
  std::vector<std::string> lines;
  for (const auto& found : findings())
    lines.push_back(fmt::format("{} {}:{}:{}", name_of(found.rule), found.path, found.place.line, found.place.column));
  return lines;
}

Diagnostic ProjectFixture::only(RuleId rule) const {
  std::vector<Diagnostic> of_rule;
  for (const auto& found : findings())
    if (found.rule == rule) of_rule.push_back(found);
  INFO("findings of " << name_of(rule));
  REQUIRE(of_rule.size() == 1);
  return of_rule.front();
}

std::pair<const std::string, std::string> page_file(const std::string& name, const std::string& body,
                                                    const std::string& classification) {
  return {"content/pages/" + name + ".md",
          fmt::format("---\ntitle: Side {}\nclassification: {}\n---\n{}\n", name, classification, body)};
}

std::pair<const std::string, std::string> document_file(const std::string& id, const std::string& type,
                                                        const std::string& keys, const std::string& body) {
  const std::string approvals =
      keys.find("approvals:") != std::string::npos
          ? ""
          : "approvals: [{body: udvalg, date: 2025-11-19, version: \"1.0\"}, {body: direktion, date: 2025-11-26, "
            "version: \"1.0\"}]\n";
  return {
      "content/documents/" + id + ".md",
      fmt::format(
          "---\nid: {0}\ntype: {1}\n{2}title: Titel {0}\nclassification: offentlig\nversion: \"1.0\"\n"
          "history: [{{version: \"1.0\", date: 2025-11-12, by: CAI, change: Nyt dokument, kind: new}}]\n{4}---\n{3}\n",
          id, type, keys, body, approvals)};
}

}  // namespace kanon
