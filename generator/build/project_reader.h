#pragma once

#include <string>

#include "emit/pdf/pdf.h"
#include "env/files.h"

namespace kanon {

/// Files of the project by the paths that the model has of them.
inline ReadFile reader_of(const Files& files, const std::string& folder) {
  return [&files, folder](const std::string& path) { return files.read(folder + "/" + path); };
}

}  // namespace kanon
