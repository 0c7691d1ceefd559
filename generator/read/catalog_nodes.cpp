#include "read/catalog_nodes.h"

#include <map>
#include <string>
#include <string_view>

#include "model/change_kind.h"
#include "read/duration_text.h"

namespace kanon {
namespace {

class CatalogNodes {
 public:
  explicit CatalogNodes(ParsedFile::Parts& parts) : parts_(parts) {}

  void add(const Catalog& catalog) {
    around_ = catalog.range;
    nest(YamlKind::mapping, catalog.range, [&] {
      pair("title", catalog.title);
      pair("owner", {catalog.owner, {}});
      pair("classification", catalog.classification);
      list("aliases", catalog.aliases);
      if (!catalog.version->empty()) pair("version", {catalog.version->text(), catalog.version.range});
      each("history", catalog.history, [&](const HistoryEntry& entry) { add_entry(entry); });
      each("approvals", catalog.approvals, [&](const Approval& approval) { add_approval(approval); });
      if (catalog.effective) pair("effective", {catalog.effective->value.iso(), catalog.effective->range});
      if (catalog.review_every)
        pair("review_every", {iso_duration(catalog.review_every->value), catalog.review_every->range});
      pair("level", catalog.level);
      pair("extends", catalog.extends);
      each("phases", catalog.phases, [&](const Phase& phase) {
        nest(YamlKind::mapping, phase.id.range, [&] {
          pair("id", phase.id);
          pair("title", {phase.title, phase.id.range});
        });
      });
      each("recommendations", catalog.recommendations, [&](const Recommendation& one) {
        nest(YamlKind::mapping, one.id.range, [&] {
          pair("id", one.id);
          pair("phase", one.phase);
          pair("text", {one.text, one.id.range});
        });
      });
      each("requirements", catalog.requirements, [&](const Requirement& one) { add_requirement(one); });
    });
  }

 private:
  void add_entry(const HistoryEntry& entry) {
    nest(YamlKind::mapping, entry.range, [&] {
      pair("version", {entry.version->text(), entry.version.range});
      pair("date", {entry.date->iso(), entry.date.range});
      pair("by", {entry.by, {}});
      pair("change", {entry.change, {}});
      pair("kind", {std::string(key_of(entry.kind)), {}});
    });
  }

  void add_approval(const Approval& approval) {
    nest(YamlKind::mapping, approval.range, [&] {
      pair("body", approval.body);
      pair("date", {approval.date->iso(), approval.date.range});
      pair("version", {approval.version->text(), approval.version.range});
    });
  }

  void add_requirement(const Requirement& one) {
    nest(YamlKind::mapping, one.range, [&] {
      pair("id", one.id);
      pair("phase", one.phase);
      pair("theme", {one.theme, {}});
      pair("text", one.text);
      pair("kind", {one.minimum ? "minimum" : "standard", {}});
      if (one.solution) pair("form", {"solution", {}});
      pair("verification", {one.verification, {}});
      pair("frequency", one.frequency);
      list("recommendations", one.recommendations);
      list("controls", one.controls);
      list("derives_from", one.derives_from);
      pair("note", {one.note, {}});
      each("silence", one.silence, [&](const Silence& silence) {
        nest(YamlKind::mapping, silence.range, [&] {
          pair("rule", silence.rule);
          pair("reason", silence.reason);
        });
      });
    });
  }

  Range placed(Range range) const { return range == Range{} ? around_ : range; }

  template <class Fill>
  void nest(YamlKind kind, Range range, Fill fill) {
    const Range outer = around_;
    around_ = placed(range);
    const std::size_t at = parts_.yaml.size();
    YamlNode node;
    node.kind = kind;
    node.range = around_;
    parts_.yaml.push_back(node);
    fill();
    parts_.yaml[at].next = static_cast<std::uint32_t>(parts_.yaml.size());
    around_ = outer;
  }

  void scalar(Slice text, Range range) {
    YamlNode node;
    node.kind = YamlKind::scalar;
    node.quoted = 1;
    node.range = range;
    node.text = text;
    node.next = static_cast<std::uint32_t>(parts_.yaml.size() + 1);
    parts_.yaml.push_back(node);
  }

  /// Keys stand nowhere in the file: they have no width. What looks for a key's own text finds none.
  void key(std::string_view name, Range range) {
    auto known = keys_.find(name);
    if (known == keys_.end()) known = keys_.emplace(name, parts_.store(name)).first;
    scalar(known->second, {placed(range).begin, placed(range).begin});
  }

  void pair(std::string_view name, const LocatedText& value) {
    if (value->empty()) return;
    key(name, value.range);
    scalar(parts_.store(value.value), placed(value.range));
  }

  void pair(std::string_view name, const MaybeLocated<std::string>& value) {
    if (value) pair(name, *value);
  }

  template <class T, class Add>
  void each(std::string_view name, const std::vector<T>& items, Add add) {
    if (items.empty()) return;
    key(name, {});
    nest(YamlKind::sequence, {}, [&] {
      for (const T& item : items) add(item);
    });
  }

  void list(std::string_view name, const std::vector<LocatedText>& texts) {
    if (texts.empty()) return;
    key(name, texts.front().range);
    nest(YamlKind::sequence, {texts.front().range.begin, texts.back().range.end}, [&] {
      for (const LocatedText& text : texts) scalar(parts_.store(text.value), placed(text.range));
    });
  }

  ParsedFile::Parts& parts_;
  std::map<std::string_view, Slice> keys_;
  Range around_;
};

}  // namespace

void append_catalog(ParsedFile::Parts& parts, const Catalog& catalog) { CatalogNodes(parts).add(catalog); }

}  // namespace kanon
