#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/parsed_file.h"
#include "read/html_fragment_elements.h"

namespace kanon {

/// Grows the flat tree of a Markdown body from calls in reading order. What comes out is always a proper tree of
/// bounded depth that HTML allows: an element of raw HTML never reaches out of the Markdown node it was opened in,
/// holds only what its content model permits, and what doesn't fit is mended (a list item without a list loses its tag,
/// text in a list gets an item) rather than refused.
class MarkdownTree {
 public:
  /// Nothing stands deeper.
  static constexpr int deepest = 200;

  explicit MarkdownTree(ParsedFile::Parts& parts) : parts_(parts) {}

  /// Opens and closes a Markdown node that has children. Every open needs its close, whatever became of the node.
  void open(const MarkdownNode& node);
  void close(std::uint32_t end);
  /// Ends every element of raw HTML that is open in the Markdown node opened last, and what was hidden there.
  void close_elements(std::uint32_t end);
  void leaf(const MarkdownNode& node);

  /// A tag of an allowed element, and its end.
  void open_element(const HtmlElement& element, std::string_view attributes, Range tag);
  void close_element(std::string_view name, std::uint32_t end);
  /// Text between tags of a block of raw HTML.
  void html_text(std::string_view text, Range range);
  /// Ends the running text that a block of raw HTML began outside any paragraph.
  void end_html_block(std::uint32_t end);

  /// Leaves out everything from here on until show() or the end of the Markdown node that is open now.
  void hide();
  void show() { hidden_in_ = 0; }
  bool is_hidden() const { return hidden_in_ != 0; }
  /// Whether what hid is of the Markdown node that is open now, so that an end tag here may end it.
  bool hides_from_here() const { return is_hidden() && hidden_in_ == markdown_frames_end(); }
  /// Whether what comes is only the alternative text of an image.
  bool is_in_image() const { return image_in_ != 0; }

  /// Where something was nested deeper than the tree may be.
  std::optional<Range> too_deep() const { return too_deep_; }

 private:
  /// What may stand in an open node.
  enum class Holds { blocks, flow, running_text, phrasing, items, descriptions, nothing };
  static constexpr std::uint32_t kNoNode = UINT32_MAX;
  /// The levels below are for what a container must be able to hold: rows, cells, paragraphs, implied items.
  static constexpr int deepest_container = deepest - 8;

  struct Frame {
    std::uint32_t node = kNoNode;  ///< kNoNode: left out, its children stand in its parent
    Holds holds = Holds::blocks;
    const HtmlElement* element = nullptr;  ///< null for a Markdown node
    bool of_html_block = false;            ///< a paragraph around the words of a block of raw HTML
    bool has_content = false;
    bool has_title = false;      ///< a summary, a figcaption, a dt
    bool awaits_answer = false;  ///< a dl whose newest child is a dt
    bool ends_figure = false;    ///< a figcaption that came last
    bool complete = false;       ///< a figure that has had such a one
  };

  static Holds content_of(MarkdownKind kind);
  static Holds content_of(HtmlModel model);
  static bool is_markdown(const Frame& frame) { return frame.element == nullptr && !frame.of_html_block; }
  std::size_t markdown_frames_end() const;
  bool fits(MarkdownKind kind) const;
  void push(const MarkdownNode& node, const Frame& frame);
  void push_left_out(const HtmlElement* element);
  void pop(std::uint32_t end);
  std::uint32_t append(const MarkdownNode& node);
  const Frame& top() const { return frames_.back(); }
  std::optional<std::size_t> open_frame(HtmlModel model) const;
  bool is_leaving_out() const { return is_hidden() || is_in_image(); }

  void make_room_for_block(MarkdownKind kind, Range place);
  void make_room_for_words(Range place);
  bool can_hold_block() const;
  void pop_to(std::size_t frame, std::uint32_t end);
  void push_element(const HtmlElement& element, std::string_view attributes, Range tag);
  void open_implied(std::string_view name, Range place);
  void open_item(const HtmlElement& element, std::string_view attributes, Range tag);
  void open_pair_member(const HtmlElement& element, std::string_view attributes, Range tag);
  void open_summary(const HtmlElement& element, std::string_view attributes, Range tag);
  void open_caption(const HtmlElement& element, std::string_view attributes, Range tag);

  ParsedFile::Parts& parts_;
  std::vector<Frame> frames_;
  int depth_ = 0;
  std::size_t hidden_in_ = 0;  ///< how many frames were open when the hiding began; 0: nothing is hidden
  std::size_t image_in_ = 0;
  std::size_t link_in_ = 0;
  std::optional<Range> too_deep_;
};

}  // namespace kanon
