#pragma once

#include <map>
#include <string>

namespace kanon {

/// The files of a project as a rule page's Bad or Good section leaves them. Its fences are read in order:
/// ```` ```markdown PATH ```` and the like hold a file (flags after the path: `bytes` turns `\xNN` into that byte,
/// `repeat=N` repeats the last line), ```` ```console ```` holds commands that are carried out on the files so far:
/// `kanon release ID… --date DATE`, `rm PATH` and `sed -i s/OLD/NEW/ PATH`. Fails the test on anything else, and on a
/// command that changes nothing.
std::map<std::string, std::string> files_of_example(const std::string& section);

}  // namespace kanon
