#include <map>

#include "base/text.h"
#include "emit/html/page_parts.h"
#include "emit/html/section_numbers.h"

namespace kanon {
namespace {

constexpr std::size_t longest_description = 160;  // search engines cut what is longer

std::string title_of_target(const View& view, const LinkTarget& target) {
  if (const auto* item = std::get_if<ToItem>(&target)) {
    std::string heading = item->anchor.empty() ? std::string() : view.heading_title(item->item, item->anchor);
    return heading.empty() ? view.title_of(item->item) : heading;
  }
  if (const auto* outside = std::get_if<ToOutside>(&target)) return outside->url;
  if (const auto* file = std::get_if<ToFile>(&target)) return file->path.substr(file->path.rfind('/') + 1);
  if (const auto* place = std::get_if<ToSite>(&target)) return place->address;
  return {};
}

}  // namespace

BodyContext body_context(const View& view, FileIndex file, const Hrefs& hrefs, Embeds& embeds) {
  BodyContext context;
  context.language = view.language();
  context.highest_heading = 2;
  context.href_of = [&view, file, &hrefs](std::uint32_t node) {
    const LinkTarget* target = view.target_of(file, node);
    return target == nullptr ? std::string() : hrefs.to_target(*target);
  };
  context.title_of = [&view, file](std::uint32_t node) {
    const LinkTarget* target = view.target_of(file, node);
    return target == nullptr ? std::string() : title_of_target(view, *target);
  };
  context.embed = [&view, file, &hrefs, &embeds](std::uint32_t node) {
    return embeds.write(embed_at(view, file, node), [&hrefs](ItemRef item) { return hrefs.to_item(item); });
  };
  return context;
}

Data body_html(const PageParts& parts, FileIndex file) {
  const ParsedFile& source = parts.view().parsed(file);
  if (source.markdown().size() < 2) return false;
  BodyContext context = body_context(parts.view(), file, parts.hrefs, parts.embeds);
  // What an older version meant by a word is not for today's glossary to say.
  if (parts.page.kind != PageKind::release) context.terms = &parts.terms;
  std::map<std::uint32_t, std::string> numbers;
  const bool is_document = parts.page.item && parts.page.item->kind == ItemKind::document;
  if (is_document) numbers = section_numbers(parts.view().headings_of(file));
  context.number_of = [&numbers](std::uint32_t node) {
    const auto number = numbers.find(node);
    return number == numbers.end() ? std::string() : number->second;
  };
  context.href_of_term = [&parts](const Term& term) { return parts.hrefs.to_item(parts.view().ref_of(term)); };
  return text_or_nothing(write_body(source, context));
}

std::string first_paragraph(const ParsedFile& file) {
  const auto nodes = file.markdown();
  for (std::uint32_t node = 1; node < nodes.size(); node = nodes[node].next) {
    if (nodes[node].kind == MarkdownKind::paragraph) return std::string(trim(plain_text(file, node)));
  }
  return {};
}

std::string first_words(const ParsedFile& file) {
  std::string text = first_paragraph(file);
  if (code_points(text) <= longest_description) return text;
  const std::size_t end = text.rfind(' ', longest_description);
  return end == std::string::npos ? std::string() : text.substr(0, end) + " …";
}

}  // namespace kanon
