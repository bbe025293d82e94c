import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { GrantedFile } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';

/** Paths that a dialog, a drop or the desktop handed out in this run. The renderer holds tokens in their stead. */
export interface Grants {
  grant(path: string): GrantedFile;
  /** Throws `bad-request` for a token that was not handed out. */
  pathOf(token: string): string;
}

export function createGrants(): Grants {
  const paths = new Map<string, string>();
  return {
    grant: (path) => {
      const token = randomUUID();
      paths.set(token, path);
      return { grant: token, name: basename(path) };
    },
    pathOf: (token) => {
      const path = paths.get(token);
      if (path === undefined) throw new MinberError('bad-request', {}, new Error('unknown grant'));
      return path;
    },
  };
}
