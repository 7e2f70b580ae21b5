import process from 'node:process';

/** What names another repository than that of a folder, as in the environment of a hook. */
const ofAnotherRepository = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_WORK_TREE',
];

/** The environment of this process for a git that is to be of the repository of its folder, whoever started us. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !ofAnotherRepository.includes(name.toUpperCase()),
  );
  return Object.fromEntries(inherited);
}
