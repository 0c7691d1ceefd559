#include "cli/releasing.h"

#include <functional>

#include "env/lock.h"

namespace kanon {
namespace {

constexpr unsigned kSecondsToWait = 60;

Result<Lock> lock_of(Session& session, const std::string& folder) {
  // What lies in .kanon/ is no source: git is told so by a file in the folder itself.
  const std::string own = folder + "/.kanon";
  if (!session.files.is_file(own + "/.gitignore")) {
    if (const auto written = session.files.write(own + "/.gitignore", "*\n"); !written) {
      return std::unexpected(written.error());
    }
  }
  return Lock::hold(own + "/release.lock", kSecondsToWait);
}

using Choice = std::function<std::vector<std::string>(const Corpus&)>;

Result<Releasing> release_chosen(Session& session, const Choice& choose) {
  const auto folder = session.project_folder();
  if (!folder) return std::unexpected(folder.error());
  const auto lock = lock_of(session, *folder);
  if (!lock) {
    session.speak_as_project();
    return std::unexpected(lock.error());
  }
  auto checked = session.check();
  if (!checked) return std::unexpected(checked.error());
  Releasing releasing{std::move(*checked), {}};
  if (releasing.checked.configuration_is_wrong()) return releasing;
  auto outcomes =
      release_items(session.files, releasing.checked, *folder, choose(releasing.checked.corpus()), session.today());
  if (!outcomes) return std::unexpected(outcomes.error());
  releasing.outcomes = std::move(*outcomes);
  return releasing;
}

}  // namespace

Result<Releasing> release_in(Session& session, const std::vector<std::string>& ids) {
  return release_chosen(session, [&](const Corpus&) { return ids; });
}

Result<Releasing> release_all_in(Session& session) { return release_chosen(session, all_releasable); }

}  // namespace kanon
