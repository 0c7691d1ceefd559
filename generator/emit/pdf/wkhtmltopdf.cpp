#include <fmt/format.h>

#include "emit/pdf/engine.h"
#include "emit/pdf/engine_run.h"

namespace kanon {
namespace {

/// Address space: WebKit reserves far more than it uses (60–90 MB for a handbook).
constexpr std::uint64_t address_space = 4ULL << 30U;

std::vector<std::string> switches(const std::string& program, const std::string& folder, const Margins& margins) {
  const auto millimetres = [](double length) { return fmt::format("{:.2f}mm", length); };
  // A proxy that isn't there: with script off, pages may still ask for pictures and redirects over HTTP.
  return {program,
          "-q",
          "--disable-local-file-access",
          "--allow",
          folder,
          "--disable-javascript",
          "--disable-plugins",
          "--proxy",
          "http://127.0.0.1:9",
          "--javascript-delay",
          "0",
          "--load-error-handling",
          "ignore",
          "--load-media-error-handling",
          "ignore",
          "-s",
          "A4",
          "--dpi",
          "300",
          "-T",
          millimetres(margins.top),
          "-R",
          millimetres(margins.right),
          "-B",
          millimetres(margins.bottom),
          "-L",
          millimetres(margins.left),
          folder + "/page.html",
          folder + "/page.pdf"};
}

class Wkhtmltopdf final : public EngineProgram {
 public:
  Wkhtmltopdf(Processes& processes, double seconds) : EngineProgram(processes, "wkhtmltopdf", seconds) {}
  Typesetting typesetting() const override { return Typesetting::plain; }

 private:
  std::string page_of(const PrintJob& job) const override { return job.html; }
  std::vector<std::string> arguments(const std::string& program, const std::string& folder,
                                     const PrintJob& job) const override {
    return switches(program, folder, job.margins);
  }
  /// Without a display, and with fixed hash seeds: Qt's order of resources in the PDF follows them.
  std::vector<std::string> environment(const std::string& folder) const override {
    auto variables = plain_environment(folder);
    variables.insert(variables.end(),
                     {"QT_QPA_PLATFORM=offscreen", "QT_HASH_SEED=0", "QT_LOGGING_RULES=*.debug=false"});
    return variables;
  }
  std::optional<std::uint64_t> memory_limit() const override { return address_space; }
};

}  // namespace

std::unique_ptr<PdfEngine> wkhtmltopdf_engine(Processes& processes, double time_limit_seconds) {
  return std::make_unique<Wkhtmltopdf>(processes, time_limit_seconds);
}

std::unique_ptr<PdfEngine> pdf_engine(const Config& config, Processes& processes) {
  const double seconds = config.limits.pdf_seconds;
  return config.pdf_engine == PdfEngineKind::chromium ? chromium_engine(processes, seconds)
                                                      : wkhtmltopdf_engine(processes, seconds);
}

}  // namespace kanon
