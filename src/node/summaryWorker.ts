import { parentPort } from 'node:worker_threads';
import { summaryOfFile } from './sidecarSummary';
import { serve } from './workers';

// The program of the workers that read the sidecars of a large corpus.
if (parentPort) serve(parentPort, summaryOfFile);
