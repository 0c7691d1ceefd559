#include "emit/pdf/engine_run.h"

#include <algorithm>
#include <cmath>
#include <qpdf/QPDF.hh>

#include "base/text.h"
#include "emit/pdf/raw_pdf.h"
#include "env/files.h"
#include "env/temporary_folder.h"

namespace kanon {
namespace {

std::unexpected<Error> missing_program(const std::string& program) {
  return failure(message("Programmet {}, der laver PDF’er, findes ikke på denne maskine",
                         "The program {}, which makes the PDFs, is not on this machine", program),
                 message("Installér Debian-pakken {0} (apt install {0}), eller byg uden PDF’er: --no-pdf",
                         "Install the Debian package {0} (apt install {0}), or build without PDFs: --no-pdf", program));
}

std::unexpected<Error> over_time(const std::string& program, const std::string& name, double seconds) {
  const std::string limit = fmt::format("{:g}", seconds);
  return failure(message("PDF’en af «{}» var ikke færdig efter {} sekunder, og {} blev stoppet",
                         "The PDF of “{}” was not finished after {} seconds, and {} was stopped", name, limit, program),
                 {"Del dokumentet op, eller giv mere tid i kanon.yaml: limits: {pdf_seconds: …}",
                  "Split the document, or allow more time in kanon.yaml: limits: {pdf_seconds: …}"});
}

std::unexpected<Error> no_pdf(const std::string& program, const std::string& name, const std::string& complaint) {
  const auto what = complaint.empty()
                        ? message("{} gav ingen PDF af «{}» og sagde ikke hvorfor",
                                  "{} gave no PDF of “{}” and did not say why", program, name)
                        : message("{} gav ingen PDF af «{}». Det sidste, det sagde, var: {}",
                                  "{} gave no PDF of “{}”. The last it said was: {}", program, name, complaint);
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

/// «wkhtmltopdf 0.12.6»: what `--version` says, if it says something like it; else the program's name alone.
std::string version_line(const std::string& program, const Outcome& outcome) {
  const std::string line(trim(split(outcome.output, '\n').front()));
  const bool plain = std::ranges::all_of(line, [](unsigned char c) { return c >= 0x20 && c < 0x7F; });
  const bool fits = lower_ascii(line).starts_with(program) && line.size() <= 100;
  return plain && fits ? line : program;
}

}  // namespace

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

std::vector<std::string> plain_environment(const std::string& folder) {
  return {"PATH=/usr/bin:/bin",
          "LANG=C.UTF-8",
          "TZ=UTC",
          "HOME=" + folder,
          "TMPDIR=" + folder,
          "XDG_RUNTIME_DIR=" + folder,
          "XDG_CACHE_HOME=" + folder,
          "XDG_CONFIG_HOME=" + folder,
          "XDG_DATA_HOME=" + folder,
          "FONTCONFIG_FILE=" + folder + "/fonts.conf"};
}

std::string EngineProgram::name() const {
  look_around();
  return name_;
}

std::chrono::milliseconds EngineProgram::time_limit() const {
  return std::chrono::milliseconds(std::llround(seconds_ * 1000));
}

void EngineProgram::look_around() const {
  std::call_once(looked_around_, [this] {
    name_ = program_name_;
    program_ = processes_.find(program_name_);
    if (!program_) return;
    sandbox_ = Sandbox::around(*program_, processes_);
    Command command;
    command.argv = {*program_, "--version"};
    command.environment = environment("/nonexistent");
    command.time_limit = std::min(time_limit(), std::chrono::milliseconds(10'000));
    const auto outcome = processes_.run(command);
    if (outcome && !outcome->timed_out) name_ = version_line(program_name_, *outcome);
  });
}

Result<Outcome> EngineProgram::run(const PrintJob& job, const std::string& folder) {
  const std::string& seen = sandbox_ ? Sandbox::folder() : folder;
  Disk disk;
  std::map<std::string, std::string> files = job.files;
  files["page.html"] = page_of(job);
  files["fonts.conf"] = font_configuration(seen);
  for (const auto& [path, bytes] : files) {
    if (auto written = disk.write(folder + "/" + path, bytes); !written) return std::unexpected(written.error());
  }
  Command command;
  command.argv = arguments(*program_, seen, job);
  if (sandbox_) command.argv = sandbox_->wrap(folder, command.argv);
  command.environment = environment(seen);
  command.folder = folder;
  command.time_limit = time_limit();
  command.memory_limit = memory_limit();
  return processes_.run(command);
}

Result<std::string> EngineProgram::print(const PrintJob& job) {
  look_around();
  if (!program_) return missing_program(program_name_);
  const auto folder = TemporaryFolder::make("kanon-pdf");
  if (!folder) return std::unexpected(folder.error());
  const auto outcome = run(job, folder->path());
  if (!outcome) return std::unexpected(outcome.error());
  if (outcome->timed_out) return over_time(program_name_, job.name, seconds_);
  // An exit status says nothing. wkhtmltopdf: 1 with a good PDF for a missing picture, 0 with none for a full disk;
  // Chromium: 0 for everything.
  const Disk disk;
  const std::string path = folder->path() + "/page.pdf";
  const std::string complaint = last_line(outcome->complaints, sandbox_ ? Sandbox::folder() : folder->path());
  if (!disk.is_file(path)) return no_pdf(program_name_, job.name, complaint);
  auto bytes = disk.read(path);
  if (!bytes) return bytes;
  if (!bytes->starts_with("%PDF")) return no_pdf(program_name_, job.name, complaint);
  if (const auto opened = open_pdf(job.name, *bytes); !opened) return std::unexpected(opened.error());
  return bytes;
}

}  // namespace kanon
