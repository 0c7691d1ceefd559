#pragma once

#include <string>
#include <vector>

class QPDF;

namespace kanon {

/// What a PDF's tagging lacks of what this program checks of ISO 14289-1 (PDF/UA-1), in English, each fault once; empty
/// where it lacks nothing of it: language, title shown, structure tree, parent tree, everything painted in marked
/// content that the tree holds or that is an artifact, a text for each link and figure, a scope for each table heading,
/// bodies of list items, only types that PDF 1.7 knows, fonts embedded with ToUnicode maps.
std::vector<std::string> structure_faults(QPDF& pdf);

}  // namespace kanon
