import * as vscode from 'vscode';
import { nodeAtPath, textAt, type YamlNode } from '../../core/sidecar/yamlNode';
import { shortened } from '../../core/text/shortened';
import { disposeAll } from '../../host/disposables';
import { Scheduler } from '../../host/scheduler';
import { placesElsewhere, placesIn } from '../../workspace/entityPlaces';
import type { Services } from '../../workspace/services';
import { articleOfSidecar, rangeIn, sidecarFiles, sourceIn } from '../../workspace/sidecarDocument';
import { articleUri } from '../../workspace/sidecarFile';

/** A code lens that is not said yet: only those on the screen are. */
class SidecarLens extends vscode.CodeLens {
  readonly document: vscode.TextDocument;
  readonly say: () => vscode.Command;

  constructor(document: vscode.TextDocument, node: YamlNode, say: (at: At) => vscode.Command) {
    const range = rangeIn(document, node.key ?? { start: node.start, end: node.start + 1 });
    super(range);
    this.document = document;
    const { line, character: column } = range.start;
    this.say = () => say({ uri: document.uri.toString(), line, column });
  }
}

/** A place of a sidecar. Zero-based, the column in UTF-16 code units. */
export interface At {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

/** How long the corpus must rest, in ms, before VS Code asks for the figures anew. */
const rest = 1000;

/** Shows code lenses in sidecars; those on the screen are said anew when the corpus has changed. */
export function registerCodeLenses(services: Services): vscode.Disposable {
  const didChange = new vscode.EventEmitter<void>();
  const afterRest = new Scheduler(rest, () => {
    didChange.fire();
  });
  const provider = { ...codeLenses(services), onDidChangeCodeLenses: didChange.event };
  return disposeAll(
    vscode.languages.registerCodeLensProvider(sidecarFiles, provider),
    services.corpus.onDidChange(() => {
      afterRest.schedule();
    }),
    afterRest,
    didChange,
  );
}

/** Above each record and each quote: what it has in the article, and the way there; in how many articles an entity is. */
function codeLenses({ corpus }: Services): vscode.CodeLensProvider<SidecarLens> {
  return {
    provideCodeLenses(document) {
      // One side of a diff is no sidecar.
      if (!articleUri(document.uri)) return [];
      const { source, tree } = sourceIn(document);
      const records = nodeAtPath(tree, ['entities'])?.children ?? [];
      const quotes = nodeAtPath(tree, ['quotes'])?.children ?? [];
      return [
        ...records.flatMap((record) => [
          new SidecarLens(document, record, (at) => ofRecord(record, at)),
          ...(isElsewhere(corpus.known.get(String(record.step))?.articles)
            ? [new SidecarLens(document, record, (at) => ofCorpus(corpus, record, at))]
            : []),
        ]),
        ...quotes.map(
          (quote) => new SidecarLens(document, quote, (at) => ofQuote(source, quote, at)),
        ),
      ];
    },
    resolveCodeLens(lens) {
      lens.command = lens.say();
      return lens;
    },
  };
}

function isElsewhere(articles = 0): boolean {
  return articles > 1;
}

function ofRecord(record: YamlNode, at: At): vscode.Command {
  const mentions = nodeAtPath(record, ['mentions'])?.children.length ?? 0;
  return mentions === 0
    ? { title: vscode.l10n.t('no mentions'), command: '' }
    : {
        title: vscode.l10n.t('mentions: {0} · go to the text', mentions),
        command: 'chiosa.goToText',
        arguments: [{ at }],
      };
}

function ofCorpus(corpus: Services['corpus'], record: YamlNode, at: At): vscode.Command {
  const { mentions = 0, articles = 0 } = corpus.known.get(String(record.step)) ?? {};
  return {
    title: vscode.l10n.t('all articles: {0}, mentions: {1}', articles, mentions),
    command: '_chiosa.showReferences',
    arguments: [{ at, entity: record.step }],
  };
}

function ofQuote(source: string, quote: YamlNode, at: At): vscode.Command {
  const who =
    textAt(source, quote, ['speaker', 'exact']) || textAt(source, quote, ['speaker', 'entity']);
  return {
    title:
      who === ''
        ? vscode.l10n.t('no speaker · go to the text')
        : vscode.l10n.t('{0} · go to the text', shortened(who, 40)),
    command: 'chiosa.goToText',
    arguments: [{ at }],
  };
}

/** What `_chiosa.showReferences` takes: an entity, and the place of the sidecar where its references are to be shown. */
export interface ShowReferencesArgument {
  readonly at: At;
  readonly entity: string;
}

/** Nobody cancels this: VS Code shows what there is when it is all found. */
const never: vscode.CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

/** Shows where all articles refer to an entity, at its record. */
export async function showReferences(
  services: Services,
  { at, entity }: ShowReferencesArgument,
): Promise<void> {
  const uri = vscode.Uri.parse(at.uri);
  const document = await vscode.workspace.openTextDocument(uri);
  const article = await articleOfSidecar(services.articles, document);
  if (!article) return;
  const { set, file } = article.state;
  const here = file ? placesIn(article.uri, { set, text: file.text }, entity) : [];
  const elsewhere = await placesElsewhere(services, article.uri, entity, never);
  const position = new vscode.Position(at.line, at.column);
  const all = [...here, ...elsewhere];
  await vscode.commands.executeCommand('editor.action.showReferences', uri, position, all);
}
