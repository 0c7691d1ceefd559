#include "emit/pdf/sandbox.h"

#include <chrono>

#include "env/temporary_folder.h"

namespace kanon {
namespace {

std::string folder_above(const std::string& path) { return path.substr(0, path.rfind('/')); }

}  // namespace

const std::string& Sandbox::folder() {
  static const std::string path = "/job";
  return path;
}

std::optional<Sandbox> Sandbox::around(const std::string& program, Processes& processes) {
  const auto bwrap = processes.find("bwrap");
  if (!bwrap || program.empty() || program.front() != '/') return std::nullopt;
  const auto folder = TemporaryFolder::make("kanon-trial");
  if (!folder) return std::nullopt;
  Sandbox sandbox(*bwrap, program);
  Command trial;
  trial.argv = sandbox.wrap(folder->path(), {"/bin/true"});
  trial.environment = {"PATH=/usr/bin:/bin"};
  trial.time_limit = std::chrono::seconds(10);
  const auto outcome = processes.run(trial);
  if (!outcome || outcome->timed_out || outcome->status != 0) return std::nullopt;
  return sandbox;
}

std::vector<std::string> Sandbox::wrap(const std::string& real_folder, const std::vector<std::string>& argv) const {
  std::vector<std::string> all = {bwrap_, "--unshare-all", "--die-with-parent", "--new-session"};
  const auto add = [&](std::initializer_list<const char*> more) { all.insert(all.end(), more.begin(), more.end()); };
  add({"--ro-bind", "/usr", "/usr"});
  for (const char* name : {"bin", "lib", "lib64"}) {
    const std::string link = std::string("/") + name;
    all.insert(all.end(), {"--symlink", "usr" + link, link});
  }
  add({"--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"});
  add({"--ro-bind-try", "/etc/alternatives", "/etc/alternatives"});
  add({"--ro-bind-try", "/etc/chromium.d", "/etc/chromium.d"});
  add({"--ro-bind-try", "/var/cache/fontconfig", "/var/cache/fontconfig"});
  add({"--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"});
  const std::string programs = folder_above(program_);
  if (!program_.starts_with("/usr/") && !programs.empty() && programs != "/bin") {
    all.insert(all.end(), {"--ro-bind", programs, programs});
  }
  all.insert(all.end(), {"--bind", real_folder, folder(), "--chdir", folder(), "--"});
  all.insert(all.end(), argv.begin(), argv.end());
  return all;
}

}  // namespace kanon
