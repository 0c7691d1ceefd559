#include "support/planned_project.h"

using namespace kanon;
using namespace kanon::test;

namespace {

FileMap project() {
  FileMap files;
  files["content/documents/aaben.md"] = public_document("aaben", "politik", "Åben", "controls: [A.8.13, A.8.13]\n");
  files["content/documents/ogsaa.md"] = public_document("ogsaa", "politik", "Også", "controls: [A.5.10]\n");
  files["content/documents/lukket.md"] =
      document("lukket", "politik", "Lukket", "classification: intern\ncontrols: [A.8.13]\n");
  files["content/catalogs/krav.yaml"] =
      "id: krav\ntitle: Krav\nclassification: offentlig\nversion: \"1.0\"\n"
      "history: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\n"
      "requirements:\n  - {id: K-1, text: T, kind: minimum, controls: [A.5.10, A.5.10]}\n"
      "  - {id: K-2, text: T, kind: minimum, controls: [A.9.9]}\n";
  files["content/catalogs/internt.yaml"] =
      "id: internt\ntitle: Internt\nclassification: intern\nversion: \"1.0\"\n"
      "history: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\n"
      "requirements: [{id: I-1, text: T, kind: minimum, controls: [A.5.10]}]\n";
  files["content/registers/controls.yaml"] =
      "- {control: A.5.10, applicable: true, justification: Derfor, status: partial, documents: [lukket, aaben, "
      "ingen]}\n"
      "- {control: A.5.10, applicable: false}\n"
      "- {control: A.7.1, applicable: false, justification: Ingen lokaler, status: excluded}\n";
  return files;
}

const ControlStatement& control(const View& view, const std::string& id) {
  for (const ControlStatement& one : view.applicability()) {
    if (one.control->id == id) return one;
  }
  FAIL("no control " << id);
  return view.applicability().front();
}

std::vector<std::string> titles(const View& view, const std::vector<ItemRef>& items) {
  std::vector<std::string> titles;
  for (const ItemRef item : items) titles.push_back(view.title_of(item));
  return titles;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the statement has all 93 controls in their order, listed or not") {
  const PlannedProject planned(project());
  const auto& statement = planned.view().applicability();
  REQUIRE(statement.size() == 93);
  CHECK(statement[0].control->id == "A.5.1");
  CHECK(statement[9].control->id == "A.5.10");
  CHECK(statement[92].control->id == "A.8.34");
  CHECK_FALSE(statement[0].applicable);
  CHECK(control(planned.view(), "A.7.1").applicable == false);
}

TEST_CASE("a control is covered by what the register names and by what names the control, each once, by title") {
  const PlannedProject internal(project(), "internal");
  const View& view = internal.view();
  CHECK(titles(view, control(view, "A.5.10").documents) == Texts{"Lukket", "Også", "Åben"});
  CHECK(titles(view, control(view, "A.5.10").requirements) == Texts{"I-1", "K-1"});
  CHECK(titles(view, control(view, "A.8.13").documents) == Texts{"Lukket", "Åben"});
  CHECK(control(view, "A.5.10").applicable == true);
}

TEST_CASE("the public view holds the choice, but neither why, nor how far it is, nor what is for others") {
  const PlannedProject open(project());
  const View& view = open.view();
  CHECK_FALSE(view.tells_reasons());
  CHECK(control(view, "A.5.10").applicable == true);
  for (const ControlStatement& one : view.applicability()) {
    CHECK(one.justification.empty());
    CHECK_FALSE(one.status);
  }
  CHECK(titles(view, control(view, "A.5.10").documents) == Texts{"Også", "Åben"});
  CHECK(titles(view, control(view, "A.5.10").requirements) == Texts{"K-1"});
  CHECK(titles(view, control(view, "A.8.13").documents) == Texts{"Åben"});

  const PlannedProject internal(project(), "internal");
  CHECK(control(internal.view(), "A.5.10").justification == "Derfor");
  CHECK(control(internal.view(), "A.5.10").status == ControlStatus::partial);
  CHECK(control(internal.view(), "A.7.1").status == ControlStatus::excluded);
}

TEST_CASE("where everything is public, so are the reasons") {
  FileMap files = project();
  files["kanon.yaml"] = "site: {title: T}\nclassifications: [offentlig]\naudiences: {public: {up_to: offentlig}}\n";
  const PlannedProject open(files);
  CHECK(control(open.view(), "A.5.10").justification == "Derfor");
}

TEST_CASE("without a register there is no statement, and no page of one") {
  FileMap files = project();
  files.erase("content/registers/controls.yaml");
  const PlannedProject planned(files);
  CHECK(planned.view().applicability().empty());
  CHECK(planned.site().page_at("/soa/") == nullptr);
  CHECK_FALSE(planned.site().has_pdf("/soa/soa.pdf"));
}

TEST_CASE("the statement has a page, one of what covers what, and a PDF") {
  const PlannedProject planned(project());
  CHECK(planned.site().page_at("/soa/")->kind == PageKind::applicability);
  CHECK(planned.site().page_at("/soa/daekning/")->kind == PageKind::control_coverage);
  CHECK(planned.site().has_pdf("/soa/soa.pdf"));
}

TEST_CASE("an audience that kanon.yaml doesn't have sees no statement") {
  CHECK(PlannedProject(project(), "ingen").view().applicability().empty());
}
