import { parentPort, workerData } from 'node:worker_threads';
import { formatById } from '../../shared/formats/registry.ts';
import { resultFault } from '../../shared/formats/testing/result-fault.ts';
import { inputsOf } from './inputs.mjs';

/** Reads the inputs from `first` up to `end`, and tells before each which it is. */
const { id, seed, first, end, progress } = workerData;
const current = new Int32Array(progress);
const { read, extensions } = formatById(id);
const input = await inputsOf(id, seed);
for (let number = first; number < end; number++) {
  const bytes = input(number);
  Atomics.store(current, 0, number);
  try {
    const result = await read(new Uint8Array(bytes), { fileName: `x.${extensions[0]}`, language: 'kk' });
    const fault = resultFault(result);
    if (fault) parentPort.postMessage({ number, fault });
  } catch (error) {
    parentPort.postMessage({
      number,
      fault: error instanceof Error ? (error.stack ?? error.message) : `${error}`,
    });
  }
}
Atomics.store(current, 0, end);
