#include <catch2/catch.hpp>
#include <map>

#include "emit/pdf/pdf.h"
#include "support/handbook_project.h"
#include "support/planned_project.h"

using namespace kanon;
using test::configuration;
using test::PlannedProject;
using test::public_document;

TEST_CASE("what was finished before from the same input is not made again") {
  class Kept final : public FinishedPdfs {
   public:
    std::optional<std::string> find(const std::string& key) override {
      const auto known = pdfs.find(key);
      return known == pdfs.end() ? std::nullopt : std::optional(known->second);
    }
    void keep(const std::string& key, std::string_view pdf) override { pdfs[key] = pdf; }
    std::map<std::string, std::string> pdfs;
  };
  class Counted final : public PdfEngine {
   public:
    std::string name() const override { return engine_name; }
    Typesetting typesetting() const override { return real_->typesetting(); }
    Result<std::string> print(const PrintJob& job) override {
      ++prints;
      return real_->print(job);
    }
    std::string engine_name = "a";
    int prints = 0;

   private:
    RealProcesses processes_;
    std::unique_ptr<PdfEngine> real_ = wkhtmltopdf_engine(processes_, 60);
  };
  const Theme theme = *Theme::built_in();
  Kept kept;
  Counted engine;
  const auto make = [&](const std::string& body) {
    const PlannedProject project({{"kanon.yaml", configuration},
                                  {"content/documents/kort.md", public_document("kort", "politik", "Kort", "", body)}});
    const int before = engine.prints;
    REQUIRE(make_pdf({project.view(), theme, engine, {}, &kept}, *project.view().find("kort")));
    return engine.prints - before;
  };
  CHECK(make("Tekst.\n") > 0);
  CHECK(make("Tekst.\n") == 0);
  CHECK(make("Anden tekst.\n") > 0);
  CHECK(make("Tekst.\n") == 0);
  engine.engine_name = "another version";
  CHECK(make("Tekst.\n") > 0);
  CHECK(kept.pdfs.size() == 3);
}
