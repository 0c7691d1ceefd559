#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "emit/html/body.h"

namespace kanon {

/// Writes one body, node by node, without recursion.
class BodyWriter {
 public:
  BodyWriter(const ParsedFile& file, const BodyContext& context);
  std::string write();
  std::string write(std::uint32_t node);

 private:
  /// A node whose children are being written.
  struct Open {
    std::uint32_t node = 0;
    std::string closing;    ///< written behind the children
    bool has_rows = false;  ///< a table whose tbody has begun
  };

  const MarkdownNode& node(std::uint32_t index) const { return nodes_[index]; }
  std::string_view text(std::uint32_t index) const { return file_.string(nodes_[index].text); }
  std::string_view extra(std::uint32_t index) const { return file_.string(nodes_[index].extra); }

  void enter(std::uint32_t index);
  bool enter_instead(std::uint32_t index);
  void enter_inline(std::uint32_t index);
  void leave();
  void close_all_before(std::uint32_t index);

  void paragraph(std::uint32_t index);
  void heading(std::uint32_t index);
  void list(std::uint32_t index);
  void item(std::uint32_t index);
  void admonition(std::uint32_t index);
  void code_block(std::uint32_t index);
  void table(std::uint32_t index);
  void row(std::uint32_t index);
  void cell(std::uint32_t index);
  void footnote_definition(std::uint32_t index);
  void begin_footnotes();
  void element(std::uint32_t index);
  void link(std::uint32_t index);
  void image(std::uint32_t index);
  void footnote_reference(std::uint32_t index);
  void running_text(std::uint32_t index);
  bool may_link_terms() const;
  void link_term(std::uint32_t term, std::string_view words);
  void definitions();

  void open(std::uint32_t index, std::string_view opening, std::string closing);
  void open_block(std::uint32_t index, std::string_view opening, std::string_view closing);
  void new_line();
  void escaped(std::string_view words);
  void attribute(std::string_view name, std::string_view value);
  void title_attribute(std::uint32_t index);
  void back_links(std::uint32_t number);
  std::string reference_id(std::uint32_t number, std::uint32_t occurrence) const;
  void count_references();
  bool is_in_tight_list() const;
  bool says_something(std::uint32_t index) const;

  const ParsedFile& file_;
  const BodyContext& context_;
  std::span<const MarkdownNode> nodes_;
  std::string out_;
  std::vector<Open> open_;
  std::uint32_t skip_to_ = 0;  ///< the next node to write, where children are passed over
  std::size_t tables_ = 0;
  std::size_t links_open_ = 0;
  std::vector<std::uint32_t> terms_of_section_;  ///< those that it has linked
  std::vector<std::uint32_t> terms_of_body_;     ///< in the order of their first use
  bool has_footnotes_ = false;
  bool owes_back_links_ = false;                                  ///< the definition that is open has none yet
  std::unordered_map<std::uint32_t, std::uint32_t> references_;   ///< by footnote number: how many the body has
  std::unordered_map<std::uint32_t, std::uint32_t> occurrences_;  ///< by reference: which of its number it is, from 1
};

}  // namespace kanon
