#pragma once

#include <map>
#include <string>
#include <vector>

#include "check/check.h"
#include "read/project.h"

namespace kanon {

/// A project in memory, read and resolved as the program would. A kanon.yaml with nothing but a title is added where
/// none is given.
class ProjectFixture {
 public:
  /// Contents by path.
  explicit ProjectFixture(std::map<std::string, std::string> files);
  ProjectFixture(const ProjectFixture&) = delete;
  ProjectFixture& operator=(const ProjectFixture&) = delete;

  const Corpus& corpus() const { return project_.corpus; }
  const Model& model() const { return model_; }
  bool configuration_is_wrong() const { return project_.configuration_is_wrong; }

  /// What every rule finds on 2026-01-15, readers' findings included. Of the web's addresses those that hold
  /// `findes-ikke` are answered with 404, all others with 200.
  std::vector<Diagnostic> findings() const;
  /// The same with these answers of the web; null: nobody asked.
  std::vector<Diagnostic> findings(const WebAnswers* web) const;
  /// The same as `rule-name path:line:column`, one a finding, for comparing with what is expected.
  std::vector<std::string> summary() const;
  /// The only finding of a rule; fails the test if there are none or several.
  Diagnostic only(RuleId rule) const;

 private:
  ReadProject project_;
  Model model_;
};

/// A valid page, `content/pages/<name>.md`, as a file to put into a project.
std::pair<const std::string, std::string> page_file(const std::string& name, const std::string& body,
                                                    const std::string& classification = "offentlig");

/// A valid document, `content/documents/<id>.md`, approved by both bodies unless `keys` say otherwise; `keys` are
/// further lines of its front matter, from line 4. The body begins on line 10 where there are none.
std::pair<const std::string, std::string> document_file(const std::string& id, const std::string& type,
                                                        const std::string& keys = {}, const std::string& body = {});

}  // namespace kanon
