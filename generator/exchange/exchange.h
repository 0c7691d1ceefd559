#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "model/items.h"

namespace kanon {

/// The formats that requirement catalogs are exchanged in.
enum class ExchangeFormat { csv, xlsx, oscal_xml, oscal_json, reqif, markdown };

/// What a written catalog says of itself beside its own content.
struct ExchangeSettings {
  Language language = Language::da;
  std::string publisher;    ///< of the site; empty where kanon.yaml names none
  std::string fingerprint;  ///< of the release that is written; empty for a draft
};

/// A catalog in a format of others.
struct Exported {
  std::string bytes;
  std::vector<Message> lost;  ///< what the format can't hold, one line each; empty where reading it back gives the same
};

/// A catalog as it was read from a format of others. Its ranges are empty: they have no place in a project yet.
struct Imported {
  Catalog catalog;
  std::vector<Message> mended;  ///< what was not as the format wants it, and what was made of it, one line each
};

/// The catalog's own requirements; those of a catalog that it extends are the other's. Same catalog, same bytes.
Result<Exported> export_catalog(const Catalog& catalog, ExchangeFormat format, const ExchangeSettings& settings);

/// Fails where the bytes are no catalog of the format at all; what is merely unusual is mended and told.
Result<Imported> import_catalog(std::string_view bytes, ExchangeFormat format);

}  // namespace kanon
