#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lsp/background_check.h"
#include "lsp/buffers.h"
#include "lsp/cursor.h"

namespace kanon::lsp {

/// What every open project works with.
struct ProjectSettings {
  const Files& disk;
  Date today;
  MakeParsers make_parsers;
  std::optional<Language> language;
  Encoding encoding = Encoding::utf16;
  std::chrono::milliseconds pause{200};
};

/// A project that an editor has files of: what is known of it, what was said of its files, and when it is to be checked
/// again.
class OpenProject {
 public:
  using Clock = std::chrono::steady_clock;
  using Send = std::function<void(const std::string& message)>;

  /// `wake` is called from another thread when a check has ended.
  OpenProject(const ProjectSettings& settings, std::string folder, const Buffers& buffers, Parsers& parsers, Send send,
              std::function<void()> wake);

  const std::string& folder() const { return folder_; }
  std::string relative(const std::string& path) const { return path.substr(folder_.size() + (folder_ == "/" ? 0 : 1)); }

  /// A buffer was opened or changed: says at once what can be said of it alone, and has the rest checked later.
  void buffer_changed(const std::string& path);
  /// Something else changed: the whole project is checked after the pause.
  void check_later();
  /// When the pause is over; nothing where nothing waits.
  std::optional<Clock::time_point> due() const { return due_; }
  void check_now();
  /// Says what the newest check found, where that is not said yet.
  void say_findings();

  /// The project as it was last checked; waits for the first check, or, where `settled`, for one of all that is known.
  /// Nothing where the project can't be read.
  enum class Wanted { newest, settled };
  std::shared_ptr<const CheckedProject> checked(Wanted wanted);
  ProjectView view(const CheckedProject& checked) const;
  Language language() const;

  /// A file as it is now; nothing for one that can't be read.
  std::optional<OpenFile> open_file(const std::string& path, const CheckedProject& checked);
  std::optional<ParsedFile> parse(const std::string& relative_path, std::string text);
  /// What was last said of a file.
  const std::vector<Diagnostic>& findings_of(const std::string& relative_path) const;

 private:
  std::map<std::string, std::string> laid_over() const;
  bool holds(const std::string& path) const;
  void say(const std::string& relative_path, std::string_view text, std::vector<Diagnostic> findings,
           const CheckedProject* checked);
  /// What is to be said of a file whose text is newer than the check.
  std::vector<Diagnostic> findings_meanwhile(const std::string& relative_path, const ParsedFile& parsed,
                                             const CheckedProject& checked) const;

  const ProjectSettings& settings_;
  const std::string folder_;
  const Buffers& buffers_;
  Parsers& parsers_;
  const Send send_;
  std::optional<Clock::time_point> due_;
  std::size_t asked_ = 0;
  std::size_t said_ = 0;  ///< the newest state whose findings were told
  std::map<std::string, std::vector<Diagnostic>> findings_;
  std::map<std::string, std::string> published_;  ///< the notifications as they were last sent, by path
  std::map<std::string, ParsedFile> parsed_;      ///< of buffers
  BackgroundCheck background_;                    ///< last: its thread calls back
};

}  // namespace kanon::lsp
