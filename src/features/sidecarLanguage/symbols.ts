import * as vscode from 'vscode';
import { textAt, type YamlNode } from '../../core/sidecar/yamlNode';
import { shortened } from '../../core/text/shortened';
import { rangeIn, sourceIn } from '../../workspace/sidecarDocument';
import { symbolKind } from '../../workspace/typeNames';

/** The outline of a sidecar: its entities and quotes by their words. */
export const symbols: vscode.DocumentSymbolProvider = {
  provideDocumentSymbols(document) {
    const { source, tree } = sourceIn(document);
    const words = (node: YamlNode, ...path: readonly (string | number)[]) =>
      shortened(textAt(source, node, path));
    const symbol = (node: YamlNode, name: string, detail: string, kind: vscode.SymbolKind) => {
      const key = rangeIn(document, node.key ?? { start: node.start, end: node.start + 1 });
      // VS Code takes no symbol without a name.
      return new vscode.DocumentSymbol(name || '…', detail, kind, rangeIn(document, node), key);
    };
    return tree.children.map((section) => {
      const { Key, Module, String: Quote } = vscode.SymbolKind;
      const own = symbol(
        section,
        String(section.step),
        '',
        section.children.length > 0 ? Module : Key,
      );
      if (section.step === 'entities') {
        own.children = section.children.map((record) =>
          symbol(
            record,
            words(record, 'name') || String(record.step),
            String(record.step),
            symbolKind(words(record, 'type')),
          ),
        );
      }
      if (section.step === 'quotes') {
        own.children = section.children.map((quote) =>
          symbol(
            quote,
            words(quote, 'content', 0, 'exact'),
            words(quote, 'speaker', 'entity'),
            Quote,
          ),
        );
      }
      return own;
    });
  },
};
