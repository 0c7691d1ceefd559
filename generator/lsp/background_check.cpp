#include "lsp/background_check.h"

#include <utility>

#include "env/overlay_files.h"
#include "read/reusing_parsers.h"

namespace kanon::lsp {

BackgroundCheck::BackgroundCheck(const Files& disk, std::string folder, Date today, MakeParsers make_parsers,
                                 std::function<void()> done)
    : disk_(disk),
      folder_(std::move(folder)),
      today_(today),
      make_parsers_(std::move(make_parsers)),
      done_(std::move(done)),
      thread_([this] { run(); }) {}

BackgroundCheck::~BackgroundCheck() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
    stopped_ = true;
  }
  changed_.notify_all();
}

std::size_t BackgroundCheck::ask(std::map<std::string, std::string> laid_over) {
  std::size_t generation = 0;
  {
    const std::scoped_lock lock(mutex_);
    wanted_ = std::move(laid_over);
    generation = ++asked_;
    stopped_ = true;
  }
  changed_.notify_all();
  return generation;
}

Snapshot BackgroundCheck::newest() const {
  const std::scoped_lock lock(mutex_);
  return newest_;
}

Snapshot BackgroundCheck::wait_for(std::size_t generation) const {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return newest_.generation >= generation || ending_; });
  return newest_;
}

void BackgroundCheck::run() {
  const auto parsers = make_parsers_();
  while (true) {
    std::map<std::string, std::string> laid_over;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return ending_ || asked_ > begun_; });
      if (ending_) return;
      begun_ = asked_;
      laid_over = wanted_;
      stopped_ = false;
    }
    check(begun_, std::move(laid_over), *parsers);
  }
}

void BackgroundCheck::check(std::size_t generation, std::map<std::string, std::string> laid_over, Parsers& parsers) {
  static const Corpus nothing;
  ReusingParsers reusing(reused_ ? reused_->corpus() : nothing, parsers);
  const OverlayFiles files(disk_, std::move(laid_over), &stopped_);
  auto checked = check_project(files, reusing, folder_, today_);
  const auto result = checked ? std::make_shared<const CheckedProject>(std::move(*checked)) : nullptr;
  {
    const std::scoped_lock lock(mutex_);
    if (stopped_) return;  // a newer state was asked for, and is checked next
    newest_.generation = generation;
    if (result) {
      newest_.checked = result;
    } else {
      newest_.failed = checked.error();
    }
  }
  if (result && !result->configuration_is_wrong()) reused_ = result;
  changed_.notify_all();
  done_();
}

}  // namespace kanon::lsp
