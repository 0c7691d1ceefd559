#pragma once

#include <set>
#include <string>

namespace kanon {

/// The files of a site that is being planned. Each address becomes a file; none may be another's, or lie below it.
/// Letters that differ only by case count as the same: not every file system and web server tells them apart.
class AddressSpace {
 public:
  /// Whether the address was free and can be a file; it is taken from then on. Addresses that would leave the site, or
  /// that no web server could serve under that name, are never free.
  bool take(const std::string& address);

 private:
  std::set<std::string> files_;
  std::set<std::string> folders_;
};

}  // namespace kanon
