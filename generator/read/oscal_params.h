#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "read/oscal.h"

namespace kanon {

/// The parameters of a catalog by id, as readers see them: their values, else their choices or their label in brackets.
class OscalParams {
 public:
  explicit OscalParams(const OscalCatalog& catalog);

  /// A prose with its inserts replaced.
  std::string filled(std::string_view prose);

 private:
  void add(const std::vector<OscalParam>& params);
  void add(const std::vector<OscalControl>& controls);
  void add(const std::vector<OscalGroup>& groups);
  const std::string& text_of(const std::string& id);
  std::string filled(std::string_view prose, std::size_t most);

  std::map<std::string, const OscalParam*> params_;
  std::map<std::string, std::string> texts_;  ///< those that were asked for; one on its way is its own id
  std::size_t inserted_ = 0;                  ///< bytes
  int depth_ = 0;
};

}  // namespace kanon
