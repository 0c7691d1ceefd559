// Starts `kanon lsp` for the folder that is open; everything else is the language server's.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = function activate() {
  const command = vscode.workspace.getConfiguration("kanon").get("path");
  const server = { command, args: ["lsp"] };
  client = new LanguageClient("kanon", "Kanon", server, {
    documentSelector: [
      { scheme: "file", language: "markdown" },
      { scheme: "file", language: "yaml" },
    ],
  });
  return client.start();
};

exports.deactivate = function deactivate() {
  return client?.stop();
};
