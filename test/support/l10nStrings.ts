import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { hookRefusals } from '../../src/core/check/hookRefusals';
import { problemMessages, reasonMessages } from '../../src/core/check/messages';
import { commitSentences } from '../../src/core/diff/commitMessage';
import { summarySentences } from '../../src/core/diff/summaryText';
import { partMessages } from '../../src/core/diff/changedTexts';
import { schemaJsonSchema } from '../../src/core/schema/shape';
import { translated } from '../../src/core/schema/translated';
import { sidecarJsonSchema } from '../../src/core/sidecar/shape';
import { repositoryPath } from './files';

/**
 * The strings that the code of the extension shows, in English, sorted: those of `l10n.t`, and what the core
 * has as data and `translate` (src/host) gets: the sentences of problems and of differences, the names of parts, the
 * first lines of commits, the descriptions of the formats.
 */
export function shownStrings(): string[] {
  const strings = new Set<string>([
    ...Object.values(problemMessages),
    ...Object.values(reasonMessages),
    ...Object.values(hookRefusals),
    ...Object.values(summarySentences),
    ...Object.values(commitSentences),
    ...Object.values(partMessages),
  ]);
  for (const schema of [sidecarJsonSchema(), schemaJsonSchema()]) {
    translated(schema, (english) => {
      strings.add(english);
      return english;
    });
  }
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
      else if (tree.fileName !== path.join('host', 'translate.ts')) {
        throw new Error(`${tree.fileName}: l10n.t wants its string here, to be translated.`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
}
