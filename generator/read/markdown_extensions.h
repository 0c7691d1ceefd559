#pragma once

#include <cmark-gfm.h>

// The node types of cmark-gfm's extensions, set when these are registered. The library exports them, but Debian's
// package leaves out the headers that declare them.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;
}
