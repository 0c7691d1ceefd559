#include "read/yaml_tree.h"

#include <algorithm>

#include "read/yaml_findings.h"

namespace kanon {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::uint32_t kMostCopies = 20'000;
constexpr std::uint32_t kNoNode = UINT32_MAX;

[[noreturn]] void stop(Finding finding) { throw YamlStop{std::move(finding)}; }

YamlNode node_of(YamlKind kind, Range range) {
  YamlNode node;
  node.kind = kind;
  node.range = range;
  return node;
}

/// How many levels of collections a subtree has.
std::size_t height_of(const std::vector<YamlNode>& nodes, std::uint32_t root) {
  std::vector<std::uint32_t> ends;
  std::size_t height = 0;
  for (std::uint32_t i = root; i < nodes[root].next; ++i) {
    while (!ends.empty() && ends.back() <= i) ends.pop_back();
    if (nodes[i].kind != YamlKind::sequence && nodes[i].kind != YamlKind::mapping) continue;
    ends.push_back(nodes[i].next);
    height = std::max(height, ends.size());
  }
  return height;
}

}  // namespace

std::uint32_t YamlTree::offset_of(const YAML::Mark& mark) const {
  const auto offset = static_cast<std::uint64_t>(mark_zero_) + static_cast<std::uint32_t>(std::max(mark.pos, 0));
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(offset, source_.end()));
}

YamlProgress YamlTree::progress() const {
  YamlProgress progress{read_to_, last_scalar_, std::nullopt};
  const auto flow = std::find_if(open_.rbegin(), open_.rend(), [](const Open& open) { return open.closing != '\0'; });
  if (flow != open_.rend()) progress.open_brace = nodes_[flow->node].range.begin;
  return progress;
}

void YamlTree::OnDocumentStart(const YAML::Mark& mark) {
  if (documents_++ == 0) return;
  std::uint32_t at = source_.skip_gaps(read_to_);
  bool marked = false;
  while (source_.starts_with(at, "---") || source_.starts_with(at, "...")) {
    marked = true;
    at = source_.skip_gaps(at + 3);
  }
  if (at >= source_.end()) throw YamlStop{};  // a `---` with nothing after it says nothing
  if (marked) stop(several_documents(source_.line(at)));
  // yaml-cpp 0.7 takes what it did not expect for a document of its own.
  stop(explain_syntax(source_, {offset_of(mark), "unexpected content"}, progress()));
}

bool YamlTree::expects_key() const {
  return !open_.empty() && nodes_[open_.back().node].kind == YamlKind::mapping && open_.back().children % 2 == 0;
}

bool YamlTree::expects_value() const {
  return !open_.empty() && nodes_[open_.back().node].kind == YamlKind::mapping && open_.back().children % 2 == 1;
}

void YamlTree::count_child() {
  if (open_.empty()) return;
  ++open_.back().children;
  open_.back().last_child = static_cast<std::uint32_t>(nodes_.size());
}

void YamlTree::remember(YAML::anchor_t anchor) {
  if (anchor == YAML::NullAnchor) return;
  if (anchors_.size() <= anchor) anchors_.resize(anchor + 1, kNoNode);
  anchors_[anchor] = static_cast<std::uint32_t>(nodes_.size());
}

void YamlTree::add_leaf(YamlNode node, YAML::anchor_t anchor) {
  count_child();
  remember(anchor);
  node.next = static_cast<std::uint32_t>(nodes_.size()) + 1;
  nodes_.push_back(node);
  read_to_ = std::max(read_to_, node.range.end);
}

void YamlTree::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::optional<Range> written = written_null(source_.skip_properties(offset_of(mark)));
  if (expects_key()) {
    if (!written) stop(key_is_missing(source_.line(offset_of(mark))));
    last_scalar_ = written;
    YamlNode key = node_of(YamlKind::scalar, *written);
    key.text = parts_.store(source_.part(*written));
    return add_leaf(key, anchor);
  }
  if (written) return add_leaf(node_of(YamlKind::null, *written), anchor);
  if (expects_value()) refuse_key_without_colon();
  const std::uint32_t place = place_of_missing();
  add_leaf(node_of(YamlKind::null, {place, place}), anchor);
}

/// `~` or `null` as it stands in the source. The mark of an empty value may be that of whatever comes next: a key
/// `null:` is not this value.
std::optional<Range> YamlTree::written_null(std::uint32_t at) const {
  if (at < read_to_) return std::nullopt;
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!source_.starts_with(at, word)) continue;
    const auto end = static_cast<std::uint32_t>(at + word.size());
    const char after = source_.at(source_.skip_blanks(end));
    const bool ends = source_.is_gap(end) || after == ',' || after == ']' || after == '}' || after == ':';
    if (ends && (after != ':' || expects_key())) return Range{at, end};
  }
  return std::nullopt;
}

/// Where a value that isn't there would stand: after the colon or the dash.
std::uint32_t YamlTree::place_of_missing() const {
  const char introduced_by = expects_value() ? ':' : '-';
  const std::uint32_t at = source_.skip_gaps(read_to_);
  return source_.at(at) == introduced_by && source_.is_gap(at + 1) ? at + 1 : read_to_;
}

/// yaml-cpp 0.7 takes the last line of a mapping for a key even where its colon is missing.
void YamlTree::refuse_key_without_colon() const {
  if (open_.back().closing != '\0' || !last_scalar_) return;
  const std::uint32_t before = source_.line(last_scalar_->begin).begin;
  const bool spelled_out = source_.at(before) == '?' && source_.is_gap(before + 1);
  if (spelled_out || source_.at(source_.skip_gaps(read_to_)) == ':') return;
  stop(explain_syntax(source_, {last_scalar_->begin, "missing colon"}, progress()));
}

void YamlTree::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                        const std::string& value) {
  const std::uint32_t at = source_.skip_properties(offset_of(mark));
  const char first = source_.at(at);
  const bool plain = tag == "?";
  // After a tag without a value, what comes next may be the next key.
  const bool other = value.empty() && source_.end_of_quoted(at).value_or(at + 2) != at + 2;
  const bool quoted = !plain && (first == '"' || first == '\'') && !other;
  const bool block = !plain && !quoted && (first == '|' || first == '>');
  if (value.empty() && !quoted && !block) return OnNull(mark, anchor);  // a tag with nothing after it
  if (quoted && !source_.end_of_quoted(at)) stop(unclosed_quote({at, source_.line(at).end}));
  YamlNode scalar = node_of(YamlKind::scalar, range_of_scalar(at, value));
  scalar.quoted = quoted || block ? 1 : 0;
  scalar.text = parts_.store(value);
  last_scalar_ = scalar.range;
  add_leaf(scalar, anchor);
}

Range YamlTree::range_of_scalar(std::uint32_t at, const std::string& value) const {
  switch (source_.at(at)) {
    case '"':
    case '\'':
      return {at, source_.end_of_quoted(at).value_or(source_.end())};
    case '|':
    case '>':
      return {at, source_.end_of_block(at, value)};
    default:
      return {at, source_.end_of_plain(at, value)};
  }
}

void YamlTree::OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                               YAML::EmitterStyle::value) {
  start(YamlKind::sequence, mark, anchor);
}

void YamlTree::OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                          YAML::EmitterStyle::value) {
  start(YamlKind::mapping, mark, anchor);
}

void YamlTree::start(YamlKind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::uint32_t at = source_.skip_properties(offset_of(mark));
  if (expects_key()) stop(key_is_no_text(source_.line(at)));
  if (open_.size() >= kDeepest) stop(too_deep({at, std::min(at + 1, source_.end())}, kDeepest));
  count_child();
  remember(anchor);
  Open opened;
  opened.node = static_cast<std::uint32_t>(nodes_.size());
  if (kind == YamlKind::sequence && source_.at(at) == '[') opened.closing = ']';
  if (kind == YamlKind::mapping && source_.at(at) == '{') opened.closing = '}';
  nodes_.push_back(node_of(kind, {at, at}));
  open_.push_back(opened);
  read_to_ = std::max(read_to_, opened.closing != '\0' ? at + 1 : at);
}

void YamlTree::close() {
  const Open closed = open_.back();
  open_.pop_back();
  if (closed.closing != '\0') {
    if (const auto end = source_.end_of_flow(read_to_, closed.closing)) read_to_ = *end;
  }
  nodes_[closed.node].next = static_cast<std::uint32_t>(nodes_.size());
  nodes_[closed.node].range.end = std::max(nodes_[closed.node].range.begin, read_to_);
}

void YamlTree::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::uint32_t at = offset_of(mark);
  const Range alias{at, source_.end_of_name(at)};
  const std::uint32_t from = anchor < anchors_.size() ? anchors_[anchor] : kNoNode;
  if (from == kNoNode || nodes_[from].next == 0) stop(alias_of_itself(alias));
  const bool is_text = nodes_[from].kind == YamlKind::scalar;
  if (expects_key() && !is_text) stop(key_is_no_text(source_.line(at)));
  copied_ += nodes_[from].next - from;
  if (copied_ > kMostCopies) stop(too_many_copies(alias, kMostCopies));
  if (open_.size() + height_of(nodes_, from) > kDeepest) stop(too_deep(alias, kDeepest));
  if (is_text) last_scalar_ = alias;
  copy_subtree(from, at);
  read_to_ = std::max(read_to_, alias.end);
}

void YamlTree::copy_subtree(std::uint32_t from, std::uint32_t alias_at) {
  count_child();
  const std::uint32_t end = nodes_[from].next;
  const auto shift = static_cast<std::uint32_t>(nodes_.size()) - from;
  for (std::uint32_t i = from; i < end; ++i) {
    YamlNode copy = nodes_[i];
    copy.next += shift;
    nodes_.push_back(copy);
  }
  // What is wrong with the value as a whole belongs to the place that uses it.
  nodes_[from + shift].range = {alias_at, source_.end_of_name(alias_at)};
}

std::vector<YamlNode> YamlTree::take() {
  while (!open_.empty()) {
    if (expects_value()) nodes_.resize(open_.back().last_child);
    close();
  }
  return std::move(nodes_);
}

}  // namespace kanon
