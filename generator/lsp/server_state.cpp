#include "base/path.h"
#include "lsp/requests.h"
#include "read/project.h"

namespace kanon::lsp {

ServerState::ServerState(ProjectSettings project_settings, std::unique_ptr<Parsers> parsers, OpenProject::Send send,
                         std::function<void()> wake)
    : settings(std::move(project_settings)),
      parsers_(std::move(parsers)),
      send_(std::move(send)),
      wake_(std::move(wake)) {}

OpenProject* ServerState::project_of(const std::string& path) {
  const bool is_folder = settings.disk.is_folder(path);
  const auto folder = find_project(settings.disk, is_folder ? path : std::string(folder_of(path)));
  if (!folder) return nullptr;
  auto& project = projects_[*folder];
  if (!project) {
    project = std::make_unique<OpenProject>(settings, *folder, buffers, *parsers_, send_, wake_);
    project->check_later();
  }
  return project.get();
}

void ServerState::for_each_project(const std::function<void(OpenProject&)>& visit) {
  for (auto& [folder, project] : projects_) visit(*project);
}

std::optional<OpenProject::Clock::time_point> ServerState::next_due() const {
  std::optional<OpenProject::Clock::time_point> next;
  for (const auto& [folder, project] : projects_) {
    if (project->due() && (!next || *project->due() < *next)) next = project->due();
  }
  return next;
}

void ServerState::check_what_is_due() {
  const auto now = OpenProject::Clock::now();
  for (auto& [folder, project] : projects_) {
    if (project->due() && *project->due() <= now) project->check_now();
  }
}

void ServerState::say_findings() {
  for (auto& [folder, project] : projects_) project->say_findings();
}

Language ServerState::language() const {
  return projects_.empty() ? settings.language.value_or(Language::da) : projects_.begin()->second->language();
}

}  // namespace kanon::lsp
