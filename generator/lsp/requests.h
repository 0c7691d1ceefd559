#pragma once

#include <map>
#include <memory>
#include <string>

#include "lsp/open_project.h"

namespace kanon::lsp {

/// What the server knows: the client's abilities, the buffers, and the projects that they are in.
class ServerState {
 public:
  ServerState(ProjectSettings settings, std::unique_ptr<Parsers> parsers, OpenProject::Send send,
              std::function<void()> wake);

  ProjectSettings settings;  ///< the encoding is agreed on when the client begins
  Buffers buffers;
  bool watches_files = false;  ///< the client can be asked to watch files
  bool nests_symbols = false;  ///< it takes symbols as a tree
  bool renames_files = false;  ///< it can rename files as part of an edit

  /// The project that a file or folder belongs to: the nearest kanon.yaml above it; null where there is none.
  OpenProject* project_of(const std::string& path);
  void for_each_project(const std::function<void(OpenProject&)>& visit);

  std::optional<OpenProject::Clock::time_point> next_due() const;
  void check_what_is_due();
  void say_findings();
  Language language() const;
  void send(const std::string& message) const { send_(message); }

 private:
  std::unique_ptr<Parsers> parsers_;
  OpenProject::Send send_;
  std::function<void()> wake_;
  std::map<std::string, std::unique_ptr<OpenProject>> projects_;  ///< by folder
};

/// Takes the client's abilities and folders; answers with the server's.
Answer begin(ServerState& state, const Json& params);
/// What the client is asked to watch.
Json watched_files();
Answer answer_request(ServerState& state, const std::string& method, const Json& params);
void take_notification(ServerState& state, const std::string& method, const Json& params);

}  // namespace kanon::lsp
