/** What `import 'vscode'` finds in the core: nothing, so that using it fails to compile. */
export {};
