// Stand-in for @vscode/ripgrep 1.15, whose install script downloads the `rg` program. This one names
// the `rg` that lies inside the package @vscode/ripgrep-universal, so that installing runs no scripts.
'use strict';
const path = require('node:path');

const packages = path.join(__dirname, '..', '..', 'node_modules');
exports.rgPath = path.join(
  packages,
  '@vscode',
  'ripgrep-universal',
  'bin',
  `${process.platform}-${process.arch}`,
  process.platform === 'win32' ? 'rg.exe' : 'rg',
);
