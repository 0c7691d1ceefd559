#include "plan/address_space.h"

#include <algorithm>

#include "base/text.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

constexpr std::size_t longest_name = 240;      // file systems allow 255 bytes; publishing adds an ending of its own
constexpr std::size_t longest_address = 2000;  // Linux allows 4096 bytes, other systems and many servers less

bool usable_name(std::string_view name) {
  const bool printable =
      std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  return printable && !name.empty() && !name.starts_with('.') && name.size() <= longest_name &&
         name.find_first_of("\\:*?\"<>|#%") == std::string_view::npos;
}

bool usable(const std::string& address, const std::string& file) {
  if (!address.starts_with('/') || address.size() > longest_address || address.find('#') != std::string::npos)
    return false;
  const auto names = split(file, '/');
  return std::all_of(names.begin(), names.end(), usable_name);
}

}  // namespace

bool AddressSpace::take(const std::string& address) {
  const std::string file = file_of_address(address);
  if (!usable(address, file)) return false;
  const std::string key = lower_ascii(file);
  if (files_.contains(key) || folders_.contains(key)) return false;
  std::set<std::string> above;
  for (std::size_t slash = key.find('/'); slash != std::string::npos; slash = key.find('/', slash + 1)) {
    above.insert(key.substr(0, slash));
    if (files_.contains(*above.rbegin())) return false;
  }
  folders_.merge(above);
  files_.insert(key);
  return true;
}

}  // namespace kanon
