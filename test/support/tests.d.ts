/** Every test file of the bundle: esbuild.mjs writes this module, so that none can be forgotten. */
declare module 'tests';

/** Mocha for browsers; it puts `mocha` and `Mocha` among the globals. */
declare module 'mocha/mocha';
