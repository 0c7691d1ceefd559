#include "check/rule.h"

namespace kanon {

const LineIndex& Reporter::lines_of(FileIndex file) {
  return lines_.try_emplace(file, corpus_.parsed(file).text()).first->second;
}

Diagnostic& Reporter::report(FileIndex file, Range range, Message message, Message help) {
  if (++counts_[file] > most_findings) {
    beyond_ = {};
    return beyond_;
  }
  Diagnostic& found = found_.emplace_back();
  found.rule = rule_;
  found.path = corpus_.files[file].path;
  found.place = lines_of(file).place(range);
  found.message = std::move(message);
  found.help = std::move(help);
  return found;
}

Diagnostic& Reporter::report_at(std::string path, Message message, Message help) {
  Diagnostic& found = found_.emplace_back();
  found.rule = rule_;
  found.path = std::move(path);
  found.message = std::move(message);
  found.help = std::move(help);
  return found;
}

Related Reporter::related(FileIndex file, Range range, Message message) {
  return {corpus_.files[file].path, lines_of(file).place(range), std::move(message)};
}

}  // namespace kanon
