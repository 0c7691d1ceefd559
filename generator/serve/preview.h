#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "env/local_server.h"
#include "read/parsers.h"
#include "serve/overlay.h"
#include "serve/snapshot.h"

namespace kanon {

/// The site while it is written: what `kanon serve` answers. Content that can't be shown leaves the last that could,
/// with what is wrong told on every page.
class Preview {
 public:
  /// Where the preview keeps what is its own, besides the site.
  static constexpr const char* events = "/_kanon/events";

  /// All must outlive the preview.
  Preview(Files& files, Parsers& parsers, Processes& processes, PreviewOptions options, Editor editor);

  /// Reads the project anew; files of the same text aren't parsed again.
  void refresh();
  /// What pages are as of now: another text after each refresh.
  std::string state() const;
  /// The folders whose changes matter, absolute: what is below them, and the project's own, which holds kanon.yaml.
  std::vector<std::string> folders() const;
  /// Whether a file's change can make a difference to the site.
  bool concerns(const std::string& path) const;
  /// The findings as of now; nothing while kanon.yaml or a layout can't be read.
  std::optional<Summary> summary() const;

  /// The answer for an address. Safe to call while refresh() runs.
  HttpAnswer answer(const std::string& path) const;

 private:
  /// All that one answer is made of.
  struct Current {
    std::shared_ptr<Snapshot> snapshot;   ///< null before the first that could be made
    std::vector<Diagnostic> findings;     ///< of the newest reading, also where no snapshot could be made of it
    std::optional<Error> problem;         ///< why the newest reading gave no snapshot
    std::vector<std::string> pages_from;  ///< folders of pages, as kanon.yaml names them
    std::size_t number = 0;
  };
  std::shared_ptr<const Current> current() const;
  HttpAnswer page(const Current& current, const Artifact& page, int status) const;
  HttpAnswer problem_page(const Current& current) const;
  Notes notes(const Current& current, const std::string& origin) const;

  Files& files_;
  Parsers& parsers_;
  Processes& processes_;
  PreviewOptions options_;
  Editor editor_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Current> current_;
};

}  // namespace kanon
