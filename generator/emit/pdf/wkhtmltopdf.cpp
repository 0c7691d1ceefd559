#include <algorithm>
#include <cmath>
#include <mutex>
#include <qpdf/QPDF.hh>

#include "base/text.h"
#include "emit/pdf/engine.h"
#include "emit/pdf/raw_pdf.h"
#include "emit/pdf/sandbox.h"
#include "env/files.h"
#include "env/temporary_folder.h"

namespace kanon {
namespace {

constexpr const char* program_name = "wkhtmltopdf";
/// Address space: WebKit reserves far more than it uses (60–90 MB for a handbook).
constexpr std::uint64_t memory_limit = 4ULL << 30U;

/// The fonts of the machine and of the job, and none of the user's; no hinting, so that letters stand where their
/// outlines say, whatever is configured here.
std::string font_configuration(const std::string& folder) {
  return "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n"
         "<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir><dir>" +
         folder + "/print</dir>\n<cachedir>/var/cache/fontconfig</cachedir><cachedir>" + folder +
         "/font-cache</cachedir>\n"
         "<match target=\"font\"><edit name=\"hinting\" mode=\"assign\"><bool>false</bool></edit>"
         "<edit name=\"autohint\" mode=\"assign\"><bool>false</bool></edit>"
         "<edit name=\"antialias\" mode=\"assign\"><bool>true</bool></edit></match>\n"
         "<alias><family>sans-serif</family><prefer><family>DejaVu "
         "Sans</family></prefer></alias>\n"
         "<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>\n"
         "</fontconfig>\n";
}

/// Without a display, with fixed hash seeds (Qt's order of resources in the PDF follows them), and with a home of its
/// own: no setting of the user's reaches a page.
std::vector<std::string> environment(const std::string& folder) {
  return {"PATH=/usr/bin:/bin",
          "LANG=C.UTF-8",
          "TZ=UTC",
          "QT_QPA_PLATFORM=offscreen",
          "QT_HASH_SEED=0",
          "QT_LOGGING_RULES=*.debug=false",
          "HOME=" + folder,
          "TMPDIR=" + folder,
          "XDG_RUNTIME_DIR=" + folder,
          "XDG_CACHE_HOME=" + folder,
          "XDG_CONFIG_HOME=" + folder,
          "XDG_DATA_HOME=" + folder,
          "FONTCONFIG_FILE=" + folder + "/fonts.conf"};
}

std::vector<std::string> arguments(const std::string& program, const std::string& folder, const Margins& margins) {
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

std::unexpected<Error> missing_program() {
  return failure({"Programmet wkhtmltopdf, der laver PDF’er, findes ikke på denne maskine",
                  "The program wkhtmltopdf, which makes the PDFs, is not on this machine"},
                 {"Installér Debian-pakken wkhtmltopdf (apt install wkhtmltopdf), eller byg uden PDF’er: --no-pdf",
                  "Install the Debian package wkhtmltopdf (apt install wkhtmltopdf), or build without PDFs: --no-pdf"});
}

std::unexpected<Error> over_time(const std::string& name, double seconds) {
  const std::string limit = fmt::format("{:g}", seconds);
  return failure(message("PDF’en af «{}» var ikke færdig efter {} sekunder, og wkhtmltopdf blev stoppet",
                         "The PDF of “{}” was not finished after {} seconds, and wkhtmltopdf was stopped", name, limit),
                 {"Del dokumentet op, eller giv mere tid i kanon.yaml: limits: {pdf_seconds: …}",
                  "Split the document, or allow more time in kanon.yaml: limits: {pdf_seconds: …}"});
}

std::unexpected<Error> no_pdf(const std::string& name, const std::string& complaint) {
  const auto what = complaint.empty()
                        ? message("wkhtmltopdf gav ingen PDF af «{}» og sagde ikke hvorfor",
                                  "wkhtmltopdf gave no PDF of “{}” and did not say why", name)
                        : message("wkhtmltopdf gav ingen PDF af «{}». Det sidste, det sagde, var: {}",
                                  "wkhtmltopdf gave no PDF of “{}”. The last it said was: {}", name, complaint);
  return failure(what, {"Prøv at bygge igen, eller byg uden PDF’er: --no-pdf",
                        "Try to build again, or build without PDFs: --no-pdf"});
}

/// The last line that says something, printable and short, without the temporary folder's name.
std::string last_line(std::string_view complaints, const std::string& folder) {
  std::string line;
  for (const std::string_view one : split(complaints, '\n')) {
    if (!trim(one).empty()) line = std::string(trim(one));
  }
  if (first_invalid_utf8(line)) line.clear();
  std::erase_if(line, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  line = replace_all(std::move(line), folder + "/", "");
  constexpr std::size_t longest = 300;
  if (line.size() <= longest) return line;
  std::size_t end = longest;
  while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return line.substr(0, end) + "…";
}

/// «wkhtmltopdf 0.12.6»: what `--version` says, if it says something like it.
std::string version_line(const Outcome& outcome) {
  const std::string line(trim(split(outcome.output, '\n').front()));
  const bool plain = std::ranges::all_of(line, [](unsigned char c) { return c >= 0x20 && c < 0x7F; });
  const bool fits = line.starts_with(program_name) && line.size() <= 60;
  return plain && fits ? line : std::string(program_name);
}

class Wkhtmltopdf final : public PdfEngine {
 public:
  Wkhtmltopdf(Processes& processes, double seconds) : processes_(processes), seconds_(seconds) {}

  std::string name() const override {
    look_around();
    return name_;
  }
  Result<std::string> print(const PrintJob& job) override;

 private:
  void look_around() const;
  std::chrono::milliseconds time_limit() const { return std::chrono::milliseconds(std::llround(seconds_ * 1000)); }
  Result<Outcome> run(const PrintJob& job, const std::string& folder);

  Processes& processes_;
  double seconds_;
  mutable std::once_flag looked_around_;
  mutable std::optional<std::string> program_;
  mutable std::optional<Sandbox> sandbox_;
  mutable std::string name_ = program_name;
};

void Wkhtmltopdf::look_around() const {
  std::call_once(looked_around_, [this] {
    program_ = processes_.find(program_name);
    if (!program_) return;
    sandbox_ = Sandbox::around(*program_, processes_);
    Command command;
    command.argv = {*program_, "--version"};
    command.environment = environment("/nonexistent");
    command.time_limit = std::min(time_limit(), std::chrono::milliseconds(10'000));
    const auto outcome = processes_.run(command);
    if (outcome && !outcome->timed_out) name_ = version_line(*outcome);
  });
}

Result<Outcome> Wkhtmltopdf::run(const PrintJob& job, const std::string& folder) {
  const std::string& seen = sandbox_ ? Sandbox::folder() : folder;
  Disk disk;
  std::map<std::string, std::string> files = job.files;
  files["page.html"] = job.html;
  files["fonts.conf"] = font_configuration(seen);
  for (const auto& [path, bytes] : files) {
    if (auto written = disk.write(folder + "/" + path, bytes); !written) return std::unexpected(written.error());
  }
  Command command;
  command.argv = arguments(*program_, seen, job.margins);
  if (sandbox_) command.argv = sandbox_->wrap(folder, command.argv);
  command.environment = environment(seen);
  command.folder = folder;
  command.time_limit = time_limit();
  command.memory_limit = memory_limit;
  return processes_.run(command);
}

Result<std::string> Wkhtmltopdf::print(const PrintJob& job) {
  look_around();
  if (!program_) return missing_program();
  const auto folder = TemporaryFolder::make("kanon-pdf");
  if (!folder) return std::unexpected(folder.error());
  const auto outcome = run(job, folder->path());
  if (!outcome) return std::unexpected(outcome.error());
  if (outcome->timed_out) return over_time(job.name, seconds_);
  // Its exit status says nothing: 1 with a good PDF for a missing picture, 0 with none for a full disk.
  const Disk disk;
  const std::string path = folder->path() + "/page.pdf";
  const std::string complaint = last_line(outcome->complaints, sandbox_ ? Sandbox::folder() : folder->path());
  if (!disk.is_file(path)) return no_pdf(job.name, complaint);
  auto bytes = disk.read(path);
  if (!bytes) return bytes;
  if (!bytes->starts_with("%PDF")) return no_pdf(job.name, complaint);
  if (const auto opened = open_pdf(job.name, *bytes); !opened) return std::unexpected(opened.error());
  return bytes;
}

}  // namespace

std::unique_ptr<PdfEngine> wkhtmltopdf_engine(Processes& processes, double time_limit_seconds) {
  return std::make_unique<Wkhtmltopdf>(processes, time_limit_seconds);
}

}  // namespace kanon
