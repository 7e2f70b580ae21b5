import path from 'node:path';
import { defaultSchema, type Schema } from '../core/model/schema';
import { matchesGlob } from '../core/schema/glob';
import { schemaFileName } from '../core/schema/location';
import { readSchema } from '../core/schema/read';
import { isRepository } from '../node/repository';
import { readSource, type LocatedProblem, type SourceFile } from './sourceFiles';

/** What holds for the articles of a folder. */
export interface Project {
  readonly schema: Schema;
  /** Whether a file, by its path as given, is an article; undefined where the schema does not say which are. */
  readonly includes?: (file: string) => boolean;
  readonly problems: readonly LocatedProblem[];
}

const withoutSchema: Project = { schema: defaultSchema, problems: [] };

/** The schemas of the folders that a run of the command line meets, each read once. */
export class Projects {
  readonly #cwd: string;
  /** By the folder's absolute path; those of a project share one. */
  readonly #projects = new Map<string, Promise<Project>>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /**
   * The project of a folder: that of the nearest `chiosa.yaml` in it or above it, up to the root of the git
   * repository or else of the file system. Never throws.
   */
  of(folder: string): Promise<Project> {
    return this.#of(path.resolve(this.#cwd, folder));
  }

  /** What is wrong with the schemas read so far. */
  async problems(): Promise<LocatedProblem[]> {
    const projects = new Set(await Promise.all(this.#projects.values()));
    return [...projects].flatMap(({ problems }) => problems);
  }

  #of(folder: string): Promise<Project> {
    const known = this.#projects.get(folder);
    if (known) return known;
    const found = this.#read(folder);
    this.#projects.set(folder, found);
    return found;
  }

  async #read(folder: string): Promise<Project> {
    const file = path.relative(this.#cwd, path.join(folder, schemaFileName));
    const source = await readSource(file, this.#cwd);
    if (source) return this.#projectOf(folder, file, source);
    const isRoot = (await isRepository(folder)) || path.dirname(folder) === folder;
    return isRoot ? withoutSchema : this.#of(path.dirname(folder));
  }

  #projectOf(folder: string, file: string, { text, problems: unread }: SourceFile): Project {
    if (text === undefined) return { schema: defaultSchema, problems: unread };
    const { schema = defaultSchema, problems } = readSchema(text);
    const { articles } = schema;
    const fromRoot = (given: string) =>
      path.relative(folder, path.resolve(this.#cwd, given)).split(path.sep).join('/');
    return {
      schema,
      ...(articles && {
        includes: (given) => articles.some((pattern) => matchesGlob(pattern, fromRoot(given))),
      }),
      problems: problems.map((problem) => ({ file, problem })),
    };
  }
}
