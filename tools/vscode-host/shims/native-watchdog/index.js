// Stand-in for @vscode/native-watchdog (`native-watchdog` in older versions), a native module without
// a prebuilt binary. The real one ends an extension host whose server died while the extension host was
// stuck in a loop; scripts/lib/serverHost.mjs stops the server in an orderly way, so nothing is left to
// watch. Without this file each extension host logs an error.
'use strict';

exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);
