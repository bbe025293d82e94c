interface Digester {
  readonly crypto: {
    readonly subtle: { digest(algorithm: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> };
  };
  btoa(bytes: string): string;
}

import { encodeText } from '../encoding.ts';

/** Returns the hash by which a content security policy allows one script and no other: `sha256-…`. */
export async function scriptHash(script: string): Promise<string> {
  const { crypto, btoa } = globalThis as unknown as Digester;
  const digest = await crypto.subtle.digest('SHA-256', encodeText(script));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
