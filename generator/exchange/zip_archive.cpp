#include "exchange/zip_archive.h"

#include <zip.h>

#include <array>

namespace kanon {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const { zip_discard(archive); }

std::optional<ZipArchive> ZipArchive::open(std::string_view bytes, std::uint64_t most_unpacked) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return std::nullopt;
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) {
    zip_source_free(source);
    return std::nullopt;
  }
  return ZipArchive(archive, most_unpacked);
}

std::optional<std::string> ZipArchive::read(const std::string& name) {
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive_.get(), name.c_str(), 0));
  if (file == nullptr) return std::nullopt;
  std::string bytes;
  std::array<char, 65'536> piece{};
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
    if (count < 0) return std::nullopt;
    if (count == 0) return bytes;
    if (static_cast<std::uint64_t>(count) > left_) {
      too_large_ = true;
      return std::nullopt;
    }
    left_ -= static_cast<std::uint64_t>(count);
    bytes.append(piece.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace kanon
