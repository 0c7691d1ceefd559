#include <algorithm>
#include <array>

#include "base/text.h"
#include "cli/status_report.h"
#include "emit/html/words.h"

namespace kanon {
namespace {

enum class Group { overdue, soon, in_the_making, upcoming, suspects, applicants, evaluations, later };

struct Heading {
  Group group;
  Message text;
};

const std::array<Heading, 8>& headings() {
  static const std::array<Heading, 8> all{{
      {Group::overdue, {"Overskredet", "Overdue"}},
      {Group::soon, {"Snart", "Soon"}},
      {Group::in_the_making, {"Under arbejde", "In the making"}},
      {Group::upcoming, {"Træder i kraft", "Taking effect"}},
      {Group::suspects, {"Ny version ovenover", "New version above"}},
      {Group::applicants, {"Ansøgere", "Applicants"}},
      {Group::evaluations, {"Årlig evaluering", "Yearly evaluation"}},
      {Group::later, {"Senere", "Later"}},
  }};
  return all;
}

Group group_of(const DueItem& item) {
  switch (item.kind) {
    case DueKind::approval:
    case DueKind::release:
      return Group::in_the_making;
    case DueKind::upcoming:
      return Group::upcoming;
    case DueKind::suspect:
      return Group::suspects;
    case DueKind::applicant:
      return Group::applicants;
    case DueKind::evaluation:
      return Group::evaluations;
    case DueKind::review:
    case DueKind::dispensation:
      break;
  }
  return item.overdue ? Group::overdue : item.state == "later" ? Group::later : Group::soon;
}

// Two blanks, then the columns with two between them: 100 in all.
constexpr std::size_t kDay = 18;  // «30. september 2026»
constexpr std::size_t kWhat = 44;
constexpr std::size_t kTurn = 32;

/// The bytes of the first `count` code points of well-formed UTF-8.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && count-- == 0) break;
  }
  return at;
}

/// The text in lines of at most `width` code points, broken between words; a word that is longer is cut.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  const auto flush = [&] {
    if (!line.empty()) lines.push_back(std::exchange(line, {}));
  };
  for (std::string_view word : split(text, ' ')) {
    if (!line.empty() && code_points(line) + 1 + code_points(word) > width) flush();
    while (code_points(word) > width) {
      flush();
      const std::size_t fits = bytes_of(word, width);
      lines.emplace_back(word.substr(0, fits));
      word.remove_prefix(fits);
    }
    if (word.empty()) continue;
    if (!line.empty()) line += ' ';
    line += word;
  }
  flush();
  return lines;
}

void pad(std::string& text, std::size_t from, std::size_t width) {
  const std::size_t used = code_points(std::string_view(text).substr(from));
  if (used < width) text.append(width - used, ' ');
}

/// A row of the table: as many lines as its longest cell has.
std::string row(const std::vector<std::string>& day, const std::vector<std::string>& what,
                const std::vector<std::string>& turn) {
  std::string out;
  const auto cell = [](const std::vector<std::string>& lines, std::size_t at) {
    return at < lines.size() ? lines[at] : std::string();
  };
  for (std::size_t i = 0; i < std::max({day.size(), what.size(), turn.size()}); ++i) {
    std::string line = "  " + cell(day, i);
    pad(line, 2, kDay + 2);
    const std::size_t begin = line.size();
    line += cell(what, i);
    pad(line, begin, kWhat + 2);
    line += cell(turn, i);
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string row_of(const DueItem& item, const Words& words, Language language) {
  std::vector<std::string> what = wrapped(printable(fmt::format("{} ({})", item.title, item.id)), kWhat);
  for (std::string& line : wrapped(printable(item.what.in(language)), kWhat)) what.push_back(std::move(line));
  std::vector<std::string> names;
  for (const Message& who : item.turn) names.push_back(printable(who.in(language)));
  const std::string turn = names.empty() ? "–" : join(names, ", ");
  return row({item.due ? words.date(*item.due) : "–"}, what, wrapped(turn, kTurn));
}

std::string summary(const std::vector<DueItem>& items, const std::string& today, Language language) {
  const auto late = std::ranges::count_if(items, &DueItem::overdue);
  const char* danish = items.size() == 1 ? "punkt" : "punkter";
  const char* english = items.size() == 1 ? "item" : "items";
  if (late == 0) {
    const std::size_t count = items.size();
    return fmt::format("{}: {} {}\n", today, count, language == Language::da ? danish : english);
  }
  return message("{}: {} {}, {} overskredet\n", "{0}: {1} {4}, {3} overdue\n", today, items.size(), danish, late,
                 english)
      .in(language);
}

}  // namespace

std::string status_as_text(const std::vector<DueItem>& items, Date today, Language language) {
  const Words words = Words::parse("", "", language).value_or(Words());
  const std::string day = words.date(today);
  if (items.empty()) {
    return message("Der er intet at gøre pr. {}.\n", "Nothing is due on {}.\n", day).in(language);
  }
  std::string out =
      language == Language::da ? row({"Frist"}, {"Hvad"}, {"Hvis tur"}) : row({"Due"}, {"What"}, {"Whose turn"});
  for (const Heading& heading : headings()) {
    bool begun = false;
    for (const DueItem& item : items) {
      if (group_of(item) != heading.group) continue;
      if (!begun) out += "\n" + heading.text.in(language) + "\n";
      begun = true;
      out += row_of(item, words, language);
    }
  }
  return out + "\n" + summary(items, day, language);
}

}  // namespace kanon
