import {
  spansOf,
  wordsOf,
  type Mention,
  type Quote,
  type Target,
} from '../../core/model/annotation';
import type { ArticleText } from '../../core/text/articleText';
import { shortened } from '../../core/text/shortened';
import { findArticles, loadArticle, type LoadedArticle } from '../articleFiles';
import { parsePathsAndFormat, UsageError, type Command } from '../command';
import { asLine, reported, schemaProblems, statusOf } from '../report';
import { withSession } from '../session';

/** `chiosa show`: the annotations of articles with the places found for them. */
export const show: Command = {
  name: 'show',
  usage: 'show PATH… [--format text|jsonl]',
  summary: 'Print the annotations of articles with their places.',
  async run(args, io) {
    const { paths, format } = parsePathsAndFormat(args, ['text', 'jsonl']);
    if (paths.length === 0) throw new UsageError('Name an article, a sidecar or a folder.');
    return withSession(io.cwd, async (session) => {
      const { articles, missing } = await findArticles(paths, io.cwd, session.projects);
      const problems = missing.map(reported);
      for (const file of articles) {
        const loaded = await loadArticle(file, session);
        problems.push(...loaded.problems.map(reported));
        io.out(format === 'jsonl' ? asJsonLine(loaded) : asText(loaded));
      }
      problems.push(...(await schemaProblems(articles, session.projects)));
      problems.forEach((problem) => {
        io.err(asLine(problem));
      });
      return statusOf(problems);
    });
  },
};

/** Unicode code points from the start of the file's text, end exclusive. */
type CodePointSpan = [start: number, end: number];

function asJsonLine({ file, sidecarFile, article, sidecar, problems }: LoadedArticle): string {
  const set = sidecar?.set;
  const mentions = set?.mentions ?? [];
  return `${JSON.stringify({
    file,
    sidecar: sidecarFile ?? null,
    entities: article ? mentions.flatMap((m) => placesOf(m, typeOf(m), article.text)) : [],
    quotes: article ? (set?.quotes ?? []).flatMap((quote) => placedQuote(quote, article.text)) : [],
    problems: problems
      .map(reported)
      .map(({ code, message, line, column }) => ({ code, message, line, column })),
  })}\n`;

  function typeOf(mention: Mention): string | undefined {
    return set?.entities.get(mention.entity)?.type;
  }
}

/** One object for each piece of a mention: what reads them knows entities in one piece only. */
function placesOf({ entity, target }: Mention, type: string | undefined, text: ArticleText) {
  return spansOf(target).map((span) => {
    const [start, end] = codePoints(span, text);
    return { start, end, type, id: entity, text: text.text.slice(span.start, span.end) };
  });
}

function placedQuote({ kind, content, cue, speaker }: Quote, text: ArticleText) {
  const places = (target: Target | undefined): CodePointSpan[] | null => {
    const spans = spansOf(target).map((span) => codePoints(span, text));
    return spans.length > 0 ? spans : null;
  };
  const contentPlaces = places(content);
  if (!contentPlaces) return [];
  return [
    {
      kind,
      content: contentPlaces,
      cue: places(cue?.target),
      speaker: places(speaker?.target),
      speakerEntity: speaker?.entity ?? null,
    },
  ];
}

function codePoints(
  { start, end }: { start: number; end: number },
  text: ArticleText,
): CodePointSpan {
  return [text.codePointOffset(start), text.codePointOffset(end)];
}

/** For people: one line for each annotation, `line:column` from 1. */
function asText({ file, article, sidecar }: LoadedArticle): string {
  const set = sidecar?.set;
  if (!set || !article) return `${file}: no annotations\n`;
  const at = (target: Target) => {
    const [first] = spansOf(target);
    if (!first) return '   ?:?  ';
    const { line, column } = article.text.positionAt(first.start);
    return `${String(line + 1).padStart(4)}:${String(column + 1).padEnd(4)}`;
  };
  // What has no place is known by the words that it is looked for by.
  const words = (target: Target | undefined) =>
    spansOf(target)
      .map((span) => article.text.text.slice(span.start, span.end))
      .join(' … ') || (target ? wordsOf(target) : '');
  const entities = set.mentions.map((mention) => {
    const entity = set.entities.get(mention.entity);
    return `${at(mention.target)}${entity?.type ?? '?'}  ${words(mention.target)} → ${mention.entity}`;
  });
  const quotes = set.quotes.map(({ kind, content, cue, speaker }) => {
    const who = speaker?.entity ?? (words(speaker?.target) || 'nobody');
    const by = cue ? ` (${words(cue.target)})` : '';
    return `${at(content)}${kind} quote  “${shortened(words(content))}” ← ${who}${by}`;
  });
  return `${[file, ...entities, ...quotes].join('\n')}\n`;
}
