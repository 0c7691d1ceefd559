// What no program on this machine can be quicker than: each source is read, its front matter parsed by yaml-cpp and its
// Markdown by cmark-gfm with the extensions that Kanon uses, and the HTML written to a folder of its own. Nothing is
// resolved, checked or laid out. The files are shared out among processes, as cmark-gfm's extensions are not safe on
// threads.
//
// Usage: bench_floor SOURCES OUT PROCESSES [--parse-only]
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <sys/wait.h>
#include <unistd.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr int kOptions = CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(fs::file_size(path), '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

/// The first byte after the front matter.
std::size_t body_of(std::string_view text) {
  const std::size_t end = text.find("\n---\n", 3);
  return end == std::string_view::npos ? 0 : end + 5;
}

std::string rendered(std::string_view markdown) {
  cmark_parser* parser = cmark_parser_new(kOptions);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  cmark_node* document = cmark_parser_finish(parser);
  char* html = cmark_render_html(document, kOptions, cmark_parser_get_syntax_extensions(parser));
  std::string text(html);
  cmark_get_default_mem_allocator()->free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
  return text;
}

void work(const fs::path& source, const fs::path& out, bool writes) {
  const std::string text = read_file(source);
  std::string page;
  if (source.extension() == ".md") {
    const std::size_t body = body_of(text);
    const YAML::Node front = YAML::Load(text.substr(0, body == 0 ? 0 : body - 4));
    page = rendered(std::string_view(text).substr(body));
  } else {
    const YAML::Node all = YAML::Load(text);
    page = text;
  }
  if (!writes) return;
  fs::create_directory(out);
  std::ofstream(out / "index.html", std::ios::binary).write(page.data(), static_cast<std::streamsize>(page.size()));
}

std::vector<fs::path> sources_below(const fs::path& folder) {
  std::vector<fs::path> sources;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string ending = entry.path().extension().string();
    if (entry.is_regular_file() && (ending == ".md" || ending == ".yaml")) sources.push_back(entry.path());
  }
  std::ranges::sort(sources);
  return sources;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) {
    std::cerr << "usage: bench_floor SOURCES OUT PROCESSES [--parse-only]\n";
    return 2;
  }
  const bool writes = count < 5 || std::string_view(arguments[4]) != "--parse-only";
  const auto processes = static_cast<std::size_t>(std::max(1, std::atoi(arguments[3])));
  const fs::path out = arguments[2];
  if (writes) fs::create_directories(out);
  cmark_gfm_core_extensions_ensure_registered();
  const auto sources = sources_below(arguments[1]);
  std::vector<pid_t> children;
  for (std::size_t share = 0; share < processes; ++share) {
    const pid_t child = fork();
    if (child == 0) {
      for (std::size_t i = share; i < sources.size(); i += processes) work(sources[i], out / std::to_string(i), writes);
      _exit(0);
    }
    children.push_back(child);
  }
  int failures = 0;
  for (const pid_t child : children) {
    int status = 0;
    if (waitpid(child, &status, 0) != child || status != 0) ++failures;
  }
  return failures == 0 ? 0 : 1;
}
