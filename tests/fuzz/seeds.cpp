// Tries every file of the folders named on the command line, as it is and cut, joined and changed a little. What is
// changed follows from a fixed seed, so that every run tries the same.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "fuzz/source_fuzz.h"

namespace {

std::vector<std::string> read_seeds(const std::vector<std::string>& folders) {
  std::vector<std::filesystem::path> paths;
  for (const auto& folder : folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.size() < 16384) seeds.push_back(std::move(bytes));
  }
  return seeds;
}

std::string changed(std::string bytes, const std::vector<std::string>& seeds, std::mt19937& random) {
  const auto below = [&](std::size_t end) { return end == 0 ? 0 : random() % end; };
  static const std::vector<std::string> pieces{"<",       "\"",       "`",    "[",   "](",   "\n",    "\n\n",
                                               "> ",      "- ",       "|",    "---", "{#",   "}",     "[^",
                                               "![",      "<b ",      "</b>", "&#",  "\\",   "\t",    ": ",
                                               "*",       "_",        "~",    "#",   "<!--", "on=\"", "\xff",
                                               "\r",      "~~~",      "&a",   "*a",  "<<:",  "\xc2",  std::string(1, 0),
                                               "[!NOTE]", "```kanon "};
  for (auto rounds = 1 + below(4); rounds > 0; --rounds) {
    const auto at = below(bytes.size() + 1);
    switch (below(4)) {
      case 0:
        bytes.insert(at, pieces[below(pieces.size())]);
        break;
      case 1:
        bytes.erase(at, below(40));
        break;
      case 2: {
        const auto& other = seeds[below(seeds.size())];
        bytes.insert(at, other.substr(below(other.size() + 1), below(60)));
        break;
      }
      default:
        if (at < bytes.size()) bytes[at] = static_cast<char>(random());
    }
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  const auto seeds = read_seeds({argv + 1, argv + argc});
  if (seeds.empty()) {
    std::fprintf(stderr, "no seeds\n");
    return 1;
  }
  std::mt19937 random(20260115);
  constexpr int changes = 200;
  for (const auto& seed : seeds) {
    for (char form = 0; form < 3; ++form) kanon::fuzz::try_input(form + seed);
    for (int change = 0; change < changes; ++change) {
      const auto form = static_cast<char>(change % 2);
      kanon::fuzz::try_input(form + changed(seed, seeds, random));
    }
  }
  std::printf("%zu seeds, %d changes of each\n", seeds.size(), changes);
  return 0;
}
