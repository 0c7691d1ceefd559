#include "base/text.h"
#include "check/rule.h"

namespace kanon {
namespace {

/// Whether no cell of the table's first row says anything.
bool header_is_empty(const ParsedFile& file, std::uint32_t table) {
  const auto nodes = file.markdown();
  const std::uint32_t row = table + 1;
  if (row >= nodes[table].next || nodes[row].kind != MarkdownKind::table_row) return false;
  return trim(plain_text(file, row)).empty();
}

void find_missing_table_headers(const CheckInput& input, Reporter& reporter) {
  const auto files = input.corpus().sources();
  for (FileIndex at = 0; at < files.size(); ++at) {
    const auto nodes = files[at].parsed.markdown();
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].kind != MarkdownKind::table || !header_is_empty(files[at].parsed, i)) continue;
      reporter.report(at, nodes[i + 1].range,
                      {"Tabellens kolonner har ingen overskrifter", "The columns of the table have no headings"},
                      {"Skriv i tabellens første række, hvad kolonnerne viser.",
                       "Write in the first row of the table what the columns show."});
    }
  }
}

}  // namespace

namespace rules {
const Rule missing_table_header{
    RuleId::missing_table_header,
    "text",
    Severity::warning,
    {"En tabels kolonner har ingen overskrifter", "The columns of a table have no headings"},
    find_missing_table_headers};
}  // namespace rules

}  // namespace kanon
