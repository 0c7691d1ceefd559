#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "build/cache.h"
#include "emit/pdf/pdf.h"
#include "model/config.h"

namespace kanon {

/// What was printed and finished before in a project, below its .kanon/. A finished PDF counts only for the very
/// program that made it: another build may finish differently.
class KeptPdfs final : public FinishedPdfs {
 public:
  KeptPdfs(Files& files, const std::string& project, const Limits& limits);

  std::optional<std::string> find(const std::string& key) override;
  void keep(const std::string& key, std::string_view pdf) override;
  Cache& prints() { return cache_; }

 private:
  std::string whole_key(const std::string& key) const;

  std::string program_;  ///< hash of the running program's bytes; empty where they can't be read
  Cache cache_;
};

}  // namespace kanon
