#include "history/approvals.h"

#include <algorithm>

namespace kanon {
namespace {

bool has_approved(const Governed& item, const std::string& body) {
  return std::ranges::any_of(item.approvals, [&](const Approval& approval) {
    return *approval.body == body && *approval.version == *item.version;
  });
}

std::vector<std::string> missing(const Governed& item, const std::vector<std::string>& asked) {
  std::vector<std::string> bodies;
  for (const std::string& body : asked) {
    const bool is_named = std::ranges::find(bodies, body) != bodies.end();
    if (!is_named && !has_approved(item, body)) bodies.push_back(body);
  }
  return bodies;
}

}  // namespace

std::vector<std::string> missing_approvals(const Config& config, const Document& document) {
  const DocumentType* type = config.document_type(*document.type);
  if (type == nullptr) return {};
  std::vector<std::string> asked;
  for (const auto& body : type->approvals) asked.push_back(*body);
  return missing(document, asked);
}

std::vector<std::string> missing_approvals(const Config& config, const Catalog& catalog) {
  return missing(catalog, config.catalog_approvals);
}

std::vector<std::string> missing_approvals(const Config& config, const Handbook& handbook) {
  return missing(handbook, config.handbook_approvals);
}

}  // namespace kanon
