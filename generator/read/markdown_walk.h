#pragma once

#include <cmark-gfm.h>

namespace kanon {

/// Calls `enter` for every node below `root` in reading order, and `leave` behind the children of each for which
/// `enter` was true; the children of others are passed over. Needs no stack: trees of untrusted text may be of any
/// depth.
template <class Enter, class Leave>
void walk_below(cmark_node* root, Enter enter, Leave leave) {
  cmark_node* node = cmark_node_first_child(root);
  while (node != nullptr && node != root) {
    if (enter(node)) {
      if (cmark_node* const child = cmark_node_first_child(node); child != nullptr) {
        node = child;
        continue;
      }
      leave(node);
    }
    while (node != root && cmark_node_next(node) == nullptr) {
      node = cmark_node_parent(node);
      if (node != root) leave(node);
    }
    if (node != root) node = cmark_node_next(node);
  }
}

}  // namespace kanon
