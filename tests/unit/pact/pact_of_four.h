#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pact/admission.h"
#include "support/project_fixture.h"

namespace kanon::test {

inline Date day(const std::string& text) { return *Date::parse(text); }

inline std::string member_text(const std::string& id, const std::string& name, const std::string& keys) {
  return "---\nid: " + id + "\nname: " + name + "\n" + keys + "---\n## Motivation\n";
}

/// A pact of four founding members (ida, hk, di and aa, whose name sorts last in Danish) and an applicant.
class PactOfFour {
 public:
  /// `responses` are entries of the list, one a line; `assessment` further keys of it. Both may be empty, and
  /// `circulated` too. `files` stand beside, or in place of, the others.
  struct Application {
    std::string circulated = "2026-02-10";  // a Tuesday: the deadline is 2026-02-17
    std::vector<std::string> responses{};
    std::vector<std::string> assessment{};
    std::string status = "circulated";
    std::map<std::string, std::string> files{};
  };

  explicit PactOfFour(const Application& application) {
    std::map<std::string, std::string> files = application.files;
    for (const auto& [id, name] : std::map<std::string, std::string>{
             {"ida", "IDA"}, {"hk", "HK"}, {"di", "Dansk Industri"}, {"aa", "Ældre founder"}}) {
      files.emplace("content/members/" + id + ".md",
                    member_text(id, name, "kind: founding\nstatus: admitted\nadmitted: 2020-01-01\n"));
    }
    files.emplace("content/members/eksempel.md", member_text("eksempel", "Eksempel A/S", keys_of(application)));
    project_ = std::make_unique<ProjectFixture>(std::move(files));
  }

  Admission on(const std::string& today) const {
    const Model& model = project_->model();
    return admission_of(model, model.source().members[model.find("eksempel").value().index], day(today));
  }

  const Corpus& corpus() const { return project_->corpus(); }
  const Model& model() const { return project_->model(); }

  std::vector<std::string> ids(const std::vector<std::uint32_t>& members) const {
    std::vector<std::string> result;
    for (const std::uint32_t member : members) result.push_back(*corpus().members[member].id);
    return result;
  }

  /// `hk:object`, with ` late` behind it where it was.
  std::vector<std::string> answers(const Admission& admission) const {
    std::vector<std::string> result;
    for (const CountedResponse& one : admission.responses) {
      result.push_back(*corpus().members[one.member].id + (one.response->objects ? ":object" : ":approve") +
                       (one.is_late ? " late" : ""));
    }
    return result;
  }

 private:
  static std::string keys_of(const Application& application) {
    std::string keys = "kind: associated\nstatus: " + application.status + "\nassessment:\n";
    if (!application.circulated.empty()) keys += "  circulated: " + application.circulated + "\n";
    for (const std::string& key : application.assessment) keys += "  " + key + "\n";
    keys += "  responses: [";
    for (const std::string& response : application.responses) keys += "\n    " + response + ",";
    return keys + "]\n";
  }

  std::unique_ptr<ProjectFixture> project_;
};

}  // namespace kanon::test
