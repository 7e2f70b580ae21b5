import fs from 'node:fs';
import ts from 'typescript';
import { problemMessages } from '../../src/core/check/messages';
import { repositoryPath } from './files';

/** The strings that the code of the extension shows, in English, sorted: those of `l10n.t` and of problems. */
export function shownStrings(): string[] {
  const strings = new Set<string>(Object.values(problemMessages));
  for (const file of fs.readdirSync(repositoryPath('src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const source = fs.readFileSync(repositoryPath('src', file), 'utf8');
    collect(ts.createSourceFile(file, source, ts.ScriptTarget.Latest), strings);
  }
  return [...strings].sort();
}

/** Adds the literals that `l10n.t`, or `t` taken out of it, is called with in a syntax tree. */
function collect(tree: ts.SourceFile, strings: Set<string>): void {
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && /(?:^|\bl10n\.)t$/.test(node.expression.getText(tree))) {
      const [message] = node.arguments;
      if (message && ts.isStringLiteralLike(message)) strings.add(message.text);
      else if (message?.getText(tree) !== 'problemMessages[code]') {
        throw new Error(`${tree.fileName}: l10n.t wants its string here, to be translated.`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
}
