#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "base/date.h"
#include "build/build.h"
#include "env/files.h"

namespace kanon::lsp {

/// Whatever makes parsers: one for each thread that parses.
using MakeParsers = std::function<std::unique_ptr<Parsers>()>;

/// A project as it was checked, and which state of the buffers that was.
struct Snapshot {
  std::size_t generation = 0;
  std::shared_ptr<const CheckedProject> checked;  ///< null where it failed
  Error failed;                                   ///< why, where it did
};

/// Checks a project on a thread of its own, always the newest state asked for: a run that is under way for an older
/// state is stopped. What didn't change is not parsed again.
class BackgroundCheck {
 public:
  /// `done` is called from that thread with each state that was checked.
  BackgroundCheck(const Files& disk, std::string folder, Date today, MakeParsers make_parsers,
                  std::function<void()> done);
  ~BackgroundCheck();
  BackgroundCheck(const BackgroundCheck&) = delete;
  BackgroundCheck& operator=(const BackgroundCheck&) = delete;

  /// Asks for a check with these texts laid over the disk, by absolute path. Gives the state's number.
  std::size_t ask(std::map<std::string, std::string> laid_over);
  /// The newest state that was checked.
  Snapshot newest() const;
  /// Waits until a state, or a newer one, was checked.
  Snapshot wait_for(std::size_t generation) const;

 private:
  void run();
  void check(std::size_t generation, std::map<std::string, std::string> laid_over, Parsers& parsers);

  const Files& disk_;
  const std::string folder_;
  const Date today_;
  const MakeParsers make_parsers_;
  const std::function<void()> done_;

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::map<std::string, std::string> wanted_;
  std::size_t asked_ = 0;
  std::size_t begun_ = 0;
  bool ending_ = false;
  Snapshot newest_;
  /// The newest state with a readable kanon.yaml: what is parsed is taken over from it. Used by the thread alone.
  std::shared_ptr<const CheckedProject> reused_;
  std::atomic<bool> stopped_ = false;
  std::jthread thread_;  ///< last: it uses all the others
};

}  // namespace kanon::lsp
