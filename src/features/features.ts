import type { Disposable } from 'vscode';
import type { Services } from '../workspace/services';
import { register as annotate } from './annotate';
import { register as articles } from './articles';
import { register as blame } from './blame';
import { register as codeActions } from './codeActions';
import { register as commit } from './commit';
import { register as compare } from './compare';
import { register as concordance } from './concordance';
import { register as conflicts } from './conflicts';
import { register as context } from './context';
import { register as decorations } from './decorations';
import { register as diagnostics } from './diagnostics';
import { register as entities } from './entities';
import { register as gitSetUp } from './gitSetUp';
import { register as history } from './history';
import { register as hover } from './hover';
import { register as languageFeatures } from './languageFeatures';
import { register as lost } from './lost';
import { register as mode } from './mode';
import { register as navigation } from './navigation';
import { register as sample } from './sample';
import { register as schema } from './schema';
import { register as sidebar } from './sidebar';
import { register as sidecarLanguage } from './sidecarLanguage';
import { register as speakerHints } from './speakerHints';

/** Every feature of the extension: a folder each, with all that the user sees of it. */
export const features: readonly ((services: Services) => Disposable)[] = [
  annotate,
  articles,
  blame,
  codeActions,
  commit,
  compare,
  concordance,
  conflicts,
  context,
  decorations,
  diagnostics,
  entities,
  gitSetUp,
  history,
  hover,
  languageFeatures,
  lost,
  mode,
  navigation,
  sample,
  schema,
  sidebar,
  sidecarLanguage,
  speakerHints,
];
