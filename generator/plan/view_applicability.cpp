#include <map>
#include <set>

#include "plan/view.h"

namespace kanon {
namespace {

/// The statement of each control, by the control's number.
class Statement {
 public:
  explicit Statement(std::vector<ControlStatement>& controls) : controls_(controls) {
    for (const Control& control : annex_a_controls()) {
      places_.emplace(control.id, controls_.size());
      controls_.emplace_back().control = &control;
    }
  }

  /// Null for what is no control.
  ControlStatement* of(const LocatedText& control) {
    const auto found = places_.find(*control);
    return found == places_.end() ? nullptr : &controls_[found->second];
  }

 private:
  std::vector<ControlStatement>& controls_;
  std::map<std::string_view, std::size_t> places_;
};

}  // namespace

bool View::tells_reasons() const { return up_to_ && (*up_to_ > 0 || config().classifications.size() == 1); }

void View::collect_applicability() {
  if (model_->source().controls.empty()) return;
  Statement statement(applicability_);
  std::map<std::string_view, std::set<ControlStatement*>> registered;  // by the id of a document
  for (const ControlEntry& entry : model_->source().controls) {
    ControlStatement* control = statement.of(entry.control);
    // Of a control that the register has twice, a finding, the first counts.
    if (control == nullptr || control->applicable) continue;
    control->applicable = entry.applicable;
    for (const LocatedText& id : entry.documents) registered[*id].insert(control);
    if (!tells_reasons()) continue;
    control->justification = entry.justification;
    control->status = entry.status;
  }
  for (const Document* document : documents_) {
    std::set<ControlStatement*> controls = registered[*document->id];
    for (const LocatedText& id : document->controls) controls.insert(statement.of(id));
    controls.erase(nullptr);
    for (ControlStatement* control : controls) control->documents.push_back(ref_of(*document));
  }
  for (const Catalog* catalog : catalogs_) {
    for (std::uint32_t part = 0; part < catalog->requirements.size(); ++part) {
      std::set<ControlStatement*> controls;
      for (const LocatedText& id : catalog->requirements[part].controls) controls.insert(statement.of(id));
      controls.erase(nullptr);
      const ItemRef requirement{ItemKind::requirement, ref_of(*catalog).index, part};
      for (ControlStatement* control : controls) control->requirements.push_back(requirement);
    }
  }
}

}  // namespace kanon
