#include "model/seal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

#include "base/sha256.h"

namespace kanon {
namespace {

/// A JSON string (RFC 8259, section 7) with its quotes: short escapes where there are any.
std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    constexpr std::string_view plain = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    if (const std::size_t escape = plain.find(c); escape != std::string_view::npos) {
      out += '\\';
      out += letters[escape];
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out += '"';
}

std::string canonical(const ReleaseName& name) {
  return fmt::format(R"({{"id":{},"version":{}}})", json_string(name.id), json_string(name.version.text()));
}

/// An id as YAML: in quotes where a reader of YAML might take it for anything but a text, a number or `null`.
std::string yaml_id(const std::string& id) {
  constexpr std::array<std::string_view, 9> words{"false", "n", "no", "null", "off", "on", "true", "y", "yes"};
  const bool is_text = !id.empty() && id.front() >= 'a' && id.front() <= 'z' && !std::ranges::binary_search(words, id);
  return is_text ? id : json_string(id);
}

std::string yaml(const ReleaseName& name) {
  return fmt::format("{{id: {}, version: {}}}", yaml_id(name.id), json_string(name.version.text()));
}

/// A hash as YAML: the zeros, and the rare others that a reader of YAML would take for a number, in quotes.
std::string yaml_hash(const std::string& hash) {
  const bool looks_like_a_number =
      hash.find_first_of("abcdf") == std::string::npos && std::ranges::count(hash, 'e') < 2;
  return looks_like_a_number ? json_string(hash) : hash;
}

/// The line of one file, as `sha256sum` of GNU coreutils prints it: a name that would break the line is escaped, and
/// the line says so by its first character. Without that, one file's name could pass for the lines of several.
std::string sum_line(const FrozenFile& file) {
  std::string path;
  for (const char c : file.path) {
    if (c == '\\') {
      path += "\\\\";
    } else if (c == '\n') {
      path += "\\n";
    } else if (c == '\r') {
      path += "\\r";
    } else {
      path += c;
    }
  }
  return fmt::format("{}{}  {}\n", path == file.path ? "" : "\\", file.sha256, path);
}

std::string joined(const std::vector<ReleaseName>& names, std::string (*form)(const ReleaseName&),
                   std::string_view separator) {
  std::string out = "[";
  for (const ReleaseName& name : names) {
    if (out.size() > 1) out += separator;
    out += form(name);
  }
  return out += ']';
}

}  // namespace

const std::string no_entry(64, '0');

std::string seal_of_files(const std::vector<FrozenFile>& files) {
  std::vector<std::reference_wrapper<const FrozenFile>> sorted(files.begin(), files.end());
  std::ranges::sort(sorted, {}, [](const FrozenFile& file) { return std::string_view(file.path); });
  std::string lines;
  for (const FrozenFile& file : sorted) lines += sum_line(file);
  return sha256_hex(lines);
}

std::string canonical_form(const LedgerEntry& entry) {
  std::string out = fmt::format(R"({{"date":{})", json_string(entry.date.value.iso()));
  if (entry.parent) out += fmt::format(R"(,"parent":{})", canonical(*entry.parent));
  if (!entry.parts.empty()) out += fmt::format(R"(,"parts":{})", joined(entry.parts, canonical, ","));
  out += fmt::format(R"(,"previous":{},"sha256":{})", json_string(*entry.previous), json_string(*entry.sha256));
  if (!entry.source.empty()) out += fmt::format(R"(,"source":{})", json_string(entry.source));
  return out + fmt::format(R"(,"version":{}}})", json_string(entry.version.value.text()));
}

std::string seal_of_entry(const LedgerEntry& entry) { return sha256_hex(canonical_form(entry)); }

std::string ledger_text(const std::vector<LedgerEntry>& entries) {
  std::string out;
  for (const LedgerEntry& entry : entries) {
    out += fmt::format("- version: {}\n  date: {}\n  sha256: {}\n", json_string(entry.version.value.text()),
                       entry.date.value.iso(), yaml_hash(*entry.sha256));
    if (!entry.source.empty()) out += fmt::format("  source: {}\n", json_string(entry.source));
    if (entry.parent) out += fmt::format("  parent: {}\n", yaml(*entry.parent));
    if (!entry.parts.empty()) out += fmt::format("  parts: {}\n", joined(entry.parts, yaml, ", "));
    out += fmt::format("  previous: {}\n  entry: {}\n", yaml_hash(*entry.previous), yaml_hash(*entry.entry));
  }
  return out;
}

}  // namespace kanon
