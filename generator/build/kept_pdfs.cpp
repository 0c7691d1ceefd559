#include "build/kept_pdfs.h"

#include "base/sha256.h"
#include "env/surroundings.h"

namespace kanon {
namespace {

/// Read from the disk, whatever the project's files are in.
std::string running_program() {
  const auto bytes = Disk().read(program_path());
  return bytes ? sha256_hex(*bytes) : std::string();
}

}  // namespace

KeptPdfs::KeptPdfs(Files& files, const std::string& project, const Limits& limits)
    : program_(running_program()), cache_(files, project + "/.kanon/pdf", limits.pdf_cache_bytes) {}

std::string KeptPdfs::whole_key(const std::string& key) const { return sha256_hex("finished " + program_ + key); }

std::optional<std::string> KeptPdfs::find(const std::string& key) {
  return program_.empty() ? std::nullopt : cache_.find(whole_key(key));
}

void KeptPdfs::keep(const std::string& key, std::string_view pdf) {
  if (!program_.empty()) cache_.keep(whole_key(key), pdf);
}

}  // namespace kanon
