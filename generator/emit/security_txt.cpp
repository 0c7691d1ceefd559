#include "emit/security_txt.h"

#include "emit/html/hrefs.h"

namespace kanon {

std::optional<Artifact> security_txt(const Site& site) {
  const Config& config = site.view->config();
  if (config.security.contact.empty() || site.is_past) return std::nullopt;
  std::string text = "Contact: " + config.security.contact + "\n";
  text += "Expires: " + site.today.plus(config.security.expires_after).iso() + "T00:00:00Z\n";
  text += config.language == Language::da ? "Preferred-Languages: da, en\n" : "Preferred-Languages: en\n";
  if (!config.base_url.empty()) {
    text += "Canonical: " + absolute_url(config, "/" + std::string(security_txt_path)) + "\n";
  }
  if (!config.security.policy.empty()) text += "Policy: " + config.security.policy + "\n";
  return Artifact{security_txt_path, std::move(text), "kanon.yaml"};
}

}  // namespace kanon
