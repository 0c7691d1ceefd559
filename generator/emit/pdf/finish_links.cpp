#include <algorithm>
#include <array>
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "emit/pdf/annotations.h"
#include "emit/pdf/finish_steps.h"

namespace kanon {
namespace {

/// Points above a place that are shown with it.
constexpr double space_above = 6;

bool leads_outside(std::string_view uri) {
  constexpr std::array schemes = {"http://", "https://", "mailto:", "tel:"};
  const std::string lower = lower_ascii(uri.substr(0, 8));
  return std::ranges::any_of(schemes, [&](std::string_view scheme) { return lower.starts_with(scheme); });
}

/// The id that a link into the printed HTML file itself means.
std::string fragment_of(std::string_view uri) {
  const std::size_t hash = uri.find('#');
  if (!uri.starts_with("file:") || hash == std::string_view::npos) return {};
  return percent_decoded(uri.substr(hash + 1));
}

/// Places that only the layout of tables needed begin so.
bool is_internal(std::string_view place) { return place.starts_with("_table"); }

QPDFObjectHandle destination(QPDF& pdf, const PlaceOnPage& place) {
  QPDFObjectHandle array = QPDFObjectHandle::newArray();
  array.appendItem(pdf.getAllPages().at(place.page));
  array.appendItem(QPDFObjectHandle::newName("/XYZ"));
  array.appendItem(QPDFObjectHandle::newNull());
  array.appendItem(QPDFObjectHandle::newReal(place.top + space_above, 2));
  array.appendItem(QPDFObjectHandle::newNull());
  return array;
}

/// Whether the annotation stays; changed in place where it leads to a place in the document.
bool tied(QPDFObjectHandle annotation, const Markers& markers, const Places& places) {
  const std::string uri = uri_of(annotation);
  if (!markers.place_of(uri).empty()) return false;
  if (leads_outside(uri)) return true;
  QPDFObjectHandle named = annotation.getKey("/Dest");
  const std::string place = named.isName() ? named.getName().substr(1) : fragment_of(uri);
  if (place.empty() || !places.contains(place)) return false;
  QPDFObjectHandle action = QPDFObjectHandle::newDictionary();
  action.replaceKey("/S", QPDFObjectHandle::newName("/GoTo"));
  action.replaceKey("/D", QPDFObjectHandle::newString(place));
  annotation.replaceKey("/A", action);
  annotation.removeKey("/Dest");
  return true;
}

/// A dictionary of the catalog, made if it isn't there.
QPDFObjectHandle catalog_entry(QPDF& pdf, const std::string& key) {
  QPDFObjectHandle entry = pdf.getRoot().getKey(key);
  if (!entry.isDictionary()) entry = pdf.getRoot().replaceKeyAndGetNew(key, QPDFObjectHandle::newDictionary());
  return entry;
}

/// An outline item while the tree grows.
struct Bookmark {
  QPDFObjectHandle item;
  int level = 0;
  std::size_t below = 0;
};

/// Ties `child` in as the last below `parent`.
void append_child(QPDFObjectHandle parent, QPDFObjectHandle child) {
  QPDFObjectHandle last = parent.getKey("/Last");
  child.replaceKey("/Parent", parent);
  if (last.isDictionary()) {
    last.replaceKey("/Next", child);
    child.replaceKey("/Prev", last);
  } else {
    parent.replaceKey("/First", child);
  }
  parent.replaceKey("/Last", child);
}

}  // namespace

void tie_links(QPDF& pdf, const Markers& markers, const Places& places) {
  for (QPDFObjectHandle page : pdf.getAllPages()) {
    QPDFObjectHandle kept = QPDFObjectHandle::newArray();
    for (const QPDFObjectHandle& annotation : annotations_of(page)) {
      if (tied(annotation, markers, places)) kept.appendItem(annotation);
    }
    page.removeKey("/Annots");
    if (kept.getArrayNItems() > 0) page.replaceKey("/Annots", kept);
  }
}

void describe_links(QPDF& pdf, const FinishPlan& plan, const Places& places) {
  std::map<std::string, std::string, std::less<>> titles;
  for (const OutlineEntry& entry : plan.outline) titles.emplace(entry.place, entry.title);
  for (const QPDFObjectHandle& page : pdf.getAllPages()) {
    for (QPDFObjectHandle annotation : annotations_of(page)) {
      QPDFObjectHandle action = annotation.getKey("/A");
      QPDFObjectHandle target = action.isDictionary() ? action.getKey("/D") : QPDFObjectHandle::newNull();
      std::string text = uri_of(annotation);
      if (target.isString()) {
        const std::string name = target.getStringValue();
        const auto title = titles.find(name);
        text = title != titles.end() ? title->second : plan.link_text(places.at(name).page + 1);
      }
      annotation.replaceKey("/Contents", QPDFObjectHandle::newUnicodeString(text));
    }
  }
}

void name_destinations(QPDF& pdf, const Places& places) {
  pdf.getRoot().removeKey("/Dests");
  QPDFObjectHandle names = QPDFObjectHandle::newArray();
  for (const auto& [id, place] : places) {
    if (is_internal(id)) continue;
    names.appendItem(QPDFObjectHandle::newString(id));
    names.appendItem(destination(pdf, place));
  }
  QPDFObjectHandle tree = QPDFObjectHandle::newDictionary();
  tree.replaceKey("/Names", names);
  catalog_entry(pdf, "/Names").replaceKey("/Dests", pdf.makeIndirectObject(tree));
}

void write_outline(QPDF& pdf, const std::vector<OutlineEntry>& outline, const Places& places) {
  QPDFObjectHandle root = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
  root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
  std::vector<Bookmark> open = {{root, 0, 0}};
  // A closed entry counts what stands below it as negative; the root counts what is seen at first.
  const auto close_one = [&] {
    const Bookmark done = open.back();
    open.pop_back();
    if (done.below > 0) {
      QPDFObjectHandle(done.item).replaceKey("/Count",
                                             QPDFObjectHandle::newInteger(-static_cast<long long>(done.below)));
    }
  };
  for (const OutlineEntry& entry : outline) {
    if (!places.contains(entry.place)) continue;
    while (open.size() > 1 && open.back().level >= entry.level) close_one();
    QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(entry.title));
    item.replaceKey("/Dest", QPDFObjectHandle::newString(entry.place));
    append_child(open.back().item, item);
    ++open.back().below;
    open.push_back({item, entry.level, 0});
  }
  while (open.size() > 1) close_one();
  if (open.front().below == 0) return;
  root.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(open.front().below)));
  pdf.getRoot().replaceKey("/Outlines", root);
}

}  // namespace kanon
