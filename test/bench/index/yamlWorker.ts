import fs from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { load } from 'js-yaml';
import { serve } from '../../../src/node/workers';

// The rival: no more than parsing what the files say. Its answer is their length, so that nothing is sent.
if (parentPort) {
  serve(parentPort, (file) => {
    const source = fs.readFileSync(file, 'utf8');
    return load(source) === undefined ? 0 : source.length;
  });
}
