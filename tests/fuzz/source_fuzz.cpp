#include "fuzz/source_fuzz.h"

#include <array>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include "emit/html/body.h"
#include "model/seal.h"
#include "read/catalogs.h"
#include "read/ledger.h"
#include "read/parse.h"

namespace kanon::fuzz {
namespace {

void expect(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

/// Reads tags as a browser does where attributes are quoted, which is how the program writes them.
class WrittenHtml {
 public:
  explicit WrittenHtml(std::string_view html) : rest_(html) {}

  void expect_harmless() {
    while (true) {
      const auto opening = rest_.find('<');
      expect(rest_.substr(0, opening).find('>') == std::string_view::npos, "no > stands outside a tag");
      if (opening == std::string_view::npos) return;
      rest_.remove_prefix(opening + 1);
      expect_tag();
    }
  }

 private:
  void expect_tag() {
    if (!rest_.empty() && rest_.front() == '/') rest_.remove_prefix(1);
    const std::string_view name = word();
    static const std::set<std::string_view> forbidden{"script", "style",  "iframe", "frame", "object", "embed",
                                                      "applet", "form",   "meta",   "link",  "base",   "template",
                                                      "svg",    "math",   "video",  "audio", "source", "textarea",
                                                      "select", "button", "title",  "html",  "body",   "head"};
    expect(!name.empty(), "a < begins a tag");
    expect(!forbidden.contains(name), "no element that could run, load or send");
    while (expect_attribute()) {
    }
  }

  bool expect_attribute() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '/')) rest_.remove_prefix(1);
    expect(!rest_.empty(), "every tag ends");
    if (rest_.front() == '>') {
      rest_.remove_prefix(1);
      return false;
    }
    const std::string_view name = word();
    expect(!name.empty(), "an attribute has a name");
    expect(!name.starts_with("on") && name != "style" && name != "srcdoc", "no attribute that could run");
    if (rest_.starts_with("=\"")) {
      rest_.remove_prefix(2);
      const auto end = rest_.find('"');
      expect(end != std::string_view::npos, "an attribute's value ends");
      expect(rest_.substr(0, end).find('<') == std::string_view::npos, "no < stands in a value");
      rest_.remove_prefix(end + 1);
    }
    return true;
  }

  std::string_view word() {
    std::size_t size = 0;
    while (size < rest_.size() && (std::islower(static_cast<unsigned char>(rest_[size])) != 0 ||
                                   std::isdigit(static_cast<unsigned char>(rest_[size])) != 0 || rest_[size] == '-'))
      ++size;
    const auto found = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return found;
  }

  std::string_view rest_;
};

/// Every access that the rest of the program makes to a file that was read.
void use(const ParsedFile& file) {
  const std::string_view text = file.text();
  for (const auto& finding : file.findings()) {
    expect(finding.range.begin <= finding.range.end && finding.range.end <= text.size(), "a finding lies in the text");
    expect(!finding.message.da.empty() && !finding.message.en.empty(), "a finding speaks both languages");
  }
  std::size_t size = 0;
  for (const auto& node : file.yaml()) size += file.string(node.text).size() + node.next;
  for (const auto& node : file.markdown()) size += file.string(node.text).size() + file.string(node.extra).size();
  if (!file.markdown().empty()) size += plain_text(file, 0).size();
  expect(size < (1U << 30U), "nothing grows beyond measure");
  BodyContext context;
  context.href_of = [&](std::uint32_t node) { return std::string(file.string(file.markdown()[node].text)); };
  context.title_of = [](std::uint32_t) { return std::string("<b>\"titel\"</b>"); };
  context.embed = [](std::uint32_t) { return std::string("<p>x</p>"); };
  WrittenHtml(write_body(file, context)).expect_harmless();
}

/// A ledger that could be read is written as one that reads the same.
void use_as_ledger(const ParsedFile& file) {
  const ReadLedger ledger = read_ledger(file, "content/archive/a/ledger.yaml");
  for (const Finding& finding : ledger.findings) {
    expect(finding.rule == RuleId::broken_ledger, "what is wrong in a ledger is one rule's");
    expect(finding.range.begin <= finding.range.end && finding.range.end <= file.text().size(),
           "a finding lies in the ledger");
  }
  const std::string text = ledger_text(ledger.entries);
  const ParsedFile written = parse_source(text, SourceForm::yaml);
  const ReadLedger again = read_ledger(written, "content/archive/a/ledger.yaml");
  expect(again.is_readable() && ledger_text(again.entries) == text, "what is written to a ledger is read from it");
}

}  // namespace

void try_input(std::string_view input) {
  if (input.empty()) return;
  if (input.starts_with("<?xml") || input.starts_with("<catalog")) {
    const ParsedFile catalog = parse_source(input, SourceForm::oscal);
    use(catalog);
    Reading reading(catalog, 0, "content/catalogs/a.xml");
    expect(read_catalog(reading).has_value(), "an OSCAL file keeps its name whatever is in it");
    expect(ParsedFile::adopt(catalog.bytes()).has_value(), "what was packed is taken over");
    return;
  }
  constexpr std::array forms{SourceForm::markdown, SourceForm::yaml};
  const auto choice = static_cast<unsigned char>(input.front()) % (forms.size() + 1);
  const std::string_view bytes = input.substr(1);
  if (choice == forms.size()) {
    if (const auto file = ParsedFile::adopt(std::string(bytes))) (void)file->findings();
    return;
  }
  const ParsedFile read = parse_source(bytes, forms.at(choice));
  use(read);
  if (forms.at(choice) == SourceForm::yaml) use_as_ledger(read);
  const auto taken = ParsedFile::adopt(read.bytes());
  expect(taken.has_value(), "what was packed is taken over");
  use(*taken);
}

}  // namespace kanon::fuzz
