#include "cli/written_bytes.h"

#include "env/standard_streams.h"
#include "env/surroundings.h"

namespace kanon {

Result<void> refuse_terminal(const std::string& out) {
  if (!out.empty() || !is_terminal(1)) return {};
  return wrong_use(
      {"Et regneark og en PDF kan ikke vises i terminalen", "A workbook or PDF can’t be shown in a terminal"},
      {"Angiv filen med --out FIL.", "Name the file with --out FILE."});
}

ExitStatus write_bytes(Session& session, const std::string& out, std::string_view bytes) {
  const Console& console = session.console;
  if (out.empty()) {
    if (write_output(bytes)) return ExitStatus::fine;
    return console.fail(failure({"Ingen tager imod det, der skrives", "Nobody takes what is written"}).error());
  }
  if (const auto written = session.files.write(out, bytes); !written) return console.fail(written.error());
  if (!console.quiet) console.print(message("{} er skrevet.\n", "{} is written.\n", out).in(console.language));
  return ExitStatus::fine;
}

}  // namespace kanon
