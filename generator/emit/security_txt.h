#pragma once

#include <optional>

#include "emit/artifact.h"
#include "plan/site.h"

namespace kanon {

/// Where the file has its place, below the site's folder. Listings of folders leave it out: its folder begins with a
/// dot.
inline constexpr const char* security_txt_path = ".well-known/security.txt";

/// Whom to tell of a weakness (RFC 9116): Contact, Expires, Preferred-Languages, Canonical and Policy. It expires some
/// time after the day of the build, so that a site that nobody builds any more stops promising an answer. Nothing
/// without site.security.contact, or on a site that shows a past day.
std::optional<Artifact> security_txt(const Site& site);

}  // namespace kanon
