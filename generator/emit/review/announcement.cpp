#include <algorithm>

#include "base/text.h"
#include "emit/html/words.h"
#include "emit/review/formats.h"
#include "history/in_force.h"

namespace kanon {
namespace {

/// What staff are told of: rules and handbooks to follow, not the register's own upkeep.
bool concerns_staff(const ReviewedItem& item) {
  return is_governed(item.change->kind) && (item.is_new_version() || item.change->fate == Fate::deleted);
}

class Announcement {
 public:
  Announcement(const ReviewReport& report, Language language)
      : report_(report), language_(language), words_(*Words::parse("", "", language)) {}

  std::string write() {
    paragraph("# " + said({"Nyt i de styrende dokumenter", "News of the governing documents"}));
    std::vector<const ReviewedItem*> told;
    for (const ReviewedItem& item : report_.items) {
      if (concerns_staff(item)) told.push_back(&item);
    }
    if (told.empty()) {
      paragraph(said({"Der er ingen nye versioner.", "There are no new versions."}));
      return std::move(text_);
    }
    if (std::ranges::any_of(told, [](const auto* item) { return !item->lacks_approval_of.empty(); })) {
      paragraph(said({"Udkast: ikke alt herunder er godkendt endnu.", "Draft: not all of this is approved yet."}));
    }
    section(told, {"Nye og ændrede", "New and changed"},
            [](const ReviewedItem& item) { return item.entry != nullptr && item.entry->kind != ChangeKind::verified; });
    section(told, {"Gælder ikke længere", "No longer in force"},
            [](const ReviewedItem& item) { return item.change->fate == Fate::deleted; });
    section(told, {"Gennemgået uden ændringer, der kræver noget af dig", "Reviewed, with nothing for you to do"},
            [](const ReviewedItem& item) { return item.entry != nullptr && item.entry->kind == ChangeKind::verified; });
    return std::move(text_);
  }

 private:
  const std::string& said(const Message& message) const { return message.in(language_); }

  void paragraph(const std::string& text) { text_ += (text_.empty() ? "" : "\n") + text + "\n"; }

  template <class Belongs>
  void section(const std::vector<const ReviewedItem*>& items, const Message& heading, Belongs belongs) {
    bool first = true;
    for (const ReviewedItem* item : items) {
      if (!belongs(*item)) continue;
      if (first) paragraph("## " + said(heading) + "\n");
      first = false;
      text_ += "- " + line_of(*item) + "\n";
    }
  }

  std::string line_of(const ReviewedItem& item) const {
    std::string line = fmt::format("{}: **{}**", said(item.kind), item.title);
    if (item.change->fate == Fate::deleted) return line;
    line += said(message(", version {}", ", version {}", item.after->text()));
    if (const auto from = in_force_from(edition(item))) {
      line += said(message(", gælder fra {}", ", in force from {}", words_.date(*from)));
    }
    line += ". " + item.entry->change;
    if (!line.ends_with('.')) line += ".";
    if (!item.lacks_approval_of.empty()) {
      line += " " + said(message("(Mangler godkendelse af {}.)", "(Lacks the approval of {}.)",
                                 join(item.lacks_approval_of, ", ")));
    }
    return line;
  }

  const Governed& edition(const ReviewedItem& item) const {
    const Model& after = report_.input->after;
    return after.governed(*item_of(after, *item.change));
  }

  const ReviewReport& report_;
  Language language_;
  Words words_;
  std::string text_;
};

}  // namespace

std::string review_announcement(const ReviewReport& report, const ReviewSettings& settings) {
  return Announcement(report, settings.context.language).write();
}

}  // namespace kanon
