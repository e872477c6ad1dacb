// Stands in for the program when the window is opened in an ordinary browser; see serve.mjs.

import { fakeDiary } from './diary.mjs';

const diary = fakeDiary(new URLSearchParams(location.search));
/** @type {Map<string, ((event: { payload: unknown }) => void)[]>} */
const heard = new Map();

Object.assign(window, {
  __TAURI__: {
    core: { invoke: (/** @type {string} */ _, /** @type {{ name: string, request: unknown }} */ { name, request }) => diary.call(name, request) },
    event: {
      async listen(/** @type {string} */ event, /** @type {(event: { payload: unknown }) => void} */ listener) {
        heard.set(event, [...(heard.get(event) ?? []), listener]);
        return () => {};
      },
    },
  },
  // For the tests: what was asked for, and a way to send an event of the shell.
  fakeHost: {
    calls: diary.calls,
    release: diary.release,
    emit: (/** @type {string} */ event, /** @type {unknown} */ payload = null) => heard.get(event)?.forEach((listener) => listener({ payload })),
  },
});
