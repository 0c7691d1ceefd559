#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/web_answer.h"

namespace kanon {

/// The web, or a stand-in for it in memory. The one way to reach the network (design invariant 1).
class Web {
 public:
  virtual ~Web() = default;

  /// Called as answers come in, from the thread that asks: how many are there, out of how many.
  using Progress = std::function<void(std::size_t done, std::size_t all)>;

  /// Whether there is something at each of these http and https addresses; the answers stand in the order asked. Fails
  /// only where this machine can't ask anything at all; a machine without a network gets answers that say so.
  virtual Result<std::vector<WebAnswer>> ask(const std::vector<std::string>& urls, const Progress& progress) = 0;
};

struct WebLimits {
  std::chrono::milliseconds each{10'000};  ///< for one address, redirects included
  std::chrono::milliseconds all{600'000};  ///< for all of them; the rest is then not asked
  std::size_t at_a_time = 32;
  std::size_t at_a_time_of_a_host = 4;
  long redirects = 5;
};

/// The network of this machine, by libcurl. Asks with HEAD, then with GET where HEAD gets no answer that counts; reads
/// no page, keeps no cookies, sends nothing of the user's. Proxies of the environment (https_proxy …) are used.
///
/// A host that can't be reached is not asked again and again: its other addresses get the same answer.
class RealWeb final : public Web {
 public:
  explicit RealWeb(const WebLimits& limits = {}) : limits_(limits) {}
  Result<std::vector<WebAnswer>> ask(const std::vector<std::string>& urls, const Progress& progress) override;

 private:
  WebLimits limits_;
};

}  // namespace kanon
