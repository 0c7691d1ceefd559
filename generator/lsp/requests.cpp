#include "lsp/requests.h"

#include <array>

#include "base/text.h"
#include "lsp/rename.h"
#include "lsp/uris.h"

namespace kanon::lsp {
namespace {

constexpr int kIncremental = 2;

/// Everything that a request about a file needs.
struct Asked {
  OpenProject& project;
  std::shared_ptr<const CheckedProject> checked;
  ProjectView view;
  OpenFile file;
  TextLines lines;
  std::string uri;
};

/// The file a request names; nothing where it is in no project, or can't be read.
std::unique_ptr<Asked> asked_about(ServerState& state, const Json& params, OpenProject::Wanted wanted) {
  const std::string uri = text_at(params, {"textDocument", "uri"});
  const auto path = path_of_uri(uri);
  OpenProject* project = path ? state.project_of(*path) : nullptr;
  if (project == nullptr) return nullptr;
  auto checked = project->checked(wanted);
  if (!checked) return nullptr;
  auto file = project->open_file(*path, *checked);
  if (!file) return nullptr;
  const CheckedProject& as_checked = *checked;
  const ParsedFile parsed = file->parsed;
  return std::make_unique<Asked>(Asked{*project, std::move(checked), project->view(as_checked), std::move(*file),
                                       TextLines(parsed.text(), state.settings.encoding), uri});
}

using AnswerAt = Answer (*)(const ServerState& state, const Asked& asked, const Cursor& cursor, const Json& params);

Answer answer_at(ServerState& state, const Json& params, OpenProject::Wanted wanted, AnswerAt answer) {
  const auto position = position_at(params, {"position"});
  if (!position || member(params, {"textDocument", "uri"}) == nullptr) {
    return refuse(ErrorCode::invalid_params, {"Der mangler fil eller plads", "The file or the position is missing"});
  }
  const auto asked = asked_about(state, params, wanted);
  if (!asked) return Json(nullptr);
  const Cursor cursor{asked->view, asked->file, asked->lines, asked->lines.offset(*position)};
  return answer(state, *asked, cursor, params);
}

Answer hover_at(const ServerState&, const Asked& asked, const Cursor& cursor, const Json&) {
  return hover(cursor, asked.project.findings_of(asked.file.path));
}

Answer completion_at(const ServerState&, const Asked& asked, const Cursor& cursor, const Json&) {
  return completion(
      cursor, [&](const std::string& path, std::string text) { return asked.project.parse(path, std::move(text)); });
}

Answer definition_at(const ServerState&, const Asked&, const Cursor& cursor, const Json&) { return definition(cursor); }

Answer highlights_at(const ServerState&, const Asked&, const Cursor& cursor, const Json&) {
  return document_highlights(cursor);
}

Answer references_at(const ServerState&, const Asked&, const Cursor& cursor, const Json& params) {
  const Json* with = member(params, {"context", "includeDeclaration"});
  return references(cursor, with != nullptr && with->is_boolean() && with->get<bool>());
}

Answer prepare_rename_at(const ServerState&, const Asked&, const Cursor& cursor, const Json&) {
  return prepare_rename(cursor);
}

Answer rename_at(const ServerState& state, const Asked& asked, const Cursor& cursor, const Json& params) {
  if (!state.renames_files) {
    return refuse(ErrorCode::request_failed,
                  {"Editoren kan ikke omdøbe filer som led i en rettelse, og et id er filens navn",
                   "The editor can't rename files as part of an edit, and an id is its file's name"});
  }
  auto renaming = rename(cursor, text_at(params, {"newName"}));
  if (!renaming) return std::unexpected(renaming.error());
  if (!renaming->released.empty()) {
    const Message note =
        message("Udgivne versioner er rettet og skal have en ny version («kanon bump»): {}",
                "Released versions were changed and need a new one (“kanon bump”): {}", join(renaming->released, ", "));
    state.send(notification("window/showMessage", {{"type", 2}, {"message", note.in(asked.view.language)}}));
  }
  return std::move(renaming->edit);
}

Answer symbols(ServerState& state, const Json& params) {
  const auto asked = asked_about(state, params, OpenProject::Wanted::newest);
  if (!asked) return Json(nullptr);
  return document_symbols(asked->file, asked->lines, state.nests_symbols, asked->uri);
}

Answer all_symbols(ServerState& state, const Json& params) {
  Json all = Json::array();
  state.for_each_project([&](OpenProject& project) {
    const auto checked = project.checked(OpenProject::Wanted::newest);
    if (!checked) return;
    for (Json& one : workspace_symbols(project.view(*checked), text_at(params, {"query"})))
      all.push_back(std::move(one));
  });
  return all;
}

Answer actions(ServerState& state, const Json& params) {
  const auto start = position_at(params, {"range", "start"});
  const auto end = position_at(params, {"range", "end"});
  if (!start || !end) return refuse(ErrorCode::invalid_params, {"Der mangler et stykke", "The range is missing"});
  const auto asked = asked_about(state, params, OpenProject::Wanted::newest);
  if (!asked) return Json(nullptr);
  const Range stretch{asked->lines.offset(*start), asked->lines.offset(*end)};
  Json found = code_actions(asked->view, asked->file, asked->lines, stretch,
                            asked->project.findings_of(asked->file.path), asked->uri);
  const Json* only = member(params, {"context", "only"});
  if (only == nullptr || !only->is_array()) return found;
  Json wanted = Json::array();
  for (Json& action : found) {
    const auto kind = action["kind"].get<std::string>();
    for (const Json& prefix : *only) {
      if (!prefix.is_string()) continue;
      const auto text = prefix.get<std::string>();
      if (kind != text && !kind.starts_with(text + ".")) continue;
      wanted.push_back(action);
      break;
    }
  }
  return wanted;
}

struct Request {
  std::string_view method;
  OpenProject::Wanted wanted;
  AnswerAt answer;
};

constexpr std::array<Request, 7> kRequestsAtAPlace{{
    {"textDocument/hover", OpenProject::Wanted::newest, hover_at},
    {"textDocument/completion", OpenProject::Wanted::newest, completion_at},
    {"textDocument/definition", OpenProject::Wanted::newest, definition_at},
    {"textDocument/documentHighlight", OpenProject::Wanted::newest, highlights_at},
    {"textDocument/references", OpenProject::Wanted::settled, references_at},
    {"textDocument/prepareRename", OpenProject::Wanted::settled, prepare_rename_at},
    {"textDocument/rename", OpenProject::Wanted::settled, rename_at},
}};

bool offers(const Json& params, std::initializer_list<std::string_view> path) {
  const Json* found = member(params, path);
  return found != nullptr && found->is_boolean() && found->get<bool>();
}

bool lists(const Json& params, std::initializer_list<std::string_view> path, std::string_view value) {
  const Json* found = member(params, path);
  if (found == nullptr || !found->is_array()) return false;
  for (const Json& one : *found) {
    if (one.is_string() && one.get_ref<const std::string&>() == value) return true;
  }
  return false;
}

void open_folder(ServerState& state, const std::string& uri) {
  if (const auto path = path_of_uri(uri)) state.project_of(*path);
}

Json capabilities(Encoding encoding) {
  return {{"positionEncoding", encoding == Encoding::utf8 ? "utf-8" : "utf-16"},
          {"textDocumentSync", {{"openClose", true}, {"change", kIncremental}, {"save", {{"includeText", false}}}}},
          {"completionProvider", {{"triggerCharacters", {":", " ", "#", "(", "/", "[", "\"", "="}}}},
          {"hoverProvider", true},
          {"definitionProvider", true},
          {"referencesProvider", true},
          {"documentHighlightProvider", true},
          {"renameProvider", {{"prepareProvider", true}}},
          {"documentSymbolProvider", true},
          {"workspaceSymbolProvider", true},
          {"codeActionProvider", {{"codeActionKinds", {"quickfix", "source.fixAll.kanon"}}}},
          {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}}};
}

void opened(ServerState& state, const Json& params) {
  const std::string uri = text_at(params, {"textDocument", "uri"});
  const Json* text = member(params, {"textDocument", "text"});
  const auto path = path_of_uri(uri);
  if (!path || text == nullptr || !text->is_string()) return;
  const auto version = number_at(params, {"textDocument", "version"});
  state.buffers.open(*path, {uri, text->get<std::string>(), static_cast<int>(version.value_or(0))});
  if (OpenProject* project = state.project_of(*path)) project->buffer_changed(*path);
}

void changed(ServerState& state, const Json& params) {
  const auto path = path_of_uri(text_at(params, {"textDocument", "uri"}));
  const Json* changes = member(params, {"contentChanges"});
  if (!path || changes == nullptr) return;
  const auto version = number_at(params, {"textDocument", "version"});
  if (!state.buffers.change(*path, static_cast<int>(version.value_or(0)), *changes, state.settings.encoding)) return;
  if (OpenProject* project = state.project_of(*path)) project->buffer_changed(*path);
}

void closed(ServerState& state, const Json& params) {
  const auto path = path_of_uri(text_at(params, {"textDocument", "uri"}));
  if (!path) return;
  state.buffers.close(*path);
  if (OpenProject* project = state.project_of(*path)) project->check_later();
}

void folders_changed(ServerState& state, const Json& params) {
  const Json* added = member(params, {"event", "added"});
  if (added == nullptr || !added->is_array()) return;
  for (const Json& folder : *added) open_folder(state, text_at(folder, {"uri"}));
}

}  // namespace

Answer begin(ServerState& state, const Json& params) {
  if (lists(params, {"capabilities", "general", "positionEncodings"}, "utf-8"))
    state.settings.encoding = Encoding::utf8;
  state.watches_files = offers(params, {"capabilities", "workspace", "didChangeWatchedFiles", "dynamicRegistration"});
  state.nests_symbols =
      offers(params, {"capabilities", "textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport"});
  state.renames_files = offers(params, {"capabilities", "workspace", "workspaceEdit", "documentChanges"}) &&
                        lists(params, {"capabilities", "workspace", "workspaceEdit", "resourceOperations"}, "rename");
  const Json* folders = member(params, {"workspaceFolders"});
  if (folders != nullptr && folders->is_array() && !folders->empty()) {
    for (const Json& folder : *folders) open_folder(state, text_at(folder, {"uri"}));
  } else {
    open_folder(state, text_at(params, {"rootUri"}));
  }
  return Json{{"capabilities", capabilities(state.settings.encoding)},
              {"serverInfo", {{"name", "kanon"}, {"version", KANON_VERSION}}}};
}

Json watched_files() {
  const Json watchers = Json::array({{{"globPattern", "**/kanon.yaml"}}, {{"globPattern", "**/*.{md,yaml,xml}"}}});
  return {{"registrations", Json::array({{{"id", "kanon-files"},
                                          {"method", "workspace/didChangeWatchedFiles"},
                                          {"registerOptions", {{"watchers", watchers}}}}})}};
}

Answer answer_request(ServerState& state, const std::string& method, const Json& params) {
  for (const Request& request : kRequestsAtAPlace) {
    if (request.method == method) return answer_at(state, params, request.wanted, request.answer);
  }
  if (method == "textDocument/documentSymbol") return symbols(state, params);
  if (method == "workspace/symbol") return all_symbols(state, params);
  if (method == "textDocument/codeAction") return actions(state, params);
  return refuse(ErrorCode::method_not_found, message("Serveren kender ikke «{}»", "The server does not know “{}”",
                                                     printable(method.substr(0, 200))));
}

void take_notification(ServerState& state, const std::string& method, const Json& params) {
  if (method == "textDocument/didOpen") return opened(state, params);
  if (method == "textDocument/didChange") return changed(state, params);
  if (method == "textDocument/didClose") return closed(state, params);
  if (method == "workspace/didChangeWorkspaceFolders") return folders_changed(state, params);
  if (method == "workspace/didChangeWatchedFiles" || method == "textDocument/didSave")
    state.for_each_project([](OpenProject& project) { project.check_later(); });
}

}  // namespace kanon::lsp
