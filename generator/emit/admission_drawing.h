#pragma once

#include <string>

#include "emit/html/words.h"

namespace kanon {

/// How the steps of a figure follow each other: across the page where there is room, down it where there isn't.
enum class DrawnFlow { across, down };

/// The way from first contact to member, as SVG 1.1 with a title and a description: five steps, the way aside that an
/// objection takes, and the yearly evaluation. Every word is the interface's; colours and fonts are the style sheet's,
/// by class.
std::string admission_drawing(const Words& words, DrawnFlow flow);

/// The same as a numbered list in HTML, for those who can't see it.
std::string admission_steps(const Words& words);

/// The section of the admission page: both drawings, of which the style sheet shows the one that fits, and the list.
std::string admission_figure(const Words& words);

}  // namespace kanon
