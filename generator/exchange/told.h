#pragma once

#include <vector>

#include "base/message.h"

namespace kanon {

/// What an import has to tell, a line each; beyond `most` only how much more there was.
class Told {
 public:
  static constexpr std::size_t most = 50;

  void add(Message message) {
    if (messages_.size() < most) {
      messages_.push_back(std::move(message));
    } else {
      ++more_;
    }
  }

  std::vector<Message> take() {
    if (more_ > 0) messages_.push_back(message("… og {} bemærkninger mere", "… and {} more remarks", more_));
    more_ = 0;
    return std::move(messages_);
  }

 private:
  std::vector<Message> messages_;
  std::size_t more_ = 0;
};

}  // namespace kanon
