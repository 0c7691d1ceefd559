#pragma once

#include <string_view>

#include "diagnostic/diagnostic.h"

namespace kanon {

/// The word that kanon.yaml and machine-readable reports use: `error`, `warning`, `off`.
constexpr std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::off:
      break;
  }
  return "off";
}

}  // namespace kanon
