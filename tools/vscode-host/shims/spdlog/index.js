// Stand-in for @vscode/spdlog, the native module that writes VS Code's log files. It has no prebuilt
// binary, and the hosts here compile nothing. Without it the server prints an error per logger, and
// the log files (and with them the text of log output channels) stay away.
//
// Each export is assigned by itself: VS Code imports this CommonJS file from an ES module, and Node
// finds the names only in that form.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

/** In spdlog's order; a logger drops what is below its level. */
const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
let initialLevel = levels.indexOf('info');

class Logger {
  #level = initialLevel;
  #decorated = true;
  #file;

  constructor(_kind, _name, file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.#file = fs.openSync(file, 'a');
  }

  #write(level, message) {
    if (this.#file === undefined || level < this.#level) return;
    const line = `${new Date().toISOString()} [${levels[level]}] ${message}\n`;
    fs.writeSync(this.#file, this.#decorated ? line : message);
  }

  trace(message) {
    this.#write(0, message);
  }
  debug(message) {
    this.#write(1, message);
  }
  info(message) {
    this.#write(2, message);
  }
  warn(message) {
    this.#write(3, message);
  }
  error(message) {
    this.#write(4, message);
  }
  critical(message) {
    this.#write(5, message);
  }

  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  setPattern() {}
  /** VS Code calls this for loggers that write their own time and level. */
  clearFormatters() {
    this.#decorated = false;
  }
  flush() {}
  drop() {
    if (this.#file === undefined) return;
    fs.closeSync(this.#file);
    this.#file = undefined;
  }
}

const createLogger = (name, file) => Promise.resolve(new Logger('rotating', name, file));

exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = (level) => {
  initialLevel = level;
};
exports.setFlushOn = () => {};
