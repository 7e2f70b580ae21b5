import * as vscode from 'vscode';
import type { Corpus } from '../../core/corpus/corpus';
import { findEntities } from '../../core/corpus/findEntities';
import type { Entity } from '../../core/model/annotation';
import { keyText } from '../../core/schema/keyText';
import { projectAdditions, type Suggestion } from '../../core/schema/suggestions';
import { translated } from '../../core/schema/translated';
import { renderString } from '../../core/sidecar/render';
import { sidecarJsonSchema } from '../../core/sidecar/shape';
import { recordInsertion } from '../../core/sidecar/sidecarEdits';
import { yamlCursor, type YamlCursor } from '../../core/sidecar/yamlCursor';
import { nodeAtPath, nodeWritten, textAt, type YamlNode } from '../../core/sidecar/yamlNode';
import { translate } from '../../host/translate';
import type { Services } from '../../workspace/services';
import { rangeIn, sourceIn, type SidecarSource } from '../../workspace/sidecarDocument';
import { typeName } from '../../workspace/typeNames';
import { offeredAt, suggestedItem, type WritingSchemas } from '../../workspace/yamlWriting';

/** So many entities of the corpus are offered; what is typed on finds others. */
const mostEntities = 100;

/** An entity of the corpus that is offered where the sidecar does not describe it. */
class EntityItem extends vscode.CompletionItem {
  readonly entity: Entity;
  readonly document: vscode.TextDocument;

  constructor(entity: Entity, document: vscode.TextDocument) {
    super({ label: entity.id, description: entity.name }, vscode.CompletionItemKind.Reference);
    this.entity = entity;
    this.document = document;
  }
}

/** What the format and the project say of sidecars. */
export function sidecarSchemas({ schemas }: Services, uri: vscode.Uri): WritingSchemas {
  return {
    additions: projectAdditions(schemas.of(uri), []),
    format: translated(sidecarJsonSchema(), translate),
  };
}

/** Completion of keys, types, other values and the ids of entities, in sidecars. */
export function completion(services: Services): vscode.CompletionItemProvider {
  return {
    async provideCompletionItems(document, position) {
      const written = sourceIn(document);
      const cursor = yamlCursor(written.source, document.offsetAt(position));
      if (!cursor) return undefined;
      const at = { ...written, cursor, document, position };
      const schemas = sidecarSchemas(services, document.uri);
      const words = offeredAt(cursor, schemas)
        .filter(({ yaml, isKey }) => !isKey || !isThere(at, yaml))
        .map((each, index) => wordItem(at, each, index));
      const entities = areIdsMeant(cursor)
        ? entityItems(services, at, await services.corpus.now())
        : [];
      return new vscode.CompletionList([...words, ...entities], entities.length >= mostEntities);
    },
    resolveCompletionItem(item) {
      if (!(item instanceof EntityItem)) return item;
      const { source, tree } = sourceIn(item.document);
      const edit = recordInsertion(source, tree, item.entity);
      if (edit) {
        item.additionalTextEdits = [new vscode.TextEdit(rangeIn(item.document, edit), edit.text)];
      }
      return item;
    },
  };
}

/** A place where something is being written. */
interface Place extends SidecarSource {
  readonly cursor: YamlCursor;
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/** Whether a key is there already, beside the one at the cursor. */
function isThere({ tree, cursor, source }: Place, yaml: string): boolean {
  const around = nodeWritten(tree, cursor.path, cursor.start);
  const keys = around?.children.filter(({ start }) => start !== cursor.start) ?? [];
  return keys.some(({ key }) => key && source.slice(key.start, key.end) === yaml);
}

function wordItem(at: Place, suggestion: Suggestion, index: number): vscode.CompletionItem {
  const { cursor, document, position, source } = at;
  const inserting = new vscode.Range(document.positionAt(cursor.start), position);
  const node = keyAt(at);
  const replacing = node?.key ? rangeIn(document, node.key) : inserting;
  const item = suggestedItem(suggestion, { inserting, replacing }, index);
  if (!suggestion.isKey) return item;
  const hasColon = node !== undefined && source.slice(node.key?.end, node.end).startsWith(':');
  const { before, behind } = keyText(cursor, suggestion);
  const snippet = new vscode.SnippetString().appendText(hasColon ? suggestion.yaml : before);
  if (!hasColon && behind !== '') snippet.appendTabstop(0).appendText(behind);
  item.insertText = snippet;
  return item;
}

/** The pair whose key is being written. */
function keyAt({ tree, cursor }: Place): YamlNode | undefined {
  const around = nodeWritten(tree, cursor.path, cursor.start);
  return around?.children.find(({ key }) => key?.start === cursor.start);
}

function areIdsMeant({ path, isValue }: YamlCursor): boolean {
  const isSpeaker = isValue && path.join(' ') === 'quotes - speaker entity';
  return isSpeaker || (!isValue && path.join(' ') === 'entities');
}

/** The entities that the sidecar describes, where one is named, and then those of the corpus that it does not. */
function entityItems({ schemas }: Services, at: Place, corpus: Corpus): vscode.CompletionItem[] {
  const { cursor, document, position, source, tree } = at;
  const schema = schemas.of(document.uri);
  const records = nodeAtPath(tree, ['entities'])?.children ?? [];
  const range = new vscode.Range(document.positionAt(cursor.start), position);
  // An id is found by the name that it is made of.
  const typed = source.slice(cursor.start, document.offsetAt(position)).replace(/["-]+/g, ' ');
  const others = findEntities(corpus, typed, mostEntities + records.length)
    .map(({ found }) => found)
    .filter(({ entity }) => !records.some(({ step }) => step === entity.id))
    .slice(0, mostEntities);
  const dress = (item: vscode.CompletionItem, { id, name }: Entity, index: number) => {
    item.range = range;
    item.filterText = `${renderString(id)} ${name}`;
    item.sortText = String(index).padStart(4, '0');
    return item;
  };
  const ofCorpus = others.map(({ entity, mentions, articles }, index) => {
    const item = cursor.isValue ? new EntityItem(entity, document) : newRecord(entity, cursor);
    const figures = vscode.l10n.t('mentions: {0}, articles: {1}', mentions, articles);
    item.detail = `${typeName(entity.type, schema)} · ${figures}`;
    item.insertText ??= renderString(entity.id);
    return dress(item, entity, records.length + index);
  });
  if (!cursor.isValue) return ofCorpus;
  const own = records.map((record, index) => {
    const entity = described(source, record);
    const label = { label: entity.id, description: entity.name };
    const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Reference);
    item.detail = typeName(entity.type, schema);
    item.insertText = renderString(entity.id);
    return dress(item, entity, index);
  });
  return [...own, ...ofCorpus];
}

/** An entity of the corpus as a record that is to be written at the cursor. */
function newRecord({ id, name, type }: Entity, { isInFlow }: YamlCursor): vscode.CompletionItem {
  const label = { label: id, description: name };
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Reference);
  const [key, words, kind] = [id, name, type].map(renderString);
  item.insertText = new vscode.SnippetString().appendText(
    isInFlow
      ? `${key ?? ''}: { name: ${words ?? ''}, type: ${kind ?? ''} }`
      : `${key ?? ''}:\n  name: ${words ?? ''}\n  type: ${kind ?? ''}\n`,
  );
  return item;
}

function described(source: string, record: YamlNode): Entity {
  const [name, type] = [textAt(source, record, ['name']), textAt(source, record, ['type'])];
  return { id: String(record.step), name, type };
}
