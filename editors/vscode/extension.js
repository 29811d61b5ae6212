// Starts the language server and hands it the rule files that are open; without it the colours remain.

"use strict";

const { window, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

async function activate() {
  const [command, ...args] = workspace.getConfiguration("trainrules").get("command");
  const server = { command, args };
  client = new LanguageClient("trainrules", "Training rules", server, {
    documentSelector: [{ language: "trainrules" }],
  });
  try {
    await client.start();
  } catch {
    window.showWarningMessage(
      `The language server did not start: ${[command, ...args].join(" ")}. Install it with ` +
        'pip install "trainrules[lsp]", or name it in the setting trainrules.command.'
    );
  }
}

async function deactivate() {
  if (client?.isRunning()) {
    await client.stop();
  }
}

module.exports = { activate, deactivate };
