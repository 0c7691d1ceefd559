#include <algorithm>

#include "base/escape.h"
#include "base/text.h"
#include "emit/html/body_labels.h"
#include "emit/html/body_writer.h"

namespace kanon {

void BodyWriter::element(std::uint32_t index) {
  const std::string tag(text(index));
  out_ += '<' + tag;
  out_ += extra(index);
  if (tag == "br") {
    out_ += '>';
    return;
  }
  open(index, ">", "</" + tag + ">");
}

void BodyWriter::title_attribute(std::uint32_t index) {
  if (!extra(index).empty()) attribute("title", extra(index));
}

bool BodyWriter::says_something(std::uint32_t index) const {
  const auto children = nodes_.subspan(index + 1, node(index).next - index - 1);
  return std::any_of(children.begin(), children.end(), [&](const MarkdownNode& child) {
    const bool is_words = child.kind == MarkdownKind::text || child.kind == MarkdownKind::code;
    const bool is_thing = child.kind == MarkdownKind::image || child.kind == MarkdownKind::footnote_reference;
    return is_thing || (is_words && !trim(file_.string(child.text)).empty());
  });
}

void BodyWriter::link(std::uint32_t index) {
  const std::string href = context_.href_of ? context_.href_of(index) : std::string();
  const bool says = says_something(index);
  const bool is_link = !href.empty() && links_open_ == 0;
  if (is_link) {
    out_ += "<a href=\"" + escape_href(href) + '"';
    if (href.starts_with("https://") || href.starts_with("http://")) attribute("rel", "external");
    title_attribute(index);
    out_ += '>';
    ++links_open_;
  }
  if (!says) {
    const std::string title = context_.title_of ? context_.title_of(index) : std::string();
    escaped(title.empty() && is_link ? href : title);
    skip_to_ = node(index).next;
  }
  open(index, {}, is_link ? "</a>" : "");
}

void BodyWriter::image(std::uint32_t index) {
  const std::string src = context_.href_of ? context_.href_of(index) : std::string();
  const std::string alternative = plain_text(file_, index);
  skip_to_ = node(index).next;
  if (src.empty()) return escaped(alternative);
  out_ += "<img src=\"" + escape_href(src) + '"';
  attribute("alt", alternative);
  title_attribute(index);
  out_ += " loading=\"lazy\">";
}

// Ids of footnotes have a colon, which no heading's anchor can have.

std::string BodyWriter::reference_id(std::uint32_t number, std::uint32_t occurrence) const {
  std::string id = context_.id_prefix + "fnref:" + std::to_string(number);
  if (occurrence > 1) id += ':' + std::to_string(occurrence);
  return id;
}

void BodyWriter::count_references() {
  std::unordered_map<std::uint32_t, std::uint32_t> counted;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    if (node(i).kind == MarkdownKind::footnote_reference) occurrences_[i] = ++counted[node(i).number];
    if (node(i).kind == MarkdownKind::footnote_definition) references_[node(i).number] = 0;
    if (node(i).kind == MarkdownKind::image) i = node(i).next - 1;
  }
  for (auto& [number, count] : references_) count = counted[number];
}

void BodyWriter::footnote_reference(std::uint32_t index) {
  const std::uint32_t number = node(index).number;
  const std::uint32_t occurrence = occurrences_[index];
  out_ += "<sup class=\"footnote-ref\"";
  attribute("id", reference_id(number, occurrence));
  out_ += '>';
  // No link in a link: inside one, the number alone.
  const bool is_link = links_open_ == 0 && references_.contains(number);
  if (is_link) {
    out_ += "<a href=\"#" + escape_href(context_.id_prefix + "fn:" + std::to_string(number)) + '"';
    attribute("aria-label", footnote_label(context_.language, number));
    out_ += '>';
  }
  out_ += std::to_string(number);
  out_ += is_link ? "</a></sup>" : "</sup>";
}

void BodyWriter::begin_footnotes() {
  new_line();
  if (has_footnotes_) return;
  out_ += "<section class=\"footnotes\"";
  attribute("aria-label", footnotes_label(context_.language));
  out_ += ">\n<ol>\n";
  has_footnotes_ = true;
}

void BodyWriter::footnote_definition(std::uint32_t index) {
  begin_footnotes();
  owes_back_links_ = references_[node(index).number] > 0;
  out_ += "<li";
  attribute("id", context_.id_prefix + "fn:" + std::to_string(node(index).number));
  open(index, ">", "</li>\n");
}

void BodyWriter::back_links(std::uint32_t number) {
  const std::uint32_t count = references_[number];
  for (std::uint32_t occurrence = 1; occurrence <= count; ++occurrence) {
    if (occurrence > 1) out_ += ' ';
    out_ += "<a class=\"footnote-back\" href=\"#" + escape_href(reference_id(number, occurrence)) + '"';
    attribute("aria-label", back_link_label(context_.language, number, count > 1 ? occurrence : 0));
    out_ += ">↩";
    if (occurrence > 1) out_ += "<sup>" + std::to_string(occurrence) + "</sup>";
    out_ += "</a>";
  }
  owes_back_links_ = false;
}

}  // namespace kanon
