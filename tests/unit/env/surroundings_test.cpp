#include "env/surroundings.h"

#include <stdlib.h>

#include <catch2/catch.hpp>

#include "env/files.h"

using namespace kanon;

namespace {

/// An environment variable for the length of a test.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name), before_(variable(name)) { setenv(name, value, 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    if (before_) {
      setenv(name_, before_->c_str(), 1);
    } else {
      unsetenv(name_);
    }
  }

 private:
  const char* name_;
  std::optional<std::string> before_;
};

}  // namespace

TEST_CASE("today is the day of SOURCE_DATE_EPOCH, in UTC") {
  const Variable zone("TZ", "Pacific/Kiritimati");
  {
    const Variable epoch("SOURCE_DATE_EPOCH", "1767225599");
    CHECK(today().iso() == "2025-12-31");
  }
  {
    const Variable epoch("SOURCE_DATE_EPOCH", "1767225600");
    CHECK(today().iso() == "2026-01-01");
  }
  {
    const Variable epoch("SOURCE_DATE_EPOCH", "0");
    CHECK(today().iso() == "1970-01-01");
  }
}

TEST_CASE("a SOURCE_DATE_EPOCH that is no number of a day is passed over") {
  std::string real;
  {
    const Variable epoch("SOURCE_DATE_EPOCH", "");
    real = today().iso();
    CHECK(Date::parse(real));
  }
  for (const auto* wrong : {"i dag", "12x", "-5", "99999999999999", "99999999999999999999"}) {
    const Variable epoch("SOURCE_DATE_EPOCH", wrong);
    CHECK(today().iso() >= real);
    CHECK(today().iso() < "2199");
  }
}

TEST_CASE("the surroundings are there") {
  const Variable set("KANON_TEST_VARIABLE", "");
  CHECK(variable("KANON_TEST_VARIABLE") == "");
  CHECK_FALSE(variable("KANON_TEST_NO_VARIABLE"));
  CHECK(Disk().is_file(program_path()));
  CHECK(Disk().is_folder(working_folder()));
  CHECK(terminal_width() > 0);
  CHECK(processor_count() > 0);
  CHECK_FALSE(is_terminal(-1));
}
