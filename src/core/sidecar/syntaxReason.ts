import type { ErrorCode, YAMLError } from 'yaml';
import type { ProblemReason } from '../check/messages';
import type { ProblemCode } from '../check/problem';

/** What is wrong with YAML, by the code of the parser's error and, where that says too little, its words. */
export function syntaxReason({ code, message }: YAMLError): ProblemReason | ProblemCode {
  if (/^Flow (?:map|sequence)\b/.test(message)) return 'yaml-syntax/unclosed-bracket';
  if (/^Missing closing .quote$/.test(message)) return 'yaml-syntax/unclosed-quotation';
  if (/^Implicit (?:map )?keys\b/.test(message)) return 'yaml-syntax/key';
  return reasons[code];
}

const reasons: Readonly<Record<ErrorCode, ProblemReason | ProblemCode>> = {
  ALIAS_PROPS: 'yaml-syntax/alias',
  BAD_ALIAS: 'yaml-syntax/alias',
  BAD_COLLECTION_TYPE: 'yaml-syntax/anchor',
  BAD_DIRECTIVE: 'yaml-syntax/directive',
  BAD_DQ_ESCAPE: 'yaml-syntax/escape',
  BAD_INDENT: 'yaml-syntax/indentation',
  BAD_PROP_ORDER: 'yaml-syntax/anchor',
  BAD_SCALAR_START: 'yaml-syntax/first-character',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-syntax/second-key',
  BLOCK_IN_FLOW: 'yaml-syntax/brackets',
  DUPLICATE_KEY: 'duplicate-key',
  IMPOSSIBLE: 'yaml-syntax',
  KEY_OVER_1024_CHARS: 'yaml-syntax/long-key',
  MISSING_CHAR: 'yaml-syntax/missing-character',
  MULTILINE_IMPLICIT_KEY: 'yaml-syntax/key',
  MULTIPLE_ANCHORS: 'yaml-syntax/anchor',
  MULTIPLE_DOCS: 'yaml-syntax/documents',
  MULTIPLE_TAGS: 'yaml-syntax/anchor',
  NON_STRING_KEY: 'yaml-syntax/anchor',
  RESOURCE_EXHAUSTION: 'yaml-syntax/depth',
  TAB_AS_INDENT: 'yaml-syntax/tab',
  TAG_RESOLVE_FAILED: 'yaml-syntax/anchor',
  UNEXPECTED_TOKEN: 'yaml-syntax/unexpected',
};
