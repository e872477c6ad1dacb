// What a program asks of the kernel, it and everything it starts, so that nothing short-lived is missed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Calls by which a socket comes to be, is led somewhere, or is made out of sight of the other calls. */
const SOCKETS = ['socket', 'bind', 'connect', 'io_uring_setup'];
/** Calls by which a file comes to be or takes another name. */
const FILES = ['open', 'openat', 'openat2', 'creat', 'mkdir', 'mkdirat', 'mknod', 'mknodat', 'rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat'];

/** A watch over one program's calls. */
export class Spy {
  /** @param {string} dir a folder for what it notes @param {{ files?: boolean }} [options] */
  constructor(dir, { files = false } = {}) {
    this.file = join(dir, 'calls');
    const calls = files ? [...SOCKETS, ...FILES] : SOCKETS;
    /** The program that starts the one to be watched. */
    this.under = ['strace', '-f', '-y', '--seccomp-bpf', '-qq', '-s', '512', '-e', `trace=${calls.join()}`, '-o', this.file];
  }

  /** Everything noted until now, a line for each call. */
  get lines() {
    return readFileSync(this.file, 'utf8').split('\n');
  }

  /** Sockets that were made, by their family. @param {string} family the beginning of its name */
  sockets(family) {
    return this.lines.filter((line) => line.includes(` socket(${family}`));
  }

  /** Where sockets of the networks were led: addresses and ports. */
  get led() {
    return this.lines.filter((line) => /\b(bind|connect)\(.*sa_family=AF_INET/.test(line)).map((line) => {
      const port = line.match(/sin6?_port=htons\((\d+)\)/)?.[1];
      const address = line.match(/inet_addr\("([^"]+)"\)/)?.[1] ?? line.match(/inet_pton\(AF_INET6, "([^"]+)"/)?.[1];
      return `${address}:${port}`;
    });
  }

  /** Files and folders that were made, opened for writing, or given another name. */
  get written() {
    const found = new Set();
    for (const line of this.lines) {
      if (/ = -1 E/.test(line)) continue;
      const call = line.match(/^\d+ +(\w+)\(/)?.[1];
      if (!call || SOCKETS.includes(call)) continue;
      const opens = call.startsWith('open');
      if (opens && !/O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|__O_TMPFILE|O_TMPFILE/.test(line)) continue;
      // A path that does not begin at the root begins at the folder that stands before it.
      const [, folder = ''] = line.match(/\((?:AT_FDCWD|\d+)<([^>]*)>/) ?? [];
      const names = [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, name = '']) => name);
      for (const name of opens ? names.slice(0, 1) : names) found.add(name.startsWith('/') ? name : join(folder, name));
    }
    return [...found];
  }
}
