// The window's code against the types of the command table.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const TSC = fileURLToPath(new URL('./node_modules/typescript/bin/tsc', import.meta.url));

test('the window fits the command table', async () => {
  const run = promisify(execFile)(process.execPath, [TSC, '--noEmit', '-p', 'tsconfig.json'], { cwd: HERE });
  const said = await run.then(() => '', (/** @type {{ stdout: string }} */ error) => error.stdout);
  assert.equal(said, '', 'tsc has nothing to say');
});
