#include "build/site_files.h"

#include <map>
#include <optional>

#include "base/sha256.h"
#include "base/text.h"
#include "build/site_ledger.h"
#include "emit/security_txt.h"
#include "emit/site_sums.h"

namespace kanon {
namespace {

/// Hashes by path.
using Sums = std::map<std::string, std::string, std::less<>>;

Message rebuild() {
  return {"Byg webstedet igen, og find ud af, hvem der har rettet i det.",
          "Build the site again, and find out who changed it."};
}

Fault fault_at(const std::string& path, Message what) {
  return {Fault::Kind::archive, {}, path, {}, std::move(what), rebuild()};
}

/// Nothing where the text is not of the form that the program writes: `<sha256>  <path>` and a line feed, by path.
std::optional<Sums> parse_sums(std::string_view text) {
  if (!text.ends_with('\n')) return std::nullopt;
  text.remove_suffix(1);
  Sums sums;
  for (const std::string_view line : split(text, '\n')) {
    constexpr std::size_t digits = 64;
    if (line.size() < digits + 3 || !is_sha256(line.substr(0, digits)) || line.substr(digits, 2) != "  ") {
      return std::nullopt;
    }
    const std::string_view path = line.substr(digits + 2);
    if (!sums.empty() && path <= sums.rbegin()->first) return std::nullopt;
    sums.emplace(path, line.substr(0, digits));
  }
  return sums;
}

Fault missing_sums() {
  return fault_at(site_sums_path, {"Filen med kontrolsummer mangler, så webstedets filer kan ikke kontrolleres",
                                   "The file of check sums is missing, so the files of the site can't be verified"});
}

Fault unreadable_sums() {
  return fault_at(site_sums_path, {"Filen med kontrolsummer er ikke, som Kanon skriver den",
                                   "The file of check sums is not as Kanon writes it"});
}

/// Takes what it finds off `unmet`: what is left is missing.
Result<void> verify_file(const Files& files, const std::string& site, const Entry& entry, Sums& unmet,
                         Verification& verification) {
  const auto sum = unmet.find(entry.path);
  if (sum == unmet.end()) {
    verification.faults.push_back(fault_at(entry.path, {"Filen hører ikke til webstedet, som Kanon byggede det",
                                                        "The file is no part of the site as Kanon built it"}));
    return {};
  }
  std::string sha256;
  if (entry.kind == EntryKind::file) {
    const auto bytes = files.read(site + "/" + entry.path);
    if (!bytes) return std::unexpected(bytes.error());
    sha256 = sha256_hex(*bytes);
  }
  if (sha256 != sum->second) {
    verification.faults.push_back(fault_at(
        entry.path, {"Filen er ændret, siden webstedet blev bygget", "The file was changed after the site was built"}));
  }
  unmet.erase(sum);
  return {};
}

}  // namespace

Result<Verification> verify_files_of_site(const Files& files, const std::string& site) {
  Verification verification;
  const auto entries = files.list(site, site);
  if (!entries) return std::unexpected(entries.error());
  const std::string path = site + "/" + site_sums_path;
  if (!files.is_file(path) || !files.stays_below(path, site)) {
    verification.faults.push_back(missing_sums());
    return verification;
  }
  const auto text = files.read(path);
  if (!text) return std::unexpected(text.error());
  auto unmet = parse_sums(*text);
  if (!unmet) {
    verification.faults.push_back(unreadable_sums());
    return verification;
  }
  const std::size_t named = unmet->size();
  for (const Entry& entry : *entries) {
    if (entry.path == site_sums_path) continue;
    if (auto verified = verify_file(files, site, entry, *unmet, verification); !verified) {
      return std::unexpected(verified.error());
    }
  }
  // Listings have no names that begin with a dot, and the site has one such file.
  if (unmet->contains(security_txt_path) && files.is_file(site + "/" + security_txt_path)) {
    Entry entry;
    entry.path = security_txt_path;
    entry.kind = EntryKind::file;
    if (auto verified = verify_file(files, site, entry, *unmet, verification); !verified) {
      return std::unexpected(verified.error());
    }
  }
  for (const auto& [lacking, sum] : *unmet) {
    verification.faults.push_back(
        fault_at(lacking, {"Filen mangler på webstedet", "The file is missing from the site"}));
  }
  if (verification.faults.empty()) {
    verification.facts.push_back(
        message("{} filer er, som Kanon skrev dem", "{} files are as Kanon wrote them", named));
  }
  return verification;
}

}  // namespace kanon
