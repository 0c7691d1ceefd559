#include "read/yaml.h"

#include <catch2/catch.hpp>
#include <ctime>
#include <string>

#include "diagnostic/position.h"

using namespace kanon;

namespace {

ParsedFile::Parts read(std::string text) {
  ParsedFile::Parts parts;
  parts.text = std::move(text);
  parse_yaml(parts, 0, static_cast<std::uint32_t>(parts.text.size()));
  return parts;
}

void draw(const ParsedFile::Parts& parts, std::uint32_t node, std::string& out) {
  const YamlNode& found = parts.yaml[node];
  switch (found.kind) {
    case YamlKind::null:
      out += '~';
      return;
    case YamlKind::scalar:
      if (found.quoted != 0) out += '\'';
      out += parts.strings.substr(found.text.begin, found.text.size);
      return;
    default:
      break;
  }
  const bool mapping = found.kind == YamlKind::mapping;
  out += mapping ? "{" : "[";
  bool key = true;
  for (std::uint32_t i = node + 1; i < found.next; i = parts.yaml[i].next, key = !key) {
    if (i != node + 1) out += mapping && !key ? ":" : ",";
    draw(parts, i, out);
  }
  out += mapping ? "}" : "]";
}

/// The tree in one line: mappings in braces, sequences in brackets, `'` before what was quoted, `~` for null.
std::string tree(const ParsedFile::Parts& parts) {
  std::string out;
  if (!parts.yaml.empty()) draw(parts, 0, out);
  return out;
}
std::string tree(std::string text) { return tree(read(std::move(text))); }

/// The source that each node of the tree stands for, in preorder.
std::vector<std::string> sources(const ParsedFile::Parts& parts) {
  std::vector<std::string> all;
  for (const YamlNode& node : parts.yaml) {
    REQUIRE(node.range.begin <= node.range.end);
    REQUIRE(node.range.end <= parts.text.size());
    all.push_back(parts.text.substr(node.range.begin, node.range.end - node.range.begin));
  }
  return all;
}

/// Every finding as `line:column-column words`, the words the beginning of the English message.
std::vector<std::string> findings(const ParsedFile::Parts& parts) {
  const LineIndex lines(parts.text);
  std::vector<std::string> all;
  for (const Finding& finding : parts.findings) {
    CHECK(finding.rule == RuleId::invalid_yaml);
    CHECK_FALSE(finding.message.da.empty());
    CHECK_FALSE(finding.help.da.empty());
    CHECK_FALSE(finding.help.en.empty());
    const Place place = lines.place(finding.range);
    all.push_back(fmt::format("{}:{}-{} {}", place.line, place.column, place.end_column, finding.message.en));
  }
  return all;
}

/// The only finding of a text.
std::string finding(std::string text) {
  const auto all = findings(read(std::move(text)));
  REQUIRE(all.size() == 1);
  return all.front();
}

void is_sound(const ParsedFile::Parts& parts) { REQUIRE(ParsedFile::adopt(ParsedFile::pack(parts).bytes())); }

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a YAML document becomes a flat tree") {
  CHECK(tree("a: 1\nb: [x, 'y', \"z\"]\nc:\n  - d: e\n    f: g\n  - h\n") == "{a:1,b:[x,'y,'z],c:[{d:e,f:g},h]}");
  CHECK(tree("- a\n- - b\n  - c\n") == "[a,[b,c]]");
  CHECK(tree("[a: b, c]") == "[{a:b},c]");
  CHECK(tree("? a\n: b\n? c\n") == "{a:b,c:~}");
  CHECK(tree("just words") == "just words");
  CHECK(tree("").empty());
  CHECK(tree("# only a comment\n").empty());
  CHECK(tree("%YAML 1.2\n---\na: 1\n...\n") == "{a:1}");
  CHECK(tree("a: 1\n---\n# nothing more\n") == "{a:1}");
  CHECK(tree("a: !!str 1\nb: !mine {c: d}\n") == "{a:1,b:{c:d}}");
}

TEST_CASE("null is what YAML calls null, and only unquoted") {
  CHECK(tree("a: ~\nb: null\nc:\nd: Null\ne: NULL\nf: \"\"\ng: 'null'\nh: nullen\ni: \"~\"\n") ==
        "{a:~,b:~,c:~,d:~,e:~,f:',g:'null,h:nullen,i:'~}");
  CHECK(tree("-\n- ~\n-\n") == "[~,~,~]");
  CHECK(tree("{a, b: , c: ~}") == "{a:~,b:~,c:~}");
  CHECK(tree("null: x\n") == "{null:x}");
  CHECK(tree("a:\nnull: x\n") == "{a:~,null:x}");
  CHECK(tree("a: !!str\n\"b\": 1\n") == "{a:~,'b:1}");
}

TEST_CASE("ranges are the source of each node, in bytes") {
  CHECK(sources(read("æ: ø  # å\nå: \"bøh\" \n")) ==
        std::vector<std::string>{"æ: ø  # å\nå: \"bøh\"", "æ", "ø", "å", "\"bøh\""});
  CHECK(sources(read("a: [ b ,c, ] # d\n")) == std::vector<std::string>{"a: [ b ,c, ]", "a", "[ b ,c, ]", "b", "c"});
  CHECK(sources(read("a: {b: [1], c: }\n")) ==
        std::vector<std::string>{"a: {b: [1], c: }", "a", "{b: [1], c: }", "b", "[1]", "1", "c", ""});
  CHECK(sources(read("l:\n  - a\n  - b: 1\n    c: 2\nx: y\n")) ==
        std::vector<std::string>{"l:\n  - a\n  - b: 1\n    c: 2\nx: y", "l", "- a\n  - b: 1\n    c: 2", "a",
                                 "b: 1\n    c: 2", "b", "1", "c", "2", "x", "y"});
}

TEST_CASE("ranges of scalars hold their quotes and no more") {
  CHECK(sources(read("a: 'it''s' # x\n"))[2] == "'it''s'");
  CHECK(sources(read("a: \"x \\\" y\" # x\n"))[2] == "\"x \\\" y\"");
  CHECK(sources(read("a: one\n  two\n\n  three # c\nb: d\n"))[2] == "one\n  two\n\n  three");
  CHECK(sources(read("a: |\n  text # no comment\n\n  more\n\nb: c\n"))[2] == "|\n  text # no comment\n\n  more");
  CHECK(sources(read("a: >-  # comment\n  fold\n  it\n"))[2] == ">-  # comment\n  fold\n  it");
  CHECK(sources(read("a: |2-\n\nb: c\n"))[2] == "|2-");
  CHECK(sources(read("a: &x !t v\n"))[2] == "v");
  CHECK(sources(read("a: &x\n  b: c\n"))[2] == "b: c");
}

TEST_CASE("a byte order mark inside does not shift the ranges") {
  CHECK(sources(read("\xEF\xBB\xBF"
                     "a: b\n")) == std::vector<std::string>{"a: b", "a", "b"});
}

TEST_CASE("only the given stretch of the text is read") {
  ParsedFile::Parts parts;
  parts.text = "---\nid: x\n---\n# [ body: {";
  parse_yaml(parts, 4, 10);
  CHECK(tree(parts) == "{id:x}");
  CHECK(sources(parts) == std::vector<std::string>{"id: x", "id", "x"});
  CHECK(parts.findings.empty());
}

TEST_CASE("a key given twice is reported at the second, and the first counts") {
  const auto parts = read("a: 1\nb: {c: 1, 'c': 2}\na: [2, 3]\nd: 4\na: 5\n");
  CHECK(tree(parts) == "{a:1,b:{c:1},d:4}");
  CHECK(findings(parts) == std::vector<std::string>{"2:11-14 The key “c” is given twice; the first time is on line 2",
                                                    "3:1-2 The key “a” is given twice; the first time is on line 1",
                                                    "5:1-2 The key “a” is given twice; the first time is on line 1"});
  CHECK(read(repeated("a: 1\n", 10'000)).findings.size() == 100);
}

TEST_CASE("merge keys are not merged in silence") {
  CHECK(finding("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n") == "3:3-5 “<<” does not fetch keys from elsewhere in the file");
  CHECK(tree("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n") == "{a:{b:1},c:{d:2}}");
  CHECK(tree("'<<': 1\n") == "{'<<:1}");
}

TEST_CASE("one document only") {
  CHECK(finding("a: 1\n---\nb: 2\n") == "3:1-5 The file holds more than one YAML document: the next one begins here");
  CHECK(tree("a: 1\n...\nb: 2\n") == "{a:1}");
}

TEST_CASE("keys are text") {
  CHECK(finding("? [a]\n: b\n").starts_with("1:1-6 A key must be plain text"));
  CHECK(finding("a: {{ navn }}\n").starts_with("1:1-14 A key must be plain text"));
  CHECK(finding("b: 1\n: x\n") == "2:1-4 A key is missing before the colon");
  CHECK(finding("a: &x [1]\n*x : 2\n").starts_with("2:1-7 A key must be plain text"));
  CHECK(tree("a: &x y\n*x : 2\n") == "{a:y,y:2}");
}

TEST_CASE("aliases are written out, within a bound") {
  CHECK(tree("a: &x {k: [v]}\nb: *x\nc: [*x]\n") == "{a:{k:[v]},b:{k:[v]},c:[{k:[v]}]}");
  CHECK(tree("a: &x\nb: *x\n") == "{a:~,b:~}");
  CHECK(sources(read("a: &x v\nb: *x\nc: d\n"))[4] == "*x");
  CHECK(finding("a: &x [*x]\n") == "1:8-10 The reference points to something that it is a part of itself");
  CHECK(finding("a: *x\n") == "1:4-6 A value must not begin with “*” without quotation marks");
}

TEST_CASE("aliases that multiply are stopped") {
  std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    laughs += fmt::format("a{0}: &a{0} [*a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}]\n", i, i - 1);
  }
  const auto parts = read(laughs);
  REQUIRE(parts.findings.size() == 1);
  CHECK(parts.findings[0].message.en == "The references with * repeat more than 20000 values in total");
  CHECK(parts.yaml.size() < 25'000);
  is_sound(parts);
}

TEST_CASE("aliases cannot nest deeper than brackets can") {
  std::string chain = "a0: &a0 [x]\n";
  for (int i = 1; i < 100; ++i) chain += fmt::format("a{0}: &a{0} [*a{1}]\n", i, i - 1);
  const auto parts = read(chain);
  REQUIRE(parts.findings.size() == 1);
  CHECK(parts.findings[0].message.en == "Lists and groups are nested more than 64 levels deep");
  is_sound(parts);
}

TEST_CASE("deep nesting is a finding, and quickly so") {
  CHECK(read(repeated("[", 64) + repeated("]", 64)).findings.empty());
  CHECK(finding(repeated("[", 65) + repeated("]", 65)) ==
        "1:65-66 Lists and groups are nested more than 64 levels deep");
  for (const auto* open : {"[", "{", "- ", "? ", "a: [", "{a: ", "[[a],", "[\n", "{\"a\":", "[a: "}) {
    const std::clock_t begin = std::clock();
    const auto parts = read(repeated(open, 100'000));
    INFO(open);
    CHECK(parts.findings.size() == 1);
    CHECK(std::clock() - begin < 3 * CLOCKS_PER_SEC);
    is_sound(parts);
  }
}

TEST_CASE("long scalars and many nodes") {
  const std::string word(1'000'000, 'x');
  CHECK(sources(read("a: " + word + "\n"))[2].size() == 1'000'000);
  CHECK(sources(read("a: \"" + word + "\"\n"))[2].size() == 1'000'002);
  CHECK(read("a: " + repeated("x ", 500'000) + "\n").findings.empty());
  CHECK(read("[" + repeated(",", 200'000) + "]").findings.empty());
  const auto many = read(repeated("- {id: x, text: y}\n", 30'000));
  CHECK(many.findings.empty());
  CHECK(many.yaml.size() == 150'001);
}

TEST_CASE("the usual mistakes are explained where they were made") {
  CHECK(finding("title: Foo\nversion \"1.2\"\nid: x\n") == "2:1-14 A colon is missing after the key");
  CHECK(finding("title Foo\nversion: 1\n") == "1:1-10 A colon is missing after the key");
  CHECK(finding("title: Foo\nversion\n") == "2:1-8 A colon is missing after the key");
  CHECK(finding("title: Foo\nid:x\n") == "2:1-5 A space is missing after the colon");
  CHECK(finding("title:Foo\nid: x\n") == "1:1-10 A space is missing after the colon");
  CHECK(finding("\"k\": v\n\"l\":v\n") == "2:1-6 A space is missing after the colon");
  CHECK(finding("titel: Backup: en politik\nid: x\n").starts_with("1:8-26 The value holds a colon"));
  CHECK(finding("title: Foo\n  id: x\n") == "2:3-8 The line's indentation does not match the lines above it");
  CHECK(finding("a:\n  b: 1\n c: 2\n") == "3:2-6 The line's indentation does not match the lines above it");
  CHECK(finding("a:\n  - b: 1\n   c: 2\n") == "3:4-8 The line's indentation does not match the lines above it");
  CHECK(finding("- a\nb: c\n") == "2:1-5 The line's indentation does not match the lines above it");
  CHECK(finding("a:\n\tb: 1\n") == "2:1-2 The line is indented with a tab; YAML allows spaces only");
  CHECK(finding("a: |\n\tx\n") == "2:1-2 The line is indented with a tab; YAML allows spaces only");
  CHECK(finding("a: 1\n- b\n").starts_with("2:1-4 A list entry begins here"));
  CHECK(finding("a: - b\n").starts_with("1:4-7 A list entry begins here"));
}

TEST_CASE("quotation marks and brackets that do not match") {
  CHECK(finding("id: x\ntitle: \"Foo\nversion: 1\n") == "2:8-12 A quotation mark is opened here but never closed");
  CHECK(finding("title: \"Foo\nversion: \"1.2\"\nid: x\n") ==
        "1:8-12 A quotation mark is opened here but never closed");
  CHECK(finding("title: 'Foo\n") == "1:8-12 A quotation mark is opened here but never closed");
  CHECK(finding("title: \"Foo\" bar\n") == "1:14-17 There is text after the closing quotation mark");
  CHECK(finding("title: 'it's'\n") == "1:12-14 There is text after the closing quotation mark");
  CHECK(finding("\"a\" \"b\"\n") == "1:5-8 There is text after the closing quotation mark");
  CHECK(finding("a: [1, 2\nb: 3\n") == "1:4-9 “[” is opened here but never closed");
  CHECK(finding("a: {b: 1\nc: 2\n") == "1:4-9 “{” is opened here but never closed");
  CHECK(finding("a: {b: \"1\" c: 2}\n") == "1:12-13 A comma or a closing bracket was expected here");
  CHECK(finding("a: ]\n") == "1:4-5 A bracket is closed here that was never opened");
}

TEST_CASE("values that must stand in quotation marks") {
  CHECK(finding("a: @x\n") == "1:4-5 A value must not begin with “@” without quotation marks");
  CHECK(finding("a: `x`\n") == "1:4-5 A value must not begin with “`” without quotation marks");
  CHECK(finding("a: %x\n") == "1:4-5 A value must not begin with “%” without quotation marks");
  CHECK(finding("a: *Vigtigt* x\n") == "1:4-15 A value must not begin with “*” without quotation marks");
  CHECK(finding("a: \"C:\\qed\"\n").starts_with("1:7-9 A backslash inside"));
  CHECK(finding("a: |x\n  y\n").starts_with("1:4-6 After “|” or “>”"));
  CHECK(finding("a: &x &y z\n").starts_with("1:1-11 The line can't be read as YAML"));
}

TEST_CASE("what stood before an error is kept, and every key has a value") {
  CHECK(tree("id: x\nlist:\n  - a\n  - {b: c}\n  - \"x\n") == "{id:x,list:[a,{b:c}]}");
  CHECK(tree("id: x\ntitle: \"Foo\n") == "{id:x}");
  CHECK(tree("id: x\ntitle: @\n") == "{id:x}");
  for (const auto* text :
       {"a: [b, {c: \"", "a: {b: {c: {", "- - - \"", "a:\n  b:\n    c: @", "? a\n: [", "{a: *b", "&a [*a"}) {
    const auto parts = read(text);
    CHECK(parts.findings.size() == 1);
    is_sound(parts);
  }
}

TEST_CASE("invisible characters are named and end nothing in silence") {
  const auto parts = read("a: 1\nb: x\x04y\nc: 3\n");
  CHECK(tree(parts) == "{a:1}");
  CHECK(findings(parts) ==
        std::vector<std::string>{
            "2:5-6 There is an invisible control character (U+0004) here, which YAML does not allow"});
  CHECK(finding("a: x\xC2\x80y\n").starts_with("1:5-6 There is an invisible control character (U+0080)"));
  CHECK(finding("a: [\nb: \x7F\n").starts_with("2:4-5 There is"));
  CHECK(tree("a: x\xC2\x85y\n") == "{a:x\xC2\x85y}");
}

TEST_CASE("every beginning of a document is read without harm") {
  const std::string text =
      "id: &a x\nlist: [1, \"två\", 'it''s', {k: *a}]\nmap:\n  - a: |\n      text\n    b: >-\n      fold\n  - ? k\n    "
      ": !t v\n"
      "tab:\t\"\\u00e6\" # c\n<<: {z: 1}\nid: 2\n...\n";
  for (std::size_t end = 0; end <= text.size(); ++end) is_sound(read(text.substr(0, end)));
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char c : {':', '[', '}', '"', '\'', '\t', '\n', '-', '&', '*', '|', ' ', '#', '?', '!', ','}) {
      std::string changed = text;
      changed[at] = c;
      is_sound(read(changed));
    }
  }
}
