#pragma once

#include <string>

#include "build/cache.h"
#include "emit/pdf/engine.h"

namespace kanon {

/// An engine that prints nothing twice: what it printed before from the same input by the same engine comes from the
/// cache.
class CachedEngine final : public PdfEngine {
 public:
  CachedEngine(PdfEngine& engine, Cache& cache) : engine_(engine), cache_(cache) {}
  std::string name() const override { return engine_.name(); }
  Typesetting typesetting() const override { return engine_.typesetting(); }
  Result<std::string> print(const PrintJob& job) override;

 private:
  PdfEngine& engine_;
  Cache& cache_;
};

}  // namespace kanon
