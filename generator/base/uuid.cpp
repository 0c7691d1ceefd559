#include "base/uuid.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

namespace kanon {
namespace {

/// RFC 9562, section 6.6: 6ba7b811-9dad-11d1-80b4-00c04fd430c8.
constexpr std::string_view kNamespaceUrl = "\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8";
constexpr std::size_t kNamespaceSize = 16;

}  // namespace

std::string uuid_of(std::string_view name) {
  std::string bytes(kNamespaceUrl.data(), kNamespaceSize);
  bytes += name;
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  EVP_Digest(bytes.data(), bytes.size(), hash.data(), nullptr, EVP_sha1(), nullptr);
  hash[6] = static_cast<unsigned char>((hash[6] & 0x0FU) | 0x50U);
  hash[8] = static_cast<unsigned char>((hash[8] & 0x3FU) | 0x80U);
  std::string uuid;
  for (std::size_t i = 0; i < kNamespaceSize; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) uuid += '-';
    uuid += fmt::format("{:02x}", hash.at(i));
  }
  return uuid;
}

}  // namespace kanon
